/// How an item stands to a hypothesis: the five cells of R. J. Heuer's analysis of competing hypotheses (*Psychology of
/// Intelligence Analysis*, 1999), in the order of ACH 1.1.
package enum Consistency: String, CaseIterable, Codable, Sendable {
    case veryInconsistent = "II"
    case inconsistent = "I"
    case neutral = "N"
    case consistent = "C"
    case veryConsistent = "CC"

    package var inWords: String {
        switch self {
        case .veryInconsistent: "very inconsistent"
        case .inconsistent: "inconsistent"
        case .neutral: "neutral or not applicable"
        case .consistent: "consistent"
        case .veryConsistent: "very consistent"
        }
    }

    /// What it adds to a hypothesis's inconsistency. Consistency takes nothing off: what fits several proves none.
    package var inconsistency: Double {
        switch self {
        case .veryInconsistent: 2
        case .inconsistent: 1
        case .neutral, .consistent, .veryConsistent: 0
        }
    }

    /// Its place from −2 to 2, for telling how far ratings lie apart.
    package var place: Double {
        switch self {
        case .veryInconsistent: -2
        case .inconsistent: -1
        case .neutral: 0
        case .consistent: 1
        case .veryConsistent: 2
        }
    }
}
