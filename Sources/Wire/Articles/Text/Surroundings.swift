/// Lines that stand close above and below the text of an article.
enum Surroundings {
    /// Whether a line above the text tells its author, its date, its section, or how long it takes to read.
    static func isCompanion(_ block: Block, authors: [String]) -> Bool {
        if block.element == .h1 { return true }
        guard block.text.count < 120, !block.isHeading, !block.endsSentence else { return false }
        let text = String(decoding: block.text, as: UTF8.self)
        let lower = text.lowercased()
        return lower.hasPrefix("by ") || lower.contains("min read") || lower.hasSuffix(" ago")
            || lower.contains("minute read")
            || PublishedTime(text) != nil || authors.contains { text.contains($0) } || block.text.count < 25
    }

    /// Whether a line below the text is a label of what is no part of it.
    static func isAfterthought(_ block: Block) -> Bool {
        block.isHeading || block.element != .li && block.text.count < 60 && !block.endsSentence
    }

    /// Whether a paragraph at the end says who the author is.
    static func isAboutAuthor(_ block: Block, authors: [String]) -> Bool {
        guard block.text.count < 800 else { return false }
        let text = String(decoding: block.text, as: UTF8.self).drop { !$0.isLetter }
        // How to reach the author.
        if text.count < 300, text.contains("@"), authors.contains(where: { text.contains($0) }) { return true }
        return authors.contains { name in
            text.hasPrefix(name) && biographical.contains { text.dropFirst(name.count).hasPrefix($0) }
        }
    }

    private static let biographical = [" is ", " was ", " has ", " covers ", " writes ", " joined ", ", ", " can be "]
}
