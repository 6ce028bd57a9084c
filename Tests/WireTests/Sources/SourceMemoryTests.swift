import Foundation
import SituationModel
import TestSupport
import Testing
import Wire

/// What is remembered of sources, and what their board says.
@Suite struct SourceMemoryTests {
    private let start = Instant(milliseconds: 1_729_252_800_000)
    private let read = SourceOutcome.read(items: 1, new: 1, newest: nil)

    private func after(minutes: Int64) -> Instant { start.advanced(byMilliseconds: minutes * 60_000) }

    private func answer(_ tag: String?, movedTo address: String? = nil) throws -> FetchedAnswer {
        FetchedAnswer(
            address: try WebAddress("https://example.org/feed"),
            permanentAddress: try address.map { try WebAddress($0) },
            validators: Validators(address: "https://example.org/feed", entityTag: tag, lastModified: nil),
            freshForSeconds: nil)
    }

    /// Validators are those of content that was read to the end: after a fault in it the whole has to come again.
    @Test func validatorsFollowWhatWasRead() throws {
        var generator = SeededGenerator(seed: 1)
        var memory = SourceMemory(firstAt: start)
        let policy = SourceSchedule.Policy(interval: 900)
        memory.note(read, try answer("\"1\"", movedTo: "https://example.org/new"), at: start, policy, using: &generator)
        #expect(memory.validators?.entityTag == "\"1\"")
        #expect(memory.movedTo == "https://example.org/new")
        memory.note(.failed(SourceFailure(.reaching, "no")), at: start, policy, using: &generator)
        memory.note(.throttled(until: nil), at: start, policy, using: &generator)
        #expect(memory.validators?.entityTag == "\"1\"")
        memory.note(.failed(SourceFailure(.reading, "no")), try answer("\"2\""), at: start, policy, using: &generator)
        #expect(memory.validators == nil)
        #expect(memory.movedTo == nil)
        let copy = try JSONDecoder().decode(SourceMemory.self, from: JSONEncoder().encode(memory))
        #expect(copy == memory)
    }

    @Test func theLongerHintCounts() throws {
        var generator = SeededGenerator(seed: 1)
        var memory = SourceMemory(firstAt: start)
        var policy = SourceSchedule.Policy(interval: 900)
        policy.jitter = 0
        memory.note(read, try answer(nil), minutesToLive: 60, at: start, policy, using: &generator)
        #expect(memory.schedule.next == after(minutes: 60))
        memory.note(read, try answer(nil), minutesToLive: .max, at: start, policy, using: &generator)
        #expect(memory.schedule.next == after(minutes: 360))
        memory.note(read, try answer(nil), minutesToLive: -5, at: start, policy, using: &generator)
        #expect(memory.schedule.next == after(minutes: 15))
    }

    @Test func outcomesOfFetches() throws {
        let failure = FetchFailure.unresolvable(host: "example.org")
        #expect(SourceOutcome(.cancelled, at: start) == nil)
        #expect(SourceOutcome(.unchanged(try answer(nil)), at: start) == .unchanged)
        #expect(SourceOutcome(.gone, at: start) == .gone)
        #expect(SourceOutcome(.throttled(.after(seconds: 60)), at: start) == .throttled(until: after(minutes: 1)))
        #expect(
            SourceOutcome(.failed(failure), at: start)
                == .failed(SourceFailure(.reaching, "no machine is known by the name example.org")))
    }

    // MARK: - The board

    /// As fresh as the oldest of those from which news could come.
    @Test func boardIsAsFreshAsItsOldestSource() {
        func source(
            _ id: SourceID, _ outcomes: [(SourceOutcome, Int64)], isPaused: Bool = false
        )
            -> (settings: SourceSettings, health: SourceHealth)
        {
            var health = SourceHealth()
            for (outcome, minutes) in outcomes { health.note(outcome, at: after(minutes: minutes)) }
            return (SourceSettings(id: id, address: .feed("https://x/"), isPaused: isPaused), health)
        }
        let now = after(minutes: 60)
        let fresh = source("fresh", [(read, 59)])
        let unchanged = source("unchanged", [(read, 1), (.unchanged, 56)])
        let failing = source("failing", [(read, 20), (.failed(SourceFailure(.reaching, "no")), 58)])
        let unread = source("unread", [(read, 10), (.failed(SourceFailure(.reading, "no")), 30), (.unchanged, 58)])
        let paused = source("paused", [(read, 1)], isPaused: true)
        let retired = source("retired", [(read, 1), (.gone, 2)])
        let never = source("never", [(.throttled(until: nil), 58)])
        func freshness(_ sources: (settings: SourceSettings, health: SourceHealth)...) -> String {
            BoardFreshness(sources, at: now).words(at: now)
        }
        #expect(freshness() == "no live source")
        #expect(freshness(paused, retired) == "no live source")
        #expect(freshness(fresh, unchanged, paused, retired) == "oldest source 4 min")
        #expect(freshness(fresh, failing) == "oldest source 40 min")
        #expect(freshness(fresh, failing, unread) == "oldest source 50 min")
        #expect(freshness(fresh, never, unread) == "never never fetched")
    }

    @Test func ages() {
        let ages = [0, 59, 60, 3_599, 3_600, 86_399, 86_400, 172_800].map { (seconds: Int64) in
            Age(from: start, to: start.advanced(byMilliseconds: seconds * 1_000)).description
        }
        #expect(ages == ["0 s", "59 s", "1 min", "59 min", "1 h", "23 h", "1 day", "2 days"])
        #expect(Age(from: Instant(milliseconds: .min), to: Instant(milliseconds: .max)).seconds > 0)
        #expect(Age(from: start, to: after(minutes: -1)).seconds == 0)
    }

    // MARK: - Settings

    @Test func settingsAsTheyAreWritten() throws {
        let text = #"{"id": "yonhap", "feed": "https://example.org/rss", "interval": 0, "situations": ["korea"]}"#
        let settings = try JSONDecoder().decode(SourceSettings.self, from: Data(text.utf8))
        #expect(
            settings
                == SourceSettings(
                    id: "yonhap", address: .feed("https://example.org/rss"), interval: 1, situations: ["korea"]))
        for address in [SourceAddress.feed("a"), .page("b"), .gdelt("c"), .folder("d")] {
            let settings = SourceSettings(
                id: "x", address: address, interval: 60, completesStubs: true, isLocal: true, isPaused: true,
                frozenAfter: 5)
            let copy = try JSONDecoder().decode(SourceSettings.self, from: JSONEncoder().encode(settings))
            #expect(copy == settings)
        }
        for text in [#"{"id": "x"}"#, #"{"id": "x", "feed": "a", "page": "b"}"#] {
            #expect(throws: DecodingError.self) { try JSONDecoder().decode(SourceSettings.self, from: Data(text.utf8)) }
        }
    }
}
