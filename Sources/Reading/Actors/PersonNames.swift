/// Persons: a title and a name, or a name that starts with a given one.
extension ActorFinder {
    struct PersonName {
        var titles: Range<Int>
        var name: Range<Int>
    }

    /// A title and a name, or a name that starts with a given one.
    func personName(at start: Int, in sentence: Range<Int>) -> PersonName? {
        var place = start
        while place < sentence.upperBound, TitleWords.personal.contains(tokens[place].word), place - start < 5 {
            place += 1
        }
        let titles = start..<place
        let hasTitle = !titles.isEmpty && tokens[place - 1].tag != .comma
        let end = endOfName(from: place, in: sentence)
        guard end > place else { return nil }
        let name = place..<end
        if hasTitle {
            if TitleWords.organisations.contains(tokens[end - 1].word) { return nil }
            guard !isKnownNonPerson(at: place, in: sentence) else { return nil }
            return PersonName(titles: titles, name: name)
        }
        guard name.count >= 2, givenNames.contains(tokens[place].word) || tokens[place].word == "al",
            !TitleWords.organisations.contains(tokens[end - 1].word)
        else { return nil }
        // "Will Smith" is one, "Will Congress" at the start of a question is not.
        if place == sentence.lowerBound, tokens[place].tag == .modal { return nil }
        return PersonName(titles: titles, name: name)
    }

    private func isKnownNonPerson(at place: Int, in sentence: Range<Int>) -> Bool {
        guard let known = gazetteer.match(at: place, in: tokens, upTo: sentence.upperBound) else { return false }
        return gazetteer.entries[known.alias.entry].kind != .person && !givenNames.contains(tokens[place].word)
    }

    func endOfName(from start: Int, in sentence: Range<Int>) -> Int {
        var place = start
        while place < sentence.upperBound, place - start < 6 {
            let token = tokens[place]
            if token.kind == .word, token.isCapitalised,
                token.tag == .name || token.tag == .noun || token.tag == .adjective && place > start,
                !TimeWords.days.contains(token.word),
                place == start || !TimeWords.months.contains(token.word) || token.word == "may"
            {
                if place > start, TitleWords.personal.contains(token.word), !token.word.isInitialOrSuffix { break }
                place += 1
            } else if place > start, place + 1 < sentence.upperBound, TitleWords.particles.contains(token.word),
                tokens[place + 1].isCapitalised
            {
                place += 1
            } else {
                break
            }
        }
        return place
    }

    func isLongerPersonName(_ name: PersonName?, than known: (alias: Gazetteer.Alias, end: Int)) -> Bool {
        guard let name else { return false }
        let entry = gazetteer.entries[known.alias.entry]
        if entry.kind == .person { return name.name.upperBound > known.end && name.titles.isEmpty }
        // "Jordan Peterson", "Georgia Meloni"; but "China Xi" is none.
        return known.end == name.name.lowerBound + 1 && name.name.count >= 2
            && givenNames.contains(tokens[name.name.lowerBound].word)
    }

    mutating func readPerson(_ found: PersonName, in sentence: Range<Int>) -> Int {
        let range = found.name
        var actor: Int?
        if let known = gazetteer.match(at: range.lowerBound, in: tokens, upTo: sentence.upperBound),
            gazetteer.entries[known.alias.entry].kind == .person, known.end >= range.upperBound
        {
            actor = number(of: gazetteer.entries[known.alias.entry])
        } else if range.count == 1 {
            actor = actorCalled(tokens[range.lowerBound].word)
        }
        let last = tokens[range.upperBound - 1].word
        if actor == nil, range.count >= 2, let same = byLastName[last],
            actors[same].name.split(separator: " ").count == 1 || sharesGivenName(same, range)
        {
            actor = same
            lengthen(same, to: range)
        }
        let text = document.source.slice(document.span(range))
        let number =
            actor
            ?? self.number(
                of: TextActor(
                    id: Gazetteer.identifier(text), isKnown: false, name: text, kind: .person,
                    isFemale: givenNames.isFemale(tokens[range.lowerBound].word)))
        for place in found.titles {
            if TitleWords.women.contains(tokens[place].word) { actors[number].isFemale = true }
            if TitleWords.men.contains(tokens[place].word) { actors[number].isFemale = false }
            if TitleWords.offices.contains(tokens[place].word) { byNoun[tokens[place].lemma] = number }
        }
        add(Mention(range: range, actor: number, kind: .name))
        remember(person: number, range)
        noteRole(of: number, titles: found.titles, name: range, in: sentence)
        return range.upperBound
    }

    /// Keeps the first office a text gives a person: a title before the name, or an apposition behind it.
    mutating func noteRole(of person: Int, titles: Range<Int>, name: Range<Int>, in sentence: Range<Int>) {
        guard actors[person].role == nil else { return }
        if titles.contains(where: { !TitleWords.forms.contains(tokens[$0].word) }) {
            actors[person].role = document.source.slice(document.span(titles))
            return
        }
        let comma = name.upperBound
        guard comma + 1 < sentence.upperBound, tokens[comma].tag == .comma, let noun = chunks.noun(at: comma + 1),
            noun.range.lowerBound == comma + 1, nouns[tokens[noun.head].lemma] == .person
        else { return }
        // "the UK’s permanent representative to the UN"
        var end = noun.range.upperBound
        while end + 1 < sentence.upperBound, tokens[end].tag == .preposition, let next = chunks.noun(at: end + 1),
            next.range.lowerBound == end + 1, !next.isTime, next.range.upperBound - comma < 14
        {
            end = next.range.upperBound
        }
        actors[person].role = document.source.slice(TextSpan(tokens[comma + 1].start, tokens[end - 1].end))
    }

    private func sharesGivenName(_ actor: Int, _ range: Range<Int>) -> Bool {
        guard actors[actor].kind == .person, let first = actors[actor].name.split(separator: " ").first else {
            return false
        }
        return Word(String(first)) == tokens[range.lowerBound].word
    }

    private mutating func lengthen(_ actor: Int, to range: Range<Int>) {
        guard !actors[actor].isKnown else { return }
        let text = document.source.slice(document.span(range))
        if text.count > actors[actor].name.count { actors[actor].name = text }
        if actors[actor].isFemale == nil { actors[actor].isFemale = givenNames.isFemale(tokens[range.lowerBound].word) }
    }

    mutating func remember(person: Int, _ range: Range<Int>) {
        let first = tokens[range.lowerBound].word
        let last = tokens[range.upperBound - 1].word
        if let name = actors[person].name.split(separator: " ").last { byLastName[Word(String(name))] = person }
        byLastName[last] = person
        if range.count > 1, givenNames.contains(first) {
            // Two people of one given name: neither is meant by it alone.
            byGivenName[first] = byGivenName[first].map { $0 == person ? person : -1 } ?? person
        }
    }

    /// Who is meant by one name alone.
    mutating func actorCalled(_ word: Word) -> Int? {
        if let person = byLastName[word] { return person }
        if let person = gazetteer.person(lastName: word) { return number(of: gazetteer.entries[person]) }
        if let person = byGivenName[word], person >= 0 { return person }
        return nil
    }
}

extension Word {
    /// Whether it is "Jr." or "Sr.", which stand behind names.
    fileprivate var isInitialOrSuffix: Bool { self == "jr." || self == "sr." || self == "jr" || self == "sr" }
}
