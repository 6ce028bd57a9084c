package import SituationModel

package typealias HypothesisID = Identifier<Hypothesis>

/// One of the explanations or outcomes that compete.
package struct Hypothesis: Hashable, Sendable, Codable {
    package let id: HypothesisID
    package var title: String

    package init(id: HypothesisID, title: String) {
        self.id = id
        self.title = title
    }
}

/// How one analyst rates one item against one hypothesis.
package struct Rating: Hashable, Sendable, Codable {
    package var analyst: String
    package var item: EvidenceID
    package var hypothesis: HypothesisID
    package var consistency: Consistency

    package init(analyst: String, item: EvidenceID, hypothesis: HypothesisID, consistency: Consistency) {
        self.analyst = analyst
        self.item = item
        self.hypothesis = hypothesis
        self.consistency = consistency
    }
}

/// Hypotheses, evidence, and how analysts rate the one against the other.
///
/// It lays evidence out; it is no calculator of truth. A controlled study found no gain in the coherence of probabilities
/// (C. W. Karvetski and D. R. Mandel, *Coherence of probability judgments from uncertain evidence: does ACH help?*, 2020).
package struct HypothesisMatrix: Hashable, Sendable, Codable {
    package var hypotheses: [Hypothesis]
    package var items: [EvidenceItem]
    /// Of several ratings by one analyst of one cell, the last holds.
    package var ratings: [Rating]

    package init(hypotheses: [Hypothesis], items: [EvidenceItem], ratings: [Rating] = []) {
        self.hypotheses = hypotheses
        self.items = items
        self.ratings = ratings
    }
}
