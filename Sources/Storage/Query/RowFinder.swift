import Foundation
import GRDB
import QueryLanguage
import SituationModel

/// Finds the rows of a list that answer a query: those that its index tells, and of these, where the index does not tell
/// all, those that answer when looked at.
struct RowFinder {
    let reader: ListReader
    /// What rows are asked; `nil` where all that the index tells answer.
    let predicate: QueryPredicate?
    private(set) var search = BoundedSearch()

    /// Letters of text that count as one row more, where they are looked through.
    private static let textUnit = 2_000

    init(_ reader: ListReader, _ predicate: QueryPredicate?) {
        self.reader = reader
        self.predicate = predicate
    }

    /// Rows nearest to a place, not counting the row at that place, in the direction's order.
    mutating func rows(_ direction: ListReader.Direction, of place: Int64, limit: Int) throws -> [ListedRow] {
        let reader = reader
        guard let predicate else { return try reader.rows(direction, of: place, limit: limit) }
        return try search.rows(direction, of: place, limit: limit) { place, limit in
            try reader.rows(direction, of: place, limit: limit)
        } key: { row in
            PageKey(sort: row.row, id: row.id)
        } answering: { search, rows in
            try Self.answering(rows, predicate, reader, &search)
        }
    }

    // MARK: - Looking at rows

    private static func answering(
        _ rows: [ListedRow], _ predicate: QueryPredicate, _ reader: ListReader, _ search: inout BoundedSearch
    ) throws -> [ListedRow] {
        let texts = try texts(of: rows, predicate, reader)
        search.spend(texts.values.reduce(0) { $0 + $1.count } / textUnit)
        let records = rows.map { row in
            RecordBody(json: row.body, text: texts[row.row]).record(of: reader.list)
        }
        let heads =
            predicate.needs.contains(.documents)
            ? try Listing(journal: reader.journal, asOf: reader.asOf, reader: nil)
                .heads(of: Set(records.compactMap(\.self).flatMap(\.documents))) : [:]
        return zip(rows, records).compactMap { row, record in
            guard let subject = record.flatMap({ QuerySubject($0, known: row.added, heads: heads) }),
                predicate.matches(subject)
            else { return nil }
            return row
        }
    }

    /// The texts of documents, where they are looked through.
    private static func texts(
        of rows: [ListedRow], _ predicate: QueryPredicate, _ reader: ListReader
    ) throws -> [Int64: Data] {
        guard reader.list == .document, predicate.needs.contains(.texts) else { return [:] }
        let found = try Row.fetchAll(
            reader.journal.database.cachedStatement(
                sql: "SELECT row, text FROM document WHERE row IN (SELECT value FROM json_each(?))"),
            arguments: [try Coding.text(of: rows.map(\.row))])
        let texts = found.compactMap { row -> (Int64, Data)? in (row[1] as Data?).map { (row[0], $0) } }
        return Dictionary(texts, uniquingKeysWith: { first, _ in first })
    }
}
