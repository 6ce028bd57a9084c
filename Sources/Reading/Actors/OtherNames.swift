/// Names that stand alone, and names of nobody knows what.
extension ActorFinder {
    mutating func readSingle(at place: Int, in sentence: Range<Int>) -> Int {
        let token = tokens[place]
        let next = place + 1
        if let actor = byAcronym[token.word], token.shape == .upper || token.shape == .mixed {
            add(Mention(range: place..<next, actor: actor, kind: .name))
            return next
        }
        guard token.tag == .name || place == sentence.lowerBound && nameWords.contains(token.word) else {
            // At the start of a sentence any word has a capital.
            if place == sentence.lowerBound || place > 0 && tokens[place - 1].tag == .quote {
                return singlePerson(at: place) ?? next
            }
            return next
        }
        let end = endOfName(from: place, in: sentence)
        if end == next || end == place { return singlePerson(at: place) ?? next }
        return longName(place..<end, in: sentence)
    }

    private mutating func singlePerson(at place: Int) -> Int? {
        guard tokens[place].tag == .name || byLastName.contains(tokens[place].word),
            let actor = actorCalled(tokens[place].word)
        else { return nil }
        add(Mention(range: place..<place + 1, actor: actor, kind: .name))
        return place + 1
    }

    /// Several capitalised words that are neither a known name nor start with a given one.
    private mutating func longName(_ range: Range<Int>, in sentence: Range<Int>) -> Int {
        let last = tokens[range.upperBound - 1].word
        if let person = byLastName[last], actors[person].kind == .person {
            add(Mention(range: range, actor: person, kind: .name))
            return range.upperBound
        }
        let text = document.source.slice(document.span(range))
        var kind = ActorKind.unknown
        if looksLikePerson(range, in: sentence) { kind = .person }
        if range.upperBound < sentence.upperBound, tokens[range.upperBound].tag == .bracketOpen, range.count >= 2,
            kind != .person
        {
            kind = .organisation
        }
        var actor = TextActor(id: Gazetteer.identifier(text), isKnown: false, name: text, kind: kind)
        actor.isDescription = kind == .unknown
        let number = number(of: actor)
        if kind == .person, actors[number].kind == .unknown {
            actors[number].kind = .person
            actors[number].isDescription = false
        }
        add(Mention(range: range, actor: number, kind: .name))
        if actors[number].kind == .person || range.count <= 3 && !isAfterPlacing(range, in: sentence) {
            remember(person: number, range)
        }
        if kind == .person {
            noteRole(of: number, titles: range.lowerBound..<range.lowerBound, name: range, in: sentence)
        }
        return readAcronym(after: range.upperBound, number, in: sentence)
    }

    private func isAfterPlacing(_ range: Range<Int>, in sentence: Range<Int>) -> Bool {
        range.lowerBound > sentence.lowerBound && tokens[range.lowerBound - 1].tag == .preposition
    }

    /// An age, an apposition with a person’s noun, or a verb of a person’s right behind it.
    private func looksLikePerson(_ range: Range<Int>, in sentence: Range<Int>) -> Bool {
        let next = range.upperBound
        guard next < sentence.upperBound, range.count <= 4,
            range.allSatisfy({ tokens[$0].shape != .upper || tokens[$0].end - tokens[$0].start <= 2 })
        else { return false }
        if tokens[next].tag == .comma, next + 1 < sentence.upperBound {
            if tokens[next + 1].kind == .number, tokens[next + 1].end - tokens[next + 1].start <= 2 { return true }
            if let noun = chunks.noun(at: next + 1), noun.range.lowerBound == next + 1,
                nouns[tokens[noun.head].lemma] == .person
            {
                return true
            }
            if tokens[next + 1].word == "who" { return true }
        }
        if let verb = chunks.verb(at: next), Self.personal.contains(tokens[verb.head].lemma),
            !isAfterPlacing(range, in: sentence)
        {
            return true
        }
        return range.lowerBound > sentence.lowerBound && Self.personal.contains(tokens[range.lowerBound - 1].lemma)
            && tokens[range.lowerBound - 1].tag.isVerb
    }

    private static let personal: WordSet =
        "say tell add write tweet ask argue explain recall joke quip insist think believe"
}
