/// Puts right what a tagger that looks at three words at a time cannot see.
struct TagRepairs {
    let inflections: Inflections

    /// Pasts that are nothing else, whatever their neighbours look like.
    private static let alwaysPast: WordSet = "said told wrote spoke knew gave took came went saw sent began became"

    /// Words before which a verb stands bare: "will", "did".
    private static let bareAfter: WordSet = "will would can could may might must should shall did does do 'll wo ca"

    func repair(_ tokens: inout [Token], sentences: [Range<Int>]) {
        let names = namesInside(tokens, sentences)
        for sentence in sentences {
            repairCapitals(&tokens, in: sentence)
            repairName(&tokens, at: sentence.lowerBound, names)
            repairNamesBehindQuotes(&tokens, in: sentence)
            for place in sentence where tokens[place].kind == .word {
                if Self.alwaysPast.contains(tokens[place].word), !tokens[place].tag.isVerb { tokens[place].tag = .past }
                repairBare(&tokens, at: place, in: sentence)
            }
            repairParticiples(&tokens, in: sentence)
            repairSubordinates(&tokens, in: sentence)
        }
    }

    // MARK: Names

    /// Words that are names somewhere inside a sentence.
    private func namesInside(_ tokens: [Token], _ sentences: [Range<Int>]) -> WordTable<Bool> {
        var names = WordTable<Bool>()
        for sentence in sentences {
            for place in sentence.dropFirst() where tokens[place].tag == .name && tokens[place].isCapitalised {
                names[tokens[place].word] = true
            }
        }
        return names
    }

    /// "Harbour Watch", "NRC": a verb does not take a capital inside a sentence, unless all words do.
    private func repairCapitals(_ tokens: inout [Token], in sentence: Range<Int>) {
        let words = sentence.count { tokens[$0].kind == .word }
        let capitals = sentence.count { tokens[$0].isCapitalised }
        guard capitals * 2 < words else { return }
        for place in sentence.dropFirst()
        where tokens[place].isCapitalised && (tokens[place].tag.isVerb || tokens[place].tag == .other) {
            let before = tokens[place - 1].tag
            if before != .quote && before != .colon && before != .stop && before != .bracketOpen {
                tokens[place].tag = .name
            }
        }
    }

    /// The first word of a sentence has a capital anyway: it is a name if it is one elsewhere, or if it says something.
    private func repairName(_ tokens: inout [Token], at place: Int, _ names: WordTable<Bool>) {
        let token = tokens[place]
        guard token.kind == .word, token.isCapitalised, Self.mayBeName.contains(token.tag) else { return }
        let next = place + 1 < tokens.count ? tokens[place + 1] : nil
        let speaks = next?.word == "said" || next?.word == "says" || next?.word == "told"
        let leadsToName =
            token.tag != .adverb && token.tag != .adjective && next?.tag == .name && next?.isCapitalised == true
            && !TimeWords.breaksPhrase.contains(token.word)
        if names.contains(token.word) || leadsToName || speaks && token.tag == .adverb { tokens[place].tag = .name }
    }

    /// Behind words in quotation marks the sentence goes on: a capital there is a name’s.
    private func repairNamesBehindQuotes(_ tokens: inout [Token], in sentence: Range<Int>) {
        for place in sentence.dropFirst(2)
        where tokens[place - 1].tag == .quote && tokens[place].isCapitalised && tokens[place].kind == .word {
            // Marks that open stand apart from what is before them.
            let closes = tokens[place - 2].end == tokens[place - 1].start
            if closes, Self.mayBeName.contains(tokens[place].tag) { tokens[place].tag = .name }
        }
    }

    private static let mayBeName: Set<Tag> = [.adverb, .adjective, .noun, .nouns, .other, .base, .present]

    // MARK: Verbs

    /// "did not give", "will lay": what a helper calls for.
    private func repairBare(_ tokens: inout [Token], at place: Int, in sentence: Range<Int>) {
        let tag = tokens[place].tag
        guard tag == .noun || tag == .adjective || tag == .present, place > sentence.lowerBound,
            !tokens[place].isCapitalised,
            let form = inflections[tokens[place].word], form.kinds.contains(.base)
        else { return }
        var before = place - 1
        while before > sentence.lowerBound,
            tokens[before].tag == .adverb || VerbWords.negations.contains(tokens[before].word)
        { before -= 1 }
        let helper = tokens[before]
        guard Self.bareAfter.contains(helper.word), helper.tag == .modal || place - before > 1 && helper.tag.isVerb
        else { return }
        tokens[place].tag = .base
    }

    /// "The ministry sharply reduced aid": a participle that would leave its clause without a verb is a past.
    private func repairParticiples(_ tokens: inout [Token], in sentence: Range<Int>) {
        var hasVerb = false
        for place in sentence {
            let token = tokens[place]
            if token.tag.isFinite {
                hasVerb = true
            } else if startsClause(token) {
                hasVerb = false
            } else if token.tag == .participle, !hasVerb, isPast(token), followsNoun(tokens, place, sentence),
                !hasFiniteVerb(tokens, after: place, sentence),
                place + 1 >= sentence.upperBound || tokens[place + 1].word != "by"
            {
                tokens[place].tag = .past
                hasVerb = true
            }
        }
    }

    /// "if the fighting spreads": a clause behind "if" or "that" has a verb; where none is seen, its last plural may be one.
    private func repairSubordinates(_ tokens: inout [Token], in sentence: Range<Int>) {
        var place = sentence.lowerBound
        while place < sentence.upperBound {
            guard tokens[place].tag == .subordinator, place + 2 < sentence.upperBound else {
                place += 1
                continue
            }
            var hasVerb = false
            var candidate: Int?
            place += 1
            while place < sentence.upperBound, !startsClause(tokens[place]), tokens[place].tag != .comma,
                tokens[place].tag != .stop
            {
                if tokens[place].tag.isFinite || tokens[place].tag == .base { hasVerb = true }
                let before = tokens[place - 1].tag
                if tokens[place].tag == .nouns, before.isNominal || before == .gerund,
                    let form = inflections[tokens[place].word],
                    form.kinds.contains(.third)
                {
                    candidate = place
                }
                place += 1
            }
            if !hasVerb, let candidate { tokens[candidate].tag = .presentThird }
        }
    }

    private func isPast(_ token: Token) -> Bool {
        guard let form = inflections[token.word] else { return false }
        return form.kinds.contains(.past)
    }

    private func startsClause(_ token: Token) -> Bool {
        token.tag == .subordinator || token.tag == .colon || token.tag == .quote || token.tag == .relativePronoun
            || token.word == "who"
    }

    private func followsNoun(_ tokens: [Token], _ place: Int, _ sentence: Range<Int>) -> Bool {
        var before = place - 1
        while before >= sentence.lowerBound, tokens[before].tag == .adverb { before -= 1 }
        guard before >= sentence.lowerBound else { return false }
        let tag = tokens[before].tag
        return tag.isNominal || tag == .pronoun || tag == .bracketClose
            || tag == .comma && before > sentence.lowerBound + 1
                && tokens[before - 1].tag == .name && place - before == 1
    }

    /// Whether the clause that goes on behind a participle has a verb of its own.
    private func hasFiniteVerb(_ tokens: [Token], after place: Int, _ sentence: Range<Int>) -> Bool {
        for next in place + 1..<max(place + 1, sentence.upperBound) {
            let token = tokens[next]
            if token.tag.isFinite { return true }
            if startsClause(token) || token.tag == .comma || token.tag == .conjunction || token.tag == .stop {
                return false
            }
        }
        return false
    }
}
