package import SituationModel

/// All that is remembered of a source from one question to the next.
package struct SourceMemory: Codable, Hashable, Sendable {
    package var schedule: SourceSchedule
    package private(set) var health = SourceHealth()
    /// Those of the content last read to the end, to be given with the next request.
    package private(set) var validators: Validators?
    /// Where the server says that the source has moved for good. The settings are for people to change.
    package private(set) var movedTo: String?
    /// Up to which quarter of an hour GDELT's files have been taken in, so that those missed since can be fetched.
    package var takenUntil: Instant?

    /// Nothing is known yet; the source may be asked from this moment on.
    package init(firstAt moment: Instant) {
        schedule = SourceSchedule(firstAt: moment)
    }

    /// Takes in what asking came to. `answer` is what came with content or a 304, `minutesToLive` what a feed says inside.
    package mutating func note(
        _ outcome: SourceOutcome, _ answer: FetchedAnswer? = nil, minutesToLive: Int? = nil, at now: Instant,
        _ policy: SourceSchedule.Policy, using generator: inout some RandomNumberGenerator
    ) {
        health.note(outcome, at: now)
        let inside = minutesToLive.map { Int64(clamping: max(0, $0)).multipliedReportingOverflow(by: 60) }
        let hints = [answer?.freshForSeconds, inside.map { $0.overflow ? .max : $0.partialValue }]
        schedule.note(outcome, hint: hints.compactMap { $0 }.max(), at: now, policy, using: &generator)
        if let answer { movedTo = answer.permanentAddress?.text }
        switch outcome {
        case .read, .unchanged: if let answer { validators = answer.validators }
        // So that the whole comes again, and can be read once its fault, or this program's, is mended.
        case .failed(let failure) where failure.stage == .reading: validators = nil
        case .failed, .throttled, .gone: break
        }
    }

    /// Takes a retired source up again, because somebody knows better.
    package mutating func revive(at now: Instant) {
        schedule.revive(at: now)
        health.revive()
    }
}
