package import SituationModel

/// What the answers of a source, and their absence, say about it.
///
/// It knows no clock: every moment is given. Four things that look alike from afar are kept apart: a source that has
/// nothing new, one that is empty, one that fails, and one that answers but has stood still.
package struct SourceHealth: Codable, Hashable, Sendable {
    /// Failures in a row at one stage.
    package struct Trouble: Codable, Hashable, Sendable {
        /// When the first of them was.
        package var since: Instant
        /// How many there have been.
        package var count: Int
        /// What the last of them said.
        package var sentence: String
    }

    /// What the last answer that could be used was.
    package enum Answer: Codable, Hashable, Sendable {
        case unchanged
        case items(new: Int)
    }

    package struct Throttling: Codable, Hashable, Sendable {
        package var until: Instant?
    }

    /// When what is here was last known to be all that the source has: content was read, or had not changed since it was.
    package private(set) var currentAt: Instant?
    /// When content was first read.
    package private(set) var firstReadAt: Instant?
    /// The latest time that an item ever read gave for itself, or at which one without a time was new; never later than
    /// the moment it was read. Not moved by answers that bring nothing new.
    package private(set) var newestItem: Instant?
    package private(set) var lastAnswer: Answer?
    /// Whether the content last read had no items.
    package private(set) var isEmpty = false
    /// Nothing usable comes. Mended by any answer.
    package private(set) var reaching: Trouble?
    /// What came could not be read. Mended by nothing but content that can: 304 is said of what could not be read.
    package private(set) var reading: Trouble?
    /// The server's last word was to be left alone.
    package private(set) var throttling: Throttling?
    package private(set) var retiredAt: Instant?

    /// A source that has never been asked.
    package init() {}

    /// Takes in what asking the source at a moment came to.
    package mutating func note(_ outcome: SourceOutcome, at now: Instant) {
        switch outcome {
        case .unchanged:
            (reaching, throttling) = (nil, nil)
            // Of what has never been read, or not to the end, it says nothing.
            guard firstReadAt != nil, reading == nil else { return }
            currentAt = now
            lastAnswer = .unchanged
        case .read(let items, let new, let newest):
            (reaching, reading, throttling, retiredAt) = (nil, nil, nil, nil)
            currentAt = now
            firstReadAt = firstReadAt ?? now
            isEmpty = items == 0
            lastAnswer = .items(new: new)
            // A clock that runs ahead must not keep a source looking alive.
            if let newest = newest ?? (new > 0 ? now : nil) {
                newestItem = max(newestItem ?? min(newest, now), min(newest, now))
            }
        case .failed(let failure):
            throttling = nil
            switch failure.stage {
            case .reaching: reaching = Self.more(reaching, failure, now)
            case .reading:
                reaching = nil
                reading = Self.more(reading, failure, now)
            }
        case .throttled(let until): throttling = Throttling(until: until)
        case .gone:
            (reaching, throttling) = (nil, nil)
            retiredAt = retiredAt ?? now
        }
    }

    private static func more(_ trouble: Trouble?, _ failure: SourceFailure, _ now: Instant) -> Trouble {
        Trouble(
            since: trouble?.since ?? now, count: (trouble?.count ?? 0) + 1, sentence: failure.sentence)
    }

    /// Takes a retired source up again, because somebody knows better.
    package mutating func revive() { retiredAt = nil }

    /// What is to be said of the source at a moment.
    package func condition(at now: Instant, _ settings: SourceSettings) -> SourceCondition {
        if settings.isPaused { return .paused }
        if let retiredAt { return .retired(since: retiredAt) }
        if let throttling { return .throttled(until: throttling.until) }
        if let trouble = reaching ?? reading {
            let since = min(trouble.since, reading?.since ?? trouble.since)
            return .failing(since: since, sentence: trouble.sentence)
        }
        guard let lastAnswer else { return .neverFetched }
        if isEmpty { return .empty }
        if let last = newestItem ?? firstReadAt,
            now.milliseconds - last.milliseconds >= min(settings.frozenAfter, .max / 1_000) * 1_000
        {
            return .frozen(since: last)
        }
        return switch lastAnswer {
        case .unchanged: .unchanged
        case .items(let new): new > 0 ? .fresh(new: new) : .nothingNew
        }
    }
}
