import GRDB
import SituationModel

/// How many records of each long list are in force, and how many entries there are, now and at any moment.
///
/// Present numbers are kept as they are; past ones as changes by the hour, so that counting what was in force at some moment
/// takes a look at the hours before it and at the rows of that hour only.
struct Counts {
    /// What entries are counted under.
    static let entries = "entry"

    private var totals: [String: Int] = [:]
    private var hours: [String: [Int64: Int]] = [:]

    /// Counts something that is in force from one moment to another; not any more, where `amount` is negative.
    mutating func change(_ list: String, from: Instant, until: Instant?, by amount: Int) {
        hours[list, default: [:]][Self.hour(of: from), default: 0] += amount
        if let until {
            hours[list, default: [:]][Self.hour(of: until), default: 0] -= amount
        } else {
            totals[list, default: 0] += amount
        }
    }

    private static let millisecondsAnHour: Int64 = 3_600_000

    private static func hour(of instant: Instant) -> Int64 {
        // Whole hours since 1970, rounded down.
        let milliseconds = instant.milliseconds
        return milliseconds >= 0 ? milliseconds / millisecondsAnHour : (milliseconds + 1) / millisecondsAnHour - 1
    }

    /// Adds what has been counted to the tables.
    mutating func write(of journal: Journal) throws {
        let database = journal.database
        for (list, count) in totals where count != 0 {
            let statement = try database.cachedStatement(
                sql: """
                    INSERT INTO tally (situation, list, count) VALUES (?, ?, ?)
                    ON CONFLICT (situation, list) DO UPDATE SET count = count + excluded.count
                    """)
            try statement.execute(arguments: [journal.number, list, count])
        }
        for (list, changes) in hours {
            let statement = try database.cachedStatement(
                sql: """
                    INSERT INTO pulse (situation, list, hour, change) VALUES (?, ?, ?, ?)
                    ON CONFLICT (situation, list, hour) DO UPDATE SET change = change + excluded.change
                    """)
            for (hour, change) in changes where change != 0 {
                try statement.execute(arguments: [journal.number, list, hour, change])
            }
        }
        (totals, hours) = ([:], [:])
    }

    // MARK: - Reading

    /// How many records of a list were in force at a moment; are now when that is `nil`.
    static func count(of list: RecordList, in journal: Journal, asOf: Instant?) throws -> Int {
        try count(
            list.rawValue, in: journal, asOf,
            begun:
                "SELECT count(*) FROM \(list.table) WHERE situation = ? AND fromKnown BETWEEN ? AND ? AND isRejected = 0",
            ended:
                "SELECT count(*) FROM \(list.table) WHERE situation = ? AND untilKnown BETWEEN ? AND ? AND isRejected = 0"
        )
    }

    /// How many entries were known at a moment; are now when that is `nil`.
    static func entryCount(in journal: Journal, asOf: Instant?) throws -> Int {
        try count(
            entries, in: journal, asOf,
            begun: "SELECT count(*) FROM entry WHERE situation = ? AND known BETWEEN ? AND ?", ended: nil)
    }

    private static func count(
        _ list: String, in journal: Journal, _ asOf: Instant?, begun: String, ended: String?
    ) throws -> Int {
        let database = journal.database
        guard let asOf else {
            return try Int.fetchOne(
                database.cachedStatement(sql: "SELECT count FROM tally WHERE situation = ? AND list = ?"),
                arguments: [journal.number, list]) ?? 0
        }
        let hour = hour(of: asOf)
        let before =
            try Int.fetchOne(
                database.cachedStatement(
                    sql: "SELECT sum(change) FROM pulse WHERE situation = ? AND list = ? AND hour < ?"),
                arguments: [journal.number, list, hour]) ?? 0
        let (start, overflow) = hour.multipliedReportingOverflow(by: millisecondsAnHour)
        let stretch: StatementArguments = [journal.number, overflow ? Int64.min : start, asOf.milliseconds]
        let begun = try Int.fetchOne(database.cachedStatement(sql: begun), arguments: stretch) ?? 0
        let ended = try ended.flatMap { try Int.fetchOne(database.cachedStatement(sql: $0), arguments: stretch) } ?? 0
        return before + begun - ended
    }
}
