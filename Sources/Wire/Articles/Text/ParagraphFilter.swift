/// Tells the paragraphs of an article from what stands between them.
struct ParagraphFilter {
    let finder: ContentFinder
    private let titleWords: [Substring]
    private let description: [Substring]?
    private let authors: [String]

    /// - Parameters:
    ///   - description: What the page's metadata say the article is about.
    init(finder: ContentFinder, title: String, description: String?, authors: [String]) {
        self.finder = finder
        self.authors = authors
        titleWords = Likeness.words(title)
        self.description = description.map(Likeness.words)
    }

    /// The paragraphs of the article inside an element.
    func paragraphs(in container: Int) -> [String] {
        let inside = container..<Int(finder.page.nodes[container].end)
        let all = finder.blocks.filter { inside.contains($0.node) }
        // Where the container itself is outside by its surroundings, these say nothing about what is in it.
        let isInside = finder.isOutside[container]
        var kept = all.filter { (isInside || !finder.isOutside[$0.node]) && isText($0) }
        // What stands before the first paragraph are the title's companions, what stands behind the last the article's.
        let first = kept.firstIndex { $0.weight > 0 } ?? 0
        let last = kept.lastIndex { $0.weight > 0 } ?? kept.count
        kept = kept.enumerated().filter { place, block in
            !(place < first && Surroundings.isCompanion(block, authors: authors)
                || place > last && Surroundings.isAfterthought(block)
                || place + 4 > last && Surroundings.isAboutAuthor(block, authors: authors))
        }.map(\.element)
        kept = withoutLoneHeadings(withoutRepetitions(kept))
        var paragraphs = kept.map { String(decoding: $0.text, as: UTF8.self) }
        if let standfirst = standfirst(before: kept.first), !paragraphs.contains(standfirst) {
            paragraphs.insert(standfirst, at: 0)
        }
        return paragraphs
    }

    private func isText(_ block: Block) -> Bool {
        let density = block.linkDensity
        if block.isHeading { return density < 0.5 && !isTitle(block) }
        if density > 0.5, !(block.text.count > 120 && block.endsSentence && density < 0.8) { return false }
        if isTitle(block) { return false }
        if block.text.count < 120, StockPhrases.isBoilerplate(block.text, density: density) { return false }
        if block.element == .td || block.element == .th, block.text.count < 80, !block.endsSentence { return false }
        if block.text.count < 250, CreditLines.isCredit(block.text, isSentence: block.endsSentence) { return false }
        return block.text.contains { $0.isLetter || $0 >= 128 }
    }

    private func isTitle(_ block: Block) -> Bool {
        block.text.count < 300 && Likeness.words(String(decoding: block.text, as: UTF8.self)) == titleWords
    }

    /// A page may hold a text twice, once for small screens.
    private func withoutRepetitions(_ blocks: [Block]) -> [Block] {
        var seen: Set<[UInt8]> = []
        return blocks.filter { $0.text.count < 60 || seen.insert($0.text).inserted }
    }

    /// Without headings that nothing follows, or another heading of the same level or a higher one.
    private func withoutLoneHeadings(_ blocks: [Block]) -> [Block] {
        var kept: [Block] = []
        for block in blocks.reversed() {
            if block.isHeading, kept.last.map({ $0.isHeading && $0.element.rawValue <= block.element.rawValue }) ?? true
            {
                continue
            }
            kept.append(block)
        }
        return kept.reversed()
    }
}

// MARK: - The standfirst

extension ParagraphFilter {
    /// The line or two above the text that sum it up.
    private func standfirst(before first: Block?) -> String? {
        guard let first, let place = finder.blocks.firstIndex(where: { $0.place == first.place }) else { return nil }
        for block in finder.blocks[..<place].reversed().prefix(40) {
            let words = Likeness.words(String(decoding: block.text, as: UTF8.self))
            guard words.count > 3, block.linkDensity < 0.5, !isTitle(block) else { continue }
            if words == description || isCalledStandfirst(block.node) {
                return String(decoding: block.text, as: UTF8.self)
            }
            if block.element == .h1 { break }
        }
        return nil
    }

    private func isCalledStandfirst(_ node: Int) -> Bool {
        var node = node
        for _ in 0..<3 {
            if finder.hints[node].contains(.standfirst) {
                return finder.hints[node].isDisjoint(with: [.comments, .hidden, .boilerplate])
            }
            node = Int(finder.page.nodes[node].parent)
        }
        return false
    }
}
