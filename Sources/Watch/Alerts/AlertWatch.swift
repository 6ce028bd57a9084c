package import QueryLanguage
package import SituationModel
package import Storage

/// Something that came in and that somebody wanted to be told of.
package struct Alert: Hashable, Sendable {
    /// The name of the rule.
    package let rule: String
    /// What came in, in one line.
    package let text: String
    package let record: RecordKey
}

/// A query under a name: what answers it when it comes in is an alert.
package struct AlertRule: Hashable, Sendable {
    package let name: String
    package let query: Query

    package init(name: String, query: Query) {
        self.name = name
        self.query = query
    }
}

/// Looks through what comes into a situation for what its rules ask for, each record once, and tells of every rung that the
/// machine reads otherwise than before, unless people read it so already.
package actor AlertWatch {
    private let archive: Archive
    private let situation: SituationID
    private let rules: [AlertRule]
    private let now: @Sendable () -> Instant
    private var last: Int64

    /// A watch that begins with what comes in from now on.
    package init(
        _ archive: Archive, _ situation: SituationID, _ rules: [AlertRule], now: @escaping @Sendable () -> Instant
    ) throws(ArchiveError) {
        self.archive = archive
        self.situation = situation
        self.rules = rules
        self.now = now
        last = try archive.lastArrival()
    }

    /// The alerts of what has come in since the last look.
    package func look() throws(ArchiveError) -> [Alert] {
        var alerts: [Alert] = []
        while true {
            let arrivals = try archive.arrivals(in: situation, after: last, withRecords: !rules.isEmpty)
            guard arrivals.last != last else { return alerts }
            last = arrivals.last
            let records = arrivals.records
            guard !records.isEmpty || !arrivals.moves.isEmpty else { continue }
            let outline = try archive.outline(of: situation)
            alerts += arrivals.moves.compactMap { rung, move in
                // That the machine has come to where people stand already is no news to them.
                guard outline.reading(of: rung, by: .analyst)?.move.state != move.state else { return nil }
                return Alert(
                    rule: Self.ladders, text: "\(outline.title(of: rung)): \(move.state.rawValue) – \(move.reason)",
                    record: .ladder(rung.ladder))
            }
            let context = QueryContext(outline, now: now())
            let predicates = rules.map { ($0.name, QueryPredicate($0.query, in: context)) }
            let documents = Set(records.flatMap { Self.documents(of: $0.record) })
            let heads = try archive.heads(of: documents, in: situation)
            for (record, known) in records {
                guard let subject = QuerySubject(record, known: known, heads: heads) else { continue }
                for (rule, predicate) in predicates where predicate.matches(subject) {
                    alerts.append(Alert(rule: rule, text: record.inWords, record: record.key))
                }
            }
        }
    }

    /// Under which name alerts of rungs are told.
    package static let ladders = "ladder"

    private static func documents(of record: Record) -> [DocumentID] {
        switch record {
        case .quote(let quote): quote.content.map(\.document)
        case .event(let event): event.accounts.map(\.anchor.document)
        case .actor(let actor): actor.evidence.map(\.document)
        default: []
        }
    }
}
