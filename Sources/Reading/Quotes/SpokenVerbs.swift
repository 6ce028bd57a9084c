/// Verbs of speaking, with their speaker.
extension QuoteFinder {
    mutating func speech(_ verb: Phrase, _ cue: CueTable.Cue, in sentence: Range<Int>) {
        if verb.verb.isPassive || isAsked(verb, in: sentence) {
            passive(verb, cue, in: sentence)
            return
        }
        guard let subject = speaker(of: verb, cue, in: sentence), canSpeak(subject, cue) else { return }
        var cue = cue
        if verb.verb.isInfinitive || subject.place == .antecedent {
            // "to defend the move", "people who ask for one": too often no words at all.
            cue.frames.subtract([.object, .named, .infinitive, .about, .callFor, .referTo, .accuseOf])
        }
        let behind = subject.place == .behind ? nil : complement(of: verb, cue, in: sentence)
        var negated = verb.verb.isNegated
        if verb.verb.isInfinitive || tokens[verb.head].tag == .gerund, let governor = governor(of: verb, in: sentence) {
            negated = negated || governor.verb.isNegated || Self.refusing.contains(tokens[governor.head].lemma)
        }
        var attribution = Attribution(
            content: [], cue: verb.range, speaker: subject.range, antecedent: subject.antecedent, isNegated: negated,
            stance: cue.stance, rule: "")
        let before = subject.place == .antecedent ? nil : preceding(edge: subject.edge, verb, cue, in: sentence)
        if let before, before.isQuoted || behind == nil {
            attribution.content = before.content
            attribution.rule = before.isQuoted ? "“…” said" : "…, said"
            if let more = following(verb, subject, in: sentence) { attribution.content.append(contentsOf: more) }
            add(attribution)
        } else if let behind {
            attribution.content = behind.content
            attribution.rule = behind.rule
            if behind.rule == "called for …" { attribution.stance = .demand }
            dropRefusal(governing: verb)
            add(attribution)
        }
    }

    /// Whether words can be given to a subject: things suggest and reveal much without saying anything.
    private func canSpeak(_ subject: SubjectFinder.Subject, _ cue: CueTable.Cue) -> Bool {
        guard subject.place != .behind, subject.place != .antecedent,
            let noun = chunks.noun(at: subject.range.lowerBound), noun.head < subject.range.upperBound
        else { return true }
        let head = tokens[noun.head]
        switch head.tag {
        case .noun, .nouns:
            if head.isCapitalised { return true }
            return nouns[head.lemma] != nil
                || noun.range.contains { tokens[$0].tag == .name && tokens[$0].isCapitalised }
                || !Self.thingsToo.contains(cue.stance)
        case .existential: return false
        default: return head.word != "it" || !Self.thingsToo.contains(cue.stance)
        }
    }

    /// What things without a voice do as well: they suggest, promise, confirm.
    private static let thingsToo: Set<Stance> = [
        .suggest, .promise, .confirm, .announce, .claim, .demand, .deny, .threaten,
    ]

    /// "Asked why …, he said", "when asked about …"
    private func isAsked(_ verb: Phrase, in sentence: Range<Int>) -> Bool {
        guard verb.verb.isBareParticiple || verb.verb.isFinite, tokens[verb.head].word == "asked" else { return false }
        let before = verb.range.lowerBound - 1
        return before < sentence.lowerBound || tokens[before].tag == .whAdverb || tokens[before].word == "if"
            || tokens[before].tag == .comma && !(chunks.noun(at: verb.range.upperBound) != nil)
    }

    private static let refusing: WordSet = "refuse decline refrain fail stop avoid deny"

    private func governor(of verb: Phrase, in sentence: Range<Int>) -> Phrase? {
        let before = verb.range.lowerBound - 1
        guard before >= sentence.lowerBound else { return nil }
        // "refrained from confirming"
        if tokens[before].word == "from", before > sentence.lowerBound { return chunks.verb(at: before - 1) }
        return chunks.verb(at: before)
    }

    /// "declined to confirm that …", "denied saying that …": the refusal and what is refused are one quote, which is
    /// given to the inner verb and negated.
    private mutating func dropRefusal(governing verb: Phrase) {
        guard let last = found.last, last.stance == .decline || last.stance == .deny, let cue = last.cue,
            let content = last.content.first, last.content.count == 1, cue.upperBound == content.lowerBound,
            content.lowerBound == verb.range.lowerBound
        else { return }
        dropLast()
    }

    private func speaker(of verb: Phrase, _ cue: CueTable.Cue, in sentence: Range<Int>) -> SubjectFinder.Subject? {
        let start = verb.range.lowerBound
        let lower = sentence.lowerBound
        // “…,” said Kevin Madden
        let previous = start > 0 ? tokens[start - 1] : nil
        let followsWords =
            start > lower && (previous?.tag == .comma || previous?.tag == .quote || previous?.tag == .dash)
            || start == lower && start > 0 && tokens[start - 1].tag == .quote
        if followsWords, verb.verb.isFinite || verb.verb.isBareParticiple && tokens[verb.head].tag == .participle,
            !cue.frames.isDisjoint(with: [.clause, .quoted, .that]),
            let behind = subjects.right(of: verb, upTo: sentence.upperBound)
        {
            let next = behind.range.upperBound
            if endsAttribution(next, in: sentence),
                previous?.tag != .comma || tokens[start - 1 - 1].tag == .quote
                    || subjects.left(of: verb, from: lower) == nil || hasFiniteVerb(lower..<start)
            {
                return .init(
                    range: subjects.withApposition(behind.range, upTo: sentence.upperBound), place: .behind, edge: start
                )
            }
        }
        if verb.verb.isBareParticiple || verb.verb.isInfinitive {
            return participleSpeaker(verb, in: sentence)
        }
        guard verb.verb.isFinite else { return nil }
        // "said … but added": the speaker goes on.
        var link = start - 1
        while link > lower, tokens[link].tag == .adverb { link -= 1 }
        if link > lower, tokens[link].tag == .conjunction, let last = found.last, let cue = last.cue,
            cue.lowerBound >= lower,
            cue.upperBound <= start, let speaker = last.speaker, speaker.lowerBound <= cue.lowerBound,
            chunks.verb(at: cue.lowerBound)?.verb.isFinite ?? false
        {
            return .init(range: speaker, place: .shared, edge: start)
        }
        if let left = subjects.left(of: verb, from: lower) { return left }
        // “…” he rose and said; said alone at the start of a clause.
        return subjects.shared(with: verb, from: lower)
    }

    /// Whether what stands behind “said X” can follow a subject: an end, a place, a time, a clause about X, but no verb.
    private func endsAttribution(_ place: Int, in sentence: Range<Int>) -> Bool {
        guard place < sentence.upperBound else { return true }
        let token = tokens[place]
        switch token.tag {
        case .stop, .comma, .colon, .dash, .quote, .bracketOpen, .bracketClose, .preposition, .gerund, .subordinator,
            .relativePronoun,
            .whAdverb, .conjunction, .to:
            return true
        case .adverb: return place + 1 >= sentence.upperBound || tokens[place + 1].tag.isMark
        default: return chunks.noun(at: place)?.isTime ?? false || token.word == "who"
        }
    }

    private func participleSpeaker(_ verb: Phrase, in sentence: Range<Int>) -> SubjectFinder.Subject? {
        let before = verb.range.lowerBound - 1
        let lower = sentence.lowerBound
        if tokens[verb.head].tag == .participle { return nil }
        if before >= lower, !verb.verb.isInfinitive, let noun = chunks.noun(at: before),
            noun.range.upperBound == before + 1, !noun.isTime,
            let direct = subjects.left(of: verb, from: lower)
        {
            // "a statement saying", "with critics saying"
            return .init(range: direct.range, place: .before, edge: direct.edge)
        }
        // The last speaker of the sentence goes on: "…, she said, adding that".
        if let last = found.last, let cue = last.cue, cue.lowerBound >= lower, cue.upperBound <= verb.range.lowerBound,
            let speaker = last.speaker, !verb.verb.isInfinitive
        {
            return .init(range: speaker, place: .shared, edge: verb.range.lowerBound)
        }
        if let shared = subjects.shared(with: verb, from: lower) { return shared }
        // "Saying that …, Smith left": the subject of the clause that follows.
        var place = verb.range.upperBound
        while place < sentence.upperBound, tokens[place].tag != .comma { place += 1 }
        if place + 1 < sentence.upperBound, let noun = chunks.noun(at: place + 1), noun.range.lowerBound == place + 1 {
            return .init(
                range: place + 1..<subjects.extendedRight(noun, upTo: sentence.upperBound), place: .controller,
                edge: verb.range.lowerBound)
        }
        return nil
    }

    private mutating func passive(_ verb: Phrase, _ cue: CueTable.Cue, in sentence: Range<Int>) {
        // "was told that …": the words are there, the speaker seldom.
        if let behind = complement(of: verb, cue, in: sentence, passive: true) {
            add(
                Attribution(
                    content: behind.content, cue: verb.range, speaker: agent(of: verb, in: sentence),
                    isNegated: verb.verb.isNegated, stance: cue.stance, rule: "was told that …"))
            return
        }
        // "was criticised by the minister": what is said of the subject.
        guard !cue.frames.isDisjoint(with: [.object, .named, .accuseOf]), let agent = agent(of: verb, in: sentence),
            let subject = subjects.left(of: verb, from: sentence.lowerBound)
        else { return }
        add(
            Attribution(
                content: [subject.range], cue: verb.range, speaker: agent, isNegated: verb.verb.isNegated,
                stance: cue.stance, rule: "was accused by …"))
    }

    private func agent(of verb: Phrase, in sentence: Range<Int>) -> Range<Int>? {
        var place = verb.range.upperBound
        let limit = min(sentence.upperBound, place + 8)
        while place + 1 < limit, tokens[place].tag != .comma {
            if tokens[place].word == "by", let noun = chunks.noun(at: place + 1), noun.range.lowerBound == place + 1,
                !noun.isTime
            {
                return place + 1..<subjects.extendedRight(noun, upTo: sentence.upperBound)
            }
            place += 1
        }
        return nil
    }
}
