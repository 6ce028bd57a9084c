package import SituationModel

/// What a matrix of competing hypotheses says.
///
/// Each cell is the mean of the analysts' ratings of it. The inconsistency of a hypothesis is the sum over the items of
/// cell × credibility × relevance; the hypothesis with the least of it has been refuted least.
package struct HypothesisReading: Hashable, Sendable {
    package struct Standing: Hashable, Sendable {
        package let hypothesis: Hypothesis
        /// 1 for the least inconsistent; equal where nothing tells them apart.
        package let rank: Int
        /// Weighted; 0 is not inconsistent with anything.
        package let inconsistency: Double
        /// Items that nobody has rated against it. While there are any, the rank is a provisional one: what has not been
        /// looked at cannot speak against it.
        package let unrated: Int
    }

    package struct ItemReading: Hashable, Sendable {
        package let item: EvidenceItem
        /// The standard deviation of the item's cells over the hypotheses, on a scale from −2 to 2.
        package let diagnosticity: Double
        /// Whether it bears on the order: some hypotheses are more inconsistent with it than others.
        package let counts: Bool
        /// The largest standard deviation between analysts on one of its cells; 0 where at most one has rated each.
        package let disagreement: Double
        /// How many hypotheses it has been rated against, of those there are.
        package let rated: Int
        package let hypotheses: Int

        /// A note for the reader; `nil` where nothing needs saying.
        package var note: String? {
            if rated == 0 { return "not rated yet" }
            if rated < hypotheses { return "rated against \(rated) of \(hypotheses) hypotheses" }
            if diagnosticity == 0 { return "rated alike for all hypotheses: it does not count" }
            return counts ? nil : "inconsistent with none more than another: it does not change the order"
        }
    }

    /// The mean of the ratings of a cell, and how far they lie apart.
    package struct Cell: Hashable, Sendable {
        /// Weighted by nothing: 0 to 2.
        package let inconsistency: Double
        /// From −2, very inconsistent, to 2, very consistent.
        package let place: Double
        package let disagreement: Double
        /// What each analyst says.
        package let ratings: [String: Consistency]
    }

    /// The least inconsistent first.
    package let standings: [Standing]
    /// In the order of the matrix.
    package let items: [ItemReading]
    private let cells: [Place: Cell]

    private struct Place: Hashable {
        let item: EvidenceID
        let hypothesis: HypothesisID
    }

    /// The cell of an item and a hypothesis; `nil` where nobody has rated it.
    package func cell(_ item: EvidenceID, _ hypothesis: HypothesisID) -> Cell? {
        cells[Place(item: item, hypothesis: hypothesis)]
    }

    /// Reads a matrix; ratings of what is not in it are passed over.
    package init(_ matrix: HypothesisMatrix) {
        let ratings = Dictionary(grouping: matrix.ratings) { Place(item: $0.item, hypothesis: $0.hypothesis) }
        let cells = ratings.mapValues { Self.cell($0) }
        let sums = matrix.hypotheses.map { hypothesis in
            matrix.items.reduce(0) { sum, item in
                sum + item.weight * (cells[Place(item: item.id, hypothesis: hypothesis.id)]?.inconsistency ?? 0)
            }
        }
        standings = zip(matrix.hypotheses, sums).map { hypothesis, sum in
            Standing(
                hypothesis: hypothesis, rank: 1 + sums.count { $0 < sum - Self.tolerance }, inconsistency: sum,
                unrated: matrix.items.count { cells[Place(item: $0.id, hypothesis: hypothesis.id)] == nil })
        }
        .enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element)
        items = matrix.items.map { item in
            Self.reading(of: item, matrix.hypotheses.map { cells[Place(item: item.id, hypothesis: $0.id)] })
        }
        self.cells = cells
    }

    /// Sums of the same weights in another order differ by less than this.
    private static let tolerance = 1e-9

    private static func cell(_ ratings: [Rating]) -> Cell {
        let latest = Dictionary(ratings.map { ($0.analyst, $0.consistency) }, uniquingKeysWith: { $1 })
        let values = latest.sorted { $0.key < $1.key }.map(\.value)
        return Cell(
            inconsistency: values.map(\.inconsistency).mean, place: values.map(\.place).mean,
            disagreement: values.map(\.place).standardDeviation, ratings: latest)
    }

    private static func reading(of item: EvidenceItem, _ places: [Cell?]) -> ItemReading {
        let cells = places.compactMap(\.self)
        let inconsistencies = cells.map(\.inconsistency)
        let range = (inconsistencies.max() ?? 0) - (inconsistencies.min() ?? 0)
        let diagnosticity = cells.map(\.place).standardDeviation
        return ItemReading(
            item: item, diagnosticity: diagnosticity < tolerance ? 0 : diagnosticity, counts: range > tolerance,
            disagreement: cells.map(\.disagreement).max() ?? 0, rated: cells.count, hypotheses: places.count)
    }
}
