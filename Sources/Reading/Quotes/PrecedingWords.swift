/// The words that stand before their attribution, and those that go on behind it: “…,” he said, “…”.
extension QuoteFinder {
    /// What stands before a subject and its verb as their words: “…,” she said.
    func preceding(edge: Int, _ verb: Phrase, _ cue: CueTable.Cue, in sentence: Range<Int>) -> Words? {
        guard !cue.frames.isDisjoint(with: [.clause, .quoted, .that, .told]) else { return nil }
        var last = edge - 1
        while last > sentence.lowerBound, tokens[last].tag == .adverb || tokens[last].tag == .conjunction { last -= 1 }
        guard last >= 0, sameParagraph(last, verb.head) else { return nil }
        if tokens[last].tag == .comma, last > 0, regions.isQuoted(last - 1), !regions.isQuoted(last) { last -= 1 }
        if let region = regions.region(at: last), region.end == last + 1, last < edge {
            // "the “operation” would go on": what goes on is the operation.
            if last == verb.range.lowerBound - 1, !isWhole(region), tokens[verb.range.lowerBound].tag == .modal {
                return nil
            }
            return isTitle(region, in: sentence) ? nil : quotedBefore(region, in: sentence)
        }
        guard last > sentence.lowerBound, tokens[last].tag == .comma || tokens[last].tag == .dash,
            !regions.isQuoted(last),
            !cue.frames.isDisjoint(with: [.clause, .told]), verb.verb.isFinite || tokens[verb.head].tag == .participle
        else { return nil }
        let start = clauseStart(before: last, in: sentence)
        guard last - start >= 2 else { return nil }
        if !hasFiniteVerb(start..<last) {
            // "The bill, he said, would …": only with more behind.
            let next = verb.range.upperBound
            guard next < sentence.upperBound, tokens[next].tag == .comma else {
                return nil
            }
        }
        return Words(content: [start..<last])
    }

    /// "On Sunday’s “Meet the Press,” she said": the name of a programme, paper or book, at the head of the sentence.
    private func isTitle(_ region: QuotedRegions.Region, in sentence: Range<Int>) -> Bool {
        let first = sentence.lowerBound
        guard region.parts.count == 1, first < region.start, tokens[first].tag == .preposition,
            !hasFiniteVerb(first..<region.start)
        else { return false }
        let words = (region.start..<region.end).filter { tokens[$0].kind == .word }
        return words.count > 1
            && words.allSatisfy { tokens[$0].isCapitalised || tokens[$0].end - tokens[$0].start <= 3 }
            && words.first.map { tokens[$0].isCapitalised } ?? false
    }

    private func quotedBefore(_ region: QuotedRegions.Region, in sentence: Range<Int>) -> Words {
        // Words outside the marks, before them in the same sentence, belong to it: The plan is “a farce,” he said.
        let home = document.sentences[document.sentence(at: region.start)]
        let start = clauseStart(before: region.start, in: home)
        if region.parts.count == 1, start < region.start, hasWords(start..<region.start),
            !endsWithCue(start..<region.start)
        {
            return Words(content: [start..<region.end], isQuoted: true)
        }
        return Words(content: region.parts, isQuoted: true)
    }

    private func hasWords(_ range: Range<Int>) -> Bool { range.contains { tokens[$0].kind == .word } }

    private func endsWithCue(_ range: Range<Int>) -> Bool {
        guard let last = range.last else { return false }
        if tokens[last].tag == .colon { return true }
        return range.suffix(3).contains { place in
            chunks.verb(at: place).map { cues[tokens[$0.head].lemma] != nil } ?? false
        }
    }

    /// Where the clause starts that ends before a place: behind the last attribution, or a semicolon, or at the sentence’s start.
    func clauseStart(before edge: Int, in sentence: Range<Int>, ignoringAttributions: Bool = false) -> Int {
        var start = sentence.lowerBound
        var place = edge - 1
        while place >= sentence.lowerBound {
            if tokens[place].tag == .colon && !regions.isQuoted(place)
                && document.source.scalars[tokens[place].start] == ";"
            {
                start = place + 1
                break
            }
            place -= 1
        }
        if !ignoringAttributions, let last = found.last, let cue = last.cue, cue.upperBound <= edge,
            cue.lowerBound >= start
        {
            let end = max(cue.upperBound, last.content.last?.upperBound ?? 0)
            if end <= edge { start = max(start, end) }
        }
        while start < edge,
            tokens[start].tag == .comma || tokens[start].tag == .conjunction || tokens[start].tag == .bracketOpen
                || tokens[start].tag == .stop
        { start += 1 }
        return start
    }

    /// Words that go on behind an attribution: “…,” he said, “…”; The bill, he said, would ….
    func following(_ verb: Phrase, _ subject: SubjectFinder.Subject, in sentence: Range<Int>) -> [Range<Int>]? {
        var place = max(verb.range.upperBound, subject.place == .behind ? subject.range.upperBound : 0)
        // Over the person spoken to and other adjuncts.
        if let noun = chunks.noun(at: place), noun.range.lowerBound == place, subject.place != .behind {
            place = subjects.extendedRight(noun, upTo: sentence.upperBound)
        }
        place = skipAdjuncts(from: place, in: sentence)
        guard place < sentence.upperBound else { return nil }
        if tokens[place].tag == .comma || tokens[place].tag == .colon || tokens[place].tag == .dash { place += 1 }
        guard place < sentence.upperBound else { return nil }
        if let region = regions.region(at: place), region.start == place {
            if isWhole(region) { return region.parts }
            return [place..<clauseEnd(from: place, in: sentence)]
        }
        guard place > verb.range.upperBound, tokens[place - 1].tag == .comma else { return nil }
        let token = tokens[place]
        let goesOn: Bool
        switch token.tag {
        case .modal, .presentThird, .present, .past, .to: goesOn = true
        case _ where isFronted(before: subject.edge, in: sentence): goesOn = true
        case .subordinator where token.word == "that" && regions.isQuoted(subject.edge - 1): goesOn = true
        case .conjunction, .subordinator:
            goesOn = !regions.isQuoted(subject.edge - 1) && !endsWithCueAhead(place, in: sentence)
        default: goesOn = false
        }
        guard goesOn else { return nil }
        let end = clauseEnd(from: place, in: sentence)
        return end > place ? [place..<end] : nil
    }

    /// "If she wins, he said, …": what stands before is no clause of its own.
    private func isFronted(before edge: Int, in sentence: Range<Int>) -> Bool {
        let first = tokens[sentence.lowerBound]
        guard edge > sentence.lowerBound, tokens[edge - 1].tag == .comma, !regions.isQuoted(edge - 1) else {
            return false
        }
        // "The bill, he said, would …"
        if !hasFiniteVerb(clauseStart(before: edge - 1, in: sentence)..<edge - 1) { return true }
        return first.tag == .subordinator || first.tag == .preposition || first.tag == .whAdverb || first.word == "if"
    }

    private func endsWithCueAhead(_ start: Int, in sentence: Range<Int>) -> Bool {
        (start..<min(start + 6, sentence.upperBound)).contains { place in
            chunks.verb(at: place).map { cues[tokens[$0.head].lemma] != nil && $0.verb.isFinite } ?? false
        }
    }
}
