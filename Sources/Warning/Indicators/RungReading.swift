package import SituationModel

/// What the machine reads of a rung, from the indicators that have rules.
package struct RungReading: Hashable, Sendable {
    package let state: Rung.State
    package let reason: String
    package let evidence: [Anchor]

    /// The reading of a rung; `nil` where none of its indicators has a standing.
    ///
    /// Of the indicators that lead up and are observed, the one that argues for the most counts. One that leads down and is
    /// observed counts instead as soon as its evidence is later. Where none is observed, the rung is read as not reached:
    /// what had been seen before has passed out of its window, faded, or been rejected.
    package init?(_ rung: Rung, _ standings: [IndicatorID: IndicatorStanding]) {
        var up: Vote?
        var down: Vote?
        var isWatched = false
        for indicator in rung.indicators {
            guard let rule = indicator.rule, let standing = standings[indicator.id] else { continue }
            isWatched = true
            guard standing.state == .observed else { continue }
            let vote = Vote(indicator: indicator, outcome: rule.outcome(indicator.direction), standing: standing)
            switch indicator.direction {
            case .up: up = [up, vote].compactMap(\.self).max { $0.isLess(than: $1) }
            case .down: down = [down, vote].compactMap(\.self).max { $0.latest < $1.latest }
            }
        }
        guard isWatched else { return nil }
        if let down, up.map({ down.latest >= $0.latest }) ?? true {
            self.init(down)
        } else if let up {
            self.init(up)
        } else {
            self.init(state: .notReached, reason: "No indicator of it is observed.", evidence: [])
        }
    }

    private init(_ vote: Vote) {
        self.init(
            state: vote.outcome, reason: "\(vote.indicator.summary): \(vote.standing.words).",
            evidence: vote.standing.evidence)
    }

    private init(state: Rung.State, reason: String, evidence: [Anchor]) {
        (self.state, self.reason, self.evidence) = (state, reason, evidence)
    }

    private struct Vote {
        let indicator: Indicator
        let outcome: Rung.State
        let standing: IndicatorStanding

        var latest: Instant { standing.latest ?? Instant(milliseconds: .min) }

        /// Whether it argues for less; of two that argue for the same, the one with the earlier evidence is less.
        func isLess(than other: Vote) -> Bool {
            (outcome.advance, latest) < (other.outcome.advance, other.latest)
        }
    }
}

extension Rung.State {
    /// How far an actor has gone on a rung, for telling which of two states is further.
    package var advance: Int {
        switch self {
        case .stoodDown: -1
        case .notReached: 0
        case .conditional: 1
        case .underConsideration: 2
        case .threatened: 3
        case .announced: 4
        case .underWay: 5
        case .reached: 6
        }
    }
}
