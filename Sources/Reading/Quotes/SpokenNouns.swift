/// Nouns that carry words: “his claim that …”, “their call for …”.
extension QuoteFinder {
    private static let carriers: WordSet = """
        statement claim allegation announcement warning assertion suggestion accusation admission declaration promise pledge vow threat \
        denial complaint argument prediction insistence testimony acknowledgement acknowledgment contention report assurance comment \
        remark acknowledgment disclosure revelation confirmation
        """
    private static let demands: WordSet = "call demand request appeal promise pledge vow threat refusal proposal"

    mutating func statement(at place: Int, in sentence: Range<Int>) {
        guard place + 2 < sentence.upperBound, let noun = chunks.noun(at: place), noun.head == place else { return }
        let next = place + 1
        let carries =
            tokens[next].word == "that" && tokens[next].tag == .subordinator
            && Self.carriers.contains(tokens[place].lemma)
        let asks =
            Self.demands.contains(tokens[place].lemma)
            && (tokens[next].tag == .to || tokens[next].word == "for" && tokens[place].lemma != "promise")
            && owner(of: noun) != nil
        guard carries || asks else { return }
        let speaker = owner(of: noun) ?? maker(of: noun, in: sentence)
        guard let speaker else { return }
        add(
            Attribution(
                content: [next..<clauseEnd(from: next, in: sentence)], cue: place..<place + 1, speaker: speaker,
                stance: Self.stances[tokens[place].lemma] ?? .state, rule: "claim that …"))
    }

    private static let stances: [Word: Stance] = [
        "claim": .claim, "allegation": .accuse, "accusation": .accuse, "warning": .warn, "promise": .promise,
        "pledge": .promise,
        "vow": .promise, "threat": .threaten, "denial": .deny, "call": .demand, "demand": .demand, "request": .demand,
        "appeal": .demand, "refusal": .decline, "announcement": .announce, "declaration": .announce,
        "prediction": .assess,
        "report": .report, "admission": .confirm, "confirmation": .confirm,
    ]

    /// "Seoul’s claim", "his claim": whose.
    private func owner(of noun: Phrase) -> Range<Int>? {
        for place in noun.range {
            if tokens[place].tag == .possessivePronoun { return place..<place + 1 }
            if tokens[place].tag == .possessive, place > noun.range.lowerBound { return noun.range.lowerBound..<place }
        }
        return nil
    }

    /// "The ministry issued a warning": who made it.
    private func maker(of noun: Phrase, in sentence: Range<Int>) -> Range<Int>? {
        let before = noun.range.lowerBound - 1
        guard before >= sentence.lowerBound, let verb = chunks.verb(at: before),
            ["make", "issue", "repeat", "release", "deliver", "reiterate", "publish", "renew"].contains(
                tokens[verb.head].lemma)
        else { return nil }
        return subjects.left(of: verb, from: sentence.lowerBound)?.range
    }
}
