import Foundation
import GRDB
import SituationModel

extension Archive {
    /// Makes every projection anew from the journal and compares it, row by row, with what was there.
    ///
    /// Nothing is changed unless the new ones are to replace the old. Others can read meanwhile but not write. An archive
    /// that is open for reading only is copied into memory for the purpose.
    ///
    /// - Parameters:
    ///   - replacing: whether the new projections take the place of the old ones.
    ///   - progress: is told how many entries of how many have been taken in.
    package func rebuild(
        replacing: Bool = false, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws(ArchiveError) -> Comparison {
        do {
            guard !isReadOnly else {
                guard !replacing else { throw ArchiveError.readOnly(path: name) }
                let copy = try DatabaseQueue(configuration: Self.configuration)
                try database.backup(to: copy)
                // What an older version of the program made is compared in the present form.
                try Schema.migrate(copy)
                try FieldIndex.refresh(copy)
                return try Rebuilding.run(in: copy, replacing: false, progress)
            }
            let comparison = try Rebuilding.run(in: database, replacing: replacing, progress)
            if replacing { bell.ring() }
            return comparison
        } catch {
            throw ArchiveError(error, at: name)
        }
    }
}

/// One rebuilding of all projections.
enum Rebuilding {
    /// Entries that are taken in at once.
    private static let portion = 2_000

    static func run(
        in writer: some DatabaseWriter, replacing: Bool, _ progress: (Int, Int) -> Void
    ) throws -> Comparison {
        try writer.writeWithoutTransaction { database in
            var comparison: Comparison?
            try database.inTransaction(.immediate) {
                // In how many rows each word stands, and how often: what can be compared of a full-text index.
                for table in Schema.wordTables {
                    try database.execute(
                        sql: "CREATE VIRTUAL TABLE temp.\(table)Counts USING fts5vocab (main, \(table), 'col')")
                }
                try setAside(in: database)
                try makeAnew(in: database, progress)
                comparison = try compare(in: database, replacing: replacing)
                for content in contents { try database.execute(sql: "DROP TABLE temp.old_\(content.table)") }
                for table in Schema.wordTables { try database.execute(sql: "DROP TABLE temp.\(table)Counts") }
                return replacing ? .commit : .rollback
            }
            return comparison ?? Comparison(rows: 0, differences: [], differenceCount: 0, isReplaced: false)
        }
    }

    // MARK: - What is compared

    private struct Content {
        let table: String
        /// What identifies and makes up a row. Places are left out: they say where among others a row stands, and leave
        /// room between rows that depends on the order of arrival.
        let columns: String
        var condition = ""

        var selection: String { "SELECT \(columns) FROM \(table) \(condition)" }
    }

    private static let recordColumns =
        "situation, id, sort, fromKnown, fromEntry, fromSerial, untilKnown, addedKnown, addedEntry, isRejected, body, text"

    private static let contents =
        [
            Content(
                table: "version",
                columns:
                    "situation, kind, id, fromKnown, fromEntry, untilKnown, addedKnown, addedEntry, isProposed, body"),
            Content(table: "standing", columns: "situation, entry, fromKnown, untilKnown, indicator"),
            Content(table: "line", columns: "entry, known, id"),
            Content(table: "tally", columns: "situation, list, count", condition: "WHERE count <> 0"),
            Content(table: "pulse", columns: "situation, list, hour, change", condition: "WHERE change <> 0"),
        ] + RecordList.allCases.map { Content(table: $0.table, columns: recordColumns) }
        + Schema.wordTables.map { Content(table: $0 + "Counts", columns: "term, col, doc, cnt") }

    private static func setAside(in database: Database) throws {
        for content in contents {
            try database.execute(sql: "CREATE TEMP TABLE old_\(content.table) AS \(content.selection)")
        }
    }

    private static func makeAnew(in database: Database, _ progress: (Int, Int) -> Void) throws {
        for table in Schema.projections { try database.execute(sql: "DELETE FROM main.\(table)") }
        for table in Schema.wordTables { try WordIndex.clear(table, database) }
        try fill(database, progress)
    }

    /// Takes the whole journal into projections that are empty.
    static func fill(_ database: Database, _ progress: (Int, Int) -> Void) throws {
        let total = try Int.fetchOne(database, sql: "SELECT count(*) FROM entry") ?? 0
        var done = 0
        for id in try String.fetchAll(database, sql: "SELECT id FROM situation ORDER BY number") {
            guard let journal = try Journal(of: SituationID(id), in: database) else { continue }
            var projector = Projector(journal)
            var behind: (known: Int64, id: Data)?
            while true {
                let page = try journal.page(behind: behind, limit: portion)
                guard let last = page.last else { break }
                behind = last.key
                try projector.takeAnew(page.compactMap(\.row))
                done += page.count
                progress(done, total)
            }
        }
    }

    private static func compare(in database: Database, replacing: Bool) throws -> Comparison {
        var rows = 0
        var count = 0
        var differences: [String] = []
        for content in contents {
            let (old, new) = ("SELECT * FROM temp.old_\(content.table)", content.selection)
            rows += try Int.fetchOne(database, sql: "SELECT count(*) FROM (\(new))") ?? 0
            for (words, difference) in [
                ("is there but does not follow from the journal", "\(old) EXCEPT \(new)"),
                ("follows from the journal but is not there", "\(new) EXCEPT \(old)"),
            ] {
                count += try Int.fetchOne(database, sql: "SELECT count(*) FROM (\(difference))") ?? 0
                let room = Comparison.limit - differences.count
                for row in try Row.fetchAll(database, sql: "\(difference) LIMIT ?", arguments: [max(0, room)]) {
                    differences.append("\(content.table): \(description(of: row)) \(words)")
                }
            }
        }
        return Comparison(rows: rows, differences: differences, differenceCount: count, isReplaced: replacing)
    }

    /// The columns of a row in one line, long ones cut.
    private static func description(of row: Row) -> String {
        row.map { column, value in
            let text =
                switch value.storage {
                case .null: "–"
                case .int64(let number): String(number)
                case .double(let number): String(number)
                case .string(let text): text.count > 40 ? text.prefix(39) + "…" : text
                case .blob(let bytes): Coding.entryID(bytes)?.description ?? "\(bytes.count) bytes"
                }
            return "\(column) \(text)"
        }.joined(separator: ", ")
    }
}
