package import SituationModel

/// A judgement as it is given: by whom and when is added where it is written down.
package struct JudgementDraft: Hashable, Sendable {
    package let rung: RungKey
    package let horizon: Horizon
    package let likelihood: Likelihood
    package let confidence: AnalyticConfidence?
    package let reason: String?

    package init(
        rung: RungKey, horizon: Horizon, likelihood: Likelihood, confidence: AnalyticConfidence?, reason: String?
    ) {
        self.rung = rung
        self.horizon = horizon
        self.likelihood = likelihood
        self.confidence = confidence
        self.reason = reason
    }

    /// The judgement, made by an analyst at a moment; `nil` where its horizon has passed by then.
    package func judgement(by analyst: String, at moment: Instant) -> Judgement? {
        let end = horizon.end(from: moment)
        guard end > moment else { return nil }
        return Judgement(
            id: JudgementID.suggested(
                by: "\(analyst) \(rung.ladder) \(rung.rung) \(moment.day)", fallback: "judgement"),
            analyst: analyst, rung: rung, horizonEnd: end, likelihood: likelihood, confidence: confidence,
            made: moment, reason: reason)
    }

    /// What to say when it is written down.
    package func said(revising earlier: Bool) -> String {
        "\(earlier ? "Revised" : "Judged"): \(likelihood)"
    }
}
