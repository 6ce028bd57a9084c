import GRDB
import SituationModel

/// What a reader has seen of a situation: everything that had arrived up to a point, and some records since.
struct SeenMarks {
    private let journal: Journal
    private let number: Int64?
    /// The serial number of the last entry up to which everything counts as seen.
    let horizon: Int64

    init(of reader: String, _ journal: Journal) throws {
        self.journal = journal
        let row = try Row.fetchOne(
            journal.database.cachedStatement(
                sql: "SELECT number, horizon FROM reader WHERE situation = ? AND name = ?"),
            arguments: [journal.number, reader])
        number = row?[0]
        horizon = row?[1] ?? 0
    }

    /// Up to which arrival these records have been seen; those never looked at are missing.
    func serials(of ids: [String], in list: RecordList) throws -> [String: Int64] {
        guard let number, !ids.isEmpty else { return [:] }
        let rows = try Row.fetchAll(
            journal.database.cachedStatement(
                sql: """
                    SELECT id, serial FROM seen
                    WHERE reader = ? AND list = ? AND id IN (SELECT value FROM json_each(?))
                    """), arguments: [number, list.rawValue, try Coding.list(ids)])
        return Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
    }

    /// How many records of a list are in force that the reader has not seen in their present form.
    func unseenCount(in list: RecordList) throws -> Int {
        let database = journal.database
        let later: Int
        if horizon == 0 {
            later = try Counts.count(of: list, in: journal, asOf: nil)
        } else {
            later =
                try Int.fetchOne(
                    database.cachedStatement(
                        sql: """
                            SELECT count(*) FROM \(list.table) INDEXED BY \(list.table)Arrival
                            WHERE situation = ? AND fromSerial > ? AND untilKnown IS NULL AND isRejected = 0
                            """), arguments: [journal.number, horizon]) ?? 0
        }
        guard let number else { return later }
        let seen =
            try Int.fetchOne(
                database.cachedStatement(
                    sql: """
                        SELECT count(*) FROM seen CROSS JOIN \(list.table) INDEXED BY \(list.table)Record
                        ON \(list.table).situation = ? AND \(list.table).id = seen.id
                        WHERE seen.reader = ? AND seen.list = ? AND \(list.table).untilKnown IS NULL
                        AND \(list.table).fromSerial > ? AND \(list.table).fromSerial <= seen.serial
                        AND \(list.table).isRejected = 0
                        """), arguments: [journal.number, number, list.rawValue, horizon]) ?? 0
        return later - seen
    }
}
