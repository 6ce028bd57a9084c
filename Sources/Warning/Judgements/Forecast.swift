package import SituationModel

/// One analyst's judgements on one question, the earliest first: a forecast and its revisions.
package struct Forecast: Hashable, Sendable, Codable {
    package let analyst: String
    package let question: Judgement.Question
    /// At least one.
    package let judgements: [Judgement]

    /// How a question came out.
    package enum Outcome: Hashable, Sendable {
        case open
        case reached(Instant)
        /// The horizon passed without it.
        case notReached
        /// The rung was reached before anything was judged.
        case void
    }

    /// The forecasts that judgements make up, by analyst, horizon and rung.
    package static func grouping(_ judgements: [Judgement]) -> [Forecast] {
        Dictionary(grouping: judgements) { Key(analyst: $0.analyst, question: $0.question) }
            .map { key, judgements in
                Forecast(
                    analyst: key.analyst, question: key.question,
                    judgements: judgements.sorted { ($0.made, $0.id) < ($1.made, $1.id) })
            }
            .sorted {
                ($0.analyst, $0.question.horizonEnd, $0.question.rung)
                    < ($1.analyst, $1.question.horizonEnd, $1.question.rung)
            }
    }

    private struct Key: Hashable {
        let analyst: String
        let question: Judgement.Question
    }

    /// The judgement in force at a moment; `nil` before the first.
    package func judgement(at moment: Instant) -> Judgement? { judgements.last { $0.made <= moment } }

    /// How the question stands at `now`, where the rung was first reached at `reached`.
    package func outcome(reached: Instant?, now: Instant) -> Outcome {
        guard let first = judgements.first, first.made <= question.horizonEnd else { return .void }
        if let reached, reached <= min(now, question.horizonEnd) {
            return first.made < reached ? .reached(reached) : .void
        }
        return now > question.horizonEnd ? .notReached : .open
    }

    /// How long each probability stood, in days, up to and with the day on which the question was resolved.
    ///
    /// A day counts with the judgement in force at its end, so a forecast that was revised late is not scored as if it had
    /// always said so, and each question weighs the same however often it was revised: the practice of forecasting
    /// tournaments. A judgement made when the answer was known does not count.
    package func daysInForce(until resolution: Instant) -> [(probability: Double, days: Int)] {
        let counted = judgements.filter { $0.made < resolution }
        let ends = counted.dropFirst().map(\.made.day.daysSince1970) + [resolution.day.daysSince1970 + 1]
        return zip(counted, ends).map { ($0.likelihood.probability, $1 - $0.made.day.daysSince1970) }
            .filter { $0.days > 0 }
    }

    /// The forecast with its answer; `nil` while the question is open, or void.
    package func scored(reached: Instant?, now: Instant) -> ScoredForecast? {
        switch outcome(reached: reached, now: now) {
        case .open, .void: nil
        case .reached(let moment): ScoredForecast(isReached: true, shares: daysInForce(until: moment))
        case .notReached: ScoredForecast(isReached: false, shares: daysInForce(until: question.horizonEnd))
        }
    }
}
