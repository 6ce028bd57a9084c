import Foundation
import GRDB
import QueryLanguage
import SituationModel

/// Reads rows of a long list in order, some at a time, whatever part of it is asked for.
///
/// Every way in goes along an index that is in the list's order, from the place asked for on, so that the cost of a page
/// depends neither on the length of the list nor on where in it the page lies.
struct ListReader {
    let journal: Journal
    let list: RecordList
    let asOf: Instant?
    let search: SearchExpression
    /// Whether what somebody has rejected is read as well.
    var includesRejected = false

    /// Which way rows are read from a place.
    enum Direction {
        case older, newer
    }

    /// Rows nearest to a place, not counting the row at that place, in the direction's order.
    func rows(_ direction: Direction, of place: Int64, limit: Int) throws -> [ListedRow] {
        guard limit > 0, !search.isNothing else { return [] }
        var range = Place.range(of: journal.number)
        switch direction {
        case .older: range = range.clampedUpper(to: place &- 1)
        case .newer: range = range.clampedLower(to: place &+ 1)
        }
        range = search.narrowed(range, in: journal.number)
        // What came into the list after the moment asked about is not looked through, as far as it lies in one piece.
        if asOf != nil {
            guard let upper = try newestReached(in: range) else { return [] }
            range = range.clampedUpper(to: upper)
        }
        guard range.lowerBound <= range.upperBound else { return [] }
        let (sql, arguments) = statement(direction, range, limit)
        let cursor = try Row.fetchCursor(journal.database.cachedStatement(sql: sql), arguments: arguments)
        var rows: [ListedRow] = []
        while let row = try cursor.next() {
            if let listed = ListedRow(row) { rows.append(listed) }
        }
        return rows
    }

    /// The statement that reads a page, for the tests to look at its plan.
    func statement(
        _ direction: Direction, _ range: ClosedRange<Int64>, _ limit: Int
    ) -> (sql: String, arguments: StatementArguments) {
        let order = direction == .older ? "DESC" : "ASC"
        let visibility = Visibility(asOf)
        let condition = visibility.condition(list.table) + (includesRejected ? "" : " AND \(list.table).isRejected = 0")
        var arguments = visibility.arguments.merging(
            ["low": range.lowerBound, "high": range.upperBound, "limit": limit]) { $1 }
        let columns = ListedRow.columns(of: list.table)
        let table = list.table
        let sql: String
        if let expression = search.expression {
            arguments["words"] = expression
            sql = """
                SELECT \(columns) FROM \(list.wordsTable) AS words CROSS JOIN \(table) ON \(table).row = words.rowid
                WHERE words.\(list.wordsTable) MATCH :words AND words.rowid BETWEEN :low AND :high
                AND \(condition)
                ORDER BY words.rowid \(order) LIMIT :limit
                """
        } else if asOf == nil {
            sql = """
                SELECT \(columns) FROM \(table) INDEXED BY \(table)Live
                WHERE \(condition) AND row BETWEEN :low AND :high
                ORDER BY row \(order) LIMIT :limit
                """
        } else {
            arguments["list"] = list.rawValue
            sql = """
                SELECT \(columns) FROM reach CROSS JOIN \(table)
                ON \(table).row BETWEEN reach.stretch << \(Place.stretchBits)
                    AND (reach.stretch << \(Place.stretchBits)) + \((Int64(1) << Place.stretchBits) - 1)
                WHERE reach.list = :list AND reach.earliest <= :asOf
                AND reach.stretch BETWEEN :low >> \(Place.stretchBits) AND :high >> \(Place.stretchBits)
                AND \(table).row BETWEEN :low AND :high AND \(condition)
                ORDER BY reach.stretch \(order), \(table).row \(order) LIMIT :limit
                """
        }
        return (sql, StatementArguments(arguments))
    }

    /// The last place of the newest stretch in which anything was known at the moment asked about.
    private func newestReached(in range: ClosedRange<Int64>) throws -> Int64? {
        guard let asOf else { return range.upperBound }
        let stretch = try Int64.fetchOne(
            journal.database.cachedStatement(
                sql: """
                    SELECT stretch FROM reach WHERE list = ? AND stretch BETWEEN ? AND ? AND earliest <= ?
                    ORDER BY stretch DESC LIMIT 1
                    """),
            arguments: [
                list.rawValue, Place.stretch(of: range.lowerBound), Place.stretch(of: range.upperBound),
                asOf.milliseconds,
            ])
        return stretch.map { (($0 + 1) << Place.stretchBits) - 1 }
    }

    /// The place of a record in the list, at the moment asked about.
    func place(of id: String) throws -> Int64? {
        let visibility = Visibility(asOf)
        return try Int64.fetchOne(
            journal.database.cachedStatement(
                sql: """
                    SELECT row FROM \(list.table) INDEXED BY \(list.table)Record
                    WHERE situation = :situation AND id = :id
                    AND \(visibility.condition(list.table))
                    """),
            arguments: StatementArguments(
                visibility.arguments.merging(["situation": journal.number, "id": Coding.key(id)]) { $1 }))
    }
}

/// A row of a long list as it stands in the table.
struct ListedRow {
    let row: Int64
    let id: String
    let changed: JournalOrder
    /// When the record was added.
    let added: Instant
    let serial: Int64
    let body: String

    static func columns(of table: String) -> String {
        ["row", "id", "fromKnown", "fromEntry", "fromSerial", "body", "addedKnown"].map { "\(table).\($0)" }.joined(
            separator: ", ")
    }

    init?(_ row: Row) {
        guard let changed = JournalOrder(known: row[2], id: row[3]) else { return nil }
        (self.row, id, self.changed, serial, body) = (row[0], row[1], changed, row[4], row[5])
        added = Instant(milliseconds: row[6])
    }
}

extension ClosedRange<Int64> {
    /// The part up to a bound; an empty place below the range where nothing is left.
    func clampedUpper(to bound: Int64) -> Self {
        lowerBound...Swift.max(lowerBound, Swift.min(upperBound, bound))
    }

    func clampedLower(to bound: Int64) -> Self {
        Swift.min(upperBound, Swift.max(lowerBound, bound))...upperBound
    }
}
