import Foundation
import SituationModel
import TestSupport
import Testing

@testable import Warning

@Suite struct JudgementTests {
    private let rung = RungKey("seoul", "defensive-weapons")
    private func moment(_ day: Int, hour: Int = 12) -> Instant {
        Instant(milliseconds: Int64(day) * Instant.millisecondsADay + Int64(hour) * 3_600_000)
    }

    private func judgement(_ day: Int, _ probability: Double, end: Int = 99, analyst: String = "kim") -> Judgement {
        Judgement(
            id: Identifier("j\(day)"), analyst: analyst, rung: rung, horizonEnd: moment(end),
            likelihood: .probability(probability), made: moment(day))
    }

    private func forecast(_ judgements: [Judgement]) throws -> Forecast {
        try #require(Forecast.grouping(judgements).first)
    }

    /// Ten days at 20% and ten at 60%, and it came: (10 × 0.64 + 10 × 0.16) / 20.
    @Test func aRevisedForecastIsAveragedOverItsDays() throws {
        let forecast = try forecast([judgement(10, 0.6), judgement(0, 0.2)])
        let scored = try #require(forecast.scored(reached: moment(19, hour: 23), now: moment(30)))
        #expect(scored.isReached)
        #expect(abs(scored.brier - 0.40) < 1e-12)
    }

    @Test func theHorizonPassing() throws {
        let forecast = try forecast([judgement(0, 0.2)])
        #expect(forecast.outcome(reached: nil, now: moment(50)) == .open)
        #expect(forecast.outcome(reached: moment(120), now: moment(130)) == .notReached)
        #expect(abs(try #require(forecast.scored(reached: nil, now: moment(100))).brier - 0.04) < 1e-12)
    }

    @Test func whatIsJudgedAfterwardsDoesNotCount() throws {
        let late = try forecast([judgement(5, 0.9)])
        #expect(late.outcome(reached: moment(4), now: moment(50)) == .void)
        #expect(late.scored(reached: moment(4), now: moment(50)) == nil)
        let revised = try forecast([judgement(0, 0.2), judgement(20, 0.99)])
        let scored = try #require(revised.scored(reached: moment(10), now: moment(50)))
        #expect(abs(scored.brier - 0.64) < 1e-12)
        #expect(try forecast([judgement(100, 0.9, end: 99)]).outcome(reached: nil, now: moment(101)) == .void)
    }

    @Test func oneDayCounts() throws {
        let forecast = try forecast([judgement(5, 0.75)])
        #expect(forecast.daysInForce(until: moment(5, hour: 13)).map(\.days) == [1])
        let twice = [judgement(5, 0.1), judgement(5, 0.75)]
        #expect(try self.forecast(twice).daysInForce(until: moment(5, hour: 13)).count == 1)
    }

    @Test func theJudgementInForce() throws {
        let forecast = try forecast([judgement(0, 0.2), judgement(10, 0.6)])
        #expect(forecast.judgement(at: moment(9))?.likelihood == .probability(0.2))
        #expect(forecast.judgement(at: moment(10))?.likelihood == .probability(0.6))
        #expect(forecast.judgement(at: moment(-1)) == nil)
    }

    @Test func alwaysEvenOddsEarnAQuarter() throws {
        let forecasts = try [true, false, true].map {
            try #require(ScoredForecast(isReached: $0, shares: [(0.5, 7)]))
        }
        let parts = try #require(BrierParts(forecasts))
        #expect(parts.score == 0.25)
        #expect(abs(parts.resolution) < 1e-12)
    }

    /// Four forecasts of 90% of which three came, four of 10% of which one did: reliability 0.0225, resolution 0.0625,
    /// uncertainty 0.25.
    @Test func aKnownDecomposition() throws {
        let forecasts = try [(0.9, 3), (0.1, 1)].flatMap { probability, came in
            try (0..<4).map { try #require(ScoredForecast(isReached: $0 < came, shares: [(probability, 1)])) }
        }
        let parts = try #require(BrierParts(forecasts))
        #expect(abs(parts.reliability - 0.0225) < 1e-12)
        #expect(abs(parts.resolution - 0.0625) < 1e-12)
        #expect(abs(parts.uncertainty - 0.25) < 1e-12)
        #expect(abs(parts.withinBins) < 1e-12)
        #expect(abs(parts.score - 0.21) < 1e-12)
    }

    @Test(arguments: 0..<50) func thePartsMakeUpTheScore(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let forecasts = (0..<Int.random(in: 1...40, using: &generator)).compactMap { _ in
            ScoredForecast(
                isReached: Bool.random(using: &generator),
                shares: (0..<Int.random(in: 1...4, using: &generator)).map { _ in
                    (Double.random(in: 0...1, using: &generator), Int.random(in: 1...9, using: &generator))
                })
        }
        let parts = try #require(BrierParts(forecasts))
        let sum = parts.reliability - parts.resolution + parts.uncertainty + parts.withinBins
        #expect(abs(sum - parts.score) < 1e-12, "seed \(seed)")
        let calibration = Calibration(forecasts)
        #expect(abs(calibration.bins.reduce(0) { $0 + $1.weight } - Double(forecasts.count)) < 1e-9)
    }

    @Test func recordsAreByAnalystAndSmallOnesSaySo() throws {
        var judgements = (0..<12).map { number in
            Judgement(
                id: Identifier("k\(number)"), analyst: "kim", rung: RungKey("ladder", Identifier("r\(number)")),
                horizonEnd: moment(20), likelihood: .probability(0.1), made: moment(0))
        }
        judgements.append(judgement(0, 0.9, end: 200, analyst: "park"))
        judgements.append(judgement(0, 0.9, end: 20, analyst: "park"))
        let records = AnalystRecord.all(judgements, reached: [:], now: moment(30))
        #expect(records.map(\.analyst) == ["kim", "park"])
        #expect(records[0].summary == "Brier 0.01 over 12 questions")
        #expect(records[1].summary == "Brier 0.81 over 1 question: too few to judge by")
        #expect(records[1].open == 1 && records[1].isSmall)
        #expect(records[0].calibration.bins.map(\.band.word) == ["very unlikely"])
        #expect(records[0].calibration.bins.first?.isSmall == false)
        #expect(AnalystRecord.all([], reached: [:], now: moment(0)).isEmpty)
    }

    @Test func aJudgementSurvivesItsEncoding() throws {
        var value = judgement(3, 0.25)
        value.likelihood = try Likelihood("highly likely")
        value.confidence = .moderate
        let data = try JSONEncoder().encode(value)
        #expect(try JSONDecoder().decode(Judgement.self, from: data) == value)
    }
}
