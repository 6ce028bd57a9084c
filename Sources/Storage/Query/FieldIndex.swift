import Foundation
import GRDB
import QueryLanguage
import SituationModel

/// Whether the full-text indexes hold the tags of all fields that this version of the program knows, and what makes them
/// do so.
enum FieldIndex {
    /// Whether queries can go by tags, and rows can be taken out again with the tags they were put in with.
    static func isPresent(in database: Database) throws -> Bool {
        guard try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0 >= 3 else { return false }
        let statement = try database.cachedStatement(sql: "SELECT fields FROM indexing WHERE number = 1")
        return try String.fetchOne(statement) == IndexTag.fields
    }

    /// Indexes every row anew where another version of the program has indexed other fields. Cost: linear in all that the
    /// lists hold, once.
    static func refresh(_ writer: some DatabaseWriter, _ progress: (Int, Int) -> Void = { _, _ in }) throws {
        guard try writer.read({ try !isPresent(in: $0) }) else { return }
        try writer.write { database in
            // Another process may have been faster.
            guard try !isPresent(in: database) else { return }
            var (done, total) = (0, 0)
            for list in RecordList.allCases {
                total += try Int.fetchOne(database, sql: "SELECT count(*) FROM \(list.table)") ?? 0
            }
            for list in RecordList.allCases {
                try fill(list, database) {
                    done += 1
                    if done % 1_000 == 0 { progress(done, total) }
                }
            }
            try database.execute(
                sql: "INSERT OR REPLACE INTO indexing (number, fields) VALUES (1, ?)", arguments: [IndexTag.fields])
        }
    }

    private static func fill(_ list: RecordList, _ database: Database, _ step: () -> Void) throws {
        try WordIndex.clear(list.wordsTable, database)
        let rows = try Row.fetchCursor(database, sql: "SELECT row, body, text FROM \(list.table) ORDER BY row")
        while let row = try rows.next() {
            step()
            guard let record = RecordBody(json: row[1], text: row[2]).record(of: list),
                let words = IndexedWords(record)
            else { continue }
            try WordIndex.insert(words, at: row[0], in: list.wordsTable, database)
        }
    }
}
