import Foundation
import GRDB
import QueryLanguage
package import SituationModel

extension Archive {
    /// A document with its text.
    package func document(
        _ id: DocumentID, of situation: SituationID, asOf: Instant? = nil
    ) throws(ArchiveError) -> Document? {
        guard case .document(let document)? = try record(.document(id), of: situation, asOf: asOf) else { return nil }
        return document
    }

    /// Any one record, documents with their texts.
    package func record(
        _ key: RecordKey, of situation: SituationID, asOf: Instant? = nil
    ) throws(ArchiveError) -> SituationModel.Record? {
        try read(situation) { journal in
            let visibility = Visibility(asOf)
            let arguments = StatementArguments(
                visibility.arguments.merging([
                    "situation": journal.number, "kind": key.kind.rawValue, "id": Coding.key(key.text),
                ]) { $1 })
            if let list = RecordList(key.kind) {
                let row = try Row.fetchOne(
                    journal.database.cachedStatement(
                        sql: """
                            SELECT body, text, :kind FROM \(list.table) INDEXED BY \(list.table)Record
                            WHERE situation = :situation AND id = :id
                            AND \(visibility.condition(list.table))
                            """), arguments: arguments)
                return row.flatMap { RecordBody(json: $0[0], text: $0[1]).record(of: list) }
            }
            let json = try String.fetchOne(
                journal.database.cachedStatement(
                    sql: """
                        SELECT body FROM version WHERE situation = :situation AND kind = :kind AND id = :id
                        AND \(visibility.condition("version"))
                        """), arguments: arguments)
            return json.flatMap { Record(key.kind, json: $0) }
        }
    }

    /// What has been read from a document: the newest quotes and events whose anchors point into it, the rejected ones too.
    package func findings(
        in document: DocumentID, of situation: SituationID, asOf: Instant? = nil, reader: String? = nil,
        limit: Int = 200
    ) throws(ArchiveError) -> Findings {
        try findings(situation, asOf, reader, limit, includesRejected: true) { list, database in
            try SearchExpression(.everything, of: list, database, document: document)
        }
    }

    /// What concerns an actor: the newest quotes by it and about it, and events of which it is a part or gives an account.
    package func concerning(
        _ actor: ActorID, of situation: SituationID, asOf: Instant? = nil, reader: String? = nil, limit: Int = 50
    ) throws(ArchiveError) -> Findings {
        try findings(situation, asOf, reader, limit) { list, database in
            try SearchExpression(.everything, of: list, database, actor: actor)
        }
    }

    /// The heads of documents; those that are not there are missing.
    package func heads(
        of documents: Set<DocumentID>, in situation: SituationID, asOf: Instant? = nil
    ) throws(ArchiveError) -> [DocumentID: DocumentHead] {
        try read(situation) { try Listing(journal: $0, asOf: asOf, reader: nil).heads(of: documents) }
    }

    private func findings(
        _ situation: SituationID, _ asOf: Instant?, _ reader: String?, _ limit: Int, includesRejected: Bool = false,
        _ search: (RecordList, Database) throws -> SearchExpression
    ) throws(ArchiveError) -> Findings {
        try read(situation) { journal in
            let listing = Listing(journal: journal, asOf: asOf, reader: reader)
            func rows(_ list: RecordList) throws -> [ListedRow] {
                let search = try search(list, journal.database)
                return try ListReader(
                    journal: journal, list: list, asOf: asOf, search: search, includesRejected: includesRejected
                )
                .rows(.older, of: .max, limit: limit)
            }
            let quotes = try rows(.quote).compactMap { row in
                Coding.value(Quote.self, from: row.body).map { (row, $0) }
            }
            let events = try rows(.event).compactMap { row in
                Coding.value(Event.self, from: row.body).map { (row, $0) }
            }
            return Findings(
                quotes: try listing.listed(quotes, in: .quote), events: try listing.listed(events, in: .event))
        }
    }
}

/// Quotes and events that belong to something, newest first.
package struct Findings: Hashable, Sendable {
    package var quotes: [Listed<Quote>]
    package var events: [Listed<Event>]

    package init(quotes: [Listed<Quote>] = [], events: [Listed<Event>] = []) {
        self.quotes = quotes
        self.events = events
    }
}
