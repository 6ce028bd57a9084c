import Foundation
import GRDB
package import SituationModel

extension Archive {
    /// The number of the entry that arrived last.
    package func lastArrival() throws(ArchiveError) -> Int64 {
        try read { try Int64.fetchOne($0, sql: "SELECT max(serial) FROM entry") ?? 0 }
    }

    /// The records that have been added to a situation since an arrival and the rungs that the machine has moved, first ones
    /// first, and the arrival to go on from.
    ///
    /// - Parameters:
    ///   - withRecords: whether anybody wants to know of the records; to read them costs most of it.
    ///   - limit: how many of these are read at once, at the most.
    package func arrivals(
        in situation: SituationID, after serial: Int64, withRecords: Bool = true, limit: Int = 2_000
    ) throws(ArchiveError) -> Arrivals {
        try read { database in
            guard let journal = try Journal(of: situation, in: database) else { return Arrivals(last: serial) }
            let rows = try Row.fetchAll(
                database.cachedStatement(
                    sql: """
                        SELECT \(Journal.columns) FROM entry WHERE serial > ? AND situation = ?
                        AND kind IN ('move'\(withRecords ? ", 'add'" : "")) ORDER BY serial LIMIT ?
                        """), arguments: [serial, journal.number, limit])
            let newest = try Int64.fetchOne(database.cachedStatement(sql: "SELECT max(serial) FROM entry")) ?? 0
            var arrivals = Arrivals(last: rows.count < limit ? max(serial, newest) : rows.last.map { $0[0] } ?? serial)
            for row in rows {
                guard let entry = journal.row(row)?.entry else { continue }
                switch entry.change {
                case .add(let record): arrivals.records.append((record, entry.known))
                case .move(let rung, let move) where move.by.kind == .machine: arrivals.moves.append((rung, move))
                default: continue
                }
            }
            return arrivals
        }
    }
}

/// What has come into a situation since an arrival.
package struct Arrivals: Sendable {
    package var records: [(record: SituationModel.Record, known: Instant)] = []
    /// Where the machine reads rungs otherwise than before.
    package var moves: [(rung: RungKey, move: RungMove)] = []
    /// The arrival to go on from.
    package var last: Int64
}
