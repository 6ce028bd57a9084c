/// Attributions without a verb: “according to …”, and a name with a colon.
extension QuoteFinder {
    mutating func accordingTo(at place: Int, in sentence: Range<Int>) {
        guard let noun = chunks.noun(at: place + 2), noun.range.lowerBound == place + 2 else { return }
        var speaker = place + 2..<subjects.extendedRight(noun, upTo: sentence.upperBound)
        let isFirst = place <= sentence.lowerBound + 1
        var attribution = Attribution(
            content: [], cue: place..<place + 2, speaker: speaker, stance: .report, rule: "according to …")
        if isFirst || tokens[place - 1].tag == .conjunction {
            var comma = speaker.upperBound
            while comma < sentence.upperBound,
                tokens[comma].tag != .comma && tokens[comma].tag != .colon || regions.isQuoted(comma)
            {
                comma += 1
            }
            // An apposition to the speaker ends with a comma of its own.
            if comma + 1 < sentence.upperBound {
                let whole = subjects.withApposition(place + 2..<comma, upTo: sentence.upperBound)
                if whole.upperBound > comma, whole.upperBound < sentence.upperBound,
                    tokens[whole.upperBound].tag == .comma
                {
                    comma = whole.upperBound
                    speaker = whole
                }
            }
            guard comma + 1 < sentence.upperBound else { return }
            attribution.content = [comma + 1..<clauseEnd(from: comma + 1, in: sentence, stopAtSpeech: false)]
        } else {
            var edge = place
            if tokens[edge - 1].tag == .comma || tokens[edge - 1].tag == .dash || tokens[edge - 1].tag == .bracketOpen {
                edge -= 1
            }
            let start = clauseStart(before: edge, in: sentence, ignoringAttributions: true)
            guard start < edge else { return }
            attribution.content = [start..<edge]
            let whole = subjects.withApposition(speaker, upTo: sentence.upperBound)
            speaker = whole
            // "The plan, according to Smith, would fail."
            let next = speaker.upperBound
            if next + 1 < sentence.upperBound, tokens[next].tag == .comma, !hasFiniteVerb(start..<edge) {
                attribution.content.append(next + 1..<clauseEnd(from: next + 1, in: sentence))
            }
        }
        attribution.speaker = speaker
        attribution.content = attribution.content.filter { !$0.isEmpty }
        if !attribution.content.isEmpty { add(attribution) }
    }

    /// Philip Bump: “…”
    mutating func label(at colon: Int, in sentence: Range<Int>) {
        let next = colon + 1
        guard next < tokens.count, let region = regions.region(at: next), region.start == next, isWhole(region),
            let noun = chunks.noun(at: sentence.lowerBound), noun.range.lowerBound == sentence.lowerBound,
            tokens[noun.head].tag == .name
        else { return }
        let end = subjects.extendedRight(noun, upTo: colon)
        let whole = subjects.withApposition(sentence.lowerBound..<end, upTo: colon + 1)
        guard whole.upperBound == colon else { return }
        add(
            Attribution(
                content: region.parts, cue: colon..<colon + 1, speaker: whole, stance: .state, rule: "X: “…”"))
    }
}
