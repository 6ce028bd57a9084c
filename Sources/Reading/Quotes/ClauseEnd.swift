/// How far the words of a speaker go.
extension QuoteFinder {
    /// The end of the words that start at a place.
    func clauseEnd(
        from start: Int, in sentence: Range<Int>, stopAtComma: Bool = false, stopAtClause: Bool = false,
        stopAtSpeech: Bool = true
    ) -> Int {
        var place = start
        let upper = sentence.upperBound
        while place < upper {
            if let region = regions.region(at: place), place == region.start {
                // Quoted words count as one; they may run beyond the sentence.
                place = region.parts.count == 1 ? region.end : (region.parts.first?.upperBound ?? place + 1)
                continue
            }
            let token = tokens[place]
            if token.tag == .colon, document.source.scalars[token.start] == ";" { break }
            if token.tag == .comma, place > start, stopAtComma || turnsAway(at: place + 1, upper) { break }
            if stopAtSpeech, token.tag == .conjunction, place > start, attributes(place + 1, upper, sharing: true) {
                break
            }
            if stopAtClause, token.tag == .conjunction, place > start, newClause(at: place + 1, upper) { break }
            if token.word == "according", place > start { break }
            place += 1
        }
        while place > start, isTrailing(place - 1) { place -= 1 }
        return place
    }

    private func isTrailing(_ place: Int) -> Bool {
        guard !regions.isQuoted(place) else { return false }
        let token = tokens[place]
        return token.tag == .stop || token.tag == .comma || token.tag == .dash || token.tag == .colon
            || token.tag == .bracketClose
    }

    /// Whether what follows a comma belongs no more to the words: another attribution, or a contrast.
    private func turnsAway(at place: Int, _ upper: Int) -> Bool {
        guard place < upper else { return true }
        let token = tokens[place]
        if token.word == "according" || Self.contrasts.contains(token.word) { return true }
        if let verb = chunks.verb(at: place), verb.range.lowerBound == place, verb.verb.isBareParticiple,
            tokens[verb.head].tag == .gerund, cues[tokens[verb.head].lemma] != nil
        {
            return true
        }
        if token.tag == .conjunction { return attributes(place + 1, upper, sharing: true) }
        return attributes(place, upper, sharing: false)
    }

    private static let contrasts: WordSet = "while though although whereas"

    /// Whether another clause, or another finite verb of the same subject, starts behind a conjunction.
    private func newClause(at start: Int, _ upper: Int) -> Bool {
        var place = start
        while place < upper, tokens[place].tag == .adverb { place += 1 }
        guard place < upper else { return false }
        if let noun = chunks.noun(at: place), noun.range.lowerBound == place {
            place = subjects.extendedRight(noun, upTo: upper)
            while place < upper, tokens[place].tag == .adverb { place += 1 }
        }
        return place < upper && chunks.verb(at: place)?.verb.isFinite ?? false
    }

    /// Whether a verb of speaking, with its subject or sharing the one before, starts here.
    private func attributes(_ start: Int, _ upper: Int, sharing: Bool) -> Bool {
        var place = start
        while place < upper, tokens[place].tag == .adverb { place += 1 }
        guard place < upper else { return false }
        if let noun = chunks.noun(at: place), noun.range.lowerBound == place {
            place = subjects.extendedRight(noun, upTo: upper)
            while place < upper, tokens[place].tag == .adverb { place += 1 }
        } else if !sharing {
            return false
        }
        guard place < upper, let verb = chunks.verb(at: place), verb.verb.isFinite, !verb.verb.isPassive else {
            return false
        }
        guard let cue = cues[tokens[verb.head].lemma] else { return false }
        return !cue.frames.isDisjoint(with: [.clause, .told, .that, .quoted])
            && tokens[verb.range.lowerBound].tag != .modal
    }
}
