package typealias HypothesisID = Identifier<Hypothesis>
package typealias HypothesesID = Identifier<HypothesisMatrix>

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
    package let id: HypothesesID
    /// The question that they answer: `Will Seoul send weapons?`
    package var title: String
    package var hypotheses: [Hypothesis]
    package var items: [EvidenceItem]
    /// Of several ratings by one analyst of one cell, the last holds.
    package var ratings: [Rating]

    package init(
        id: HypothesesID, title: String, hypotheses: [Hypothesis] = [], items: [EvidenceItem] = [],
        ratings: [Rating] = []
    ) {
        self.id = id
        self.title = title
        self.hypotheses = hypotheses
        self.items = items
        self.ratings = ratings
    }
}

extension HypothesisMatrix: Revisable {
    package static func visit(_ visitor: inout some FieldVisitor<HypothesisMatrix>) {
        visitor.field("question", \.title)
        visitor.field("hypotheses", \.hypotheses)
        visitor.field("evidence", \.items)
        visitor.field("ratings", \.ratings)
    }

    /// Hypotheses, items and ratings are merged one by one, so that several analysts who work on one matrix at once keep
    /// all that each of them has done.
    package func merging(from before: Self, to after: Self) -> Self {
        var result = self
        if before.title != after.title { result.title = after.title }
        result.hypotheses = Self.merged(hypotheses, before.hypotheses, after.hypotheses, by: \.id)
        result.items = Self.merged(items, before.items, after.items, by: \.id)
        result.ratings = Self.merged(ratings, before.ratings, after.ratings, by: \.cell)
        return result.withoutStrayRatings
    }

    /// The present list with what was added, changed and taken out from one form to another.
    private static func merged<Element: Hashable, Name: Hashable>(
        _ present: [Element], _ before: [Element], _ after: [Element], by name: (Element) -> Name
    ) -> [Element] {
        guard before != after else { return present }
        let old = Dictionary(before.map { (name($0), $0) }, uniquingKeysWith: { $1 })
        let new = Dictionary(after.map { (name($0), $0) }, uniquingKeysWith: { $1 })
        var taken: Set<Name> = []
        var result = present.compactMap { element -> Element? in
            let key = name(element)
            taken.insert(key)
            guard let changed = new[key] else { return old[key] == nil ? element : nil }
            return changed == old[key] ? element : changed
        }
        result += after.filter { old[name($0)] != $0 && taken.insert(name($0)).inserted }
        return result
    }
}

extension Rating {
    /// Whose rating of what it is: of several of one, the last holds.
    package var cell: [String] { [analyst, item.text, hypothesis.text] }
}
