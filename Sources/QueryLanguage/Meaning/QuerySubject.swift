package import SituationModel

/// What a query is asked of: a record or a rung of a ladder, with the heads of the documents it rests on.
package struct QuerySubject: Sendable {
    package let record: Record
    /// The rung of the record, a ladder, that is meant; the ladder itself when `nil`.
    package let rung: Rung?
    package let kind: QueryKind
    /// When the record was added: its time where it has no date.
    package let known: Instant
    /// The documents it rests on, as far as they are there; a document's own head among them.
    package let heads: [DocumentHead]

    /// - Parameter heads: the heads of documents by their identifiers, more than the record's own doing no harm.
    /// - Returns: `nil` for a record of a kind that no query is asked of.
    package init?(_ record: Record, known: Instant, heads: [DocumentID: DocumentHead] = [:]) {
        guard let kind = QueryKind(record.key.kind) else { return nil }
        self.init(record, rung: nil, kind, known, heads)
    }

    /// A rung of a ladder.
    package init(_ rung: Rung, of ladder: Ladder) {
        self.init(.ladder(ladder), rung: rung, .rung, Instant(milliseconds: 0), [:])
    }

    private init(
        _ record: Record, rung: Rung?, _ kind: QueryKind, _ known: Instant, _ heads: [DocumentID: DocumentHead]
    ) {
        (self.record, self.rung, self.kind, self.known) = (record, rung, kind, known)
        if case .document(let document) = record {
            self.heads = [DocumentHead(document)]
        } else {
            self.heads = Set(record.documents).sorted().compactMap { heads[$0] }
        }
    }
}

extension QuerySubject {
    var ladder: Ladder? { if case .ladder(let ladder) = record { ladder } else { nil } }

    /// The publications it rests on, as far as they are known; a publication is its own.
    func sources(in context: QueryContext) -> [Source] {
        if case .source(let source) = record { return [source] }
        return heads.compactMap { context.sources[$0.source] }
    }

    /// The publishers it rests on; a source that is not known stands for one of its own.
    package func families(in context: QueryContext) -> [String] {
        heads.map { context.sources[$0.source]?.family ?? $0.source.text }
    }

    /// The grade of every account, or of every part of a quote.
    package func grades(in context: QueryContext) -> [Grade] {
        func grade(_ credibility: InformationCredibility, _ anchor: Anchor) -> Grade {
            let head = heads.first { $0.id == anchor.document }
            return Grade(head.flatMap { context.sources[$0.source] }?.reliability ?? .f, credibility)
        }
        switch record {
        case .quote(let quote): return quote.content.map { grade(quote.credibility, $0) }
        case .event(let event): return event.accounts.map { grade($0.credibility, $0.anchor) }
        default: return []
        }
    }

    /// What it is called.
    var titles: [String] {
        if let rung { return [rung.title] }
        return switch record {
        case .document(let document): [document.title]
        case .actor(let actor): [actor.name] + actor.aliases.map(\.text)
        case .source(let source): [source.name]
        case .ladder(let ladder): [ladder.title]
        default: []
        }
    }

    /// When it was said, happened or came in; when it became known, where that is not told.
    var time: FieldValue {
        switch record {
        case .quote(let quote): quote.said.map { .date($0) } ?? .moment(known)
        case .event(let event): event.when.map { .date($0) } ?? .moment(known)
        case .document(let document): .moment(document.received)
        default: .moment(known)
        }
    }
}

extension Record {
    /// The documents that it rests on, one for each anchor.
    package var documents: [DocumentID] {
        switch self {
        case .quote(let quote): quote.content.map(\.document)
        case .event(let event): event.accounts.map(\.anchor.document)
        case .actor(let actor): actor.evidence.map(\.document)
        case .relation(let relation): relation.evidence.map(\.document)
        case .coupling(let coupling): coupling.evidence.map(\.document)
        case .hypotheses(let matrix): matrix.items.flatMap(\.evidence).map(\.document)
        case .header, .source, .document, .ladder, .judgement: []
        }
    }
}
