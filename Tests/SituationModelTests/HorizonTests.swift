import SituationModel
import Testing

@Suite struct HorizonTests {
    private let now = Instant("2024-01-31T15:00:00Z") ?? Instant(milliseconds: 0)

    /// Every horizon lasts to the end of its day.
    @Test(arguments: [
        ("90d", "2024-04-30"), ("1d", "2024-02-01"), ("2w", "2024-02-14"), ("1m", "2024-02-29"), ("13m", "2025-02-28"),
        ("1y", "2025-01-31"), ("2024-06-30", "2024-06-30"), ("2024-06", "2024-06-30"), ("2025", "2025-12-31"),
    ])
    func aHorizonEndsWithItsDay(text: String, day: String) throws {
        let end = try #require(Horizon(text)).end(from: now)
        #expect(end.description == "\(day)T23:59:59.999Z")
    }

    @Test func aMomentIsItself() throws {
        #expect(try #require(Horizon("2024-06-30T12:00:00Z")).end(from: now).description == "2024-06-30T12:00:00Z")
    }

    @Test(arguments: ["", "d", "0d", "-3d", "3", "soon", "2024-06-30~", "2024-13", "99999d", "1.5y", "90 d"])
    func whatIsNone(text: String) { #expect(Horizon(text) == nil) }

    @Test func aJudgementWritesItsHorizonSoThatItReadsBack() throws {
        for text in ["2024-06-30", "2024-06-30T12:00:00Z"] {
            let end = try #require(Horizon(text)).end(from: now)
            let judgement = Judgement(
                id: "j", analyst: "a", rung: RungKey("l", "r"), horizonEnd: end, likelihood: .probability(0.5),
                made: now)
            #expect(judgement.horizonText == text)
        }
    }
}
