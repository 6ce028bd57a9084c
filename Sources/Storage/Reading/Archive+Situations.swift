import Foundation
import GRDB
package import SituationModel

extension Archive {
    /// What the situations in the archive are called and how they stand, by their names; those without a header left out.
    package func situations(asOf: Instant? = nil) throws(ArchiveError) -> [Header] {
        try read { database in
            let visibility = Visibility(asOf)
            let rows = try String.fetchAll(
                database,
                sql: """
                    SELECT body FROM version WHERE kind = 'header' AND \(visibility.condition("version")) ORDER BY id
                    """, arguments: StatementArguments(visibility.arguments))
            return rows.compactMap { Coding.value(Header.self, from: $0) }
        }
    }

    /// Everything about a situation that is small: all but its documents, quotes and events, whose tables are empty. Of the
    /// actors that were read by machine and not confirmed, those that came up last.
    package func outline(of situation: SituationID, asOf: Instant? = nil) throws(ArchiveError) -> Situation {
        try read(situation) { try SituationReader($0, asOf: asOf).outline(proposed: Self.proposedLimit) }
    }

    /// How many unconfirmed actors an outline holds.
    private static var proposedLimit: Int { 200 }

    /// A situation whole, for export and comparison. Cost: linear in all it holds.
    package func situation(_ situation: SituationID, asOf: Instant? = nil) throws(ArchiveError) -> Situation {
        try read(situation) { try SituationReader($0, asOf: asOf).whole() }
    }
}

/// Puts a situation together from the projections.
struct SituationReader {
    private let journal: Journal
    private let visibility: Visibility

    init(_ journal: Journal, asOf: Instant?) {
        self.journal = journal
        visibility = Visibility(asOf)
    }

    private var arguments: StatementArguments {
        StatementArguments(visibility.arguments.merging(["situation": journal.number]) { $1 })
    }

    /// - Parameter proposed: how many unconfirmed actors there may be, those added last.
    func outline(proposed: Int) throws -> Situation {
        var situation = Situation(id: journal.situation)
        try readSmallRecords(into: &situation, proposed: proposed)
        try readStandings(into: &situation)
        return situation
    }

    func whole() throws -> Situation {
        var situation = try outline(proposed: .max)
        for list in RecordList.allCases { try read(list, into: &situation) }
        return situation
    }

    private func readSmallRecords(into situation: inout Situation, proposed: Int) throws {
        let rows = try Row.fetchCursor(
            journal.database.cachedStatement(
                sql: """
                    SELECT kind, body, addedKnown, addedEntry FROM version
                    WHERE situation = :situation AND isProposed = 0 AND \(visibility.condition("version"))
                    UNION ALL
                    SELECT kind, body, addedKnown, addedEntry FROM version WHERE rowid IN (
                        SELECT rowid FROM version
                        WHERE situation = :situation AND isProposed = 1 AND \(visibility.condition("version"))
                        ORDER BY addedKnown DESC, addedEntry DESC LIMIT :proposed
                    )
                    """), arguments: arguments + ["proposed": proposed])
        while let row = try rows.next() {
            guard let kind = RecordKey.Kind(rawValue: row[0]), let record = Record(kind, json: row[1]),
                let added = JournalOrder(known: row[2], id: row[3])
            else { continue }
            situation.put(record, at: added)
        }
    }

    private func readStandings(into situation: inout Situation) throws {
        // An older archive that is only read knows no readings.
        let hasReadings = try journal.database.columns(in: "standing").contains { $0.name == "indicator" }
        let latest = """
            standing.indicator IS NULL OR NOT EXISTS (
                SELECT 1 FROM standing AS later JOIN entry AS newer ON newer.serial = later.entry
                WHERE later.situation = standing.situation AND later.indicator = standing.indicator
                AND newer.known > entry.known AND \(visibility.condition("later"))
            )
            """
        let columns = Journal.columns.split(separator: ", ").map { "entry." + $0 }.joined(separator: ", ")
        let rows = try Row.fetchCursor(
            journal.database.cachedStatement(
                sql: """
                    SELECT \(columns) FROM standing JOIN entry ON entry.serial = standing.entry
                    WHERE standing.situation = :situation AND \(visibility.condition("standing"))
                    AND (\(hasReadings ? latest : "TRUE"))
                    ORDER BY entry.known, entry.id
                    """), arguments: arguments)
        while let row = try rows.next() {
            guard let entry = journal.row(row)?.entry else { continue }
            switch entry.change {
            case .move(let rung, let move):
                situation.moves[rung, default: []].append(Situation.DatedMove(order: entry.order, move: move))
            case .read(let indicator, let reading):
                situation.readings[indicator] = Situation.DatedReading(order: entry.order, reading: reading)
            case .note(let text, let about):
                situation.notes.append(
                    Situation.Note(order: entry.order, author: entry.author, text: text, about: about))
            case .add, .revise, .remove, .batch, .undo:
                break
            }
        }
    }

    private func read(_ list: RecordList, into situation: inout Situation) throws {
        let rows = try Row.fetchCursor(
            journal.database.cachedStatement(
                sql: """
                    SELECT body, text, addedKnown, addedEntry FROM \(list.table)
                    WHERE situation = :situation AND \(visibility.condition(list.table))
                    """), arguments: arguments)
        while let row = try rows.next() {
            guard let record = RecordBody(json: row[0], text: row[1]).record(of: list),
                let added = JournalOrder(known: row[2], id: row[3])
            else { continue }
            situation.put(record, at: added)
        }
    }
}
