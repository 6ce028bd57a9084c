/// A text with its tokens, sentences and paragraphs.
struct Document: Sendable {
    let source: SourceText
    var tokens: [Token]
    /// Ranges of tokens; each token lies in one sentence.
    var sentences: [Range<Int>]
    /// Ranges of sentences; each sentence lies in one paragraph.
    var paragraphs: [Range<Int>]

    init(_ text: String, words: WordKnowledge) {
        source = SourceText(text)
        tokens = Tokenizer.tokens(of: source)
        (sentences, paragraphs) = SentenceSplitter.split(tokens, of: source)
        words.tag(&tokens, sentences: sentences, of: source)
    }

    /// The stretch of text from the first to the last token of a range.
    func span(_ range: Range<Int>) -> TextSpan {
        guard let first = range.first, let last = range.last else { return TextSpan(0, 0) }
        return TextSpan(tokens[first].start, tokens[last].end)
    }
}

// MARK: Where a token stands

extension Document {
    /// The tokens of a paragraph.
    func tokens(ofParagraph number: Int) -> Range<Int> {
        let inside = paragraphs[number]
        guard let first = inside.first, let last = inside.last else { return 0..<0 }
        return sentences[first].lowerBound..<sentences[last].upperBound
    }

    /// The number of the sentence a token stands in.
    func sentence(at token: Int) -> Int { Self.place(of: token, in: sentences) }

    /// The number of the paragraph a token stands in.
    func paragraph(at token: Int) -> Int { Self.place(of: sentence(at: token), in: paragraphs) }

    /// The first token behind the sentence that a token stands in.
    func endOfSentence(at token: Int) -> Int { sentences[sentence(at: token)].upperBound }

    private static func place(of value: Int, in ranges: [Range<Int>]) -> Int {
        var low = 0
        var high = ranges.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if ranges[middle].lowerBound <= value { low = middle } else { high = middle }
        }
        return low
    }
}
