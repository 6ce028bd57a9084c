package import SituationModel

/// How an analyst's judgements have fared.
package struct AnalystRecord: Hashable, Sendable {
    package let analyst: String
    /// Questions not yet answered.
    package let open: Int
    /// Questions answered and scored.
    package let resolved: Int
    /// Questions that were answered before they were judged.
    package let void: Int
    /// The mean binary Brier score and its parts; `nil` where nothing is resolved.
    package let parts: BrierParts?
    package let calibration: Calibration

    /// Whether the record is too short to say anything of the analyst.
    package var isSmall: Bool { resolved < Calibration.leastForecasts }

    /// The records of all analysts, by name; `reached` says when a rung was first reached.
    package static func all(
        _ judgements: [Judgement], reached: [RungKey: Instant], now: Instant
    ) -> [AnalystRecord] {
        Dictionary(grouping: Forecast.grouping(judgements), by: \.analyst)
            .map { AnalystRecord(analyst: $0, forecasts: $1, reached: reached, now: now) }
            .sorted { $0.analyst < $1.analyst }
    }

    private init(analyst: String, forecasts: [Forecast], reached: [RungKey: Instant], now: Instant) {
        self.analyst = analyst
        let outcomes = forecasts.map { $0.outcome(reached: reached[$0.question.rung], now: now) }
        let scored = forecasts.compactMap { $0.scored(reached: reached[$0.question.rung], now: now) }
        open = outcomes.count { $0 == .open }
        void = outcomes.count { $0 == .void }
        resolved = scored.count
        parts = BrierParts(scored)
        calibration = Calibration(scored)
    }

    /// The score with what it rests on: `Brier 0.08 over 12 questions`; small counts are called small.
    package var summary: String {
        guard let parts else { return "nothing resolved yet, \(open) open" }
        let questions = resolved == 1 ? "1 question" : "\(resolved) questions"
        let score = "Brier \(inDecimals(parts.score)) over \(questions)"
        return isSmall ? "\(score): too few to judge by" : score
    }
}
