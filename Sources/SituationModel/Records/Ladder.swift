/// An escalation scenario: the steps open to an actor, in order of severity. Rungs can be skipped and descended.
package struct Ladder: Hashable, Sendable, Codable {
    package let id: LadderID
    package var title: String
    /// What kind of climbing it is: `step-by-step support`.
    package var subject: String?
    /// Whose ladder it is.
    package var actors: [ActorID]
    /// From the least severe to the most.
    package var rungs: [Rung]

    package init(id: LadderID, title: String, subject: String? = nil, actors: [ActorID], rungs: [Rung]) {
        self.id = id
        self.title = title
        self.subject = subject
        self.actors = actors
        self.rungs = rungs
    }

    /// The rung of that name, and its number counted from 1.
    package func rung(_ id: RungID) -> (number: Int, rung: Rung)? {
        rungs.firstIndex { $0.id == id }.map { ($0 + 1, rungs[$0]) }
    }
}

/// One step of a ladder, with what would lead up to it and down from it.
package struct Rung: Hashable, Sendable, Codable {
    /// How far a step has been taken.
    package enum State: String, CaseIterable, Codable, Sendable {
        case notReached = "not reached"
        /// Held out for the case that something else happens.
        case conditional
        case underConsideration = "under consideration"
        case threatened
        case announced
        case underWay = "under way"
        case reached
        case stoodDown = "stood down"

        /// Whether an actor stands on a rung in this state.
        package var isStoodOn: Bool { self == .underWay || self == .reached }
    }

    package let id: RungID
    package var title: String
    package var remarks: String?
    package var indicators: [Indicator]

    package init(id: RungID, title: String, remarks: String? = nil, indicators: [Indicator] = []) {
        self.id = id
        self.title = title
        self.remarks = remarks
        self.indicators = indicators
    }
}

/// A threshold of a rung: what would have to be seen for the actor to step onto it, or off it.
package struct Indicator: Hashable, Sendable, Codable {
    package enum Direction: String, CaseIterable, Codable, Sendable {
        case up, down
    }

    /// What the evidence says of it. Not having looked is not the same as having seen nothing.
    package enum State: String, CaseIterable, Codable, Sendable {
        case notCollected = "not collected"
        case quiet
        case stirring
        case observed
    }

    package let id: IndicatorID
    package var direction: Direction
    /// What would be seen.
    package var summary: String
    /// How many independent publishers must have it before it counts.
    package var requiredFamilies: Int
    /// By what the machine tells whether it is seen; `nil` where that is left to people.
    package var rule: IndicatorRule?
    /// What people say of it: the machine's reading stands beside it, see ``Situation/reading(of:)``.
    package var state: State
    /// What people rest that on.
    package var evidence: [Anchor]

    package init(
        id: IndicatorID, direction: Direction, summary: String, requiredFamilies: Int = 1, rule: IndicatorRule? = nil,
        state: State = .notCollected, evidence: [Anchor] = []
    ) {
        self.id = id
        self.direction = direction
        self.summary = summary
        self.requiredFamilies = requiredFamilies
        self.rule = rule
        self.state = state
        self.evidence = evidence
    }
}

/// The name of a rung across ladders, written `seoul/defensive-weapons`.
package struct RungKey: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
    package let ladder: LadderID
    package let rung: RungID

    package init(_ ladder: LadderID, _ rung: RungID) {
        self.ladder = ladder
        self.rung = rung
    }

    /// A key from `ladder/rung`.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
        self.init(LadderID(String(parts[0])), RungID(String(parts[1])))
    }

    package var description: String { "\(ladder)/\(rung)" }

    package static func < (left: Self, right: Self) -> Bool { (left.ladder, left.rung) < (right.ladder, right.rung) }
}

extension Ladder: Revisable {
    package static func visit(_ visitor: inout some FieldVisitor<Ladder>) {
        visitor.field("title", \.title)
        visitor.field("subject", \.subject)
        visitor.field("actors", \.actors)
        visitor.field("rungs", \.rungs)
    }
}
