import Foundation
import GRDB
import QueryLanguage
import SituationModel

/// Reads what a query needs to know besides the records it is asked of, as it was known at the moment asked about.
struct ContextReader {
    let journal: Journal
    let asOf: Instant?
    /// Whether names mean those actors only that people made or confirmed.
    var meansSettledActors = false

    /// The query made ready to be asked.
    ///
    /// - Parameters:
    ///   - now: what relative dates are reckoned from; the moment asked about when `nil`, or the present.
    ///   - outline: the small records as they were known then, where they are at hand; what is needed of them is read
    ///     otherwise.
    func predicate(for query: Query, now: Instant?, outline: Situation? = nil) throws -> QueryPredicate {
        let clock = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        let now = now ?? asOf ?? clock
        if let outline { return QueryPredicate(query, in: QueryContext(outline, now: now)) }
        var context = QueryContext(now: now)
        if query.needs.contains(.actors) {
            context.directory = ActorDirectory(
                try records(.actor).compactMap { if case .actor(let actor) = $0 { actor } else { nil } })
        }
        if query.needs.contains(.sources) {
            let sources = try records(.source).compactMap { record -> (SourceID, Source)? in
                if case .source(let source) = record { (source.id, source) } else { nil }
            }
            context.sources = Dictionary(sources, uniquingKeysWith: { first, _ in first })
        }
        return QueryPredicate(query, in: context)
    }

    private func records(_ kind: RecordKey.Kind) throws -> [Record] {
        let visibility = Visibility(asOf)
        let arguments = visibility.arguments.merging([
            "situation": journal.number, "kind": kind.rawValue, "settled": meansSettledActors,
        ]) { $1 }
        let bodies = try String.fetchAll(
            journal.database.cachedStatement(
                sql: """
                    SELECT body FROM version
                    WHERE situation = :situation AND kind = :kind AND \(visibility.condition("version"))
                    AND (isProposed = 0 OR NOT :settled)
                    """), arguments: StatementArguments(arguments))
        return bodies.compactMap { Record(kind, json: $0) }
    }
}
