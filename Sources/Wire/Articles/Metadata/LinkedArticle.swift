/// What the linked data of a page (JSON-LD, schema.org) says of its article.
struct LinkedArticle: Sendable {
    var headline: String?
    var authors: [String] = []
    var published: String?
    var language: String?
    var publisher: String?
    var body: String?
    var address: String?
    var description: String?
    /// How surely this is the article: a kind of article 2, a page 1.
    var rank = 0

    /// The one that describes the page, put together from all its scripts.
    ///
    /// - Parameter addresses: Where the page was got, and what it calls its own address.
    static func find(in page: PageTree, addresses: [String]) -> LinkedArticle? {
        let values = page.linkedData.flatMap { LooseJSON.values(in: page.source[$0]) }
        guard !values.isEmpty else { return nil }
        var finder = Finder()
        for value in values { finder.collectNames(value, depth: 0) }
        for value in values { finder.collect(value, depth: 0) }
        let own = Set(addresses.map(Self.bare))
        let best = finder.found.enumerated().max { left, right in
            let scores = [left, right].map { place, article in
                (article.address.map { own.contains(bare($0)) } == true ? 1_000 : 0) + article.rank * 10_000
                    + (article.headline == nil ? 0 : 100) + (article.published == nil ? 0 : 100) - min(place, 99)
            }
            return scores[0] < scores[1]
        }
        guard var chosen = best?.element else { return nil }
        for other in finder.found where other.address.map(bare) == chosen.address.map(bare) || other.rank < chosen.rank
        {
            chosen.published = chosen.published ?? other.published
            chosen.language = chosen.language ?? other.language
            if chosen.authors.isEmpty { chosen.authors = other.authors }
        }
        return chosen
    }

    /// An address without scheme, `www.`, query, fragment and the stroke at the end, so that it can be compared.
    private static func bare(_ address: String) -> String {
        var rest = address.lowercased()[...]
        if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
        if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
        rest = rest.prefix { $0 != "?" && $0 != "#" }
        while rest.last == "/" { rest = rest.dropLast() }
        return String(rest)
    }
}

extension LinkedArticle {
    /// Goes through linked data, whose objects may stand anywhere and point to one another.
    private struct Finder {
        var found: [LinkedArticle] = []
        /// Names of people and organisations by the identifier others point to them with.
        private var names: [String: LooseJSON] = [:]

        private static let deepest = 12

        mutating func collectNames(_ value: LooseJSON, depth: Int) {
            guard depth < Self.deepest else { return }
            switch value {
            case .array(let elements): for element in elements { collectNames(element, depth: depth + 1) }
            case .object(let members):
                if let identifier = members["@id"]?.text, let name = members["name"] {
                    names[identifier] = name
                }
                for member in members.values { collectNames(member, depth: depth + 1) }
            default: break
            }
        }

        mutating func collect(_ value: LooseJSON, depth: Int) {
            guard depth < Self.deepest else { return }
            switch value {
            case .array(let elements): for element in elements { collect(element, depth: depth + 1) }
            case .object(let members):
                let rank = (members["@type"] ?? members["type"]).map(Self.rank) ?? 0
                if rank > 0 { found.append(article(members, rank: rank)) }
                for name in ["@graph", "mainEntity", "mainEntityOfPage", "hasPart", "review"] {
                    if let inner = members[name] { collect(inner, depth: depth + 1) }
                }
            default: break
            }
        }

        /// How surely an object of these types is an article.
        private static func rank(_ types: LooseJSON) -> Int {
            types.list.compactMap(\.text).map { type in
                let name = type.split(whereSeparator: { $0 == "/" || $0 == ":" }).last.map(String.init) ?? type
                if name.hasSuffix("Article") || name.hasSuffix("BlogPosting") || articleTypes.contains(name) {
                    return 2
                }
                return name.hasSuffix("WebPage") || name == "ItemPage" || name == "VideoObject" ? 1 : 0
            }.max() ?? 0
        }

        private static let articleTypes: Set<String> = [
            "Report", "Review", "CriticReview", "Recipe", "HowTo", "ClaimReview", "SocialMediaPosting",
            "PodcastEpisode",
            "CreativeWork", "DiscussionForumPosting", "AnalysisNews",
        ]

        private func article(_ members: [String: LooseJSON], rank: Int) -> LinkedArticle {
            var article = LinkedArticle(rank: rank)
            article.headline = text(members["headline"]) ?? text(members["name"])
            article.authors = people(members["author"], depth: 0)
            if article.authors.isEmpty { article.authors = people(members["creator"], depth: 0) }
            article.published = text(members["datePublished"]) ?? text(members["dateCreated"])
            article.language = text(members["inLanguage"]) ?? members["inLanguage"].flatMap { text($0["name"]) }
            article.publisher = people(members["publisher"], depth: 0).first
            article.body = text(members["articleBody"])
            article.description = text(members["description"])
            let page = members["mainEntityOfPage"]
            article.address = text(members["url"]) ?? text(page) ?? text(page?["@id"]) ?? text(members["@id"])
            return article
        }

        /// The first text of a member that may be a text, or a list of them.
        private func text(_ value: LooseJSON?) -> String? {
            guard let first = value?.list.lazy.compactMap(\.text).first else { return nil }
            let trimmed =
                first.utf8.contains(Byte.ampersand) ? CharacterReferences.decoded(Array(first.utf8)[...]) : first
            return trimmed.allSatisfy(\.isWhitespace) ? nil : trimmed
        }

        /// Names of people, given as texts, objects, pointers to objects, or lists of these in lists.
        private func people(_ value: LooseJSON?, depth: Int) -> [String] {
            guard let value, depth < 6 else { return [] }
            switch value {
            case .string: return text(value).map { [$0] } ?? []
            case .array(let elements): return elements.flatMap { people($0, depth: depth + 1) }
            case .object(let members):
                if let name = members["name"] { return people(name, depth: depth + 1) }
                if let identifier = members["@id"]?.text, let known = names[identifier] {
                    return people(known, depth: depth + 1)
                }
                let parts = [members["givenName"], members["familyName"]].compactMap { text($0) }
                return parts.isEmpty ? [] : [parts.joined(separator: " ")]
            default: return []
            }
        }
    }
}
