import SituationModel
import TestSupport

@testable import Warning

/// A question with few enough rungs to be solved exactly: every judgement a number, couplings of all kinds, circles among them.
func randomQuestion(seed: UInt64, mostRungs: Int = 6) -> WhatIfQuestion {
    var generator = SeededGenerator(seed: seed)
    let ladders = (0..<Int.random(in: 1...3, using: &generator)).map { number in
        ClimbedLadder(
            id: LadderID("l\(number)"),
            rungs: (0..<Int.random(in: 1...(mostRungs / 3 + 1), using: &generator)).map { RungID("r\($0)") },
            isClimbedInOrder: generator.happens(oneIn: 3))
    }
    let rungs = ladders.flatMap { ladder in ladder.rungs.map { RungKey(ladder.id, $0) } }
    let judgements = rungs.filter { _ in !generator.happens(oneIn: 8) }.map { rung in
        RungJudgement(
            rung: rung, likelihood: .probability(Double.random(in: 0.02...0.9, using: &generator)),
            days: Double(Int.random(in: 10...200, using: &generator)))
    }
    let couplings = (0..<Int.random(in: 0...8, using: &generator)).map { number in
        let isRaising = Bool.random(using: &generator)
        return Coupling(
            id: CouplingID("c\(number)"), from: generator.pick(rungs), effect: isRaising ? .raises : .lowers,
            to: generator.pick(rungs),
            factor: isRaising
                ? Double.random(in: 1...6, using: &generator) : Double.random(in: 0.1...1, using: &generator))
    }
    return WhatIfQuestion(
        ladders: ladders, judgements: judgements, couplings: couplings,
        reached: generator.happens(oneIn: 3) ? [generator.pick(rungs)] : [],
        given: generator.happens(oneIn: 2) ? [generator.pick(rungs)] : [], days: 90)
}
