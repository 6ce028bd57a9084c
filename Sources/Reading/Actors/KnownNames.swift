/// Names that the gazetteer knows, and the institutions of its states.
extension ActorFinder {
    mutating func readKnown(_ alias: Gazetteer.Alias, _ range: Range<Int>, in sentence: Range<Int>) -> Int {
        let entry = gazetteer.entries[alias.entry]
        if entry.kind == .state, alias.usage != .seat,
            let institution = institution(of: entry, after: range, in: sentence)
        {
            return institution
        }
        if alias.usage == .seat, isPlace(range, in: sentence) { return range.upperBound }
        let actor = number(of: entry)
        let kind: Mention.Kind = alias.usage == .name ? .name : alias.usage == .people ? .people : .seat
        add(Mention(range: range, actor: actor, kind: kind))
        if entry.kind == .person {
            remember(person: actor, range)
            noteRole(of: actor, titles: range.lowerBound..<range.lowerBound, name: range, in: sentence)
        } else if entry.kind != .state, range.count > 1 {
            byNoun[tokens[range.upperBound - 1].lemma] = actor
        }
        return readAcronym(after: range.upperBound, actor, in: sentence)
    }

    /// Whether a capital is only where something is: "in Moscow", "Moscow, Russia", "a Moscow court".
    private func isPlace(_ range: Range<Int>, in sentence: Range<Int>) -> Bool {
        if range.lowerBound > sentence.lowerBound {
            let before = tokens[range.lowerBound - 1]
            if Self.placing.contains(before.word) { return true }
        }
        guard range.upperBound < sentence.upperBound else { return false }
        let next = tokens[range.upperBound]
        if next.tag == .noun || next.tag == .nouns || next.tag == .name { return true }
        return range.lowerBound == sentence.lowerBound
            && (next.tag == .dash || next.tag == .bracketOpen || next.tag == .comma)
    }

    private static let placing: WordSet =
        "in at near around outside inside central downtown east west north south northern southern eastern western greater across throughout into"

    /// "the Iranian Foreign Ministry", "Iran’s parliament": an institution of a state.
    private mutating func institution(
        of state: Gazetteer.Entry, after range: Range<Int>, in sentence: Range<Int>
    ) -> Int? {
        var place = range.upperBound
        if place < sentence.upperBound, tokens[place].tag == .possessive { place += 1 }
        let start = place
        while place < sentence.upperBound, TitleWords.institutionModifiers.contains(tokens[place].word),
            place - start < 3
        { place += 1 }
        guard place < sentence.upperBound, TitleWords.institutions.contains(tokens[place].word) else { return nil }
        let head = tokens[place].word
        let stateActor = number(of: state)
        // The government of a state is the state; its troops and ministries are actors of their own.
        guard head != "government", head != "authorities", head != "administration", head != "presidency" else {
            add(Mention(range: range.lowerBound..<place + 1, actor: stateActor, kind: .name))
            return place + 1
        }
        let words = document.source.slice(TextSpan(tokens[start].start, tokens[place].end))
        let isForce = ["army", "military", "navy", "troops", "forces", "soldiers"].contains(head)
        let id = state.id + "/" + Gazetteer.identifier(isForce ? "armed forces" : words)
        let adjective = document.source.slice(TextSpan(tokens[range.lowerBound].start, tokens[place].end))
        let actor = number(
            of: TextActor(
                id: id, isKnown: false, name: adjective,
                kind: isForce ? .force : head == "intelligence" ? .service : .organisation,
                home: state.id))
        add(Mention(range: range, actor: stateActor, kind: .people))
        add(Mention(range: range.lowerBound..<place + 1, actor: actor, kind: .name))
        byNoun[tokens[place].lemma] = actor
        return readAcronym(after: place + 1, actor, in: sentence)
    }
}
