// How long the sandbox takes for a large situation: 100,000 runs of 10 ladders of 10 rungs, every rung judged in a band of
// ICD 203, every ladder coupled to two others.

import SituationModel
import Warning

let words = ["very unlikely", "unlikely", "roughly even chance", "likely", "very likely"]
let ladders = (0..<10).map { ladder in
    ClimbedLadder(
        id: LadderID("ladder-\(ladder)"), rungs: (0..<10).map { RungID("rung-\($0)") },
        isClimbedInOrder: ladder % 5 == 4)
}
let rungs = ladders.flatMap { ladder in ladder.rungs.map { RungKey(ladder.id, $0) } }
let judgements = try rungs.enumerated().map { number, rung in
    RungJudgement(rung: rung, likelihood: try Likelihood(words[number * 7 % words.count]), days: 90)
}
let couplings = (0..<100).map { number in
    Coupling(
        id: CouplingID("coupling-\(number)"), from: rungs[number], effect: number % 3 == 0 ? .lowers : .raises,
        to: rungs[(number * 37 + 11) % 100], factor: number % 3 == 0 ? 0.6 : 1.8)
}
let question = WhatIfQuestion(
    ladders: ladders, judgements: judgements, couplings: couplings, given: [rungs[3], rungs[57]], days: 90)

let clock = ContinuousClock()
for seed in 1...5 {
    var answer: WhatIfAnswer?
    let time = try await clock.measure {
        answer = try await WhatIf.answer(question, settings: WhatIfSettings(seed: UInt64(seed)))
    }
    let estimate = answer?[rungs[42]]?.chance
    print("\(answer?.settings.runs ?? 0) runs in \(time); \(rungs[42]): \(estimate?.description ?? "none")")
}
let time = try await clock.measure {
    let drivers = try await WhatIf.drivers(of: rungs[42], in: question)
    print("\(drivers.count) things move \(rungs[42]), most of all \(drivers.first.map { "\($0.cause)" } ?? "none")")
}
print("drivers in \(time)")
