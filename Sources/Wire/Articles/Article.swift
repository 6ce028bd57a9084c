/// The article inside an HTML page.
package struct Article: Hashable, Sendable {
    /// Empty where the page has none.
    package var title = ""
    /// The names of those who wrote it, in the order of the page.
    package var authors: [String] = []
    package var published: PublishedTime?
    /// A language tag as the page gives it, in lower case but for the region: `en`, `en-GB`.
    package var language: String?
    /// The name of the site.
    package var site: String?
    /// The page's own address for itself, made absolute.
    package var canonical: String?
    /// In the order of the page, each on one line.
    package var paragraphs: [String] = []

    /// The paragraphs with an empty line between them.
    package var text: String { paragraphs.joined(separator: "\n\n") }

    /// The names in one line, or `nil` where there are none.
    package var byline: String? { authors.isEmpty ? nil : authors.joined(separator: ", ") }

    /// Reads a page. Never fails: what is no page has no article, and its title and text are empty.
    ///
    /// The cost is linear in the size of the page, whatever is in it: about 5 ms for a megabyte.
    ///
    /// - Parameters:
    ///   - bytes: The page as the server sent it, decompressed.
    ///   - address: Where it was got.
    ///   - charset: The encoding that the server declared.
    package init(page bytes: [UInt8], address: String? = nil, charset: String? = nil) {
        let page = PageTree(PageEncoding.utf8(bytes, declared: charset))
        let tags = MetaTags(page)
        canonical = (tags.canonical ?? tags.first(["og:url"])).flatMap { Self.absolute($0, base: address) }
        let linked = LinkedArticle.find(in: page, addresses: [address, canonical].compactMap { $0 })
        let hints = Hints.all(of: page)
        let blocks = Block.all(of: page)
        site = SiteName.find(tags: tags, linked: linked, address: canonical ?? address)
        title = TitleFinder(page: page, tags: tags, linked: linked, site: site).title()
        authors = AuthorFinder(page: page, tags: tags, linked: linked, hints: hints, blocks: blocks, site: site)
            .authors()
        published = DateFinder(page: page, tags: tags, linked: linked, hints: hints, address: canonical ?? address)
            .published()
        language = LanguageTag.find(page: page, tags: tags, linked: linked)
        let finder = ContentFinder(page: page, blocks: blocks, hints: hints)
        let filter = ParagraphFilter(
            finder: finder, title: title, description: tags.first(MetaTags.descriptions), authors: authors)
        paragraphs = finder.container().map(filter.paragraphs) ?? []
        if let told = linked?.body { complete(with: told) }
    }

    /// Takes the text that the page's metadata tell, where the page shows less than half of it.
    private mutating func complete(with told: String) {
        let shown = paragraphs.reduce(0) { $0 + $1.utf8.count }
        guard told.utf8.count > 400, told.utf8.count > shown * 2 else { return }
        paragraphs = HTMLText.paragraphs(told)
    }

    private static func absolute(_ address: String, base: String?) -> String? {
        if address.hasPrefix("http://") || address.hasPrefix("https://") { return address }
        guard let base, let scheme = base.firstRange(of: "://") else { return nil }
        if address.hasPrefix("//") { return base[..<scheme.lowerBound] + ":" + address }
        guard address.hasPrefix("/") else { return nil }
        return base.prefix(upTo: base[scheme.upperBound...].firstIndex(of: "/") ?? base.endIndex) + address
    }
}
