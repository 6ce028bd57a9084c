import Foundation
import SituationModel
import TestSupport
import Testing
import Wire

/// What is said of sources.
@Suite struct SourceHealthTests {
    private let start = Instant(milliseconds: 1_729_252_800_000)
    private let settings = SourceSettings(id: "wire", address: .feed("https://example.org/feed"))

    private func after(hours: Int64) -> Instant { start.advanced(byMilliseconds: hours * 3_600_000) }

    private static let unreachable = SourceOutcome.failed(SourceFailure(.reaching, "TLS: expired"))
    private static let unreadable = SourceOutcome.failed(SourceFailure(.reading, "line 3: no feed"))

    /// What is said after these outcomes, one an hour, the first at noon; an hour after the last.
    private func words(_ outcomes: SourceOutcome...) -> String {
        var health = SourceHealth()
        for (index, outcome) in outcomes.enumerated() { health.note(outcome, at: after(hours: Int64(index))) }
        let now = after(hours: Int64(outcomes.count))
        return health.condition(at: now, settings).words(at: now) { "\($0.timeOfDay.hour):00" }
    }

    private func read(new: Int = 0, items: Int = 5, newest: Instant? = nil) -> SourceOutcome {
        .read(items: items, new: new, newest: newest)
    }

    @Test func conditionsThatLookAlikeFromAfar() {
        #expect(words() == "never fetched")
        #expect(words(read(new: 3)) == "3 new")
        #expect(words(read(new: 3), read()) == "nothing new")
        #expect(words(read(new: 3), .unchanged) == "304, nothing new")
        #expect(words(read(items: 0)) == "empty")
        #expect(words(read(items: 0), .unchanged) == "empty")
        #expect(words(Self.unreachable, Self.unreachable) == "failed since 12:00: TLS: expired")
        #expect(
            words(read(new: 1, newest: after(hours: -220)), .unchanged) == "frozen: answers, but nothing new for 9 days"
        )
        #expect(words(read(new: 1), .throttled(until: after(hours: 5))) == "throttled until 17:00")
        #expect(words(.throttled(until: nil)) == "throttled")
        #expect(words(.gone) == "retired since 12:00: the server says that nothing more will come (410)")
    }

    /// A 304 mends what was wrong with the way, not what was wrong with the content.
    @Test func unchangedAfterFailures() {
        #expect(words(read(new: 1), Self.unreachable, .unchanged) == "304, nothing new")
        #expect(words(read(new: 1), Self.unreadable, .unchanged) == "failed since 13:00: line 3: no feed")
        #expect(
            words(read(new: 1), Self.unreadable, Self.unreachable, .unchanged) == "failed since 13:00: line 3: no feed")
        #expect(words(read(new: 1), Self.unreadable, read()) == "nothing new")
        // Nor does it say anything of what has never been read.
        #expect(words(.unchanged) == "never fetched")
    }

    @Test func troublesKeepTheirBeginning() {
        #expect(
            words(read(), Self.unreachable, .throttled(until: nil), Self.unreachable)
                == "failed since 13:00: TLS: expired")
        #expect(words(read(), Self.unreadable, Self.unreachable) == "failed since 13:00: TLS: expired")
        #expect(words(Self.unreachable, read(), Self.unreachable) == "failed since 14:00: TLS: expired")
    }

    @Test func itemsFromTheFutureKeepNothingAlive() {
        var health = SourceHealth()
        health.note(read(new: 1, newest: after(hours: 100_000)), at: start)
        #expect(health.newestItem == start)
        #expect(health.condition(at: after(hours: 24 * 8), settings) == .frozen(since: start))
    }

    /// What is old does not become new by being found late.
    @Test func oldItemsDoNotThaw() {
        var health = SourceHealth()
        health.note(read(new: 5, newest: after(hours: -1_000)), at: start)
        health.note(read(new: 7, newest: after(hours: -900)), at: after(hours: 1))
        #expect(health.condition(at: after(hours: 1), settings) == .frozen(since: after(hours: -900)))
        // Items without a time are as new as their first sight.
        health.note(read(new: 1), at: after(hours: 2))
        #expect(health.condition(at: after(hours: 2), settings) == .fresh(new: 1))
    }

    @Test func pausedAndRevived() {
        var paused = settings
        paused.isPaused = true
        var health = SourceHealth()
        health.note(.gone, at: start)
        #expect(health.condition(at: start, paused) == .paused)
        health.revive()
        #expect(health.condition(at: start, settings) == .neverFetched)
    }

    // MARK: - Against a plain reading of the history

    /// The condition as it follows from the whole history, looked through anew.
    private func reference(_ history: [SourceOutcome], at now: Instant) -> SourceCondition {
        func isRead(_ outcome: SourceOutcome) -> Bool { if case .read = outcome { true } else { false } }
        let lastRead = history.lastIndex(where: isRead)
        if let gone = history.lastIndex(of: .gone), gone > lastRead ?? -1 {
            let first = history.indices.first { $0 > lastRead ?? -1 && history[$0] == .gone } ?? gone
            return .retired(since: after(hours: Int64(first)))
        }
        if case .throttled(let until)? = history.last { return .throttled(until: until) }
        let unreadable = history.indices.filter { $0 > lastRead ?? -1 && history[$0] == Self.unreadable }
        // Back to the last answer of any kind; being turned away is none.
        let tail = history.indices.reversed().prefix { index in
            if case .throttled = history[index] { return true }
            return history[index] == Self.unreachable
        }
        let unreachable = tail.filter { history[$0] == Self.unreachable }
        if let since = unreachable.last {
            return .failing(since: after(hours: Int64(min(since, unreadable.first ?? since))), sentence: "TLS: expired")
        }
        if let since = unreadable.first {
            return .failing(since: after(hours: Int64(since)), sentence: "line 3: no feed")
        }
        guard let lastRead, case .read(let items, let new, _) = history[lastRead] else { return .neverFetched }
        if items == 0 { return .empty }
        let news = history.indices.filter { if case .read(_, 1..., _) = history[$0] { true } else { false } }
        let last = after(hours: Int64(news.last ?? history.firstIndex(where: isRead) ?? 0))
        if now.milliseconds - last.milliseconds >= settings.frozenAfter * 1_000 { return .frozen(since: last) }
        if history[lastRead...].contains(.unchanged) { return .unchanged }
        return new > 0 ? .fresh(new: new) : .nothingNew
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func anyHistory(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var health = SourceHealth()
        var history: [SourceOutcome] = []
        let isSeldomNew = generator.happens(oneIn: 2)
        for hour in 0..<400 {
            let outcome: SourceOutcome
            switch generator.next() % 20 {
            case 0..<6: outcome = .unchanged
            case 6..<12:
                outcome = read(new: !isSeldomNew || generator.happens(oneIn: 300) ? Int(generator.next() % 3) : 0)
            case 12: outcome = read(items: 0)
            case 13, 14: outcome = Self.unreachable
            case 15: outcome = Self.unreadable
            case 16, 17: outcome = .throttled(until: generator.happens(oneIn: 2) ? after(hours: Int64(hour) + 3) : nil)
            case 18 where generator.happens(oneIn: 10): outcome = .gone
            default: outcome = Self.unreachable
            }
            let now = after(hours: Int64(hour))
            history.append(outcome)
            health.note(outcome, at: now)
            #expect(health.condition(at: now, settings) == reference(history, at: now), "seed \(seed), step \(hour)")
        }
        let copy = try JSONDecoder().decode(SourceHealth.self, from: JSONEncoder().encode(health))
        #expect(copy == health)
    }
}
