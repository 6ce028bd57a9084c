import Foundation
import SituationModel
import TestSupport
import Testing

@testable import Warning

@Suite struct HypothesisTests {
    private let hypotheses = ["bluff", "deterrence", "attack"].map {
        Hypothesis(id: Identifier($0), title: $0)
    }

    /// A matrix from rows of cells, one analyst: `"C I II"`.
    private func matrix(_ rows: [String], analyst: String = "kim") -> HypothesisMatrix {
        var matrix = HypothesisMatrix(id: "seoul-arms", title: "Will it send arms?", hypotheses: hypotheses, items: [])
        for (number, row) in rows.enumerated() {
            let id = EvidenceID("e\(number)")
            matrix.items.append(EvidenceItem(id: id, summary: row))
            for (hypothesis, cell) in zip(hypotheses, row.split(separator: " ")) {
                guard let consistency = Consistency(rawValue: String(cell)) else { continue }
                matrix.ratings.append(
                    Rating(analyst: analyst, item: id, hypothesis: hypothesis.id, consistency: consistency))
            }
        }
        return matrix
    }

    @Test func theLeastInconsistentIsFirst() {
        let reading = HypothesisReading(matrix(["CC I II", "CC C I", "I C C"]))
        #expect(reading.standings.map(\.hypothesis.id) == ["bluff", "deterrence", "attack"])
        #expect(reading.standings.map(\.inconsistency) == [1, 1, 3])
        #expect(reading.standings.map(\.rank) == [1, 1, 3])
    }

    @Test func consistencyNeverOffsets() {
        let reading = HypothesisReading(matrix(["I N N", "CC N N", "CC N N", "CC N N"]))
        #expect(reading.standings.last?.hypothesis.id == "bluff")
    }

    /// √2 × √2 = 2 and 1/√2 × 1/√2 = 1/2.
    @Test func weightsAreCredibilityTimesRelevance() {
        var matrix = matrix(["I N N", "N I N", "N N II"])
        (matrix.items[0].credibility, matrix.items[0].relevance) = (.high, .high)
        (matrix.items[1].credibility, matrix.items[1].relevance) = (.low, .low)
        (matrix.items[2].credibility, matrix.items[2].relevance) = (.high, .low)
        let standings = HypothesisReading(matrix).standings
        #expect(standings.map(\.hypothesis.id) == ["deterrence", "bluff", "attack"])
        for (standing, expected) in zip(standings, [0.5, 2, 2]) {
            #expect(abs(standing.inconsistency - expected) < 1e-12)
        }
        #expect(standings.map(\.rank) == [1, 2, 2], "equal but for rounding")
    }

    @Test func whatIsRatedAlikeDoesNotCount() {
        let items = HypothesisReading(matrix(["I I I", "C N CC", "I C C"])).items
        #expect(items.map(\.counts) == [false, false, true])
        #expect(items[0].diagnosticity == 0)
        #expect(items[0].note == "rated alike for all hypotheses: it does not count")
        #expect(items[1].note?.contains("does not change the order") == true)
        #expect(items[2].note == nil)
        #expect(items[2].diagnosticity > items[1].diagnosticity)
    }

    @Test func analystsWhoDisagreeAreSeen() throws {
        var both = matrix(["II C N"])
        both.ratings += matrix(["CC C N"], analyst: "park").ratings
        let reading = HypothesisReading(both)
        let cell = try #require(reading.cell("e0", "bluff"))
        #expect(cell.inconsistency == 1 && cell.place == 0 && cell.disagreement == 2)
        #expect(cell.ratings == ["kim": .veryInconsistent, "park": .veryConsistent])
        #expect(reading.items.first?.disagreement == 2)
        #expect(reading.cell("e0", "deterrence")?.disagreement == 0)
    }

    @Test func theLastRatingOfACellHolds() throws {
        var matrix = matrix(["II C N"])
        matrix.ratings.append(Rating(analyst: "kim", item: "e0", hypothesis: "bluff", consistency: .consistent))
        #expect(HypothesisReading(matrix).cell("e0", "bluff")?.ratings == ["kim": .consistent])
    }

    @Test func whatIsNotRatedIsToldApartFromNeutral() {
        var matrix = matrix(["I I N"])
        matrix.ratings.removeLast()
        let reading = HypothesisReading(matrix)
        #expect(reading.standings.map(\.unrated) == [1, 0, 0])
        #expect(reading.cell("e0", "attack") == nil)
        #expect(
            HypothesisReading(
                HypothesisMatrix(id: "seoul-arms", title: "Will it send arms?", hypotheses: hypotheses, items: [])
            ).standings.count == 3)
        #expect(
            HypothesisReading(
                HypothesisMatrix(id: "seoul-arms", title: "Will it send arms?", hypotheses: [], items: [])
            ).standings.isEmpty)
    }

    @Test(arguments: [
        (Grade(.a, .confirmed), EvidenceItem.Weight.high), (Grade(.b, .probablyTrue), .high),
        (Grade(.c, .possiblyTrue), .medium), (Grade(.f, .cannotBeJudged), .medium), (Grade(.e, .confirmed), .low),
        (Grade(.a, .improbable), .low), (Grade(.f, .confirmed), .medium),
    ])
    func aGradeSuggestsAWeight(grade: Grade, weight: EvidenceItem.Weight) {
        #expect(EvidenceItem.Weight(suggestedBy: grade) == weight)
    }

    /// An item rated alike for all hypotheses can come or go without changing the order.
    @Test(arguments: 0..<40) func theOrderRestsOnWhatTellsApart(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        var matrix = matrix(
            (0..<6).map { _ in (0..<3).map { _ in generator.pick(Consistency.allCases).rawValue }.joined(separator: " ")
            })
        for item in matrix.items.indices {
            matrix.items[item].credibility = generator.pick(EvidenceItem.Weight.allCases)
        }
        let reading = HypothesisReading(matrix)
        let idle = Set(reading.items.filter { !$0.counts }.map(\.item.id))
        matrix.items.removeAll { idle.contains($0.id) }
        #expect(
            HypothesisReading(matrix).standings.map(\.hypothesis.id) == reading.standings.map(\.hypothesis.id),
            "seed \(seed)")
    }

    @Test func aMatrixSurvivesItsEncoding() throws {
        let value = matrix(["II C N", "I N CC"])
        let data = try JSONEncoder().encode(value)
        #expect(try JSONDecoder().decode(HypothesisMatrix.self, from: data) == value)
    }
}
