package import SituationModel
package import Warning

/// How two actors stand in the last week of a situation's traffic.
package struct SurgeStanding: Sendable {
    package let pair: ActorPair
    package let week: Week
    package let counts: QuadCounts
    /// The week against those before it; `nil` where too few are known, or where nothing was collected in it.
    package let reading: SurgeReading?
    package let reason: String
}

extension TrafficBook {
    /// The last week of pairs, the strongest change first and those of which nothing can be said last.
    package func standings(of pairs: [ActorPair]) -> [SurgeStanding] {
        guard let week = traffic.span?.upperBound else { return [] }
        let rule = traffic.rule
        let standings = pairs.map { pair in
            let history = traffic.history(of: [pair])
            let reading = history.reading(of: week, under: rule)
            let reason =
                reading?.reason(under: rule)
                ?? (history.gaps.contains(week)
                    ? "nothing was collected in this week"
                    : "fewer than the \(rule.leastHistory) weeks before it are known that it could be measured against")
            return SurgeStanding(
                pair: pair, week: week, counts: history[week], reading: reading, reason: reason)
        }
        return standings.sorted { left, right in
            let scores = [left, right].map { $0.reading?.score ?? -.infinity }
            if scores[0] != scores[1] { return scores[0] > scores[1] }
            if left.counts.total != right.counts.total { return left.counts.total > right.counts.total }
            return left.pair < right.pair
        }
    }
}
