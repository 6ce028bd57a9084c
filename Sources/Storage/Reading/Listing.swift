import Foundation
import GRDB
import SituationModel

/// A record that rests on documents.
protocol Resting: Hashable, Sendable {
    /// The documents that its anchors point into.
    var restsOn: [DocumentID] { get }
}

extension Document: Resting {
    /// None: a document rests on nothing but itself.
    var restsOn: [DocumentID] { [] }
}

extension Quote: Resting {
    var restsOn: [DocumentID] { content.map(\.document) }
}

extension Event: Resting {
    var restsOn: [DocumentID] { accounts.map(\.anchor.document) }
}

/// Adds to records what a list shows beside them.
struct Listing {
    let journal: Journal
    let asOf: Instant?
    /// Whose unseen marks to tell; none when `nil`.
    let reader: String?

    func listed<Value: Resting>(_ rows: [(ListedRow, Value)], in list: RecordList) throws -> [Listed<Value>] {
        let heads = try heads(of: Set(rows.flatMap { $0.1.restsOn }))
        let marks = try reader.map { try SeenMarks(of: $0, journal) }
        let seen = try marks?.serials(of: rows.map(\.0.id), in: list) ?? [:]
        return rows.map { row, value in
            let documents = Dictionary(
                value.restsOn.compactMap { id in heads[id].map { (id, $0) } }, uniquingKeysWith: { first, _ in first })
            let isUnseen = marks.map { row.serial > max($0.horizon, seen[row.id] ?? 0) } ?? false
            return Listed(value: value, changed: row.changed, documents: documents, isUnseen: isUnseen)
        }
    }

    /// The heads of documents, as of the moment asked about; those that were not there then are missing.
    func heads(of ids: Set<DocumentID>) throws -> [DocumentID: DocumentHead] {
        guard !ids.isEmpty else { return [:] }
        let visibility = Visibility(asOf)
        let arguments = visibility.arguments.merging([
            "situation": journal.number, "ids": try Coding.list(ids.map { Coding.key($0.text) }),
        ]) { $1 }
        let bodies = try String.fetchAll(
            journal.database.cachedStatement(
                sql: """
                    SELECT body FROM document INDEXED BY documentRecord WHERE situation = :situation
                    AND id IN (SELECT value FROM json_each(:ids)) AND \(visibility.condition("document"))
                    """), arguments: StatementArguments(arguments))
        let heads = bodies.compactMap { Coding.value(Document.self, from: $0) }.map { ($0.id, DocumentHead($0)) }
        return Dictionary(heads, uniquingKeysWith: { first, _ in first })
    }
}
