/// Finds who wrote an article.
struct AuthorFinder {
    let page: PageTree
    let tags: MetaTags
    let linked: LinkedArticle?
    let hints: [Hints]
    let blocks: [Block]
    let site: String?

    /// The names of the authors; none where the page names none but itself.
    func authors() -> [String] {
        let told = [linked?.authors ?? []] + MetaTags.authors.map { tags.all($0) }
        for candidates in told + [marked(), bylines(), opening()] {
            let names = AuthorNames.clean(candidates, sites: [site, linked?.publisher].compactMap { $0 })
            if !names.isEmpty { return names }
        }
        return []
    }

    /// Names in elements that say they hold an author.
    private func marked() -> [String] {
        var names: [String] = []
        var node = 0
        while node < page.nodes.count, names.count < 8 {
            let here = page.nodes[node]
            let isAuthor =
                here.element == .a
                && page.attribute(.rel, of: node)?.lowercased().split(separator: " ").contains("author") == true
                || page.attribute(.itemprop, of: node)?.lowercased() == "author"
            if !here.isText, isAuthor {
                names.append(page.line(of: node))
                node = Int(here.end)
            } else {
                node += 1
            }
        }
        return names
    }

    /// Lines in elements that are called bylines.
    private func bylines() -> [String] {
        for node in page.nodes.indices where hints[node].contains(.byline) {
            let line = page.line(of: node)
            let words = line.split(separator: " ")
            // Names begin with capitals, all but “de” and the like.
            let capitals = words.count { $0.first?.isUppercase == true }
            if !line.isEmpty, line.count < 150, words.count < 4 || capitals * 2 > words.count, capitals > 0 {
                return [line]
            }
        }
        return []
    }

    /// A short line that begins with “By” and goes on with a capital.
    private func opening() -> [String] {
        for block in blocks
        where block.text.count < 100 && block.text.starts(with: "by ".utf8, by: { $0.lowered == $1 }) {
            let line = String(decoding: block.text, as: UTF8.self)
            if line.dropFirst(3).first?.isUppercase == true, !block.endsSentence { return [line] }
        }
        return []
    }
}
