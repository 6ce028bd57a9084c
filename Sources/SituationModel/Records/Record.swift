/// Any one record of a situation.
package enum Record: Hashable, Sendable, Codable {
    case header(Header)
    case source(Source)
    case document(Document)
    case actor(Actor)
    case relation(Relation)
    case quote(Quote)
    case event(Event)
    case ladder(Ladder)
    case coupling(Coupling)
    case judgement(Judgement)
    case hypotheses(HypothesisMatrix)

    package var key: RecordKey {
        switch self {
        case .header(let header): .header(header.id)
        case .source(let source): .source(source.id)
        case .document(let document): .document(document.id)
        case .actor(let actor): .actor(actor.id)
        case .relation(let relation): .relation(relation.id)
        case .quote(let quote): .quote(quote.id)
        case .event(let event): .event(event.id)
        case .ladder(let ladder): .ladder(ladder.id)
        case .coupling(let coupling): .coupling(coupling.id)
        case .judgement(let judgement): .judgement(judgement.id)
        case .hypotheses(let matrix): .hypotheses(matrix.id)
        }
    }

    /// This record revised as `after` revises `before`; itself where the three are not of one kind.
    package func merging(from before: Record, to after: Record) -> Record {
        switch (self, before, after) {
        case (.header(let now), .header(let old), .header(let new)): .header(now.merging(from: old, to: new))
        case (.source(let now), .source(let old), .source(let new)): .source(now.merging(from: old, to: new))
        case (.document(let now), .document(let old), .document(let new)): .document(now.merging(from: old, to: new))
        case (.actor(let now), .actor(let old), .actor(let new)): .actor(now.merging(from: old, to: new))
        case (.relation(let now), .relation(let old), .relation(let new)): .relation(now.merging(from: old, to: new))
        case (.quote(let now), .quote(let old), .quote(let new)): .quote(now.merging(from: old, to: new))
        case (.event(let now), .event(let old), .event(let new)): .event(now.merging(from: old, to: new))
        case (.ladder(let now), .ladder(let old), .ladder(let new)): .ladder(now.merging(from: old, to: new))
        case (.coupling(let now), .coupling(let old), .coupling(let new)): .coupling(now.merging(from: old, to: new))
        case (.judgement(let now), .judgement(let old), .judgement(let new)):
            .judgement(now.merging(from: old, to: new))
        case (.hypotheses(let now), .hypotheses(let old), .hypotheses(let new)):
            .hypotheses(now.merging(from: old, to: new))
        default: self
        }
    }

    /// The fields in which this record differs from an earlier form of it; none for records of two kinds.
    package func differences(from before: Record) -> [FieldDifference] {
        switch (before, self) {
        case (.header(let old), .header(let new)): new.differences(from: old)
        case (.source(let old), .source(let new)): new.differences(from: old)
        case (.document(let old), .document(let new)): new.differences(from: old)
        case (.actor(let old), .actor(let new)): new.differences(from: old)
        case (.relation(let old), .relation(let new)): new.differences(from: old)
        case (.quote(let old), .quote(let new)): new.differences(from: old)
        case (.event(let old), .event(let new)): new.differences(from: old)
        case (.ladder(let old), .ladder(let new)): new.differences(from: old)
        case (.coupling(let old), .coupling(let new)): new.differences(from: old)
        case (.judgement(let old), .judgement(let new)): new.differences(from: old)
        case (.hypotheses(let old), .hypotheses(let new)): new.differences(from: old)
        default: []
        }
    }

    /// The names of those fields.
    package func fieldsChanged(from before: Record) -> [String] { differences(from: before).map(\.name) }
}

/// The name of any one record of a situation.
package enum RecordKey: Hashable, Sendable, Codable {
    case header(SituationID)
    case source(SourceID)
    case document(DocumentID)
    case actor(ActorID)
    case relation(RelationID)
    case quote(QuoteID)
    case event(EventID)
    case ladder(LadderID)
    case coupling(CouplingID)
    case judgement(JudgementID)
    case hypotheses(HypothesesID)

    package enum Kind: String, CaseIterable, Codable, Sendable {
        case header, source, document, actor, relation, quote, event, ladder, coupling, judgement,
            hypotheses
    }

    package var kind: Kind {
        switch self {
        case .header: .header
        case .source: .source
        case .document: .document
        case .actor: .actor
        case .relation: .relation
        case .quote: .quote
        case .event: .event
        case .ladder: .ladder
        case .coupling: .coupling
        case .judgement: .judgement
        case .hypotheses: .hypotheses
        }
    }

    /// The identifier's text.
    package var text: String {
        switch self {
        case .header(let id): id.text
        case .source(let id): id.text
        case .document(let id): id.text
        case .actor(let id): id.text
        case .relation(let id): id.text
        case .quote(let id): id.text
        case .event(let id): id.text
        case .ladder(let id): id.text
        case .coupling(let id): id.text
        case .judgement(let id): id.text
        case .hypotheses(let id): id.text
        }
    }

    package init(_ kind: Kind, _ text: String) {
        self =
            switch kind {
            case .header: .header(SituationID(text))
            case .source: .source(SourceID(text))
            case .document: .document(DocumentID(text))
            case .actor: .actor(ActorID(text))
            case .relation: .relation(RelationID(text))
            case .quote: .quote(QuoteID(text))
            case .event: .event(EventID(text))
            case .ladder: .ladder(LadderID(text))
            case .coupling: .coupling(CouplingID(text))
            case .judgement: .judgement(JudgementID(text))
            case .hypotheses: .hypotheses(HypothesesID(text))
            }
    }
}

extension RecordKey: CustomStringConvertible, Comparable {
    package var description: String { "\(kind.rawValue) \(text)" }

    package static func < (left: Self, right: Self) -> Bool {
        (left.kind.rawValue, left.text) < (right.kind.rawValue, right.text)
    }
}
