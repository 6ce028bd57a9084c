/// How likely something is held to be: a word of a scale, a range, or a number.
///
/// Confidence, the ground that a judgement stands on, is another thing: see ``AnalyticConfidence``.
package enum Likelihood: Hashable, Sendable {
    case band(LikelihoodBand)
    /// Two probabilities above 0 and below 1, the lower first.
    case range(Double, Double)
    /// Above 0 and below 1.
    case probability(Double)

    /// The least and the greatest probability it stands for.
    package var bounds: ClosedRange<Double> {
        switch self {
        case .band(let band): band.lower...band.upper
        case .range(let lower, let upper): min(lower, upper)...max(lower, upper)
        case .probability(let value): value...value
        }
    }

    /// The one number that stands for it where one is needed, in scores and plots: the middle of its bounds.
    package var probability: Double { (bounds.lowerBound + bounds.upperBound) / 2 }
}

extension Likelihood: CustomStringConvertible {
    /// `likely (ICD 203)`, `55–80%` or `60%`; ``init(_:scale:)`` reads it again.
    package var description: String {
        switch self {
        case .band(let band): "\(band.word) (\(band.scale.rawValue))"
        case .range: "\(Self.perCent(bounds.lowerBound))–\(Self.perCent(bounds.upperBound))%"
        case .probability(let value): "\(Self.perCent(value))%"
        }
    }

    /// Per cent with as few digits as tell it from its neighbours at a ten-thousandth of a per cent.
    private static func perCent(_ probability: Double) -> String {
        var text = inDecimals(probability * 100, places: 4)
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text
    }
}

extension Likelihood: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        do {
            try self.init(try container.decode(String.self))
        } catch let fault as LikelihoodFault {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: fault.description)
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// How firm the ground under a judgement is: sources, assumptions, gaps. Never said in one sentence with a likelihood
/// (ICD 203).
package enum AnalyticConfidence: String, CaseIterable, Codable, Sendable {
    case low, moderate, high
}
