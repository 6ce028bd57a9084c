package typealias EvidenceID = Identifier<EvidenceItem>

/// Something that speaks for or against hypotheses.
package struct EvidenceItem: Hashable, Sendable, Codable {
    /// How much a side of an item weighs: 1/√2, 1 or √2, as in PARC's ACH 1.1.
    package enum Weight: String, CaseIterable, Codable, Sendable {
        case low, medium, high

        package var factor: Double {
            switch self {
            case .low: 0.5.squareRoot()
            case .medium: 1
            case .high: 2.0.squareRoot()
            }
        }
    }

    package let id: EvidenceID
    package var summary: String
    package var credibility: Weight
    package var relevance: Weight
    /// Where it is to be read.
    package var evidence: [Anchor]

    package init(
        id: EvidenceID, summary: String, credibility: Weight = .medium, relevance: Weight = .medium,
        evidence: [Anchor] = []
    ) {
        self.id = id
        self.summary = summary
        self.credibility = credibility
        self.relevance = relevance
        self.evidence = evidence
    }

    /// What the item's inconsistencies are multiplied by.
    package var weight: Double { credibility.factor * relevance.factor }
}

extension EvidenceItem.Weight {
    /// The credibility that a grade suggests, to begin with: high for what a good source says and others or the rest bear out,
    /// low where either axis speaks against it. What cannot be judged is left unweighted.
    package init(suggestedBy grade: Grade) {
        let isSourceWeak = [.d, .e].contains(grade.reliability)
        let isInformationWeak = [.doubtful, .improbable].contains(grade.credibility)
        let isSourceGood = [.a, .b].contains(grade.reliability)
        let isInformationGood = [.confirmed, .probablyTrue].contains(grade.credibility)
        if isSourceWeak || isInformationWeak {
            self = .low
        } else {
            self = isSourceGood && isInformationGood ? .high : .medium
        }
    }
}
