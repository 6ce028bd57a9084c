/// Finds who does what to whom in running text.
struct EventFinder {
    let document: Document
    let chunks: Chunks
    let regions: QuotedRegions
    let patterns: EventPatterns
    let inflections: Inflections
    let subjects: SubjectFinder

    private var tokens: [Token] { document.tokens }

    /// An event by tokens of the text.
    struct Found: Sendable {
        var source: Range<Int>
        var antecedent: Range<Int>?
        var target: Range<Int>?
        var action: Action
        /// The verb or noun that says it.
        var head: Int
        var sentence: Range<Int>
        /// Where the next event of the sentence starts.
        var next: Int
        /// Whether it says so little that only named actors on both sides make it an event.
        var isWeak: Bool
    }

    /// The events of a text, in order.
    func events() -> [Found] { document.sentences.flatMap(events(in:)) }

    private func events(in sentence: Range<Int>) -> [Found] {
        let finder = TriggerFinder(document: document, chunks: chunks, patterns: patterns, inflections: inflections)
        let reader = ActionReader(document: document, chunks: chunks)
        let triggers = finder.triggers(in: sentence)
        let inner = PairCoder.innerTriggers(triggers, reader)
        var found: [Found] = []
        for (index, trigger) in triggers.enumerated() where !inner.contains(index) {
            guard let action = reader.action(at: index, of: triggers),
                !action.isBare || trigger.operation != .intend && trigger.operation != .stop,
                let roles = roles(of: trigger, action, in: sentence)
            else { continue }
            let next =
                triggers[(index + 1)...].enumerated().first { !inner.contains($0.offset + index + 1) }?.element.head
                ?? sentence.upperBound
            found.append(
                Found(
                    source: roles.source.range, antecedent: roles.source.antecedent, target: roles.target,
                    action: action, head: trigger.head,
                    sentence: sentence, next: next, isWeak: action.isWeak || !trigger.isVerb))
        }
        return found
    }

    // MARK: Source and target

    private func roles(
        of trigger: Trigger, _ action: Action, in sentence: Range<Int>
    ) -> (source: SubjectFinder.Subject, target: Range<Int>?)? {
        guard trigger.isVerb, let verb = chunks.verb(at: trigger.head) else {
            return nounRoles(of: trigger, in: sentence)
        }
        let isPassive = verb.verb.isPassive || verb.verb.isBareParticiple && tokens[verb.head].tag == .participle
        if isPassive {
            guard let agent = agent(after: verb, in: sentence) else { return nil }
            let target = subjects.left(of: verb, from: sentence.lowerBound)
            return (.init(range: agent, place: .agent, edge: agent.lowerBound), target?.range)
        }
        var subject = subjects.left(of: verb, from: sentence.lowerBound)
        // "its stance on arming them" does not arm.
        if verb.verb.isBareParticiple, verb.range.lowerBound > sentence.lowerBound,
            tokens[verb.range.lowerBound - 1].tag == .preposition
                || tokens[verb.range.lowerBound - 1].tag == .subordinator
        {
            return nil
        }
        if subject == nil || verb.verb.isInfinitive || verb.verb.isBareParticiple {
            subject = subjects.shared(with: verb, from: sentence.lowerBound)
        }
        guard let subject, !(chunks.noun(at: subject.range.lowerBound)?.isTime ?? false) else { return nil }
        return (subject, target(after: trigger, verb.range.upperBound, action, in: sentence))
    }

    /// "Russia’s attack on Kyiv", "an attack by rebels on the town", "talks between Seoul and Washington"
    private func nounRoles(
        of trigger: Trigger, in sentence: Range<Int>
    ) -> (source: SubjectFinder.Subject, target: Range<Int>?)? {
        // "Seoul is ready to help": the subject of the verb before.
        if tokens[trigger.head].tag == .adjective || tokens[trigger.head].tag == .adverb
            || tokens[trigger.head].tag == .preposition
        {
            var before = trigger.head - 1
            while before >= sentence.lowerBound, tokens[before].tag == .adverb { before -= 1 }
            guard before >= sentence.lowerBound, let verb = chunks.verb(at: before), tokens[verb.head].lemma == "be",
                let subject = subjects.left(of: verb, from: sentence.lowerBound)
            else { return nil }
            return (subject, target(after: trigger, trigger.end, nil, in: sentence))
        }
        guard let noun = chunks.noun(at: trigger.head) else { return nil }
        var source: Range<Int>?
        var target: Range<Int>?
        if let place = noun.range.first(where: { tokens[$0].tag == .possessive }), place > noun.range.lowerBound {
            source = noun.range.lowerBound..<place
        }
        var place = noun.range.upperBound
        for _ in 0..<3 {
            guard place + 1 < sentence.upperBound, tokens[place].tag == .preposition,
                let next = chunks.noun(at: place + 1), next.range.lowerBound == place + 1
            else { break }
            let phrase = place + 1..<next.range.upperBound
            switch tokens[place].word {
            case "by": source = source ?? phrase
            case "on", "against", "with", "to", "of", "into", "in": if target == nil, !next.isTime { target = phrase }
            case "between":
                source = source ?? phrase
                if phrase.upperBound + 1 < sentence.upperBound, tokens[phrase.upperBound].word == "and",
                    let other = chunks.noun(at: phrase.upperBound + 1)
                {
                    target = other.range
                }
            default: break
            }
            place = phrase.upperBound
        }
        guard let source else { return nil }
        return (.init(range: source, place: .before, edge: source.lowerBound), target)
    }

    private func agent(after verb: Phrase, in sentence: Range<Int>) -> Range<Int>? {
        var place = verb.range.upperBound
        let limit = min(sentence.upperBound, place + 10)
        while place + 1 < limit, tokens[place].tag != .comma, chunks.verb(at: place) == nil {
            if tokens[place].word == "by", let noun = chunks.noun(at: place + 1), noun.range.lowerBound == place + 1,
                !noun.isTime
            {
                return noun.range
            }
            place += 1
        }
        return nil
    }

    /// The object: the first noun phrase behind the verb, or the one that a preposition points at when the pattern took the first in.
    private func target(after trigger: Trigger, _ start: Int, _ action: Action?, in sentence: Range<Int>) -> Range<Int>?
    {
        var place = start
        var first: Range<Int>?
        var pointed: Range<Int>?
        while place < sentence.upperBound, place - start < 18 {
            let token = tokens[place]
            if token.tag == .stop || token.tag == .colon || token.tag == .quote && place > start { break }
            if let verb = chunks.verb(at: place) {
                if verb.verb.isFinite { break }
                place = verb.range.upperBound
                continue
            }
            if let noun = chunks.noun(at: place), noun.range.lowerBound == place {
                if !noun.isTime {
                    if place > start, Self.pointing.contains(tokens[place - 1].word), pointed == nil,
                        noun.range.lowerBound >= trigger.head
                    {
                        pointed = noun.range
                    }
                    if first == nil { first = noun.range }
                }
                place = noun.range.upperBound
                continue
            }
            if token.tag == .comma, first != nil { break }
            place += 1
        }
        // "send troops to Ukraine": what is sent is no target.
        let end = action?.end ?? trigger.end
        let ownsFirst = first.map { $0.lowerBound < end && end > trigger.head + 1 } ?? false
        if ownsFirst { return pointed ?? first.flatMap { hasName($0) ? $0 : nil } }
        return pointed.flatMap { hasName($0) && !(first.map(hasName) ?? false) ? $0 : nil } ?? first ?? pointed
    }

    private static let pointing: WordSet = "to on against with into for from toward towards at over in"

    private func hasName(_ range: Range<Int>) -> Bool {
        range.contains { tokens[$0].tag == .name && tokens[$0].isCapitalised }
    }
}
