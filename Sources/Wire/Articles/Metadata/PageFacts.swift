/// The name of the site a page is of.
enum SiteName {
    static func find(tags: MetaTags, linked: LinkedArticle?, address: String?) -> String? {
        if let name = tags.first(MetaTags.sites) ?? linked?.publisher { return Spacing.oneLine(name) }
        guard let address, let scheme = address.firstRange(of: "://") else { return nil }
        let host = address[scheme.upperBound...].prefix { $0 != "/" && $0 != ":" && $0 != "?" }
        return host.isEmpty ? nil : String(host.hasPrefix("www.") ? host.dropFirst(4) : host)
    }
}

/// The language a page says it is in.
enum LanguageTag {
    static func find(page: PageTree, tags: MetaTags, linked: LinkedArticle?) -> String? {
        let root = page.nodes.indices.first { page.nodes[$0].element == .html }
        let candidates = [
            root.flatMap { page.attribute(.lang, of: $0) },
            tags.first(["og:locale", "content-language", "language", "dc.language"]),
            linked?.language,
        ]
        return candidates.lazy.compactMap { $0.flatMap(normal) }.first
    }

    /// `en_GB` and `EN-gb` are `en-GB`; what is no language tag is `nil`.
    private static func normal(_ text: String) -> String? {
        let parts = text.split { $0 == "-" || $0 == "_" }
        guard let first = parts.first, (2...3).contains(first.utf8.count), first.utf8.allSatisfy(\.isLetter) else {
            return nil
        }
        guard let region = parts.dropFirst().first(where: { $0.utf8.count == 2 && $0.utf8.allSatisfy(\.isLetter) })
        else {
            return first.lowercased()
        }
        return first.lowercased() + "-" + region.uppercased()
    }
}
