package import SituationModel

/// When a source is to be asked next, and why then.
///
/// It knows no clock: every moment is given.
package struct SourceSchedule: Codable, Hashable, Sendable {
    /// What the next moment comes from.
    package enum Reason: String, Codable, Sendable {
        /// It has never been asked.
        case first
        case interval
        /// The source's own word on how long it stays current, longer than the interval.
        case hint
        /// It has failed.
        case backOff
        /// The server asked to be left alone until then.
        case retryAfter
        /// Somebody wanted it now.
        case wanted
        /// Never again: the server said so.
        case retired
    }

    /// What the waits are made of, all in seconds.
    package struct Policy: Hashable, Sendable {
        package var interval: Int64
        /// After the first failure, if the interval is not shorter; doubled with each further one.
        package var firstRetry: Int64 = 300
        /// No failure makes the wait longer than this, or than the interval if that is longer.
        package var longestBackOff: Int64 = 6 * 3_600
        /// A source's own word counts for no longer than this: content networks hand out days, and news do not wait.
        package var longestHint: Int64 = 6 * 3_600
        /// How much longer chance may make a wait, as a part of it, so that sources do not keep step.
        package var jitter = 0.1

        /// The usual policy at this interval.
        package init(interval: Int64) {
            self.interval = max(1, interval)
        }

        /// The wait after so many failures in a row, at least 1; never shorter for more of them.
        func wait(afterFailures count: Int) -> Int64 {
            let longest = max(interval, longestBackOff)
            let doublings = min(max(0, count - 1), 40)
            let (wait, overflow) = min(interval, max(1, firstRetry)).multipliedReportingOverflow(by: 1 << doublings)
            return overflow ? longest : min(longest, wait)
        }
    }

    /// The earliest moment to ask; `nil` for never again.
    package private(set) var next: Instant?
    package private(set) var reason: Reason
    /// Failures in a row, throttling included.
    package private(set) var failures = 0
    /// When this was decided.
    package private(set) var decidedAt: Instant

    /// The schedule of a source that has never been asked, and may be from this moment on.
    package init(firstAt moment: Instant) {
        (next, reason, decidedAt) = (moment, .first, moment)
    }

    package func isDue(at now: Instant) -> Bool { next.map { $0 <= now } ?? false }

    /// Decides anew after an answer, or none; `hint` is for how many seconds the source says it stays current.
    package mutating func note(
        _ outcome: SourceOutcome, hint: Int64? = nil, at now: Instant, _ policy: Policy,
        using generator: inout some RandomNumberGenerator
    ) {
        decidedAt = now
        switch outcome {
        case .unchanged, .read:
            failures = 0
            let hint = min(hint ?? 0, policy.longestHint)
            reason = hint > policy.interval ? .hint : .interval
            wait(max(policy.interval, hint), policy, using: &generator)
        case .failed:
            failures += 1
            reason = .backOff
            wait(policy.wait(afterFailures: failures), policy, using: &generator)
        case .throttled(let until):
            failures += 1
            reason = .backOff
            wait(policy.wait(afterFailures: failures), policy, using: &generator)
            guard let until else { return }
            reason = .retryAfter
            // All sources of a host are told the same time; they need not all come back in the same moment.
            let extra = Self.chance(policy.interval * 1_000, policy.jitter, using: &generator)
            next = max(next ?? now, until.advanced(byMilliseconds: extra))
        case .gone:
            (next, reason) = (nil, .retired)
        }
    }

    private mutating func wait(_ seconds: Int64, _ policy: Policy, using generator: inout some RandomNumberGenerator) {
        let milliseconds = min(seconds, .max / 4_000) * 1_000
        next = decidedAt.advanced(
            byMilliseconds: milliseconds + Self.chance(milliseconds, policy.jitter, using: &generator))
    }

    /// Up to a part of a length of time.
    private static func chance(
        _ milliseconds: Int64, _ part: Double, using generator: inout some RandomNumberGenerator
    ) -> Int64 {
        let most = Int64(Double(milliseconds) * min(max(part, 0), 1))
        return most > 0 ? Int64.random(in: 0...most, using: &generator) : 0
    }

    /// Asks as soon as possible, because somebody wants it; false where a server's own wish, or its last word, stands
    /// against that.
    package mutating func askNow(at now: Instant) -> Bool {
        guard let next, reason != .retryAfter || next <= now else { return false }
        self.next = min(next, now)
        reason = .wanted
        decidedAt = now
        return true
    }

    /// Takes a retired source up again, because somebody knows better.
    package mutating func revive(at now: Instant) {
        guard next == nil else { return }
        self = SourceSchedule(firstAt: now)
    }

    // MARK: - After a sleep

    /// Spreads out what has become due while nobody asked: at the start, and when the machine has slept. Those that have
    /// waited longest come first, four a second, faster only if that would take more than five minutes.
    ///
    /// Where the clock has been put back, waits that had begun are begun anew.
    package static func resume(
        _ schedules: inout [SourceID: SourceSchedule], at now: Instant,
        using generator: inout some RandomNumberGenerator
    ) {
        for (id, schedule) in schedules where schedule.decidedAt > now {
            let ahead = schedule.decidedAt.milliseconds - now.milliseconds
            schedules[id]?.next = schedule.next?.advanced(byMilliseconds: -ahead)
            schedules[id]?.decidedAt = now
        }
        let due = schedules.filter { $0.value.isDue(at: now) }
            .sorted { ($0.value.next ?? now, $0.key) < ($1.value.next ?? now, $1.key) }
        let spacing = min(250, 300_000 / Int64(max(1, due.count)))
        for (index, (id, _)) in due.enumerated() {
            let offset =
                Int64(index) * spacing + (index == 0 ? 0 : Int64.random(in: 0...spacing / 2, using: &generator))
            schedules[id]?.next = now.advanced(byMilliseconds: offset)
        }
    }
}
