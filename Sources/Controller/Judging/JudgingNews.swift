package import SituationModel

/// What analysts hold, computed: how their forecasts stand, how they have fared, and what the matrices say.
package struct JudgingNews: Hashable, Sendable {
    /// By analyst, horizon and rung.
    package var forecasts: [ForecastStanding]
    /// By name.
    package var analysts: [AnalystStanding]
    package var matrices: [HypothesesID: MatrixReading]

    package init(
        forecasts: [ForecastStanding] = [], analysts: [AnalystStanding] = [],
        matrices: [HypothesesID: MatrixReading] = [:]
    ) {
        self.forecasts = forecasts
        self.analysts = analysts
        self.matrices = matrices
    }

    /// The forecasts of a rung, the nearest horizon first.
    package func forecasts(of rung: RungKey) -> [ForecastStanding] {
        forecasts.filter { $0.question.rung == rung }
            .sorted { ($0.question.horizonEnd, $0.analyst) < ($1.question.horizonEnd, $1.analyst) }
    }

    /// The forecast that a judgement is part of.
    package func forecast(with judgement: JudgementID) -> ForecastStanding? {
        forecasts.first { $0.judgements.contains { $0.id == judgement } }
    }
}

/// One analyst's judgements on one question, and how it came out.
package struct ForecastStanding: Hashable, Sendable {
    package enum Outcome: Hashable, Sendable {
        case open
        case reached(Instant)
        case notReached
        /// The question was answered before it was judged.
        case void

        /// One word for it.
        package var word: String {
            switch self {
            case .open: "open"
            case .reached: "reached"
            case .notReached: "not reached"
            case .void: "void"
            }
        }
    }

    package let analyst: String
    package let question: Judgement.Question
    /// The earliest first.
    package let judgements: [Judgement]
    package let outcome: Outcome
    /// The binary Brier score over the days; `nil` while the question is open, or void.
    package let score: Double?

    package init(
        analyst: String, question: Judgement.Question, judgements: [Judgement], outcome: Outcome, score: Double?
    ) {
        self.analyst = analyst
        self.question = question
        self.judgements = judgements
        self.outcome = outcome
        self.score = score
    }

    /// The judgement in force: the latest.
    package var inForce: Judgement? { judgements.last }
}

/// How an analyst's judgements have fared.
package struct AnalystStanding: Hashable, Sendable {
    /// The binary Brier score and what makes it up.
    package struct Score: Hashable, Sendable {
        package let binary: Double
        package let reliability: Double
        package let resolution: Double
        package let uncertainty: Double
        package let withinBins: Double

        package init(
            binary: Double, reliability: Double, resolution: Double, uncertainty: Double, withinBins: Double
        ) {
            self.binary = binary
            self.reliability = reliability
            self.resolution = resolution
            self.uncertainty = uncertainty
            self.withinBins = withinBins
        }
    }

    /// One row of the calibration plot.
    package struct Bin: Hashable, Sendable {
        package let band: LikelihoodBand
        package let forecasts: Int
        /// The mean of the probabilities given.
        package let said: Double
        /// The share that came about.
        package let came: Double
        /// Whether there are too few to say anything.
        package let isSmall: Bool

        package init(band: LikelihoodBand, forecasts: Int, said: Double, came: Double, isSmall: Bool) {
            self.band = band
            self.forecasts = forecasts
            self.said = said
            self.came = came
            self.isSmall = isSmall
        }
    }

    package let analyst: String
    package let open: Int
    package let resolved: Int
    package let void: Int
    /// Whether the record is too short to judge the analyst by.
    package let isSmall: Bool
    /// `nil` where nothing is resolved.
    package let score: Score?
    /// The least likely band first; those without a forecast are left out.
    package let bins: [Bin]

    package init(
        analyst: String, open: Int, resolved: Int, void: Int, isSmall: Bool, score: Score?, bins: [Bin]
    ) {
        self.analyst = analyst
        self.open = open
        self.resolved = resolved
        self.void = void
        self.isSmall = isSmall
        self.score = score
        self.bins = bins
    }
}
