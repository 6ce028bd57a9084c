import Foundation
import GRDB
import QueryLanguage
import SituationModel

/// Reads lines of the log in order.
struct LogReader {
    let journal: Journal
    let asOf: Instant?
    let search: SearchExpression

    typealias Line = (place: Int64, row: (place: Int64, entry: Entry))

    /// Lines nearest to a place, not counting the one at that place, in the direction's order.
    func rows(_ direction: ListReader.Direction, of place: Int64, limit: Int) throws -> [Line] {
        guard !search.isNothing else { return [] }
        var range = Place.range(of: journal.number)
        switch direction {
        case .older: range = range.lowerBound...max(range.lowerBound, min(range.upperBound, place &- 1))
        case .newer: range = min(range.upperBound, max(range.lowerBound, place &+ 1))...range.upperBound
        }
        let (sql, arguments) = statement(direction, range, limit)
        let cursor = try Row.fetchCursor(journal.database.cachedStatement(sql: sql), arguments: arguments)
        var lines: [(Int64, Int64)] = []
        while let row = try cursor.next() { lines.append((row[0], row[1])) }
        return try lines.compactMap { place, serial in
            try journal.entry(serial: serial).map { (place, (place, $0.entry)) }
        }
    }

    /// Of lines nearest to a place those that a query answers, looked at one by one where the index does not tell.
    func rows(
        _ direction: ListReader.Direction, of place: Int64, limit: Int, answering predicate: QueryPredicate,
        _ bounded: inout BoundedSearch
    ) throws -> [Line] {
        guard !search.isExact else { return try rows(direction, of: place, limit: limit) }
        return try bounded.rows(direction, of: place, limit: limit) { place, limit in
            try rows(direction, of: place, limit: limit)
        } key: { line in
            PageKey(sort: line.place, id: line.row.entry.id.description)
        } answering: { _, lines in
            lines.filter { predicate.matches(SearchedText($0.row.entry)) }
        }
    }

    /// The statement that reads a page, for the tests to look at its plan.
    func statement(
        _ direction: ListReader.Direction, _ range: ClosedRange<Int64>, _ limit: Int
    ) -> (sql: String, arguments: StatementArguments) {
        let order = direction == .older ? "DESC" : "ASC"
        var upper = range.upperBound
        // Lines stand by when they were known, so that what came later lies in one piece; rows of one crowded second may
        // stand a little further on.
        if let asOf {
            let second = Place.second(of: asOf.milliseconds, in: journal.number)
            upper = max(range.lowerBound, min(upper, second.upperBound + Int64(1) << Place.stretchBits))
        }
        var arguments: [String: (any DatabaseValueConvertible)?] = [
            "low": range.lowerBound, "high": upper, "limit": limit, "asOf": asOf?.milliseconds ?? .max,
        ]
        guard let expression = search.expression else {
            return (
                """
                SELECT row, entry FROM line WHERE row BETWEEN :low AND :high AND known <= :asOf
                ORDER BY row \(order) LIMIT :limit
                """, StatementArguments(arguments)
            )
        }
        arguments["words"] = expression
        return (
            """
            SELECT line.row, line.entry FROM lineWords AS words CROSS JOIN line ON line.row = words.rowid
            WHERE words.lineWords MATCH :words AND words.rowid BETWEEN :low AND :high AND line.known <= :asOf
            ORDER BY words.rowid \(order) LIMIT :limit
            """, StatementArguments(arguments)
        )
    }

    /// Entries with whether they have been taken back, as of a moment.
    static func logged(_ entries: [Entry], _ journal: Journal, asOf: Instant?) throws -> [LoggedEntry] {
        var chains = UndoChains(journal)
        return try entries.map { entry in
            let undos = try chains.undos(concerning: CollectionOfOne(entry)).map(\.entry)
            let known = asOf.map { moment in undos.filter { $0.known <= moment } } ?? undos
            let isInForce = known.isEmpty || Fold.inForce([entry] + known).contains { $0.id == entry.id }
            return LoggedEntry(entry: entry, isTakenBack: !isInForce)
        }
    }
}
