/// A forecast whose question is answered: what was said, for what share of its time, and what came.
package struct ScoredForecast: Hashable, Sendable {
    package struct Share: Hashable, Sendable {
        package let probability: Double
        /// The part of the forecast's days on which that was the probability given; all parts make 1.
        package let weight: Double
    }

    package let isReached: Bool
    package let shares: [Share]

    /// `nil` where nothing was in force on any day.
    package init?(isReached: Bool, shares: [(probability: Double, days: Int)]) {
        let days = shares.reduce(0) { $0 + $1.days }
        guard days > 0 else { return nil }
        self.isReached = isReached
        self.shares = shares.map { Share(probability: $0.probability, weight: Double($0.days) / Double(days)) }
    }

    /// What came, as a number.
    var outcome: Double { isReached ? 1 : 0 }

    /// The binary Brier score (f − o)², averaged over the days: 0 is perfect, 1 the worst, 0.25 what "50%" always earns.
    ///
    /// G. W. Brier, *Verification of forecasts expressed in terms of probability*, 1950, gives the form summed over both classes,
    /// which is twice this.
    package var brier: Double {
        shares.reduce(0) { $0 + $1.weight * ($1.probability - outcome) * ($1.probability - outcome) }
    }
}
