/// Finds who does what a verb says, by the order of the words.
struct SubjectFinder {
    let document: Document
    let chunks: Chunks
    let regions: QuotedRegions

    private var tokens: [Token] { document.tokens }

    /// How a subject was found.
    enum Place: Sendable { case before, behind, shared, controller, agent, antecedent }

    /// A subject: its tokens, from the first to the last that belongs to it.
    struct Subject: Sendable {
        var range: Range<Int>
        var place: Place
        /// The first token of the clause part that subject and verb make: of the subject, or of the verb when it comes first.
        var edge: Int
        /// What "who" or "which" stands for.
        var antecedent: Range<Int>?
    }

    // MARK: Before the verb

    /// The subject on the left of a verb group, within its sentence.
    func left(of verb: Phrase, from lower: Int) -> Subject? {
        var place = verb.range.lowerBound - 1
        // "he also", "she, too," and "reportedly" stand between.
        while place >= lower, tokens[place].tag == .adverb || tokens[place].tag == .particle { place -= 1 }
        guard place >= lower else { return nil }
        place = beforeBrackets(place, from: lower)
        guard place >= lower else { return nil }
        let token = tokens[place]
        if token.tag == .relativePronoun { return relative(at: place, from: lower) }
        if let noun = chunks.noun(at: place), noun.range.upperBound == place + 1,
            !regions.isQuoted(place) || noun.range.count == 1
        {
            if noun.isTime {
                // "Clinton on Tuesday said", "Clinton Tuesday said"
                var before = noun.range.lowerBound - 1
                if before >= lower, tokens[before].tag == .preposition { before -= 1 }
                guard before >= lower, let real = chunks.noun(at: before), real.range.upperBound == before + 1,
                    !real.isTime
                else { return nil }
                return subject(endingWith: real, from: lower)
            }
            if tokens[noun.head].word == "who" { return relative(at: noun.head, from: lower) }
            return subject(endingWith: noun, from: lower)
        }
        if token.tag == .comma || token.tag == .bracketClose || token.tag == .dash {
            return acrossApposition(endingAt: place, from: lower)
        }
        return nil
    }

    /// The last place before a bracket that closes here: "Elijah Cummings (D-Md.) said".
    private func beforeBrackets(_ place: Int, from lower: Int) -> Int {
        guard place >= lower, tokens[place].tag == .bracketClose else { return place }
        var open = place - 1
        while open >= lower, tokens[open].tag != .bracketOpen, place - open < 20 { open -= 1 }
        return open >= lower && tokens[open].tag == .bracketOpen ? open - 1 : place
    }

    /// "who said": the noun before is meant.
    private func relative(at place: Int, from lower: Int) -> Subject? {
        var before = place - 1
        if before >= lower, tokens[before].tag == .comma { before -= 1 }
        guard before >= lower, let noun = chunks.noun(at: before), noun.range.upperBound == before + 1 else {
            return Subject(range: place..<place + 1, place: .antecedent, edge: place)
        }
        let whole = extendedLeft(noun, from: lower)
        return Subject(range: place..<place + 1, place: .antecedent, edge: whole.lowerBound, antecedent: whole)
    }

    private func subject(endingWith noun: Phrase, from lower: Int) -> Subject? {
        let range = extendedLeft(noun, from: lower)
        if let outer = overRelativeClause(range, from: lower) { return outer }
        // The object of a fronted phrase is no subject: "In a statement she …" is, "according to Smith" is not.
        return Subject(range: range, place: .before, edge: range.lowerBound)
    }

    /// "Hawkins and others who want to ban abortion said": the object of a relative clause is no subject.
    private func overRelativeClause(_ range: Range<Int>, from lower: Int) -> Subject? {
        var place = range.lowerBound - 1
        guard place >= lower, chunks.verb(at: place) != nil else { return nil }
        var steps = 0
        while place > lower, steps < 12 {
            let token = tokens[place]
            if token.tag == .comma || token.tag == .quote { return nil }
            if token.word == "who" || token.tag == .relativePronoun {
                guard let noun = chunks.noun(at: place - 1), noun.range.upperBound == place else { return nil }
                let whole = extendedLeft(noun, from: lower)
                return Subject(range: whole, place: .before, edge: whole.lowerBound)
            }
            place -= 1
            steps += 1
        }
        return nil
    }

    /// A noun phrase with what it hangs on: "a spokesman for the ministry", "Smith and Jones".
    private func extendedLeft(_ noun: Phrase, from lower: Int) -> Range<Int> {
        var start = noun.range.lowerBound
        var steps = 0
        while steps < 6, start - 1 > lower {
            let link = tokens[start - 1]
            let isLink =
                link.tag == .preposition && Self.attaching.contains(link.word)
                || link.tag == .conjunction && link.word != "but"
            guard isLink, let before = chunks.noun(at: start - 2), before.range.upperBound == start - 1, !before.isTime,
                tokens[before.head].tag != .pronoun, before.range.lowerBound >= lower
            else { break }
            if link.tag == .preposition, !Self.ofKind.contains(link.word) {
                // "the ambassador to Washington", but not "he went to the city and Smith said".
                guard before.range.lowerBound == lower || !followsVerb(before, lower) else { break }
            }
            if link.tag == .conjunction, followsVerb(before, lower) { break }
            start = before.range.lowerBound
            steps += 1
        }
        return start..<noun.range.upperBound
    }

    private static let attaching: WordSet = "of for from at in with on to against by over near"
    private static let ofKind: WordSet = "of for"

    private func followsVerb(_ noun: Phrase, _ lower: Int) -> Bool {
        let before = noun.range.lowerBound - 1
        guard before >= lower else { return false }
        return chunks.verb(at: before) != nil || tokens[before].tag == .to
    }

    /// "Smith, 45, of Dover, said": over appositions and relative clauses back to the noun they tell about.
    private func acrossApposition(endingAt comma: Int, from lower: Int) -> Subject? {
        var right = comma
        for _ in 0..<4 {
            var left = right - 1
            while left >= lower, tokens[left].tag != .comma || regions.isQuoted(left),
                tokens[left].tag != .bracketOpen || tokens[right].tag != .bracketClose
            {
                left -= 1
            }
            guard left > lower, right - left > 1 else { break }
            let next = left + 1
            let last = beforeBrackets(left - 1, from: lower)
            guard last >= lower, let noun = chunks.noun(at: last), noun.range.upperBound == last + 1, !noun.isTime
            else {
                // Perhaps one more comma back: "Smith, a lawyer, 45, said".
                right = left
                continue
            }
            if startsApposition(next, right) {
                let whole = extendedLeft(noun, from: lower)
                // The noun before a comma may itself close an apposition: "Smith, chief of X, the largest union, said".
                if let earlier = whole.lowerBound - 1 >= lower && tokens[whole.lowerBound - 1].tag == .comma
                    ? acrossApposition(endingAt: left, from: lower) : nil, startsWithName(earlier.range),
                    !startsWithName(whole)
                {
                    return Subject(range: earlier.range.lowerBound..<comma, place: .before, edge: earlier.edge)
                }
                return Subject(range: whole.lowerBound..<comma, place: .before, edge: whole.lowerBound)
            }
            right = left
        }
        return nil
    }

    private func startsWithName(_ range: Range<Int>) -> Bool {
        chunks.noun(at: range.lowerBound).map { tokens[$0.head].tag == .name } ?? false
    }

    private func startsApposition(_ start: Int, _ end: Int) -> Bool {
        let token = tokens[start]
        switch token.tag {
        case .determiner, .number, .relativePronoun, .noun, .nouns, .name, .possessivePronoun, .adjective, .adverb,
            .whAdverb:
            return true
        case .pronoun: return token.word == "who" || token.word == "himself" || token.word == "herself"
        case .preposition: return true
        case .participle, .gerund: return true
        case .conjunction: return token.word == "and" || token.word == "or"
        default: return chunks.noun(at: start) != nil || token.tag == .past && end - start > 1
        }
    }

    // MARK: Behind the verb

    /// "…, said Kevin Madden, a strategist": the noun phrase that starts right behind the verb, with what hangs on it.
    func right(of verb: Phrase, upTo upper: Int) -> Subject? {
        let start = verb.range.upperBound
        guard start < upper, let noun = chunks.noun(at: start), noun.range.lowerBound == start, !noun.isTime else {
            return nil
        }
        let end = extendedRight(noun, upTo: upper)
        return Subject(range: start..<end, place: .behind, edge: verb.range.lowerBound)
    }

    /// A noun phrase with the phrases that follow it: "a spokesman for the ministry of defence and his deputy".
    func extendedRight(_ noun: Phrase, upTo upper: Int) -> Int {
        var end = noun.range.upperBound
        for _ in 0..<6 {
            guard end + 1 < upper else { break }
            let link = tokens[end]
            let isLink =
                link.tag == .preposition && Self.attaching.contains(link.word) || link.word == "and"
                || link.tag == .possessive
            guard isLink, let next = chunks.noun(at: end + 1), next.range.lowerBound == end + 1, !next.isTime else {
                break
            }
            if link.word == "and", next.range.upperBound < upper, let verb = chunks.verb(at: next.range.upperBound),
                verb.verb.isFinite
            {
                break
            }
            end = next.range.upperBound
        }
        return end
    }

    /// A noun phrase with an apposition behind a comma: "Kevin Madden, a Republican strategist".
    func withApposition(_ range: Range<Int>, upTo upper: Int) -> Range<Int> {
        let comma = range.upperBound
        guard comma + 1 < upper, tokens[comma].tag == .comma, let next = chunks.noun(at: comma + 1),
            next.range.lowerBound == comma + 1, !next.isTime, tokens[next.head].tag != .pronoun
        else { return range }
        let end = extendedRight(next, upTo: upper)
        guard end >= upper || tokens[end].tag == .comma || tokens[end].tag == .stop else { return range }
        return range.lowerBound..<end
    }

    // MARK: From another verb

    /// The subject of the nearest finite verb before that is not of a relative clause: "he rose and said", "…, adding that".
    func shared(with verb: Phrase, from lower: Int) -> Subject? {
        var place = verb.range.lowerBound - 1
        while place >= lower {
            if !regions.isQuoted(place), let earlier = chunks.verb(at: place), earlier.verb.isFinite {
                if let subject = left(of: earlier, from: lower), subject.place == .before {
                    return Subject(range: subject.range, place: .shared, edge: verb.range.lowerBound)
                }
                place = earlier.range.lowerBound - 1
            } else {
                place -= 1
            }
        }
        return nil
    }
}
