package import SituationModel

/// Something on the board that the cursor can stand on.
package enum Item: Hashable, Sendable, Codable {
    case record(RecordKey)
    case rung(RungKey)
    case indicator(RungKey, IndicatorID)
    case entry(EntryID)
    /// A coupling where it stands a second time, below the rung that it bears on.
    case incoming(CouplingID)

    /// The record that the item is, or is part of.
    package var recordKey: RecordKey? {
        switch self {
        case .record(let key): key
        case .rung(let rung), .indicator(let rung, _): .ladder(rung.ladder)
        case .incoming(let id): .coupling(id)
        case .entry: nil
        }
    }

    package static func actor(_ id: ActorID) -> Item { .record(.actor(id)) }
    package static func ladder(_ id: LadderID) -> Item { .record(.ladder(id)) }
    package static func quote(_ id: QuoteID) -> Item { .record(.quote(id)) }
    package static func event(_ id: EventID) -> Item { .record(.event(id)) }
    package static func document(_ id: DocumentID) -> Item { .record(.document(id)) }
    package static func coupling(_ id: CouplingID) -> Item { .record(.coupling(id)) }
    package static func relation(_ id: RelationID) -> Item { .record(.relation(id)) }
}

/// What the detail pane shows.
package enum Subject: Hashable, Sendable {
    case item(Item)
    /// A document, open at one of some places.
    case document(DocumentID, at: Anchor?)
    /// The sandbox.
    case whatIf
    /// What all analysts hold, and how they have fared.
    case judgements
    /// The traffic between actors, with the week that holds a day looked at closely.
    case chart(TrafficScope, week: CalendarDay?)
    /// Who did what to whom.
    case deedMatrix(TimeWindow)
    case deeds(DeedsWish)
    /// What an actor said, did and suffered.
    case timeline(ActorID)
    /// All that answers a query, as it was written.
    case found(String)

    package var document: DocumentID? {
        switch self {
        case .document(let id, _), .item(.record(.document(let id))): id
        case .item, .judgements, .whatIf, .chart, .deedMatrix, .deeds, .timeline, .found: nil
        }
    }

    /// The matrix of hypotheses that it is.
    package var matrix: HypothesesID? {
        guard case .item(.record(.hypotheses(let id))) = self else { return nil }
        return id
    }

    /// Whether it is a table, and wants the width of the board.
    var isTable: Bool { self == .judgements || matrix != nil || isOfTraffic }

    /// Whether it is a chart or a matrix of the traffic between actors.
    package var isOfTraffic: Bool {
        switch self {
        case .chart, .deedMatrix: true
        case .item, .document, .judgements, .whatIf, .deeds, .timeline, .found: false
        }
    }
}

/// Something in the detail pane that Enter follows.
package enum Link: Hashable, Sendable {
    case item(Item)
    case anchor(Anchor)
    /// A step in the sandbox, which leads nowhere else.
    case sandbox(WhatIfStep)
    case chart(TrafficScope)

    package var subject: Subject {
        switch self {
        case .sandbox: .whatIf
        case .item(.record(.document(let id))): .document(id, at: nil)
        case .item(let item): .item(item)
        case .anchor(let anchor): .document(anchor.document, at: anchor)
        case .chart(let scope): .chart(scope, week: nil)
        }
    }
}
