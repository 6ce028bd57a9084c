/// Organisations by the words their names are made of, and the short names they bring along.
extension ActorFinder {
    /// The end of the name of an organisation that starts here: "Ministry of Defence", "Fight for $15 Campaign".
    func organisationEnd(from start: Int, in sentence: Range<Int>) -> Int? {
        var place = start
        var end: Int?
        while place < sentence.upperBound, place - start < 8 {
            let token = tokens[place]
            if token.isCapitalised, token.kind == .word,
                token.tag.isNominal || token.tag == .adjective || token.tag == .participle || token.tag == .gerund
            {
                if TitleWords.organisations.contains(token.word), place > start { end = place + 1 }
                if TitleWords.organisationsOf.contains(token.word), place + 2 < sentence.upperBound,
                    tokens[place + 1].word == "of" || tokens[place + 1].word == "for"
                {
                    var last = place + 2
                    while last < sentence.upperBound, last - place < 8,
                        tokens[last].isCapitalised || tokens[last].word == "and" || tokens[last].word == "the"
                            || tokens[last].word == "of"
                    { last += 1 }
                    while last > place + 2, !tokens[last - 1].isCapitalised { last -= 1 }
                    if last > place + 2 { return last }
                }
                place += 1
            } else if place > start,
                token.word == "of" || token.word == "for" || token.word == "and" || token.word == "&",
                place + 1 < sentence.upperBound, tokens[place + 1].isCapitalised
            {
                place += 1
            } else {
                break
            }
        }
        return end
    }

    mutating func readOrganisation(_ range: Range<Int>, in sentence: Range<Int>) -> Int {
        let text = document.source.slice(document.span(range))
        let actor = number(
            of: TextActor(id: Gazetteer.identifier(text), isKnown: false, name: text, kind: .organisation))
        add(Mention(range: range, actor: actor, kind: .name))
        byNoun[tokens[range.upperBound - 1].lemma] = actor
        byNoun[tokens[range.lowerBound].lemma] = actor
        return readAcronym(after: range.upperBound, actor, in: sentence)
    }

    /// "(NIS)": a short name that is introduced in brackets.
    mutating func readAcronym(after place: Int, _ actor: Int, in sentence: Range<Int>) -> Int {
        guard place + 2 < sentence.upperBound, tokens[place].tag == .bracketOpen, tokens[place + 2].tag == .bracketClose
        else { return place }
        let inside = tokens[place + 1]
        guard inside.kind == .word, inside.shape == .upper || inside.shape == .mixed, inside.end - inside.start >= 2
        else { return place }
        byAcronym[inside.word] = actor
        add(Mention(range: place + 1..<place + 2, actor: actor, kind: .name))
        return place + 3
    }
}
