/// Finds what someone may do if something else comes to pass.
struct ConditionalFinder {
    let document: Document
    let chunks: Chunks
    let subjects: SubjectFinder

    private var tokens: [Token] { document.tokens }

    /// A condition and what follows from it, as tokens.
    struct Conditional: Sendable {
        /// “if”, “unless”, “once” or “depending on”, right before the condition.
        var opener: Range<Int>
        var condition: Range<Int>
        var consequence: Range<Int>
        /// The subject of the consequence.
        var actor: Range<Int>?
    }

    /// The conditionals of a text, in order.
    static func conditionals(in document: Document, chunks: Chunks, subjects: SubjectFinder) -> [Conditional] {
        let finder = ConditionalFinder(document: document, chunks: chunks, subjects: subjects)
        return document.sentences.flatMap { sentence in
            sentence.compactMap { finder.conditional(at: $0, in: sentence) }
        }
    }

    private static let openers: WordSet = "if unless once"
    private static let notBefore: WordSet =
        "as even ask asked asking asks wonder wondered know see say unclear whether what only decide determine question"

    private func conditional(at place: Int, in sentence: Range<Int>) -> Conditional? {
        let token = tokens[place]
        var start = place + 1
        if token.word == "depending", start < sentence.upperBound, tokens[start].word == "on" {
            start += 1
        } else {
            guard Self.openers.contains(token.word),
                place == sentence.lowerBound || !Self.notBefore.contains(tokens[place - 1].word)
            else { return nil }
            // "once" needs a clause of its own.
            guard token.word != "once" || startsClause(start, sentence) else { return nil }
        }
        guard start < sentence.upperBound else { return nil }
        let isFirst = token.word != "depending" && (place == sentence.lowerBound || opensClause(place - 1))
        let found = isFirst ? leading(place, start, in: sentence) : trailing(place, start, in: sentence)
        guard let found, found.condition.contains(where: { chunks.verb(at: $0) != nil }),
            let verb = mayBe(in: found.consequence)
        else { return nil }
        var result = found
        result.actor = subjects.left(of: verb, from: max(sentence.lowerBound, found.consequence.lowerBound))?.range
        return result
    }

    private func opensClause(_ place: Int) -> Bool {
        let token = tokens[place]
        return token.tag == .comma || token.tag == .quote || token.tag == .colon || token.tag == .dash
            || token.tag == .conjunction || token.tag == .subordinator
    }

    private func startsClause(_ place: Int, _ sentence: Range<Int>) -> Bool {
        place < sentence.upperBound && chunks.noun(at: place).map { $0.range.lowerBound == place } ?? false
    }

    /// "If they attack, we will respond."
    private func leading(_ place: Int, _ start: Int, in sentence: Range<Int>) -> Conditional? {
        var comma = start
        while comma < sentence.upperBound, tokens[comma].tag != .comma { comma += 1 }
        // A comma inside the condition is followed by no subject and verb.
        while comma < sentence.upperBound, !hasSubjectAndVerb(from: comma + 1, sentence) {
            comma += 1
            while comma < sentence.upperBound, tokens[comma].tag != .comma { comma += 1 }
        }
        guard comma + 1 < sentence.upperBound else { return nil }
        var first = comma + 1
        if tokens[first].word == "then" { first += 1 }
        let end = endOfClause(from: first, in: sentence)
        return end > first
            ? Conditional(opener: place..<start, condition: start..<comma, consequence: first..<end) : nil
    }

    /// "We will respond if they attack."
    private func trailing(_ place: Int, _ start: Int, in sentence: Range<Int>) -> Conditional? {
        var first = place - 1
        while first > sentence.lowerBound,
            !opensClause(first - 1)
                || tokens[first - 1].tag == .conjunction && !hasSubjectAndVerb(from: first, sentence)
        { first -= 1 }
        // A comma right before belongs to neither.
        var end = place
        while end > first, tokens[end - 1].tag == .comma { end -= 1 }
        if end == first || !hasSubjectAndVerb(from: first, sentence) {
            first = sentence.lowerBound
            while first < end, tokens[first].tag.isMark { first += 1 }
        }
        let last = endOfClause(from: start, in: sentence)
        return end > first && last > start
            ? Conditional(opener: place..<start, condition: start..<last, consequence: first..<end) : nil
    }

    private func hasSubjectAndVerb(from start: Int, _ sentence: Range<Int>) -> Bool {
        var place = start
        if place < sentence.upperBound, tokens[place].word == "then" || tokens[place].tag == .conjunction { place += 1 }
        guard place < sentence.upperBound, let noun = chunks.noun(at: place), noun.range.lowerBound == place else {
            return false
        }
        var end = subjects.extendedRight(noun, upTo: sentence.upperBound)
        while end < sentence.upperBound, tokens[end].tag == .adverb { end += 1 }
        return end < sentence.upperBound && chunks.verb(at: end)?.verb.isFinite ?? false
    }

    private func endOfClause(from start: Int, in sentence: Range<Int>) -> Int {
        var place = start
        while place < sentence.upperBound {
            let token = tokens[place]
            if token.tag == .stop || token.tag == .colon || token.tag == .quote { break }
            if token.tag == .comma, place + 1 < sentence.upperBound {
                let next = tokens[place + 1]
                if next.tag == .quote || next.tag == .gerund || next.tag == .conjunction
                    || hasSubjectAndVerb(from: place + 1, sentence)
                {
                    break
                }
            }
            place += 1
        }
        while place > start, tokens[place - 1].tag == .comma { place -= 1 }
        return place
    }

    /// The verb that makes the consequence a possible step: "will", "would", "might".
    private func mayBe(in range: Range<Int>) -> Phrase? {
        for place in range {
            guard let verb = chunks.verb(at: place) else { continue }
            if verb.verb.modal != .none || verb.verb.tense == .future { return verb }
            if verb.verb.isFinite, tokens[verb.head].lemma == "be" || Self.intending.contains(tokens[verb.head].lemma) {
                return verb
            }
        }
        return nil
    }

    private static let intending: WordSet = "threaten vow warn promise pledge plan consider intend offer agree"
}
