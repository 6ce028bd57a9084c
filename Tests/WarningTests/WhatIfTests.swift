import Foundation
import SituationModel
import Synchronization
import Testing

@testable import Warning

@Suite struct WhatIfTests {
    private let a = RungKey("north", "troops")
    private let b = RungKey("south", "weapons")
    private let c = RungKey("east", "blockade")

    private func question(
        _ chances: [(RungKey, Likelihood)], _ couplings: [(RungKey, Double, RungKey)] = [], given: Set<RungKey> = [],
        days: Double = 90
    ) -> WhatIfQuestion {
        WhatIfQuestion(
            ladders: [a, b, c].map { ClimbedLadder(id: $0.ladder, rungs: [$0.rung]) },
            judgements: chances.map { RungJudgement(rung: $0.0, likelihood: $0.1, days: 90) },
            couplings: couplings.enumerated().map { number, coupling in
                Coupling(
                    id: CouplingID("c\(number)"), from: coupling.0, effect: coupling.1 >= 1 ? .raises : .lowers,
                    to: coupling.2, factor: coupling.1)
            }, given: given, days: days)
    }

    private func exact(_ rung: RungKey, _ question: WhatIfQuestion) throws -> Double {
        let chances = try #require(ExactChances.of(question))
        return try #require(chances[rung])
    }

    /// The first numbers from the state 1, 2, 3, 4, as the authors' own program prints them.
    @Test func theGeneratorIsXoshiro() {
        var generator = Xoshiro(state: (1, 2, 3, 4))
        let first = (0..<6).map { _ in generator.next() }
        #expect(
            first == [
                41_943_041, 58_720_359, 3_588_806_011_781_223, 3_591_011_842_654_386, 9_228_616_714_210_784_205,
                9_973_669_472_204_895_162,
            ])
    }

    @Test func whatStandsAloneComesAsJudged() throws {
        let chance = try exact(a, question([(a, .probability(0.3))]))
        #expect(abs(chance - 0.3) < 1e-9)
    }

    @Test func aHorizonTwiceAsLong() throws {
        let chance = try exact(a, question([(a, .probability(0.3))], days: 180))
        #expect(abs(chance - (1 - 0.7 * 0.7)) < 1e-9)
    }

    /// 30% are odds of 3 to 7; twice that is 6 to 7.
    @Test func aGivenRungMultipliesTheOddsByItsFactor() throws {
        let chance = try exact(b, question([(b, .probability(0.3))], [(a, 2, b)], given: [a]))
        #expect(abs(chance - 6.0 / 13) < 1e-9)
    }

    /// With the paces a, b and, once the first is reached, c: the second stays away with the chance
    /// e^−(a+b) + a e^−c (1 − e^−(a+b−c)) / (a + b − c).
    @Test func aRungReachedOnTheWayActsFromThenOn() throws {
        let chance = try exact(b, question([(a, .probability(0.5)), (b, .probability(0.3))], [(a, 4, b)]))
        let (pace, slow, fast) = (-log(0.5), -log(0.7), log(1 + 4 * 0.3 / 0.7))
        let sum = pace + slow
        let away = exp(-sum) + pace * exp(-fast) * (1 - exp(-(sum - fast))) / (sum - fast)
        #expect(abs(chance - (1 - away)) < 1e-9)
    }

    @Test func aBandIsADistribution() async throws {
        let answer = try await WhatIf.answer(question([(a, try Likelihood("likely"))]))
        let chance = try #require(answer[a]?.chance)
        #expect(abs(chance.mean - 0.675) < 5 * chance.noise)
        #expect((0.54...0.60).contains(chance.lower), "\(chance)")
        #expect((0.75...0.81).contains(chance.upper), "\(chance)")
    }

    @Test func aNumberHasNoSpreadOfItsOwn() async throws {
        let chance = try #require(try await WhatIf.answer(question([(a, .probability(0.4))]))[a]?.chance)
        #expect(chance.upper - chance.lower < 0.04, "\(chance)")
    }

    @Test func analystsArePooled() async throws {
        let answer = try await WhatIf.answer(question([(a, .probability(0.2)), (a, .probability(0.6))]))
        let chance = try #require(answer[a]?.chance)
        #expect(abs(chance.mean - 0.4) < 5 * chance.noise)
        #expect(chance.lower < 0.25 && chance.upper > 0.55)
    }

    @Test func whatNobodyJudgedHasNoChance() async throws {
        let answer = try await WhatIf.answer(question([(a, .probability(0.2))], [(a, 3, b)], given: [c]))
        #expect(answer[b] == RungAnswer(rung: b, standing: .notJudged, chance: nil))
        #expect(answer[c]?.standing == .given)
        #expect(answer[c]?.chance?.mean == 1)
    }

    @Test func whoClimbsInOrderHasTakenTheRungsBelow() throws {
        let ladder = LadderID("l")
        var question = WhatIfQuestion(
            ladders: [ClimbedLadder(id: ladder, rungs: ["low", "high"], isClimbedInOrder: true)],
            judgements: [("low", 0.1), ("high", 0.5)].map {
                RungJudgement(rung: RungKey(ladder, $0.0), likelihood: .probability($0.1), days: 90)
            }, days: 90)
        let low = RungKey(ladder, "low")
        let inOrder = try exact(low, question)
        #expect(abs(inOrder - (1 - 0.9 * 0.5)) < 1e-9)
        question.ladders[0].isClimbedInOrder = false
        let freely = try exact(low, question)
        #expect(abs(freely - 0.1) < 1e-9)
    }

    @Test(arguments: UInt64(0)..<60) func playedIsSolved(seed: UInt64) async throws {
        let question = randomQuestion(seed: seed)
        let exact = try #require(ExactChances.of(question), "seed \(seed)")
        let settings = WhatIfSettings(seed: seed, blocks: 50, runsPerBlock: 400)
        for rung in try await WhatIf.answer(question, settings: settings).rungs {
            guard let chance = rung.chance, let expected = exact[rung.rung] else { continue }
            let noise = (expected * (1 - expected) / Double(settings.runs)).squareRoot()
            #expect(abs(chance.mean - expected) <= 5 * noise + 1e-9, "seed \(seed), \(rung.rung)")
        }
    }

    /// Where couplings only raise, taking more as given lowers nothing.
    @Test(arguments: UInt64(0)..<40) func moreGivenIsNoLess(seed: UInt64) throws {
        var question = randomQuestion(seed: seed)
        question.couplings.removeAll { $0.effect == .lowers }
        let before = try #require(ExactChances.of(question))
        let rungs = before.keys.sorted()
        question.given.insert(rungs[Int(seed) % rungs.count])
        let after = try #require(ExactChances.of(question))
        for rung in rungs { #expect((after[rung] ?? 0) >= (before[rung] ?? 0) - 1e-9, "seed \(seed), \(rung)") }
    }

    @Test func theSameSeedIsTheSameAnswerOnAnyThreads() async throws {
        let model = WhatIfModel(randomQuestion(seed: 7))
        let settings = WhatIfSettings(seed: 3, blocks: 23, runsPerBlock: 50)
        let shared = try await WhatIf.counts(model, settings: settings)
        #expect(try WhatIf.counts(model, blocks: 0..<23, settings: settings) == shared)
        let other = try await WhatIf.counts(model, settings: WhatIfSettings(seed: 4, blocks: 23, runsPerBlock: 50))
        #expect(other != shared)
    }

    @Test func whatDrivesAResult() async throws {
        let question = question(
            [(a, try Likelihood("likely")), (b, .probability(0.3)), (c, try Likelihood("unlikely"))],
            [(a, 5, b), (b, 3, a)])
        let drivers = try await WhatIf.drivers(of: b, in: question)
        #expect(drivers.first?.cause == .coupling("c0"))
        #expect(drivers.first?.difference.isBeyondNoise == true)
        #expect((drivers.first?.difference.mean ?? 0) > 0.1)
        #expect(!drivers.contains { $0.cause == .judgement(c) }, "nothing leads from there")
        #expect(drivers.contains { $0.cause == .judgement(a) && $0.difference.mean > 0 })
        #expect(try await WhatIf.drivers(of: RungKey("no", "rung"), in: question).isEmpty)
    }

    @Test func aCancelledQuestionEnds() async throws {
        let question = question([(a, .probability(0.5))])
        let task = Task {
            try await WhatIf.answer(question, settings: WhatIfSettings(blocks: 100_000, runsPerBlock: 10_000))
        }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test func progressEndsAtOne() async throws {
        let told = Mutex<[Double]>([])
        _ = try await WhatIf.answer(question([(a, .probability(0.5))])) { part in told.withLock { $0.append(part) } }
        #expect(told.withLock { $0 } == told.withLock { $0.sorted() })
        #expect(told.withLock { $0.last } == 1)
    }

    @Test func theExtremes() async throws {
        let question = question([(a, .probability(0)), (b, .probability(1)), (c, .probability(0.5))], [(b, 1e9, a)])
        let answer = try await WhatIf.answer(question, settings: WhatIfSettings(blocks: 4, runsPerBlock: 100))
        #expect(answer[a]?.chance?.mean == 0)
        #expect(answer[b]?.chance?.mean == 1)
        #expect(try await WhatIf.answer(WhatIfQuestion(ladders: [], judgements: [], days: 1)).rungs.isEmpty)
    }

    @Test func aJudgementWhoseHorizonHasPassedIsNotUsed() {
        let day = Instant.millisecondsADay
        let judgement = Judgement(
            id: "j", analyst: "kim", rung: a, horizonEnd: Instant(milliseconds: 30 * day),
            likelihood: .probability(0.5), made: Instant(milliseconds: 0))
        #expect(RungJudgement(judgement, now: Instant(milliseconds: 10 * day))?.days == 30)
        #expect(RungJudgement(judgement, now: Instant(milliseconds: 30 * day)) == nil)
    }
}
