package import SituationModel

/// How a source stands, as the board shows it.
package enum SourceCondition: Hashable, Sendable {
    case neverFetched
    /// The last answer brought so many new items.
    case fresh(new: Int)
    /// The last answer brought items, none of them new.
    case nothingNew
    /// 304.
    case unchanged
    /// It answers, and has no items.
    case empty
    /// It answers, and the newest of its items is from then.
    case frozen(since: Instant)
    case failing(since: Instant, sentence: String)
    case throttled(until: Instant?)
    /// The server said 410.
    case retired(since: Instant)
    case paused

    /// Whether news can come from it, now or once its trouble is over.
    package var isLive: Bool {
        switch self {
        case .paused, .retired: false
        default: true
        }
    }

    /// Whether somebody ought to look at it.
    package var isTrouble: Bool {
        switch self {
        case .frozen, .failing, .retired: true
        default: false
        }
    }

    /// The condition in words, without a full stop; `time` writes a moment as the reader's clock shows it.
    package func words(at now: Instant, time: (Instant) -> String) -> String {
        switch self {
        case .neverFetched: "never fetched"
        case .fresh(let new): "\(new) new"
        case .nothingNew: "nothing new"
        case .unchanged: "304, nothing new"
        case .empty: "empty"
        case .frozen(let last): "frozen: answers, but nothing new for \(Age(from: last, to: now))"
        case .failing(let since, let sentence): "failed since \(time(since)): \(sentence)"
        case .throttled(let until): until.map { "throttled until \(time($0))" } ?? "throttled"
        case .retired(let since): "retired since \(time(since)): the server says that nothing more will come (410)"
        case .paused: "paused"
        }
    }
}

/// How fresh a board is as a whole: as fresh as the one of its live sources that was last heard of longest ago.
package enum BoardFreshness: Hashable, Sendable {
    /// There is no source from which news could come.
    case noSources
    /// This one has never been read, so that nobody can say.
    case unknown(SourceID)
    /// Of all others more is known than of this one, which was last known to be current then.
    case oldest(SourceID, at: Instant)

    /// The freshness of a board with these sources; those paused or retired do not count. Of equals the first by name.
    package init(_ sources: some Sequence<(settings: SourceSettings, health: SourceHealth)>, at now: Instant) {
        let live = sources.filter { $0.health.condition(at: now, $0.settings).isLive }
            .map { (id: $0.settings.id, currentAt: $0.health.currentAt) }
            .sorted { ($0.currentAt?.milliseconds ?? .min, $0.id) < ($1.currentAt?.milliseconds ?? .min, $1.id) }
        guard let oldest = live.first else {
            self = .noSources
            return
        }
        self = oldest.currentAt.map { .oldest(oldest.id, at: $0) } ?? .unknown(oldest.id)
    }

    /// The freshness in a few words.
    package func words(at now: Instant) -> String {
        switch self {
        case .noSources: "no live source"
        case .unknown(let id): "\(id) never fetched"
        case .oldest(_, let moment): "oldest source \(Age(from: moment, to: now))"
        }
    }
}

/// A length of time in the largest unit that is full: `45 s`, `4 min`, `23 h`, `9 days`; `0 s` for what lies ahead.
package struct Age: Hashable, Sendable, CustomStringConvertible {
    package let seconds: Int64

    package init(from start: Instant, to end: Instant) {
        let (length, overflow) = end.milliseconds.subtractingReportingOverflow(start.milliseconds)
        seconds = max(0, overflow ? .max / 1_000 : length / 1_000)
    }

    package var description: String {
        switch seconds {
        case ..<60: "\(seconds) s"
        case ..<3_600: "\(seconds / 60) min"
        case ..<86_400: "\(seconds / 3_600) h"
        case ..<172_800: "1 day"
        default: "\(seconds / 86_400) days"
        }
    }
}
