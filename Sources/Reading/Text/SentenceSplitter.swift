/// Groups tokens into sentences and paragraphs.
///
/// A sentence is never longer than ``longest`` tokens: what works on one sentence may then take its square in time, and the
/// whole stays linear in the length of the text.
struct SentenceSplitter {
    /// Tokens after which a sentence is cut if it has not ended by itself.
    static let longest = 250

    private let tokens: [Token]
    private let scalars: [Unicode.Scalar]
    private let lineBreaksEndParagraphs: Bool

    /// The sentences as ranges of tokens and the paragraphs as ranges of sentences.
    static func split(_ tokens: [Token], of text: SourceText) -> (sentences: [Range<Int>], paragraphs: [Range<Int>]) {
        SentenceSplitter(tokens: tokens, text: text).run()
    }

    private init(tokens: [Token], text: SourceText) {
        self.tokens = tokens
        scalars = text.scalars
        lineBreaksEndParagraphs = !Self.isHardWrapped(text.scalars)
    }

    private func run() -> (sentences: [Range<Int>], paragraphs: [Range<Int>]) {
        var sentences: [Range<Int>] = []
        var paragraphs: [Range<Int>] = []
        var sentenceStart = 0
        var paragraphStart = 0
        for index in tokens.indices {
            let isLast = index + 1 == tokens.count
            let endsParagraph = isLast || breaksParagraph(after: index)
            if endsParagraph || index + 1 - sentenceStart >= Self.longest || endsSentence(at: index) {
                sentences.append(sentenceStart..<index + 1)
                sentenceStart = index + 1
            }
            if endsParagraph {
                paragraphs.append(paragraphStart..<sentences.count)
                paragraphStart = sentences.count
            }
        }
        return (sentences, paragraphs)
    }

    // MARK: Paragraphs

    private func breaksParagraph(after index: Int) -> Bool {
        let gap = tokens[index].end..<tokens[index + 1].start
        guard gap.count >= 1 else { return false }
        var lineBreaks = 0
        var previousWasReturn = false
        for place in gap where CharacterClass(scalars[place]) == .newline {
            let isReturn = scalars[place] == "\r"
            // "\r\n" is one line break.
            if !(scalars[place] == "\n" && previousWasReturn) { lineBreaks += 1 }
            previousWasReturn = isReturn
        }
        return lineBreaks > (lineBreaksEndParagraphs ? 0 : 1)
    }

    /// Whether lines are broken at a fixed width, so that a single line break means nothing.
    private static func isHardWrapped(_ scalars: [Unicode.Scalar]) -> Bool {
        var lines = 0
        var wrapped = 0
        var length = 0
        var lastVisible: Unicode.Scalar = " "
        for (place, scalar) in scalars.enumerated() {
            if CharacterClass(scalar) == .newline {
                if length > 0 {
                    lines += 1
                    let next = place + 1 < scalars.count ? scalars[place + 1] : " "
                    if (50...100).contains(length), !".!?\"”".unicodeScalars.contains(lastVisible),
                        next.properties.isLowercase
                    {
                        wrapped += 1
                    }
                }
                length = 0
            } else {
                length += 1
                if scalar != " " { lastVisible = scalar }
            }
        }
        return lines >= 4 && wrapped * 3 > lines
    }

    // MARK: Sentences

    private func endsSentence(at index: Int) -> Bool {
        var place = index
        // Closing marks belong to the sentence they close.
        while place > 0, isClosing(place), index - place < 4 { place -= 1 }
        let token = tokens[place]
        let next = index + 1
        guard next < tokens.count, !isClosing(next) || tokens[next].spaceBefore && tokens[next].kind == .straightQuote
        else { return false }
        if place != index && tokens[index].kind == .straightQuote && !tokens[next].spaceBefore { return false }
        guard endsWithStop(token) else { return false }
        let closedQuote = place != index
        let follower = tokens[next]
        // Something must set the next sentence off.
        guard follower.spaceBefore || closedQuote && follower.isDoubleQuote else { return false }
        let starter = firstWord(from: next)
        if token.kind == .mark {
            let text = scalars[token.start]
            if text == "." && token.end - token.start > 1 { return starter.isCapitalised }
            if closedQuote || text == "?" || text == "!" {
                // “Why?” he asked. A small letter goes on with the sentence, and so do names before a verb of speaking.
                return starter.isCapitalised || starter.kind == .number || starter.kind == .link
            }
            return starter.isCapitalised || starter.kind != .word || starter.shape == .none
        }
        // An abbreviation with its stop.
        if Abbreviations.titles.contains(token.word) { return false }
        if token.end - token.start == 2 { return closedQuote }  // initials: "George W. Bush"
        return starter.isCapitalised && (closedQuote || Abbreviations.sentenceStarters.contains(starter.word))
    }

    private func endsWithStop(_ token: Token) -> Bool {
        switch scalars[token.end - 1] {
        case ".", "…": token.kind == .mark || token.kind == .word
        case "!", "?", "。", "！", "？": token.kind == .mark
        default: false
        }
    }

    private func isClosing(_ index: Int) -> Bool {
        let token = tokens[index]
        switch token.kind {
        case .closeQuote, .singleClose: return true
        case .straightQuote: return !token.spaceBefore
        case .mark: return scalars[token.start] == ")" || scalars[token.start] == "]"
        default: return false
        }
    }

    private func firstWord(from index: Int) -> Token {
        var place = index
        while place + 1 < tokens.count, place - index < 3, tokens[place].kind != .word, tokens[place].kind != .number,
            tokens[place].kind != .link
        {
            place += 1
        }
        return tokens[place]
    }
}
