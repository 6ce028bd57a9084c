import SituationModel

/// A field that several elements can fill, some of them better than others.
struct Ranked<Value> {
    private(set) var value: Value?
    private var rank = Int.max

    /// Takes the value if nothing as good is there; 1 is the best rank.
    mutating func offer(_ value: Value?, rank: Int) {
        guard let value, rank < self.rank else { return }
        (self.value, self.rank) = (value, rank)
    }

    /// Gives the value away.
    mutating func take() -> Value? { value.take() }
}

/// An entry while its elements come in.
struct EntryDraft {
    var entry = FeedEntry()
    var id = Ranked<String>()
    var title = Ranked<FeedText>()
    var link = Ranked<String>()
    var published = Ranked<Instant>()
    var updated = Ranked<Instant>()
    var summary = Ranked<FeedText>()
    var content = Ranked<FeedText>()
    /// The authors of the feed that the entry was taken over from.
    var sourceAuthors: [FeedPerson] = []

    /// The entry, with what it takes over from its feed; the draft is empty then.
    mutating func complete(with feed: borrowing Feed) -> FeedEntry {
        entry.id = id.take()
        entry.title = title.take()
        entry.link = Link.complete(link.take(), from: feed.link)
        entry.published = published.value
        entry.updated = updated.value
        entry.summary = summary.take()
        entry.content = content.take()
        if entry.authors.isEmpty { entry.authors = sourceAuthors }
        if entry.authors.isEmpty, feed.format == .atom { entry.authors = feed.authors }
        var completed = FeedEntry()
        swap(&completed, &entry)
        return completed
    }
}

/// The feed's own fields while its elements come in.
struct HeadDraft {
    var title = Ranked<FeedText>()
    var link = Ranked<String>()
    var description = Ranked<FeedText>()
    var updated = Ranked<Instant>()
    var isRDF = false
    /// The namespaces declared at the root, which tell one RSS of RDF from another.
    var namespaces: [String] = []
    var hasChannel = false
    var hasEntries = false

    /// Puts the fields into the feed as far as they are known.
    func fill(_ feed: inout Feed) {
        feed.title = title.value
        feed.link = link.value
        feed.description = description.value
        feed.updated = updated.value
    }

    /// Puts all the fields into the feed.
    ///
    /// - Returns: Why it is none, if so.
    func complete(_ feed: inout Feed) -> FeedError? {
        fill(&feed)
        guard isRDF else { return nil }
        for address in namespaces.map({ $0.trimmedASCII.lowercased() }) {
            if address.contains("netscape.com/rdf/simple/0.9") { feed.version = "0.9" }
            if address.contains("purl.org/net/rss1.1") { feed.version = "1.1" }
            if address.hasSuffix("purl.org/rss/1.0/") || address.hasSuffix("purl.org/rss/1.0") { feed.version = "1.0" }
        }
        return feed.version == nil && !hasChannel && !hasEntries ? .otherXML(root: "rdf:RDF") : nil
    }
}
