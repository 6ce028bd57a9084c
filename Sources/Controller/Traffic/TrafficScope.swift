package import SituationModel

/// Whose dealings with whom are looked at, each actor standing for all that belong to it.
package enum TrafficScope: Hashable, Sendable {
    /// Of two actors or more, all of them with one another.
    case among([ActorID])
    /// Of one actor with everybody else.
    case around(ActorID)

    /// Those of these actors with one another, or of the only one with everybody else; `nil` for none.
    package init?(_ actors: [ActorID]) {
        let distinct = actors.enumerated().filter { actors.firstIndex(of: $0.element) == $0.offset }.map(\.element)
        guard let first = distinct.first else { return nil }
        self = distinct.count == 1 ? .around(first) : .among(distinct)
    }

    package var actors: [ActorID] {
        switch self {
        case .among(let actors): actors
        case .around(let actor): [actor]
        }
    }
}

/// A stretch of time up to the moment shown, as it was written: `90d`, `2024-10`, or all there is.
package struct TimeWindow: Hashable, Sendable {
    /// As ``QueryDate`` has it; `nil` for all there is.
    package let text: String?

    package init(_ text: String?) {
        self.text = text
    }

    package var inWords: String { text.map { "window \($0)" } ?? "all there is" }
}
