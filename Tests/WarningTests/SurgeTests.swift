import SituationModel
import TestSupport
import Testing

@testable import Warning

@Suite struct SurgeTests {
    private let start = Week(number: 1000)

    /// A history with that many events of a quad in each week from ``start`` on.
    private func history(_ counts: [Int], quad: Event.Quad = .materialConflict) -> SurgeHistory {
        var history = SurgeHistory(start: start)
        for (offset, count) in counts.enumerated() {
            for _ in 0..<count { history.add(quad, on: start.advanced(by: offset)) }
        }
        return history
    }

    @Test func nothingIsSaidWithoutHistory() {
        #expect(SurgeHistory().reading(of: start) == nil)
        #expect(history([5]).reading(of: start) == nil)
        #expect(history([5, 5]).reading(of: start.advanced(by: 7)) == nil)
        #expect(history([5, 5]).reading(of: start.advanced(by: 8)) != nil)
        #expect(history([5, 5]).reading(of: start.advanced(by: -1)) == nil)
    }

    @Test func silenceIsNoSurge() throws {
        let reading = try #require(SurgeHistory(start: start).reading(of: start.advanced(by: 60)))
        #expect(abs(reading.score) < 1e-9)
        #expect(!reading.isFlagged)
        #expect(reading.rank == 1 && reading.weeksCompared == 53)
    }

    /// √(9 + 3/8) = 3.0618… and √(3/8) = 0.6123…, over the counting noise of 1/2.
    @Test func aFirstOutbreakIsMeasuredByCountingNoise() throws {
        var history = SurgeHistory(start: start)
        let week = start.advanced(by: 60)
        for _ in 0..<9 { history.add(.materialConflict, on: week) }
        let reading = try #require(history.reading(of: week))
        #expect(abs(reading.materialConflict.z - 4.8989795) < 1e-6)
        #expect(abs(reading.score - 4.8989795 / 4) < 1e-6)
        #expect(!reading.isFlagged, "in one quad only")
        for _ in 0..<2 { history.add(.verbalConflict, on: week) }
        #expect(try #require(history.reading(of: week)).isFlagged)
    }

    @Test func oneEventIsNoSurge() throws {
        var history = SurgeHistory(start: start)
        history.add(.materialConflict, on: start.advanced(by: 60))
        #expect(try #require(history.reading(of: start.advanced(by: 60))).isFlagged == false)
    }

    @Test func talkAloneIsNoSurge() throws {
        var history = SurgeHistory(start: start)
        let week = start.advanced(by: 60)
        for quad in [Event.Quad.verbalConflict, .verbalCooperation] { for _ in 0..<40 { history.add(quad, on: week) } }
        let reading = try #require(history.reading(of: week))
        #expect(reading.score > 2)
        #expect(!reading.isFlagged)
        #expect(reading.reason(under: SurgeRule()).contains("little part"))
    }

    @Test func aWarThatGoesOnIsNoNews() throws {
        var history = SurgeHistory(start: start)
        for offset in 0..<40 {
            for quad in Event.Quad.allCases {
                for _ in 0..<(offset < 20 ? 1 : 20) { history.add(quad, on: start.advanced(by: offset)) }
            }
        }
        let flagged = (0..<40).filter { history.reading(of: start.advanced(by: $0))?.isFlagged ?? false }
        #expect(flagged == [20])
    }

    @Test func aGapIsNotQuiet() throws {
        var history = history([Int](repeating: 10, count: 30))
        let week = start.advanced(by: 30)
        for _ in 0..<10 { history.add(.materialConflict, on: start.advanced(by: 42)) }
        for offset in 30..<42 { history.markGap(start.advanced(by: offset)) }
        #expect(history.reading(of: week) == nil)
        let after = try #require(history.reading(of: start.advanced(by: 42)))
        #expect(after.materialConflict.usual == 10)
        #expect(abs(after.score) < 1e-9)
        #expect(after.weeksCompared == 31)
    }

    @Test func theReasonNamesItsNumbers() throws {
        let reading = try #require(history([Int](repeating: 2, count: 52) + [30]).reading(of: start.advanced(by: 52)))
        #expect(
            reading.reason(under: SurgeRule())
                == "30 events where 2.0 a week are usual (rank 1 of 53 weeks), 30 of them material conflict: 1.99 standard "
                + "deviations above, 1.25 asked for")
    }

    @Test func aPairSilentAtFirstWasWatchedAllTheSame() throws {
        var table = SurgeTable<String>()
        table.add(.verbalConflict, between: "others", on: start.monday)
        let week = start.advanced(by: 30)
        for quad in Event.Quad.allCases { for _ in 0..<9 { table.add(quad, between: "a-b", on: week.sunday) } }
        let readings = table.readings(of: "a-b")
        #expect(readings.map(\.week) == [week])
        #expect(readings.first?.isFlagged == true)
        #expect(table.readings(of: "others").count == 23)
        #expect(table.readings(of: "nobody").isEmpty)
    }

    /// Adding and taking away in any order gives what recomputing from the events gives, and a reading never rests on later
    /// weeks.
    @Test(arguments: 0..<40) func keptUpIsRecomputed(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        var history = SurgeHistory(start: start)
        var kept: [(Event.Quad, Week)] = []
        var before: [Week: SurgeReading] = [:]
        for _ in 0..<300 {
            let affected: ClosedRange<Week>?
            if !kept.isEmpty, generator.happens(oneIn: 5) {
                let (quad, week) = kept.remove(at: Int(generator.next() % UInt64(kept.count)))
                affected = history.remove(quad, from: week)
            } else {
                let week = start.advanced(by: Int(generator.next() % 120))
                let quad = generator.pick(Event.Quad.allCases)
                kept.append((quad, week))
                affected = history.add(quad, on: week)
            }
            // Probing a few weeks: outside the range named, nothing may have changed.
            for _ in 0..<3 {
                let week = start.advanced(by: Int(generator.next() % 130))
                let now = history.reading(of: week)
                if let old = before[week], affected?.contains(week) == false {
                    #expect(now == old, "seed \(seed), \(week)")
                }
                before = [:]
                before[week] = now
            }
        }
        for offset in 0..<130 {
            let week = start.advanced(by: offset)
            var scratch = SurgeHistory(start: start)
            for (quad, when) in kept.reversed() where when <= week { scratch.add(quad, on: when) }
            #expect(history.reading(of: week) == scratch.reading(of: week), "seed \(seed), \(week)")
        }
    }
}
