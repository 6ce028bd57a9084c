import Foundation
import GRDB
package import QueryLanguage
package import SituationModel

extension Archive {
    /// The log: entries in the order of the journal, the latest first. Of entries made as one batch it shows the head, and
    /// those that judge a rung or note something.
    package func log(_ request: PageRequest) throws(ArchiveError) -> Page<LoggedEntry> {
        try read(request.situation) { journal in
            let predicate = QueryPredicate(request.query, in: QueryContext(now: Instant(milliseconds: 0)))
            let reader = LogReader(
                journal: journal, asOf: request.asOf,
                search: try SearchExpression(ofLog: request.query, journal.database))
            var search = BoundedSearch()
            let slice = try PageSlice(request, nil) { _ in
                nil
            } rows: { direction, place, limit in
                try reader.rows(direction, of: place, limit: limit, answering: predicate, &search)
            }
            return Page(
                rows: try LogReader.logged(slice.rows.map(\.entry), journal, asOf: request.asOf),
                keys: slice.rows.map { PageKey(sort: $0.place, id: $0.entry.id.description) },
                hasNewer: slice.hasNewer || search.stopped[.newer] != nil,
                hasOlder: slice.hasOlder || search.stopped[.older] != nil, stoppedNewer: search.stopped[.newer],
                stoppedOlder: search.stopped[.older])
        }
    }

    /// The entries that touch a record or are about it, and the undos that concern them, newest first.
    package func history(
        of key: RecordKey, in situation: SituationID, asOf: Instant? = nil, limit: Int = 100
    ) throws(ArchiveError) -> [LoggedEntry] {
        try read(situation) { journal in
            let touching = try journal.latest(touching: key, asOf: asOf, limit: limit).map(\.entry)
            var chains = UndoChains(journal)
            let undos = try chains.undos(concerning: touching).map(\.entry).filter { undo in
                asOf.map { undo.known <= $0 } ?? true
            }
            let entries = (touching + undos).sorted { $0.order > $1.order }.prefix(limit)
            return try LogReader.logged(Array(entries), journal, asOf: asOf)
        }
    }

    /// An entry by its identifier.
    package func entry(
        _ id: EntryID, of situation: SituationID, asOf: Instant? = nil
    ) throws(ArchiveError) -> LoggedEntry? {
        try read(situation) { journal in
            guard let entry = try journal.entry(id)?.entry else { return nil }
            return try LogReader.logged([entry], journal, asOf: asOf).first
        }
    }

    /// The latest entries of an author, batches as their heads only, with the undos that concern them: what ``UndoChoice``
    /// chooses from.
    package func entries(
        by author: Author, of situation: SituationID, limit: Int = 200
    ) throws(ArchiveError) -> [Entry] {
        try read(situation) { journal in
            let own = try journal.latest(by: author, limit: limit).map(\.entry)
            var chains = UndoChains(journal)
            let undos = try chains.undos(concerning: own).map(\.entry)
            return Array(Set(own + undos)).sorted { $0.order < $1.order }
        }
    }

    /// Every entry of a situation, in the order of the journal. Cost: linear in all it holds.
    package func journal(of situation: SituationID) throws(ArchiveError) -> [Entry] {
        try read(situation) { try $0.all().map(\.entry).sorted { $0.order < $1.order } }
    }

    /// The nearest moment before another at which something became known; before the latest of all when `nil`.
    package func moment(before: Instant?, of situation: SituationID) throws(ArchiveError) -> Instant? {
        try read(situation) { journal in
            let sql = "SELECT max(known) FROM entry WHERE situation = ? AND known < ?"
            let statement = try journal.database.cachedStatement(sql: sql)
            var limit = before?.milliseconds
            if limit == nil {
                limit = try Int64.fetchOne(statement, arguments: [journal.number, Int64.max])
            }
            guard let limit else { return nil }
            return try Int64.fetchOne(statement, arguments: [journal.number, limit]).map(Instant.init(milliseconds:))
        }
    }

    /// The nearest moment after another at which something became known.
    package func moment(after: Instant, of situation: SituationID) throws(ArchiveError) -> Instant? {
        try read(situation) { journal in
            try Int64.fetchOne(
                journal.database.cachedStatement(
                    sql: "SELECT min(known) FROM entry WHERE situation = ? AND known > ?"),
                arguments: [journal.number, after.milliseconds]
            ).map(Instant.init(milliseconds:))
        }
    }
}
