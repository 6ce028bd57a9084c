/// How far a source can be relied on: the first axis of the Admiralty system (AJP-2.1, STANAG 2511).
///
/// It belongs to the source. `F` is "cannot be judged", not "worst": it neither sorts below `E` nor satisfies a rule that
/// asks for a reliability.
package enum SourceReliability: String, CaseIterable, Codable, Sendable {
    case a = "A"
    case b = "B"
    case c = "C"
    case d = "D"
    case e = "E"
    case f = "F"

    /// The axis's own words.
    package var inWords: String {
        switch self {
        case .a: "completely reliable"
        case .b: "usually reliable"
        case .c: "fairly reliable"
        case .d: "not usually reliable"
        case .e: "unreliable"
        case .f: "reliability cannot be judged"
        }
    }
}

/// How far a piece of information can be believed: the second axis of the Admiralty system.
///
/// It belongs to the finding. 6 is "cannot be judged", not "worst"; 1 asks for other, independent sources.
package enum InformationCredibility: Int, CaseIterable, Codable, Sendable {
    case confirmed = 1
    case probablyTrue
    case possiblyTrue
    case doubtful
    case improbable
    case cannotBeJudged

    /// The axis's own words.
    package var inWords: String {
        switch self {
        case .confirmed: "confirmed by other sources"
        case .probablyTrue: "probably true"
        case .possiblyTrue: "possibly true"
        case .doubtful: "doubtful"
        case .improbable: "improbable"
        case .cannotBeJudged: "truth cannot be judged"
        }
    }
}

/// Both axes, side by side and independent; written `B2`.
package struct Grade: Hashable, Sendable, Codable, CustomStringConvertible {
    package let reliability: SourceReliability
    package let credibility: InformationCredibility

    package init(_ reliability: SourceReliability, _ credibility: InformationCredibility) {
        self.reliability = reliability
        self.credibility = credibility
    }

    /// A grade that others are held against: both axes judged. `nil` for any other text.
    package init?(threshold text: String) {
        let letters = text.uppercased()
        guard letters.count == 2, let reliability = SourceReliability(rawValue: String(letters.prefix(1))),
            let credibility = Int(letters.suffix(1)).flatMap(InformationCredibility.init(rawValue:)),
            reliability != .f, credibility != .cannotBeJudged
        else { return nil }
        self.init(reliability, credibility)
    }

    /// Whether it is at least as good on both axes. What cannot be judged is neither better nor worse than anything.
    package func isAtLeastAsGood(as other: Grade) -> Bool {
        isJudged && other.isJudged && reliability.rawValue <= other.reliability.rawValue
            && credibility.rawValue <= other.credibility.rawValue
    }

    private var isJudged: Bool { reliability != .f && credibility != .cannotBeJudged }

    package var description: String { "\(reliability.rawValue)\(credibility.rawValue)" }

    /// `usually reliable, probably true`.
    package var inWords: String { "\(reliability.inWords), \(credibility.inWords)" }
}
