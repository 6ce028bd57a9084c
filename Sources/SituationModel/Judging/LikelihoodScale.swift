/// A scale of words for how likely something is, each with the per cent it stands for.
package enum LikelihoodScale: String, CaseIterable, Codable, Sendable {
    /// Intelligence Community Directive 203, Analytic Standards, United States, 2 January 2015.
    case icd203 = "ICD 203"
    /// The probability yardstick of the Professional Head of Intelligence Assessment, United Kingdom. Its words and the upper
    /// ends of its bands were found in two sources, the lower ends in one: check them before quoting them as the body's own.
    case phia = "PHIA"

    /// From the least likely to the most.
    package var bands: [LikelihoodBand] {
        switch self {
        case .icd203: Self.icd203Bands
        case .phia: Self.phiaBands
        }
    }

    /// The band that a probability falls into; `nil` where the scale has no word for it.
    ///
    /// The bands of ICD 203 share their ends, and the directive does not say whose they are: here a shared end belongs to the
    /// band further from even odds, so 80 per cent is "very likely". The bands of PHIA have gaps between them on purpose. 0
    /// and 1 are in no band: what is known is not likely.
    package func band(for probability: Double) -> LikelihoodBand? {
        guard probability > 0, probability < 1 else { return nil }
        let holding = bands.filter { $0.lower <= probability && probability <= $0.upper }
        return probability < 0.5 ? holding.first : holding.last
    }

    private static let icd203Bands = [
        LikelihoodBand(.icd203, 1, 0.01, 0.05, ["almost no chance", "remote"]),
        LikelihoodBand(.icd203, 2, 0.05, 0.20, ["very unlikely", "highly improbable"]),
        LikelihoodBand(.icd203, 3, 0.20, 0.45, ["unlikely", "improbable", "improbably"]),
        LikelihoodBand(.icd203, 4, 0.45, 0.55, ["roughly even chance", "roughly even odds"]),
        LikelihoodBand(.icd203, 5, 0.55, 0.80, ["likely", "probable", "probably"]),
        LikelihoodBand(.icd203, 6, 0.80, 0.95, ["very likely", "highly probable"]),
        LikelihoodBand(.icd203, 7, 0.95, 0.99, ["almost certain", "nearly certain", "almost certainly"]),
    ]

    private static let phiaBands = [
        LikelihoodBand(.phia, 1, 0, 0.05, ["remote chance"]),
        LikelihoodBand(.phia, 2, 0.10, 0.20, ["highly unlikely"]),
        LikelihoodBand(.phia, 3, 0.25, 0.35, ["unlikely"]),
        LikelihoodBand(.phia, 4, 0.40, 0.50, ["realistic possibility"]),
        LikelihoodBand(.phia, 5, 0.55, 0.75, ["likely", "probable", "probably"]),
        LikelihoodBand(.phia, 6, 0.80, 0.90, ["highly likely"]),
        LikelihoodBand(.phia, 7, 0.95, 1, ["almost certain", "almost certainly"]),
    ]
}

/// One step of a scale of likelihood.
package struct LikelihoodBand: Hashable, Sendable {
    package let scale: LikelihoodScale
    /// 1 for the least likely.
    package let number: Int
    /// The least probability it stands for.
    package let lower: Double
    package let upper: Double
    /// What it is called. ICD 203 has two rows of words, which a product does not mix: the first two here are those rows.
    package let words: [String]

    fileprivate init(_ scale: LikelihoodScale, _ number: Int, _ lower: Double, _ upper: Double, _ words: [String]) {
        (self.scale, self.number, self.lower, self.upper, self.words) = (scale, number, lower, upper, words)
    }

    /// `likely`.
    package var word: String { words[0] }
}
