package import SituationModel

/// One entry of a feed, as the feed has it.
package struct FeedEntry: Sendable, Hashable {
    /// What the publisher tells the entry by; `nil` where the feed gives nothing.
    package var id: String?
    package var title: FeedText?
    /// The entry's page; absolute wherever the feed lets it be made so.
    package var link: String?
    /// Its own, or else those of the feed where the format hands them down (Atom, JSON Feed).
    package var authors: [FeedPerson] = []
    package var published: Instant?
    package var updated: Instant?
    package var summary: FeedText?
    package var content: FeedText?
    package var categories: [FeedCategory] = []
    package var enclosures: [FeedEnclosure] = []
    /// A picture that stands for the entry.
    package var image: String?
    /// The playing time of what the entry is about, in seconds.
    package var duration: Int?
    package var source: FeedSource?
    package var language: String?
    /// Whether something of it is missing: it was larger than the limit, or the feed broke off in its midst.
    package var isCut = false

    package init() {}
}

/// How much of a feed is taken; what lies beyond is left out, and a warning says so.
package struct FeedLimits: Sendable, Hashable {
    /// The bytes of text in one entry, or in the feed's own head.
    package var entryBytes = 4 << 20
    /// The authors, categories and enclosures of one entry, each.
    package var listItems = 1_000
    /// The bytes of a JSON feed, which has to be held whole.
    package var jsonBytes = 64 << 20
    /// Elements inside one another; those further in lose their tags and keep their text.
    package static let depth = 200

    package init() {}
}
