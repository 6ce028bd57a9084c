import SituationModel
import TestSupport
import Testing
import Wire

/// When sources are asked.
@Suite struct SourceScheduleTests {
    private let start = Instant(milliseconds: 1_729_252_800_000)

    private func seconds(_ schedule: SourceSchedule, after moment: Instant) throws -> Double {
        Double(try #require(schedule.next).milliseconds - moment.milliseconds) / 1_000
    }

    private func noted(
        _ outcomes: [SourceOutcome], hint: Int64? = nil, interval: Int64 = 900, jitter: Double = 0
    ) -> SourceSchedule {
        var generator = SeededGenerator(seed: 1)
        var policy = SourceSchedule.Policy(interval: interval)
        policy.jitter = jitter
        var schedule = SourceSchedule(firstAt: start)
        for outcome in outcomes { schedule.note(outcome, hint: hint, at: start, policy, using: &generator) }
        return schedule
    }

    private let read = SourceOutcome.read(items: 3, new: 1, newest: nil)
    private let failed = SourceOutcome.failed(SourceFailure(.reaching, "no"))

    @Test func ordinaryWaits() throws {
        #expect(noted([]).isDue(at: start))
        #expect(try seconds(noted([read]), after: start) == 900)
        #expect(try seconds(noted([.unchanged], hint: 60), after: start) == 900)
        let hinted = noted([.unchanged], hint: 3_600)
        #expect(try seconds(hinted, after: start) == 3_600)
        #expect(hinted.reason == .hint)
        // A content network's idea of a year.
        #expect(try seconds(noted([read], hint: 31_536_000), after: start) == 6 * 3_600)
        #expect(try seconds(noted([read], hint: .max), after: start) == 6 * 3_600)
    }

    @Test func failuresDoubleTheWait() throws {
        let waits = try (1...9).map { try seconds(noted(Array(repeating: failed, count: $0)), after: start) }
        #expect(waits == [300, 600, 1_200, 2_400, 4_800, 9_600, 19_200, 21_600, 21_600])
        #expect(try seconds(noted([failed, failed, read]), after: start) == 900)
        // Never in less than the interval where that is short, nor held to the longest wait where it is long.
        #expect(try seconds(noted([failed], interval: 60), after: start) == 60)
        #expect(try seconds(noted(Array(repeating: failed, count: 50), interval: 86_400), after: start) == 86_400)
    }

    @Test func throttlingAndRetiring() throws {
        let until = start.advanced(byMilliseconds: 7_200_000)
        let throttled = noted([.throttled(until: until)])
        #expect(throttled.next == until)
        #expect(throttled.reason == .retryAfter)
        // A short wait is no excuse to come back sooner than after another failure.
        #expect(try seconds(noted([.throttled(until: start)]), after: start) == 300)
        #expect(try seconds(noted([.throttled(until: nil), .throttled(until: nil)]), after: start) == 600)
        var retired = noted([.gone])
        #expect(retired.next == nil)
        #expect(!retired.isDue(at: Instant(milliseconds: .max)))
        retired.revive(at: start)
        #expect(retired.isDue(at: start))
    }

    @Test(arguments: [true, false])
    func wantedNow(isThrottled: Bool) {
        let until = start.advanced(byMilliseconds: 1_000_000)
        var schedule = noted([failed, isThrottled ? .throttled(until: until) : failed])
        let before = schedule
        let isTaken = schedule.askNow(at: start)
        #expect(isTaken == !isThrottled)
        #expect(schedule.isDue(at: start) == isTaken)
        #expect((schedule == before) == isThrottled)
        var retired = noted([.gone])
        let isRetiredTaken = retired.askNow(at: start)
        #expect(!isRetiredTaken)
    }

    // MARK: - Properties

    /// Whatever happens: never before the server's time, never sooner than the interval after a success, never later than
    /// the longest wait with its jitter, and failures count since the last success.
    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func waitsKeepTheirBounds(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let policy = SourceSchedule.Policy(interval: Int64(1 + generator.next() % 20_000))
        var schedule = SourceSchedule(firstAt: start)
        var now = start
        var failures = 0
        for _ in 0..<200 {
            now = now.advanced(byMilliseconds: Int64(generator.next() % 10_000_000))
            let until = now.advanced(byMilliseconds: Int64(generator.next() % 100_000_000))
            let hint = generator.happens(oneIn: 2) ? Int64(generator.next() % 100_000) : nil
            let outcome = generator.pick([
                .unchanged, read, failed, .throttled(until: nil), .throttled(until: until),
            ])
            schedule.note(outcome, hint: hint, at: now, policy, using: &generator)
            let wait = try seconds(schedule, after: now)
            let longest = max(policy.interval, policy.longestBackOff, policy.longestHint)
            switch outcome {
            case .unchanged, .read:
                failures = 0
                #expect(wait >= Double(max(policy.interval, min(hint ?? 0, policy.longestHint))), "seed \(seed)")
            case .throttled(let until?):
                failures += 1
                #expect(try #require(schedule.next) >= until, "seed \(seed)")
                continue
            default:
                failures += 1
                #expect(wait >= Double(min(policy.interval, policy.firstRetry)), "seed \(seed)")
            }
            #expect(wait <= Double(longest) * (1 + policy.jitter), "seed \(seed)")
            #expect(schedule.failures == failures, "seed \(seed)")
        }
    }

    /// Apart from chance, one more failure never makes the wait shorter.
    @Test(arguments: [1, 60, 299, 900, 86_400, Int64.max / 8_000_000])
    func moreFailuresNeverShortenTheWait(interval: Int64) throws {
        let waits = try (1...60).map {
            try seconds(noted(Array(repeating: failed, count: $0), interval: interval), after: start)
        }
        #expect(waits == waits.sorted())
    }

    @Test func chanceSpreadsAndOnlyAdds() throws {
        var generator = SeededGenerator(seed: 7)
        let policy = SourceSchedule.Policy(interval: 1_000)
        let waits = try (0..<200).map { _ in
            var schedule = SourceSchedule(firstAt: start)
            schedule.note(read, at: start, policy, using: &generator)
            return try seconds(schedule, after: start)
        }
        #expect(waits.allSatisfy { (1_000...1_100).contains($0) })
        #expect(Set(waits).count > 150)
    }

    /// After a sleep nobody is forgotten, nobody comes before its time, and they do not come all at once.
    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func resuming(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var schedules: [SourceID: SourceSchedule] = [:]
        for number in 0..<500 {
            var schedule = SourceSchedule(firstAt: start)
            let policy = SourceSchedule.Policy(interval: Int64(60 + generator.next() % 100_000))
            schedule.note(generator.pick([read, failed, .gone]), at: start, policy, using: &generator)
            schedules[SourceID("source-\(number)")] = schedule
        }
        let now = start.advanced(byMilliseconds: 30_000_000)
        let before = schedules
        SourceSchedule.resume(&schedules, at: now, using: &generator)
        var moments: [Int64] = []
        for (id, schedule) in schedules {
            let old = try #require(before[id])
            guard old.isDue(at: now), let next = schedule.next else {
                #expect(schedule == old, "seed \(seed)")
                continue
            }
            #expect(next >= now, "seed \(seed)")
            moments.append(next.milliseconds - now.milliseconds)
        }
        moments.sort()
        #expect(moments.first == 0, "seed \(seed)")
        // At least half of the distance of 250 ms between any two.
        #expect(zip(moments, moments.dropFirst()).allSatisfy { $1 - $0 >= 125 }, "seed \(seed)")
        #expect(moments.last ?? 0 <= 300_000, "seed \(seed)")
    }

    @Test func clockPutBack() throws {
        var generator = SeededGenerator(seed: 1)
        var schedules: [SourceID: SourceSchedule] = ["a": noted([read])]
        let now = start.advanced(byMilliseconds: -86_400_000)
        SourceSchedule.resume(&schedules, at: now, using: &generator)
        #expect(try seconds(#require(schedules["a"]), after: now) == 900)
    }
}
