import SituationModel

/// Finds when an article was published.
struct DateFinder {
    let page: PageTree
    let tags: MetaTags
    let linked: LinkedArticle?
    let hints: [Hints]
    let address: String?

    /// What the metadata say, else what the page shows, else what its address says.
    func published() -> PublishedTime? {
        if let told = linked?.published.flatMap({ PublishedTime($0) }) { return told }
        if let told = MetaTags.publishing.lazy.flatMap(tags.all).compactMap({ PublishedTime($0) }).first { return told }
        let inAddress = address.flatMap { PublishedTime(address: $0) }
        let shown = marked() ?? written()
        // Of several dates on a page the first may be another article's.
        guard let inAddress else { return shown }
        guard let shown, abs(shown.day.daysSince1970 - inAddress.day.daysSince1970) <= 1 else { return inAddress }
        return shown
    }

    /// The first element that says it holds the time of publication, or any time.
    private func marked() -> PublishedTime? {
        var first: PublishedTime?
        for node in page.nodes.indices where !page.nodes[node].isText {
            let isTime = page.nodes[node].element == .time
            let isNamed = page.attribute(.itemprop, of: node)?.lowercased() == "datepublished"
            guard isTime || isNamed else { continue }
            let text = page.attribute(.datetime, of: node) ?? page.attribute(.content, of: node) ?? page.line(of: node)
            guard let time = PublishedTime(text) ?? PublishedTime(page.line(of: node)) else { continue }
            if isNamed { return time }
            if first == nil { first = time }
        }
        return first
    }

    /// A date in a line that is called one, or is short and nothing else.
    private func written() -> PublishedTime? {
        for node in page.nodes.indices where !hints[node].isDisjoint(with: [.date, .byline]) {
            let line = page.line(of: node)
            if line.count < 200, let time = PublishedTime(line) { return time }
        }
        return nil
    }
}
