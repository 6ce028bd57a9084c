import SituationModel
import Testing

@testable import Warning

@Suite struct CouplingGraphTests {
    private let rungs = ["a", "b", "c", "d"].map { RungKey("l", Identifier($0)) }

    private func coupling(_ id: CouplingID, _ from: Int, _ factor: Double?, _ to: Int) -> Coupling {
        Coupling(
            id: id, from: rungs[from], effect: (factor ?? 2) < 1 ? .lowers : .raises, to: rungs[to], factor: factor)
    }

    private func graph(_ couplings: [Coupling]) -> CouplingGraph { CouplingGraph(couplings, among: Set(rungs)) }

    @Test func whatCannotBeUsedIsNamedAndTheRestIsUsed() {
        var wrong = coupling("wrong", 0, 2, 1)
        wrong.effect = .lowers
        let stray = Coupling(id: "stray", from: RungKey("x", "y"), effect: .raises, to: rungs[0], factor: 2)
        let graph = graph([
            coupling("good", 0, 1.8, 1), coupling("unjudged", 0, nil, 2), coupling("self", 2, 2, 2), wrong, stray,
            coupling("zero", 0, 0, 3), coupling("endless", 1, .infinity, 3),
        ])
        #expect(graph.couplings.map(\.id) == ["good"])
        #expect(graph.problems.count == 6)
        #expect(graph.problems.map(\.isLeftOut) == [Bool](repeating: true, count: 6))
        #expect(
            graph.problems.contains { $0.description.contains("unjudged has no factor") })
    }

    @Test func contradictionsAreLeftOutAndNamed() {
        let graph = graph([coupling("up", 0, 2, 1), coupling("down", 0, 0.5, 1), coupling("other", 1, 2, 0)])
        #expect(graph.couplings.map(\.id) == ["other"])
        #expect(graph.problems == [.contradictory("up", "down")])
    }

    @Test func repetitionsCountAndAreNamed() {
        let graph = graph([coupling("one", 0, 2, 1), coupling("two", 0, 3, 1)])
        #expect(graph.couplings.count == 2)
        #expect(graph.problems == [.repeated("one", "two")])
        #expect(graph.problems.allSatisfy { !$0.isLeftOut })
    }

    @Test func circlesAreNamedOnceAndCount() {
        let graph = graph([
            coupling("ab", 0, 2, 1), coupling("bc", 1, 2, 2), coupling("ca", 2, 0.5, 0), coupling("cd", 2, 2, 3),
        ])
        #expect(graph.couplings.count == 4)
        #expect(graph.problems == [.circular([rungs[0], rungs[1], rungs[2]])])
        #expect(graph.problems.first?.description == "couplings go in a circle: l/a → l/b → l/c → l/a")
    }

    @Test func aChainIsNoCircle() {
        #expect(graph([coupling("ab", 0, 2, 1), coupling("bc", 1, 2, 2), coupling("ac", 0, 2, 2)]).problems.isEmpty)
    }

    @Test func theModelNamesWhatItCannotPlace() {
        let model = WhatIfModel(
            WhatIfQuestion(
                ladders: [ClimbedLadder(id: "l", rungs: ["a"])],
                judgements: [
                    RungJudgement(rung: RungKey("l", "z"), likelihood: .probability(0.5), days: 9),
                    RungJudgement(rung: RungKey("l", "a"), likelihood: .probability(0.5), days: 0),
                ], given: [RungKey("q", "r")], days: -1))
        #expect(
            model.problems == [
                .horizon(-1), .unknownRung(RungKey("l", "z"), in: "a judgement"),
                .judgementWithoutDays(RungKey("l", "a")), .unknownRung(RungKey("q", "r"), in: "what is given"),
            ])
    }
}
