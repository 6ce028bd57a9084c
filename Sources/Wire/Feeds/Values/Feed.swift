package import SituationModel

/// The form in which a feed came.
package enum FeedFormat: String, Sendable, Hashable {
    /// RSS 0.9x and 2.0, and RSS 1.0, which is RDF.
    case rss
    case atom
    /// JSON Feed.
    case json
}

/// What a feed says about itself, and its entries.
package struct Feed: Sendable, Hashable {
    package var format: FeedFormat
    /// As the feed names it: `2.0`, `1.0`, `0.3`, `1.1`; `nil` where it names none.
    package var version: String?
    package var title: FeedText?
    /// The page that the feed belongs to; absolute wherever the feed lets it be made so.
    package var link: String?
    /// Where the feed says that it lies itself.
    package var feedLink: String?
    package var description: FeedText?
    /// A language tag such as `en-GB`, as it stands in the feed.
    package var language: String?
    package var updated: Instant?
    package var authors: [FeedPerson] = []
    package var image: String?
    /// How long, in minutes, the feed asks not to be fetched again (`ttl`).
    package var minutesToLive: Int?
    /// Empty when the entries were taken one at a time.
    package var entries: [FeedEntry] = []
    /// What was wrong with the feed and how it was taken, each with its line.
    package var warnings: [String] = []

    package init(format: FeedFormat) {
        self.format = format
    }
}

/// A name with an address, as feeds give their authors; at least one of the three is there.
package struct FeedPerson: Sendable, Hashable {
    package var name: String?
    package var email: String?
    package var uri: String?

    package init(name: String? = nil, email: String? = nil, uri: String? = nil) {
        (self.name, self.email, self.uri) = (name, email, uri)
    }
}

/// A word that an entry is filed under.
package struct FeedCategory: Sendable, Hashable {
    package var term: String
    /// The word for people, where it differs from the term.
    package var label: String?
    /// Whose list of words it is from.
    package var scheme: String?

    package init(term: String, label: String? = nil, scheme: String? = nil) {
        (self.term, self.label, self.scheme) = (term, label, scheme)
    }
}

/// A file that goes with an entry.
package struct FeedEnclosure: Sendable, Hashable {
    package var url: String
    /// A media type such as `audio/mpeg`, as it stands in the feed.
    package var type: String?
    /// Bytes, where the feed gives a number.
    package var length: Int?

    package init(url: String, type: String? = nil, length: Int? = nil) {
        (self.url, self.type, self.length) = (url, type, length)
    }
}

/// The feed that an entry was taken over from.
package struct FeedSource: Sendable, Hashable {
    package var title: String?
    package var link: String?

    package init(title: String? = nil, link: String? = nil) {
        (self.title, self.link) = (title, link)
    }
}
