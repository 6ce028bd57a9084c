package import SituationModel

/// Two actors, whichever way round: what either does to the other belongs to the pair.
package struct ActorPair: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
    /// The one whose name sorts first.
    package let first: ActorID
    package let second: ActorID

    /// A pair; `nil` for an actor and itself.
    package init?(_ one: ActorID, _ other: ActorID) {
        guard one != other else { return nil }
        (first, second) = (min(one, other), max(one, other))
    }

    /// The pair between whom an event took place; `nil` where one of them is not known.
    package init?(_ event: Event) {
        guard let source = event.source, let target = event.target else { return nil }
        self.init(source, target)
    }

    package static func < (left: Self, right: Self) -> Bool { (left.first, left.second) < (right.first, right.second) }

    package var description: String { "\(first) – \(second)" }
}
