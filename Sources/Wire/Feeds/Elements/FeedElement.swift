/// What an element of a feed is, whatever it is called there.
enum FeedElement: UInt8 {
    case unknown
    case channel, entry
    case title, dublinTitle, otherTitle
    case link, atomLink
    case id, guid, identifier
    case summary, description, dublinDescription, otherSummary, shortSummary
    case content, encoded, body
    case published, issued, created, dublinDate, updated, modified, built
    case author, rssAuthor, creator, otherAuthor
    case name, email, uri
    case category, atomCategory, keywords
    case enclosure, mediaContent, mediaThumbnail, mediaGroup
    case source, atomSource
    case image, imageLocation, iTunesImage, logo
    case language, minutesToLive, duration

    /// The element of that name.
    ///
    /// - Parameters:
    ///   - isAtom: Whether names without a namespace of their own are Atom's; they are RSS's otherwise.
    ///   - core: The namespace that the feed's own root is in.
    init(_ name: XMLName, isAtom: Bool, core: String?) {
        let local = name.local.lowercased()
        switch FeedNamespace(name, core: core) {
        case .core: self = (isAtom ? Self.atom[local] : Self.rss[local]) ?? .unknown
        case .rss: self = Self.rss[local] ?? .unknown
        case .atom: self = Self.atom[local] ?? .unknown
        case .dublinCore: self = Self.dublinCore[local] ?? .unknown
        case .content: self = local == "encoded" ? .encoded : .unknown
        case .media: self = Self.media[local] ?? .unknown
        case .iTunes: self = Self.iTunes[local] ?? .unknown
        case .xhtml: self = local == "body" || local == "div" ? .body : .unknown
        case .other: self = .unknown
        }
    }

    private static let rss: [String: FeedElement] = [
        "channel": .channel, "item": .entry, "title": .title, "link": .link, "guid": .guid,
        "description": .description, "pubdate": .published, "date": .dublinDate, "lastbuilddate": .built,
        "author": .rssAuthor, "managingeditor": .rssAuthor, "category": .category, "enclosure": .enclosure,
        "source": .source, "image": .image, "url": .imageLocation, "language": .language, "ttl": .minutesToLive,
    ]

    private static let atom: [String: FeedElement] = [
        "entry": .entry, "title": .title, "link": .atomLink, "id": .id, "summary": .summary, "content": .content,
        "subtitle": .summary, "tagline": .summary, "info": .otherSummary, "published": .published,
        "issued": .issued, "created": .created, "updated": .updated, "modified": .modified, "author": .author,
        "name": .name, "email": .email, "uri": .uri, "url": .uri, "homepage": .uri, "category": .atomCategory,
        "source": .atomSource, "logo": .logo, "icon": .logo,
    ]

    private static let dublinCore: [String: FeedElement] = [
        "title": .dublinTitle, "creator": .creator, "author": .creator, "date": .dublinDate, "issued": .issued,
        "created": .created, "available": .issued, "modified": .modified, "subject": .category,
        "description": .dublinDescription, "abstract": .dublinDescription, "language": .language,
        "identifier": .identifier,
    ]

    private static let media: [String: FeedElement] = [
        "content": .mediaContent, "group": .mediaGroup, "thumbnail": .mediaThumbnail, "title": .otherTitle,
        "description": .otherSummary, "keywords": .keywords, "category": .category,
    ]

    private static let iTunes: [String: FeedElement] = [
        "author": .otherAuthor, "summary": .otherSummary, "subtitle": .shortSummary, "duration": .duration,
        "keywords": .keywords, "image": .iTunesImage, "title": .otherTitle,
    ]
}

/// The families of names that feeds are made of.
enum FeedNamespace {
    /// The feed's own, or none.
    case core
    case rss, atom, dublinCore, content, media, iTunes, xhtml, other

    /// Which family a name is of, by its address, or by its prefix where that was never declared.
    init(_ name: XMLName, core: String?) {
        guard let address = name.namespace?.trimmedASCII.lowercased(), !address.isEmpty else {
            self = name.prefix.map { Self.byPrefix[$0.lowercased()] ?? .other } ?? .core
            return
        }
        let known = Self.byAddress.first { address.contains($0.part) }?.family
        self = known ?? (name.namespace == core ? .core : .other)
    }

    /// By a part of the address that all its spellings share.
    private static let byAddress: [(part: String, family: FeedNamespace)] = [
        ("www.w3.org/2005/atom", .atom), ("purl.org/atom/ns", .atom), ("purl.org/echo", .atom),
        ("example.com/newformat", .atom), ("www.w3.org/1999/xhtml", .xhtml), ("purl.org/dc/", .dublinCore),
        ("purl.org/rss/1.0/modules/content", .content), ("purl.org/rss/1.0/modules", .other),
        ("purl.org/rss/1.0", .rss), ("netscape.com/rdf/simple/0.9", .rss), ("purl.org/net/rss1.1", .rss),
        ("backend.userland.com/rss", .rss), ("blogs.law.harvard.edu/tech/rss", .rss),
        ("search.yahoo.com/mrss", .media), ("tools.search.yahoo.com/mrss", .media),
        ("itunes.com/dtds/podcast-1.0", .iTunes),
    ]

    private static let byPrefix: [String: FeedNamespace] = [
        "atom": .atom, "a10": .atom, "dc": .dublinCore, "dcterms": .dublinCore, "content": .content, "media": .media,
        "itunes": .iTunes, "xhtml": .xhtml, "rss": .rss,
    ]
}

extension String {
    /// Without the white space around it; most often there is none.
    var trimmedASCII: String {
        guard let first = utf8.first, let last = utf8.last, first.isXMLSpace || last.isXMLSpace else { return self }
        return self[...].trimmedASCII
    }
}

extension StringProtocol {
    /// Without the white space around it.
    var trimmedASCII: String {
        var bytes = Substring(self).utf8
        while let last = bytes.last, last.isXMLSpace { bytes.removeLast() }
        return String(Substring(bytes.drop { $0.isXMLSpace }))
    }
}
