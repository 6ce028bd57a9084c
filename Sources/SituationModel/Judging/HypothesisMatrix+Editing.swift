extension HypothesisMatrix {
    /// The rating of a cell by an analyst: the last of several.
    package func rating(by analyst: String, _ item: EvidenceID, _ hypothesis: HypothesisID) -> Consistency? {
        ratings.last { $0.analyst == analyst && $0.item == item && $0.hypothesis == hypothesis }?.consistency
    }

    /// The matrix with an analyst's rating of a cell; without one where it is `nil`.
    package func rated(
        _ consistency: Consistency?, by analyst: String, _ item: EvidenceID, _ hypothesis: HypothesisID
    ) -> HypothesisMatrix {
        var matrix = self
        matrix.ratings.removeAll { $0.analyst == analyst && $0.item == item && $0.hypothesis == hypothesis }
        if let consistency {
            matrix.ratings.append(
                Rating(analyst: analyst, item: item, hypothesis: hypothesis, consistency: consistency))
        }
        return matrix
    }

    /// The matrix without a hypothesis and what was rated against it.
    package func without(_ hypothesis: HypothesisID) -> HypothesisMatrix {
        var matrix = self
        matrix.hypotheses.removeAll { $0.id == hypothesis }
        return matrix.withoutStrayRatings
    }

    /// The matrix without an item and its ratings.
    package func without(_ item: EvidenceID) -> HypothesisMatrix {
        var matrix = self
        matrix.items.removeAll { $0.id == item }
        return matrix.withoutStrayRatings
    }

    /// The matrix without ratings of what is not in it: somebody may have rated what somebody else took out meanwhile.
    var withoutStrayRatings: HypothesisMatrix {
        let (items, hypotheses) = (Set(items.map(\.id)), Set(hypotheses.map(\.id)))
        guard ratings.contains(where: { !items.contains($0.item) || !hypotheses.contains($0.hypothesis) }) else {
            return self
        }
        var matrix = self
        matrix.ratings.removeAll { !items.contains($0.item) || !hypotheses.contains($0.hypothesis) }
        return matrix
    }
}
