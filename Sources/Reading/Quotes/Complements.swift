/// The words that follow a verb of speaking: “said that …”, “told them to …”, “denied the charge”.
extension QuoteFinder {
    /// Words found on one side of a verb.
    struct Words {
        var content: [Range<Int>]
        /// Whether they end, on the side of the verb, with a quotation mark.
        var isQuoted = false
        var rule = ""
    }

    /// What follows a verb as its words.
    func complement(
        of verbOfSpeech: Phrase, _ cue: CueTable.Cue, in sentence: Range<Int>, passive: Bool = false
    ) -> Words? {
        let upper = sentence.upperBound
        let frames = cue.frames
        var place = skipAdjuncts(from: verbOfSpeech.range.upperBound, in: sentence)
        guard place < upper else { return nil }
        let embedded = isEmbedded(verbOfSpeech, in: sentence)
        func words(_ start: Int, _ rule: String, strict: Bool = false, thing: Bool = false) -> Words? {
            let end = clauseEnd(
                from: start, in: sentence, stopAtComma: embedded || strict, stopAtClause: thing)
            return end > start ? Words(content: [start..<end], rule: rule) : nil
        }
        if let quoted = quotedWords(at: place, in: sentence, cue: verbOfSpeech) { return quoted }
        // The person spoken to.
        if !passive, !frames.isDisjoint(with: [.told, .toldThat]), let listener = chunks.noun(at: place),
            listener.range.lowerBound == place,
            !startsClause(listener, upTo: upper) || frames.contains(.told) && !frames.contains(.clause)
        {
            var next = subjects.extendedRight(listener, upTo: upper)
            next = skipAdjuncts(from: next, in: sentence)
            if next < upper {
                if let quoted = quotedWords(at: next, in: sentence, cue: verbOfSpeech) { return quoted }
                if isThat(next) || isQuestionWord(next) { return words(next, "told … that …") }
                if frames.contains(.told), tokens[next].tag == .to || tokens[next].word == "not" {
                    return words(next, "told … to …")
                }
                if frames.contains(.told),
                    tokens[next].word == "about" || tokens[next].word == "of" || tokens[next].word == "for"
                        || tokens[next].word == "against"
                {
                    return words(next, "told … of …")
                }
                if frames.contains(.told), let noun = chunks.noun(at: next), noun.range.lowerBound == next,
                    startsClause(noun, upTo: upper)
                {
                    return words(next, "told … (that) …")
                }
            }
        }
        let token = tokens[place]
        if isThat(place) {
            return frames.isDisjoint(with: [.clause, .that, .told, .toldThat, .quoted, .about])
                ? nil : words(place, "said that …")
        }
        if passive {
            // "was asked whether …", "asked about …"
            guard frames.contains(.told), tokens[verbOfSpeech.head].lemma == "ask" else { return nil }
            if isQuestionWord(place) || token.tag == .to { return words(place, "was asked …", strict: true) }
            if token.word == "about" { return words(place + 1, "was asked about …", strict: true) }
            return nil
        }
        if token.tag == .colon, !frames.isDisjoint(with: [.clause, .quoted, .that]) {
            place += 1
            return place < upper ? words(place, "said: …") : nil
        }
        if frames.contains(.clause) || frames.contains(.whether) {
            if isQuestionWord(place) { return words(place, "said what …") }
        }
        if frames.contains(.clause) {
            if startsReportedClause(at: place, upTo: upper, loosely: tokens[verbOfSpeech.head].lemma == "say") {
                return words(place, "said (that) …")
            }
        }
        if frames.contains(.clause), let verb = chunks.verb(at: place), verb.verb.isFinite,
            let relative = relativeBefore(verb: verbOfSpeech, in: sentence)
        {
            // "hackers who officials say are tied to the service"
            let end = clauseEnd(from: place, in: sentence, stopAtComma: true)
            return Words(content: [relative..<relative + 1, place..<end], rule: "who … say …")
        }
        if frames.contains(.infinitive), token.tag == .to { return words(place, "vowed to …", thing: true) }
        if frames.contains(.callFor), token.word == "for" || token.word == "on" {
            return words(place + (token.word == "for" ? 1 : 0), "called for …", thing: true)
        }
        if frames.contains(.referTo), token.word == "to" { return words(place + 1, "referred to …", strict: true) }
        if frames.contains(.about), Self.topicWords.contains(token.word), place + 1 < upper {
            return words(place, "spoke about …", strict: true)
        }
        if !frames.isDisjoint(with: [.object, .named, .accuseOf]), startsObject(at: place) {
            return words(place, "denied …", thing: true)
        }
        return nil
    }

    /// "who officials say": the pronoun before the subject of a verb.
    private func relativeBefore(verb: Phrase, in sentence: Range<Int>) -> Int? {
        guard let subject = subjects.left(of: verb, from: sentence.lowerBound), subject.edge > sentence.lowerBound
        else { return nil }
        let before = subject.edge - 1
        return tokens[before].tag == .relativePronoun || tokens[before].word == "that" ? before : nil
    }

    private static let topicWords: WordSet = "about of against"

    /// Words in quotation marks that start here, perhaps behind a comma or colon.
    private func quotedWords(at start: Int, in sentence: Range<Int>, cue: Phrase) -> Words? {
        var place = start
        if place < sentence.upperBound, tokens[place].tag == .comma || tokens[place].tag == .colon { place += 1 }
        // Behind a colon the words may stand in a paragraph of their own.
        let afterColon = place > 0 && tokens[place - 1].tag == .colon
        guard place < tokens.count, place < sentence.upperBound || afterColon, let region = regions.region(at: place),
            region.start == place, afterColon || sameParagraph(place, cue.head)
        else { return nil }
        if isWhole(region) { return Words(content: region.parts, isQuoted: true, rule: "said, “…”") }
        guard place < sentence.upperBound else { return nil }
        let end = clauseEnd(from: place, in: sentence, stopAtComma: isEmbedded(cue, in: sentence))
        return end > place ? Words(content: [place..<end], rule: "said “…” …") : nil
    }

    /// Whether a quote stands for itself: it closes with the mark of a sentence, or goes on over paragraphs.
    func isWhole(_ region: QuotedRegions.Region) -> Bool {
        if region.parts.count > 1 || !region.isClosed { return true }
        var last = region.end - 2
        while last > region.start, tokens[last].tag == .quote { last -= 1 }
        guard last > region.start else { return false }
        let ends =
            tokens[last].tag == .stop || tokens[last].tag == .comma || tokens[last].tag == .dash
            || document.source.scalars[tokens[last].end - 1] == "."
        if !ends {
            // The stop may stand behind the mark.
            let next = region.end
            return next < tokens.count && tokens[next].tag == .stop && tokens[region.start + 1].isCapitalised
        }
        return tokens[last].tag != .comma || tokens[region.start + 1].isCapitalised || region.end - region.start > 12
    }

    private func isThat(_ place: Int) -> Bool {
        tokens[place].word == "that" && place + 1 < tokens.count && tokens[place + 1].tag != .comma
            && (tokens[place].tag == .subordinator || tokens[place].tag == .preposition
                || chunks.verb(at: place + 1)?.verb.isFinite != true
                    && !(tokens[place].tag == .determiner && tokens[place + 1].tag.isNominal))
            || tokens[place].word == "that" && tokens[place].tag != .subordinator && clauseFollows(place + 1)
    }

    private func clauseFollows(_ place: Int) -> Bool {
        guard place < tokens.count, let noun = chunks.noun(at: place), noun.range.lowerBound == place else {
            return false
        }
        return startsClause(noun, upTo: min(tokens.count, place + 30))
    }

    private func isQuestionWord(_ place: Int) -> Bool {
        let token = tokens[place]
        return token.tag == .whAdverb || token.word == "whether" || token.word == "what" || token.word == "if"
            || token.word == "who"
    }

    /// Whether a noun phrase has its own finite verb: "they had left".
    func startsClause(_ noun: Phrase, upTo upper: Int) -> Bool {
        var end = subjects.extendedRight(noun, upTo: upper)
        while end < upper, tokens[end].tag == .adverb { end += 1 }
        guard end < upper else { return false }
        if let verb = chunks.verb(at: end), verb.verb.isFinite { return true }
        // Over an apposition or a relative clause.
        guard
            tokens[end].tag == .comma || tokens[end].tag == .relativePronoun || tokens[end].word == "who"
                || tokens[end].word == "that"
        else { return false }
        return hasFiniteVerb(end + 1..<upper)
    }

    /// Whether a clause without "that" can start here.
    private func startsReportedClause(at place: Int, upTo upper: Int, loosely: Bool) -> Bool {
        let token = tokens[place]
        if token.tag == .comma || token.tag == .stop || token.tag == .quote && !regions.isQuoted(place) { return false }
        guard hasFiniteVerb(place..<upper) else { return false }
        if let noun = chunks.noun(at: place), noun.range.lowerBound == place {
            return loosely || startsClause(noun, upTo: upper)
        }
        switch token.tag {
        case .existential, .determiner, .gerund, .quote, .adjective, .number, .subordinator, .whAdverb, .preposition,
            .possessivePronoun:
            return true
        case .adverb: return true
        default: return false
        }
    }

    private func startsObject(at place: Int) -> Bool {
        if let noun = chunks.noun(at: place), noun.range.lowerBound == place { return !noun.isTime }
        switch tokens[place].tag {
        case .determiner, .gerund, .quote, .adjective, .possessivePronoun, .number: return true
        default: return false
        }
    }

    func hasFiniteVerb(_ range: Range<Int>) -> Bool {
        range.contains { chunks.verb(at: $0)?.verb.isFinite ?? false }
    }

    func sameParagraph(_ first: Int, _ second: Int) -> Bool {
        document.paragraph(at: first) == document.paragraph(at: second)
    }

    /// Over adverbs, times and places that stand between a verb and its words: "said on Monday at a rally".
    func skipAdjuncts(from start: Int, in sentence: Range<Int>) -> Int {
        var place = start
        let upper = sentence.upperBound
        for _ in 0..<8 {
            guard place < upper, !regions.isQuoted(place) else { break }
            let token = tokens[place]
            if token.tag == .adverb || token.tag == .particle {
                // "said more would follow": not every adverb leads away.
                if place + 1 < upper, chunks.verb(at: place + 1)?.verb.isFinite ?? false { return place }
                place += 1
            } else if let noun = chunks.noun(at: place), noun.range.lowerBound == place, noun.isTime,
                tokens[noun.head].word != "it"
            {
                place = noun.range.upperBound
            } else if token.tag == .preposition || token.word == "to" && token.tag != .to,
                Self.adjunctWords.contains(token.word),
                let noun = chunks.noun(at: place + 1), noun.range.lowerBound == place + 1, noun.range.upperBound < upper
            {
                let end = subjects.extendedRight(noun, upTo: upper)
                // A clause may start with a place: only what leaves something behind is skipped.
                guard end < upper, !(chunks.verb(at: end)?.verb.isFinite ?? false) else { return place }
                place = end
            } else if token.tag == .comma, place + 1 < upper, place > start {
                // "said in a statement, …"
                let next = tokens[place + 1]
                guard isThat(place + 1) || next.tag == .quote else { return place }
                return place + 1
            } else if token.tag == .comma, place + 1 < upper, isThat(place + 1) {
                return place + 1
            } else {
                break
            }
        }
        return place
    }

    private static let adjunctWords: WordSet =
        "in on at to during from with via through before after by last this late early"

    /// Whether a verb stands in a clause inside another: "who said …, left", "When he said …, they left".
    private func isEmbedded(_ verb: Phrase, in sentence: Range<Int>) -> Bool {
        var place = verb.range.lowerBound - 1
        var steps = 0
        while place >= sentence.lowerBound, steps < 12 {
            let token = tokens[place]
            if token.word == "who" || token.tag == .relativePronoun { return true }
            if token.tag == .comma || token.tag == .colon { return false }
            if token.tag == .whAdverb || token.tag == .subordinator || token.word == "as" || token.word == "after"
                || token.word == "before"
            {
                return place <= sentence.lowerBound + 1
            }
            place -= 1
            steps += 1
        }
        return false
    }
}
