import SituationModel

extension FeedBuilder {
    mutating func beginEntry(_ attributes: XMLAttributes) {
        if !head.hasEntries || finished.isEmpty { head.fill(&feed) }
        head.hasEntries = true
        room = limits.entryBytes
        var draft = EntryDraft()
        draft.id.offer(attributes["about", prefix: "rdf"], rank: 4)
        draft.entry.language = attributes["lang", prefix: "xml"]
        self.draft = draft
    }

    mutating func beginPerson() -> FeedPlace {
        person = FeedPerson()
        personText = []
        return .person
    }

    // MARK: - What the feed says about itself

    mutating func beginHeadField(_ element: FeedElement, _ attributes: XMLAttributes) -> FeedPlace {
        head.hasChannel = true
        switch element {
        case .author: return beginPerson()
        case .title, .summary, .otherSummary:
            read(element, in: .channel, as: textForm(element, attributes), attribute: attributes["type"])
        case .description, .dublinDescription, .shortSummary: read(element, in: .channel, as: .html)
        case .link: beginLink(attributes, in: .channel)
        case .atomLink:
            if relation(attributes) == "self", let link = attributes["href"] {
                feed.feedLink = Link.resolve(link, base: base)
            } else {
                setLink(attributes)
            }
        case .iTunesImage: feed.image = feed.image ?? attributes["href"].map { Link.resolve($0, base: base) }
        case .dublinTitle, .built, .published, .dublinDate, .updated, .modified, .language, .minutesToLive, .logo,
            .rssAuthor, .creator, .otherAuthor:
            read(element, in: .channel)
        default: break
        }
        return .ignored
    }

    // MARK: - Entries

    mutating func beginEntryField(_ element: FeedElement, in place: FeedPlace, _ attributes: XMLAttributes) -> FeedPlace
    {
        switch element {
        case .mediaGroup: return .media
        case .mediaContent:
            addMedia(attributes)
            return .media
        case .mediaThumbnail: setImage(attributes["url"])
        case .otherTitle, .otherSummary, .keywords: read(element, in: place, as: .html)
        case .category: read(element, in: place, attribute: attributes["domain"] ?? attributes["scheme"])
        default: return place == .entry ? beginOwnField(element, attributes) : .ignored
        }
        return .ignored
    }

    private mutating func beginOwnField(_ element: FeedElement, _ attributes: XMLAttributes) -> FeedPlace {
        switch element {
        case .author: return beginPerson()
        case .atomSource: return .source
        case .title, .summary:
            read(element, in: .entry, as: textForm(element, attributes), attribute: attributes["type"])
        case .content:
            if let link = attributes["src"] {
                add(FeedEnclosure(url: Link.resolve(link, base: base), type: attributes["type"]))
            }
            read(element, in: .entry, as: textForm(element, attributes), attribute: attributes["type"])
        case .description, .dublinDescription, .shortSummary, .encoded: read(element, in: .entry, as: .html)
        case .body: read(element, in: .entry, as: .elements)
        case .link: beginLink(attributes, in: .entry)
        case .atomLink: setEntryLink(attributes)
        case .guid: read(element, in: .entry, attribute: attributes["isPermaLink"])
        case .source: read(element, in: .entry, attribute: attributes["url"])
        case .atomCategory: beginAtomCategory(attributes)
        case .enclosure: addEnclosure(attributes)
        case .iTunesImage: setImage(attributes["href"])
        case .unknown, .channel, .entry, .name, .email, .uri, .imageLocation, .image, .logo, .minutesToLive, .built:
            break
        default: read(element, in: .entry)
        }
        return .ignored
    }

    private mutating func beginAtomCategory(_ attributes: XMLAttributes) {
        if let term = attributes["term"] ?? attributes["label"], !term.trimmedASCII.isEmpty {
            let label = attributes["label"].flatMap { $0 == term ? nil : $0 }
            add(FeedCategory(term: term.trimmedASCII, label: label?.trimmedASCII, scheme: attributes["scheme"]))
        } else {
            read(.category, in: .entry)
        }
    }

    private mutating func addEnclosure(_ attributes: XMLAttributes) {
        guard let link = attributes["url"] ?? attributes["href"], !link.trimmedASCII.isEmpty else { return }
        let length = attributes["length"].flatMap { Int($0.trimmedASCII) }
        add(FeedEnclosure(url: Link.resolve(link, base: base), type: attributes["type"], length: length))
    }

    private mutating func addMedia(_ attributes: XMLAttributes) {
        if let seconds = attributes["duration"].flatMap(PlayingTime.seconds), draft?.entry.duration == nil {
            draft?.entry.duration = seconds
        }
        guard let link = attributes["url"], !link.trimmedASCII.isEmpty else { return }
        let medium = attributes["medium"]
        if medium == "image" || attributes["type"]?.hasPrefix("image/") == true { setImage(link) }
        let length = attributes["fileSize"].flatMap { Int($0.trimmedASCII) }
        add(FeedEnclosure(url: Link.resolve(link, base: base), type: attributes["type"] ?? medium, length: length))
    }

    private mutating func setImage(_ link: String?) {
        guard draft?.entry.image == nil, let link, !link.trimmedASCII.isEmpty else { return }
        let address = Link.resolve(link, base: base)
        draft?.entry.image = address
    }

    mutating func add(_ enclosure: FeedEnclosure) {
        guard let listed = draft?.entry.enclosures, !listed.contains(where: { $0.url == enclosure.url }) else { return }
        if spend(enclosure.url.utf8.count, of: listed.count) { draft?.entry.enclosures.append(enclosure) }
    }

    mutating func add(_ category: FeedCategory) {
        guard let listed = draft?.entry.categories, !category.term.isEmpty, !listed.contains(category) else { return }
        if spend(category.term.utf8.count, of: listed.count) { draft?.entry.categories.append(category) }
    }

    mutating func add(_ author: FeedPerson) {
        guard let listed = draft?.entry.authors else {
            if !feed.authors.contains(author), spend(0, of: feed.authors.count) { feed.authors.append(author) }
            return
        }
        let isKnown = listed.contains { $0 == author || author.name != nil && $0.name == author.name }
        if !isKnown, spend(0, of: listed.count) { draft?.entry.authors.append(author) }
    }

    /// Whether a list may have one more, of so many bytes.
    private mutating func spend(_ bytes: Int, of listed: Int) -> Bool {
        room -= bytes
        // Lists are searched for what is in them already, so they must not be long.
        if room > 0, listed < limits.listItems { return true }
        cut()
        return false
    }

    // MARK: - Links

    /// RSS: the address is the text, or an attribute as in Atom.
    private mutating func beginLink(_ attributes: XMLAttributes, in place: FeedPlace) {
        if attributes["href"] != nil {
            if place == .entry { setEntryLink(attributes) } else { setLink(attributes) }
        }
        read(.link, in: place)
    }

    private func relation(_ attributes: XMLAttributes) -> String {
        let relation = attributes["rel"]?.trimmedASCII.lowercased() ?? "alternate"
        // Relations may be written as addresses of the register that they are kept in.
        return relation.hasPrefix("http://www.iana.org/assignments/relation/")
            ? String(relation.dropFirst(41)) : relation
    }

    /// A page first, then anything else; a link that is Atom's own comes after RSS's in RSS.
    private func rank(ofAlternate attributes: XMLAttributes) -> Int {
        let type = attributes["type"]?.lowercased() ?? "text/html"
        return (type.contains("html") ? 2 : 3) + (feed.format == .atom ? 0 : 2)
    }

    private mutating func setLink(_ attributes: XMLAttributes) {
        guard relation(attributes) == "alternate", let link = attributes["href"] else { return }
        head.link.offer(Link.resolve(link, base: base), rank: rank(ofAlternate: attributes))
    }

    private mutating func setEntryLink(_ attributes: XMLAttributes) {
        guard let link = attributes["href"] else { return }
        switch relation(attributes) {
        case "alternate":
            let (address, rank) = (Link.resolve(link, base: base), rank(ofAlternate: attributes))
            draft?.link.offer(address, rank: rank)
        case "enclosure": addEnclosure(attributes)
        case "via", "related", "self":
            let address = Link.resolve(link, base: base)
            draft?.link.offer(address, rank: 8)
        default: break
        }
    }

    mutating func setSourceLink(_ attributes: XMLAttributes) {
        guard relation(attributes) == "alternate", let link = attributes["href"] else { return }
        let source = draft?.entry.source ?? FeedSource()
        let address = source.link ?? Link.resolve(link, base: base)
        draft?.entry.source = FeedSource(title: source.title, link: address)
    }
}
