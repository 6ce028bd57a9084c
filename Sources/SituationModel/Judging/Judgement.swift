package typealias JudgementID = Identifier<Judgement>

/// What an analyst holds of a rung: how likely it is to be reached by a date.
package struct Judgement: Hashable, Sendable, Codable {
    package let id: JudgementID
    package var analyst: String
    package var rung: RungKey
    /// The last moment at which reaching the rung bears the judgement out.
    package var horizonEnd: Instant
    package var likelihood: Likelihood
    package var confidence: AnalyticConfidence?
    package var made: Instant
    /// What it rests on, what is assumed, what would change it.
    package var reason: String?

    package init(
        id: JudgementID, analyst: String, rung: RungKey, horizonEnd: Instant, likelihood: Likelihood,
        confidence: AnalyticConfidence? = nil, made: Instant, reason: String? = nil
    ) {
        self.id = id
        self.analyst = analyst
        self.rung = rung
        self.horizonEnd = horizonEnd
        self.likelihood = likelihood
        self.confidence = confidence
        self.made = made
        self.reason = reason
    }

    /// What the judgement answers: judgements by one analyst on the same question revise one another.
    package var question: Question { Question(rung: rung, horizonEnd: horizonEnd) }

    /// Is this rung reached by then?
    package struct Question: Hashable, Sendable, Codable {
        package var rung: RungKey
        package var horizonEnd: Instant

        package init(rung: RungKey, horizonEnd: Instant) {
            self.rung = rung
            self.horizonEnd = horizonEnd
        }
    }
}

extension Judgement: Revisable {
    package static func visit(_ visitor: inout some FieldVisitor<Judgement>) {
        visitor.field("analyst", \.analyst)
        visitor.field("rung", \.rung)
        visitor.field("horizon", \.horizonEnd)
        visitor.field("likelihood", \.likelihood)
        visitor.field("confidence", \.confidence)
        visitor.field("made", \.made)
        visitor.field("reason", \.reason)
    }
}
