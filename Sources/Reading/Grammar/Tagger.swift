/// Tells parts of speech, from left to right, with the weights of an averaged perceptron.
///
/// Trained on the openly licensed part of GUM (see the README of the training tool); deterministic, and some
/// two million words a second.
struct Tagger: Sendable {
    /// The tags that frequent words can have, one bit a tag.
    private var lexicon = WordTable<UInt32>()
    /// Rows of ``weights`` by feature; 0 means an empty place.
    private var features: [UInt32] = [0, 0]
    private var rows: [Int32] = [0, 0]
    private var weights: [SIMD32<Int16>] = []

    /// Whether it has weights; without them only certain words and looks decide.
    var isTrained: Bool { !weights.isEmpty }

    /// From the bytes that ``TaggerModel/encoded()`` made; whatever is no such model gives an untrained tagger.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.init(TaggerModel(bytes) ?? TaggerModel())
    }

    init(_ model: TaggerModel) {
        for (word, tags) in model.lexicon { lexicon[Word(fingerprint: word)] = tags }
        var size = 2
        while size < model.features.count * 2 { size *= 2 }
        features = Array(repeating: 0, count: size)
        rows = Array(repeating: 0, count: size)
        weights.reserveCapacity(model.features.count)
        for feature in model.features {
            var place = Int(feature.key) & (size - 1)
            while features[place] != 0 { place = (place + 1) & (size - 1) }
            features[place] = feature.key
            rows[place] = Int32(weights.count)
            var row = SIMD32<Int16>()
            for (tag, weight) in feature.weights { row[Int(tag)] = Int16(weight) }
            weights.append(row)
        }
    }

    /// Gives every token of a text its tag.
    func tag(_ tokens: inout [Token], sentences: [Range<Int>], of text: SourceText, inflections: Inflections) {
        var run = Run(tagger: self)
        for sentence in sentences {
            run.begin()
            for index in sentence {
                if let mark = PunctuationTag.of(tokens[index], in: text) { tokens[index].tag = mark }
                run.shapes.append(
                    TaggerFeatures.shape(
                        tokens[index], of: text, isFirst: index == sentence.lowerBound, inflections: inflections))
            }
            for index in sentence { tokens[index].tag = run.next(tokens[index]) }
        }
    }

    /// The tags of one sentence whose marks are tagged already.
    func tags(_ tokens: [Token], shapes: [TaggerFeatures.Shape]) -> [Tag] {
        var run = Run(tagger: self)
        run.shapes = shapes
        return tokens.map { run.next($0) }
    }

    /// One walk over a sentence.
    private struct Run {
        let tagger: Tagger
        var shapes: [TaggerFeatures.Shape] = []
        private var features = TaggerFeatures()
        private var place = 0
        private var before = Tag.stop
        private var beforeThat = Tag.stop

        init(tagger: Tagger) { self.tagger = tagger }

        mutating func begin() {
            shapes.removeAll(keepingCapacity: true)
            place = 0
            before = .stop
            beforeThat = .stop
        }

        mutating func next(_ token: Token) -> Tag {
            let tag: Tag
            if token.kind != .word && token.kind != .number {
                tag = token.tag
            } else if tagger.isTrained {
                let allowed = tagger.allowed(token, isFirst: place == 0)
                if allowed.nonzeroBitCount == 1, let only = Tag(rawValue: UInt8(allowed.trailingZeroBitCount)) {
                    tag = only
                } else {
                    features.fill(at: place, shapes: shapes, before: before, beforeThat: beforeThat)
                    tag = tagger.best(features.values, among: allowed)
                }
            } else {
                tag = token.kind == .number ? .number : token.isCapitalised ? .name : .noun
            }
            place += 1
            beforeThat = before
            before = tag
            return tag
        }
    }

    /// The tags of words that are never seen in training: no pronouns, prepositions or other small words.
    static let open: UInt32 = [
        Tag.noun, .nouns, .name, .number, .adjective, .adverb, .base, .present, .presentThird, .past, .participle,
        .gerund, .other,
    ].reduce(0) { $0 | 1 << UInt32($1.rawValue) }

    /// The tags that a word can have, one bit a tag.
    func allowed(_ token: Token, isFirst: Bool) -> UInt32 {
        let seen = lexicon[token.word] ?? Self.open
        // With a capital inside a sentence any word may be a name.
        return token.isCapitalised && !isFirst ? seen | 1 << UInt32(Tag.name.rawValue) : seen
    }

    private func best(_ values: [UInt32], among allowed: UInt32) -> Tag {
        var sum = SIMD32<Int16>()
        let mask = features.count - 1
        for value in values {
            var place = Int(value) & mask
            while features[place] != 0 {
                if features[place] == value {
                    sum &+= weights[Int(rows[place])]
                    break
                }
                place = (place + 1) & mask
            }
        }
        var best = allowed.trailingZeroBitCount
        for tag in best + 1..<Tag.guessed where sum[tag] > sum[best] && allowed & 1 << UInt32(tag) != 0 { best = tag }
        return Tag(rawValue: UInt8(best)) ?? .other
    }
}

/// The tags of marks, which need no guess.
enum PunctuationTag {
    static func of(_ token: Token, in text: SourceText) -> Tag? {
        switch token.kind {
        case .word, .number: return nil
        case .link: return .name
        case .openQuote, .closeQuote, .straightQuote, .singleOpen, .singleClose: return .quote
        case .mark:
            switch text.scalars[token.start] {
            case ",": return .comma
            case ".", "!", "?", "…":
                return token.end - token.start > 1 && text.scalars[token.start] == "." ? .dash : .stop
            case ":", ";": return .colon
            case "(", "[", "{": return .bracketOpen
            case ")", "]", "}": return .bracketClose
            case "-", "–", "—", "―": return .dash
            case "&": return .conjunction
            case "$", "€", "£", "¥": return .number
            default: return .other
            }
        }
    }
}
