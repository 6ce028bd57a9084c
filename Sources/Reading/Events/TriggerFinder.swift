/// A place where words say that something is done.
struct Trigger: Sendable {
    /// The verb or noun that says it.
    var head: Int
    /// The first token behind the pattern.
    var end: Int
    var isVerb: Bool
    var weight: Int
    /// Whether it says little by itself.
    var isWeak = false
    var category: EventCategory?
    var operation: EventOperator?
    /// The first token behind the operator’s pattern.
    var operationEnd: Int
    /// The pattern as the table has it.
    var rule: String

    /// Where what it governs starts.
    var scopeStart: Int { operation == nil ? end : operationEnd }
}

/// Finds the places in a sentence where patterns of deeds stand.
struct TriggerFinder {
    let document: Document
    let chunks: Chunks
    let patterns: EventPatterns
    let inflections: Inflections

    private var tokens: [Token] { document.tokens }

    /// The triggers among some tokens of one sentence, in order: at each word the longest pattern of a deed and of an operator.
    func triggers(in range: Range<Int>, skipping isSkipped: (Int) -> Bool = { _ in false }) -> [Trigger] {
        var found: [Trigger] = []
        for place in range where tokens[place].kind == .word && !isSkipped(place) {
            if let trigger = trigger(at: place, upTo: range.upperBound) { found.append(trigger) }
        }
        return found
    }

    private func trigger(at place: Int, upTo upper: Int) -> Trigger? {
        let token = tokens[place]
        let isVerb = token.tag.isVerb || looksLikeVerb(place)
        let lemma = isVerb ? inflections[token.word]?.verb ?? token.lemma : token.lemma
        let candidates = patterns.starting(with: lemma == .none ? token.lemma : lemma)
        guard !candidates.isEmpty, token.tag != .name || !token.isCapitalised || isVerb else { return nil }
        // "attacks" and "visit" are often tagged as the other kind.
        let verb = chunks.verb(at: place)
        if isVerb, let verb, verb.head != place { return nil }
        var trigger = Trigger(
            head: place, end: place + 1, isVerb: isVerb, weight: 0, category: nil, operation: nil,
            operationEnd: place + 1, rule: "")
        var best = 0
        var bestOperation = 0
        for number in candidates {
            let pattern = patterns.patterns[Int(number)]
            guard pattern.isVerb == isVerb, let end = match(pattern.rest[...], from: place + 1, upTo: upper) else {
                continue
            }
            switch pattern.meaning {
            case .category(let category):
                // Of two that name as many words, the closer one.
                if pattern.weight > best || pattern.weight == best && end < trigger.end {
                    best = pattern.weight
                    trigger.isWeak = pattern.isWeak
                    trigger.category = category
                    trigger.end = end
                    trigger.rule = pattern.text
                }
            case .operation(let operation):
                if pattern.weight > bestOperation {
                    bestOperation = pattern.weight
                    trigger.operation = operation
                    trigger.operationEnd = end
                }
            }
        }
        // A longer pattern of a deed knows better than a short operator: "stop" and "stop * aid".
        if trigger.category != nil, trigger.operation != nil, best > bestOperation { trigger.operation = nil }
        trigger.weight = max(best, bestOperation)
        // "announce" and "order" do nothing alone.
        if trigger.operation == .doing, trigger.category == nil { trigger.isWeak = true }
        return trigger.weight > 0 ? trigger : nil
    }

    /// Whether a word that was taken for an adjective or a name may be a verb: "has suspended talks", and headlines.
    private func looksLikeVerb(_ place: Int) -> Bool {
        let token = tokens[place]
        guard token.tag == .adjective || token.tag == .name || token.tag == .noun || token.tag == .nouns, place > 0,
            let form = inflections[token.word], form.verb != .none
        else { return false }
        let before = tokens[place - 1]
        switch token.tag {
        case .adjective:
            return !form.kinds.isDisjoint(with: [.past, .participle])
                && (before.tag.isVerb || before.tag == .adverb || before.tag.isNominal || before.tag == .pronoun)
        case .nouns, .noun:
            // A sentence without any finite verb is a headline.
            return before.tag.isNominal && form.noun == .none && !form.kinds.isDisjoint(with: [.third, .past])
        default:
            return !form.kinds.isDisjoint(with: [.third, .past]) && before.tag == .name && isHeadline(place)
        }
    }

    /// Whether most words of the sentence have capitals.
    private func isHeadline(_ place: Int) -> Bool {
        let sentence = document.sentences[document.sentence(at: place)]
        let words = sentence.lazy.filter { tokens[$0].kind == .word }
        return words.count { tokens[$0].isCapitalised } * 5 >= words.count * 3
    }

    private func match(_ elements: ArraySlice<EventPatterns.Element>, from start: Int, upTo upper: Int) -> Int? {
        guard let element = elements.first else { return start }
        switch element {
        case .words(let words):
            // Adverbs stand anywhere.
            var place = start
            while place < upper, tokens[place].tag == .adverb, !words.contains(tokens[place].word) { place += 1 }
            guard place < upper, words.contains(tokens[place].lemma) || words.contains(tokens[place].word) else {
                return nil
            }
            return match(elements.dropFirst(), from: place + 1, upTo: upper)
        case .gap:
            let rest = elements.dropFirst()
            var place = start
            while place < upper, place - start <= EventPatterns.longestGap {
                if let end = match(rest, from: place, upTo: upper) { return end }
                let token = tokens[place]
                // "announced a suspension of aid": what stands before "of" is what is announced.
                if token.word == "of", place > start, tokens[place - 1].tag.isNominal,
                    !patterns.starting(with: tokens[place - 1].lemma).isEmpty
                {
                    return nil
                }
                // The object stands before any preposition: "positioned them for combat alongside troops" positions no troops.
                if token.tag == .preposition, token.word != "of" { return nil }
                if token.tag == .stop || token.tag == .colon || token.tag == .quote
                    || chunks.verb(at: place)?.verb.isFinite ?? false
                {
                    return nil
                }
                place += 1
            }
            return nil
        }
    }
}
