import SituationModel
import Testing

@testable import Warning

@Suite struct RungReadingTests {
    private func rung(_ indicators: [(IndicatorID, Indicator.Direction, Rung.State?)]) -> Rung {
        Rung(
            id: "r", title: "R",
            indicators: indicators.map { id, direction, outcome in
                Indicator(
                    id: id, direction: direction, summary: "\(id)", rule: IndicatorRule(query: "x", arguesFor: outcome))
            })
    }

    private func standing(_ state: Indicator.State, _ day: Int64) -> IndicatorStanding {
        let anchor = Anchor(document: DocumentID("d\(day)"), exact: "x", prefix: "", suffix: "", start: 0)
        return IndicatorStanding(
            state: state, words: "1 of 1 publisher", evidence: [anchor], latest: Instant(milliseconds: day),
            families: 1)
    }

    @Test func ofWhatLeadsUpTheFurthestCounts() throws {
        let rung = rung([("plan", .up, .announced), ("deed", .up, nil), ("word", .up, .threatened)])
        let words = try #require(RungReading(rung, ["plan": standing(.observed, 1), "word": standing(.observed, 9)]))
        #expect(words.state == .announced, "announced is further than threatened, however late that came")
        #expect(words.evidence.first?.document == "d1")
        let deed = RungReading(rung, ["plan": standing(.observed, 9), "deed": standing(.observed, 2)])
        #expect(deed?.state == .reached)
    }

    @Test func stirringMovesNothing() {
        let rung = rung([("deed", .up, nil)])
        #expect(RungReading(rung, ["deed": standing(.stirring, 1)])?.state == .notReached)
        #expect(RungReading(rung, ["deed": standing(.notCollected, 1)])?.state == .notReached)
    }

    @Test func whatLeadsDownCountsFromWhenItIsLater() {
        let rung = rung([("deed", .up, nil), ("withdrawal", .down, nil)])
        func state(_ up: Int64, _ down: Int64) -> Rung.State? {
            RungReading(rung, ["deed": standing(.observed, up), "withdrawal": standing(.observed, down)])?.state
        }
        #expect(state(1, 2) == .stoodDown)
        #expect(state(3, 2) == .reached, "they came back")
    }

    @Test func withoutRulesTheMachineSaysNothing() {
        let byHand = Rung(
            id: "r", title: "R", indicators: [Indicator(id: "i", direction: .up, summary: "", state: .observed)])
        #expect(RungReading(byHand, [:]) == nil)
    }
}
