package import SituationModel

/// How a source that is collected stands, in words that are ready to be shown.
package struct SourceStanding: Hashable, Sendable {
    package let source: SourceID
    /// `304, nothing new`, `failed since 14:05: …`.
    package let words: String
    /// Whether somebody ought to look at it.
    package let isTrouble: Bool
    /// Whether news can come from it.
    package let isLive: Bool
    /// When it was last known to be current; `nil` where it never was.
    package let currentAt: Instant?
    /// When it is asked next, at the earliest; `nil` where it is not asked.
    package let next: Instant?

    package init(
        source: SourceID, words: String, isTrouble: Bool, isLive: Bool, currentAt: Instant?, next: Instant? = nil
    ) {
        self.source = source
        self.words = words
        self.isTrouble = isTrouble
        self.isLive = isLive
        self.currentAt = currentAt
        self.next = next
    }

    /// What it last answered, and when it is asked next where somebody collects.
    package func inWords(isCollected: Bool) -> String {
        guard isCollected, let next else { return words }
        return "\(words); next \(next.clock)Z"
    }
}

/// How far work is that takes long: a first import, a large file.
package struct LongWork: Hashable, Sendable {
    /// Texts that have been taken in.
    package let done: Int
    /// Texts there are; `nil` where nobody can say.
    package let total: Int?
    /// How long it has taken, in seconds.
    package let seconds: Double

    package init(done: Int, total: Int?, seconds: Double) {
        (self.done, self.total, self.seconds) = (done, total, max(0.001, seconds))
    }

    /// Texts a second.
    package var rate: Int { Int(Double(done) / seconds) }

    /// How long it will take yet, in seconds; `nil` where nobody can say.
    package var secondsLeft: Int? {
        guard let total, done > 0 else { return nil }
        return Int((Double(max(0, total - done)) * seconds / Double(done)).rounded(.up))
    }
}

/// How the collecting goes: what every source last answered, and who asks.
package struct CollectingNews: Hashable, Sendable {
    package var sources: [SourceStanding]
    /// Who collects at present; `nil` where nobody does.
    package var collector: String?
    /// What takes them long at present.
    package var work: LongWork?

    package init(sources: [SourceStanding] = [], collector: String? = nil, work: LongWork? = nil) {
        self.sources = sources
        self.collector = collector
        self.work = work
    }

    /// The board is as fresh as the one of its live sources that was last heard of longest ago; `nil` where there is none,
    /// or one that has never been read.
    package var oldest: Instant? {
        let live = sources.filter(\.isLive)
        guard live.allSatisfy({ $0.currentAt != nil }) else { return nil }
        return live.compactMap(\.currentAt).min()
    }

    package var troubles: Int { sources.count(where: \.isTrouble) }
}
