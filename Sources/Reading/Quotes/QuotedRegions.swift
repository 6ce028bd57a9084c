/// Where a text is inside quotation marks.
struct QuotedRegions: Sendable {
    /// What stands between an opening mark and its closing one; several stretches where a quote goes on over paragraphs.
    struct Region: Sendable {
        /// Ranges of tokens, marks included; each lies in one paragraph.
        var parts: [Range<Int>]
        /// Whether the closing mark is there.
        var isClosed: Bool
        /// Whether the text itself sets the marks, around a word it does not make its own: the so-called “operation”.
        var isTerm = false

        var start: Int { parts.first?.lowerBound ?? 0 }
        var end: Int { parts.last?.upperBound ?? 0 }
    }

    private(set) var regions: [Region] = []
    /// The region each token lies in, marks included; -1 outside.
    private(set) var regionAt: [Int32]

    /// Whether a token lies between quotation marks, or is one.
    func isQuoted(_ token: Int) -> Bool { regionAt[token] >= 0 }

    /// The region a token lies in.
    func region(at token: Int) -> Region? {
        guard token >= 0, token < regionAt.count, regionAt[token] >= 0 else { return nil }
        return regions[Int(regionAt[token])]
    }

    init(_ document: Document) {
        regionAt = Array(repeating: -1, count: document.tokens.count)
        let singles = Self.usesSingleMarks(document)
        // The paragraphs of a quote that goes on.
        var parts: [Range<Int>] = []
        for number in document.paragraphs.indices {
            let range = document.tokens(ofParagraph: number)
            var start: Int?
            if let first = range.first, !parts.isEmpty {
                // A paragraph that opens again goes on with the quote of the one before.
                if Self.canOpen(document, first, singles: singles) {
                    start = first
                } else {
                    close(&parts, isClosed: false)
                }
            }
            for place in range.dropFirst(start == nil ? 0 : 1) {
                if let begun = start {
                    if Self.canClose(document, place, in: range, singles: singles) {
                        parts.append(begun..<place + 1)
                        close(&parts, isClosed: true)
                        start = nil
                    } else if Self.reopens(document, place, singles: singles) {
                        // The mark before it was never closed: it ends with its sentence.
                        let end = document.endOfSentence(at: begun)
                        if end <= place {
                            parts.append(begun..<end)
                            close(&parts, isClosed: false)
                            start = place
                        }
                    }
                } else if Self.canOpen(document, place, singles: singles) {
                    start = place
                }
            }
            if let begun = start { parts.append(begun..<range.upperBound) }
        }
        close(&parts, isClosed: false)
        for number in regions.indices where regions[number].start > 0 {
            regions[number].isTerm = Self.termWords.contains(document.tokens[regions[number].start - 1].word)
        }
    }

    private mutating func close(_ parts: inout [Range<Int>], isClosed: Bool) {
        guard !parts.isEmpty else { return }
        for part in parts { for token in part { regionAt[token] = Int32(regions.count) } }
        regions.append(Region(parts: parts, isClosed: isClosed))
        parts = []
    }

    private static let termWords: WordSet = "so-called self-styled self-proclaimed self-declared codenamed"
}

// MARK: Telling opening from closing marks

extension QuotedRegions {
    /// Whether single marks are this text's ordinary quotation marks: it has pairs of them and hardly a double one.
    private static func usesSingleMarks(_ document: Document) -> Bool {
        var doubles = 0
        var opening = 0
        var closing = 0
        for (index, token) in document.tokens.enumerated() {
            if token.isDoubleQuote { doubles += 1 }
            if token.kind == .singleOpen { opening += 1 }
            if token.kind == .singleClose, index > 0, document.tokens[index - 1].tag.isMark || !token.spaceBefore {
                closing += 1
            }
        }
        return doubles <= 1 && opening >= 1 && closing >= opening
    }

    private static func canOpen(_ document: Document, _ index: Int, singles: Bool) -> Bool {
        let token = document.tokens[index]
        switch token.kind {
        case .openQuote: return true
        case .straightQuote:
            guard index + 1 < document.tokens.count else { return false }
            let next = document.tokens[index + 1]
            return !next.spaceBefore || token.spaceBefore
        case .singleOpen: return singles
        default: return false
        }
    }

    private static func canClose(_ document: Document, _ index: Int, in paragraph: Range<Int>, singles: Bool) -> Bool {
        let token = document.tokens[index]
        switch token.kind {
        case .closeQuote: return true
        case .straightQuote:
            // A mark with space before and none behind opens, unless nothing of the paragraph follows.
            guard token.spaceBefore, index + 1 < paragraph.upperBound else { return true }
            return document.tokens[index + 1].spaceBefore
        case .singleClose:
            guard singles else { return false }
            // A plural's apostrophe has a small letter behind it.
            guard index + 1 < paragraph.upperBound, index > 0 else { return true }
            let next = document.tokens[index + 1]
            return document.tokens[index - 1].tag.isMark || !next.spaceBefore || next.tag.isMark
        default: return false
        }
    }

    private static func reopens(_ document: Document, _ index: Int, singles: Bool) -> Bool {
        let token = document.tokens[index]
        return token.kind == .openQuote
            || token.kind == .straightQuote && token.spaceBefore && index + 1 < document.tokens.count
                && !document.tokens[index + 1].spaceBefore
    }
}
