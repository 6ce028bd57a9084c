/// Finds the title of an article.
struct TitleFinder {
    let page: PageTree
    let tags: MetaTags
    let linked: LinkedArticle?
    let site: String?

    /// The title as the reader sees it, where the page's metadata bear it out; else what the metadata say.
    func title() -> String {
        let shared = tags.first(MetaTags.titles)
        let named = (shared ?? page.title ?? linked?.headline).map(withoutSite)
        let headings = page.nodes.indices.lazy.filter { page.nodes[$0].element == .h1 }.prefix(8).map {
            page.line(of: $0)
        }
        let own = site.map(Likeness.words) ?? []
        let told = [shared, page.title, linked?.headline].compactMap { $0 }.map(Likeness.words)
        // Of several the longest; of equals the later one, since the name of the site stands above the title.
        var best: (heading: String, words: Int)?
        for heading in headings {
            let words = Likeness.words(heading)
            guard !words.isEmpty, heading.count < 400, words != own, words.count >= best?.words ?? 0 else { continue }
            if told.contains(where: { Self.agree(words, $0) }) { best = (heading, words.count) }
        }
        if let (heading, count) = best {
            // A heading may carry the name of its section before the title.
            if let named, heading.count > named.count, heading.hasSuffix(named), count - Likeness.words(named).count < 3
            {
                return named
            }
            return heading
        }
        let headline = linked?.headline.map(withoutSite).flatMap { Likeness.words($0) == own ? nil : $0 }
        return Spacing.oneLine(headline ?? named ?? headings.first ?? "")
    }

    /// Whether most words of two titles are the same.
    private static func agree(_ left: [Substring], _ right: [Substring]) -> Bool {
        let (first, second) = (Set(left), Set(right))
        let common = first.intersection(second).count
        return common * 10 >= min(first.count, second.count) * 7 && common * 3 >= first.count && common > 0
            && (common > 2 || first.count <= 3)
    }

    /// Without the name of the site, and what else stands behind a mark between spaces.
    private func withoutSite(_ title: String) -> String {
        let title = Spacing.oneLine(title)
        for mark in [" | ", " – ", " — ", " - ", " · ", " :: ", " » ", " « "] {
            guard let place = title.ranges(of: mark).last else { continue }
            let (head, tail) = (title[..<place.lowerBound], title[place.upperBound...])
            if let site, Likeness.words(String(head)) == Likeness.words(site) { return String(tail) }
            let isSite = site.map { Likeness.words(String(tail)) == Likeness.words($0) } ?? false
            if isSite || mark == " | " || tail.split(separator: " ").count <= 3 && head.split(separator: " ").count >= 4
            {
                return String(head)
            }
        }
        return title
    }
}
