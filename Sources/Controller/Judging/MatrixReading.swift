package import SituationModel

/// What a matrix of competing hypotheses says, computed, with the matrix that it was computed from.
package struct MatrixReading: Hashable, Sendable {
    package struct Standing: Hashable, Sendable {
        package let hypothesis: Hypothesis
        /// 1 for the least inconsistent; equal where nothing tells them apart.
        package let rank: Int
        /// Weighted; 0 is not inconsistent with anything.
        package let inconsistency: Double
        /// Items that nobody has rated against it.
        package let unrated: Int

        package init(hypothesis: Hypothesis, rank: Int, inconsistency: Double, unrated: Int) {
            self.hypothesis = hypothesis
            self.rank = rank
            self.inconsistency = inconsistency
            self.unrated = unrated
        }
    }

    package struct Item: Hashable, Sendable {
        package let item: EvidenceItem
        package let diagnosticity: Double
        /// Whether it bears on the order.
        package let counts: Bool
        /// The largest standard deviation between analysts on one of its cells.
        package let disagreement: Double
        /// What needs saying of it.
        package let note: String?
        package let cells: [HypothesisID: Cell]

        package init(
            item: EvidenceItem, diagnosticity: Double, counts: Bool, disagreement: Double, note: String?,
            cells: [HypothesisID: Cell]
        ) {
            self.item = item
            self.diagnosticity = diagnosticity
            self.counts = counts
            self.disagreement = disagreement
            self.note = note
            self.cells = cells
        }
    }

    package struct Cell: Hashable, Sendable {
        /// What each analyst says.
        package let ratings: [String: Consistency]
        /// The mean, weighted by nothing: 0 to 2.
        package let inconsistency: Double
        package let disagreement: Double

        package init(ratings: [String: Consistency], inconsistency: Double, disagreement: Double) {
            self.ratings = ratings
            self.inconsistency = inconsistency
            self.disagreement = disagreement
        }

        /// What they say in short: `I`, or `II~C` for the furthest apart.
        package var text: String {
            let sorted = ratings.values.sorted { $0.place < $1.place }
            guard let first = sorted.first, let last = sorted.last else { return "" }
            return first == last ? first.rawValue : "\(first.rawValue)~\(last.rawValue)"
        }
    }

    package let matrix: HypothesisMatrix
    /// The least inconsistent first.
    package let standings: [Standing]
    /// In the order of the matrix.
    package let items: [Item]

    package init(matrix: HypothesisMatrix, standings: [Standing], items: [Item]) {
        self.matrix = matrix
        self.standings = standings
        self.items = items
    }

    /// What a hypothesis is called in the head of its column: `H2`.
    package func label(of hypothesis: HypothesisID) -> String {
        matrix.hypotheses.firstIndex { $0.id == hypothesis }.map { "H\($0 + 1)" } ?? "?"
    }
}

/// Where the cursor stands in a matrix.
package struct MatrixPlace: Hashable, Sendable {
    /// `nil` in the head, on the hypothesis itself.
    package var item: EvidenceID?
    package var hypothesis: HypothesisID?

    package init(item: EvidenceID? = nil, hypothesis: HypothesisID? = nil) {
        self.item = item
        self.hypothesis = hypothesis
    }
}
