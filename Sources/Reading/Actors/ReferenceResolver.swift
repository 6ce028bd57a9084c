/// Tells whom a phrase stands for: a name, a pronoun, a description.
///
/// Phrases are to be given in the order of the text, since what came before decides.
struct ReferenceResolver {
    let document: Document
    let chunks: Chunks
    let regions: QuotedRegions
    let nouns: NounClasses
    private(set) var finder: ActorFinder
    /// Who spoke or acted lately, with the token where.
    private var recent: [(token: Int, actor: Int)] = []

    private var tokens: [Token] { document.tokens }

    init(_ finder: ActorFinder, document: Document, chunks: Chunks, regions: QuotedRegions, nouns: NounClasses) {
        self.finder = finder
        self.document = document
        self.chunks = chunks
        self.regions = regions
        self.nouns = nouns
    }

    /// The actor a phrase stands for, who from now on counts as having spoken or acted; `nil` where the text does not tell.
    ///
    /// Documents speak, but do nothing: they count only where `speaks` says so.
    mutating func actor(of range: Range<Int>, antecedent: Range<Int>? = nil, speaks: Bool) -> Int? {
        let phrase = antecedent ?? range
        guard let first = phrase.first, let actor = resolve(phrase, first, speaks) else { return nil }
        finder.markUsed(actor)
        recent.append((first, actor))
        return actor
    }

    private mutating func resolve(_ phrase: Range<Int>, _ first: Int, _ speaks: Bool) -> Int? {
        let word = tokens[first].word
        if tokens[first].tag == .pronoun || tokens[first].tag == .possessivePronoun, phrase.count <= 2 {
            return pronoun(word, at: first)
        }
        guard let noun = chunks.noun(at: first) else { return finder.mention(at: first)?.actor }
        let head = min(noun.head, phrase.upperBound - 1)
        if let mention = finder.mention(at: head), mention.kind != .people || mention.range.upperBound > head,
            mention.kind != .description
        {
            if mention.kind == .people { return people(mention, noun) }
            return mention.actor
        }
        // "Trump’s", "Sanders and Clinton": the name in front of a possessive.
        if head + 1 < tokens.count, tokens[head].tag == .possessive, let mention = finder.mention(at: head - 1) {
            return mention.actor
        }
        return description(phrase, noun, head, speaks)
    }

    /// "Russians say": the people, not the state.
    private func people(_ mention: Mention, _ noun: Phrase) -> Int? {
        tokens[noun.head].tag == .nouns ? nil : mention.actor
    }

    // MARK: Descriptions

    private mutating func description(_ phrase: Range<Int>, _ noun: Phrase, _ head: Int, _ speaks: Bool) -> Int? {
        let lemma = tokens[head].lemma
        guard let kind = nouns[lemma], kind != .document || speaks else { return nil }
        let isPlural = tokens[head].tag == .nouns
        let start = tokens[noun.range.lowerBound]
        let state = self.state(in: noun.range)
        if let state, Self.governing.contains(tokens[head].word) { return state }
        let isDefinite = Self.definite.contains(start.word) || start.tag == .possessivePronoun
        if isDefinite, state == nil, let known = finder.actor(describedBy: lemma) {
            // "the president of France" may be another than the president named before.
            let isBare = phrase.count <= noun.range.count + 1
            if isBare { return known }
        }
        // A role with a name of an organisation: "NIS director" is a description still.
        let passage = document.span(phrase)
        let name = document.source.slice(passage)
        let limit = 120
        let number = finder.number(
            of: TextActor(
                id: "described/" + Gazetteer.identifier(String(name.prefix(limit))), isKnown: false,
                name: String(name.prefix(limit)),
                kind: kind == .person && !isPlural ? .person : kind == .document ? .unknown : .group,
                home: home(in: phrase), isDescription: true, isPlural: isPlural))
        finder.add(Mention(range: phrase, actor: number, kind: .description))
        finder.describe(number, by: lemma)
        return number
    }

    /// Takes up the bodies of states that have no name of their own: "the Ukrainian communication centre", "independent Russian media".
    mutating func describeBodies() {
        for phrase in chunks.phrases where phrase.kind == .noun && !phrase.isTime {
            guard nouns[tokens[phrase.head].lemma] == .group, finder.mention(at: phrase.head) == nil,
                !regions.isQuoted(phrase.head),
                !Self.governing.contains(tokens[phrase.head].word), let state = state(in: phrase.range)
            else { continue }
            guard let actor = description(phrase.range, phrase, phrase.head, false), actor != state else { continue }
            finder.markUsed(actor)
        }
    }

    /// Whom somebody belongs to who is described so: the state named in the description, else that of whoever is named there.
    private func home(in range: Range<Int>) -> String? {
        if let state = state(in: range) { return finder.actors[state].id }
        return range.lazy.compactMap { finder.mention(at: $0).flatMap { finder.actors[$0.actor].home } }.first
    }

    private func state(in range: Range<Int>) -> Int? {
        for token in range {
            if let mention = finder.mention(at: token), finder.actors[mention.actor].kind == .state {
                return mention.actor
            }
        }
        return nil
    }

    private static let definite: WordSet = "the that this those these"
    private static let governing: WordSet = "government authorities administration officials official regime leadership"

    // MARK: Pronouns

    private func pronoun(_ word: Word, at token: Int) -> Int? {
        switch word {
        case "he", "his", "him", "himself": return person(female: false, before: token)
        case "she", "her", "hers", "herself": return person(female: true, before: token)
        case "it", "its": return thing(before: token)
        case "they", "their": return several(before: token)
        default: return nil
        }
    }

    /// The person who is most likely meant: near, in the place of a subject, speaking lately, and of the right sex.
    private func person(female: Bool, before token: Int) -> Int? {
        let sentence = document.sentence(at: token)
        var best: (score: Double, actor: Int)?
        var seen = 0
        var index = mentionIndex(before: token)
        while index >= 0, seen < 40 {
            let mention = finder.mentions[index]
            index -= 1
            seen += 1
            let actor = finder.actors[mention.actor]
            guard actor.kind == .person || actor.kind == .unknown, mention.kind == .name else { continue }
            if let isFemale = actor.isFemale, isFemale != female { continue }
            let distance = sentence - document.sentence(at: mention.range.lowerBound)
            if distance > 6 { break }
            var score = -Double(distance) - Double(seen) * 0.05
            if actor.kind == .unknown { score -= 1.5 }
            if actor.isFemale == nil { score -= 0.6 }
            if regions.isQuoted(mention.range.lowerBound) { score -= 2.5 }
            let next = mention.range.upperBound
            if next < tokens.count {
                if chunks.verb(at: next)?.verb.isFinite ?? false || tokens[next].tag == .comma { score += 1 }
                if tokens[next].tag == .possessive { score -= 0.7 }
            }
            if mention.range.lowerBound > 0, tokens[mention.range.lowerBound - 1].tag == .preposition { score -= 0.7 }
            if recent.suffix(3).contains(where: { $0.actor == mention.actor }) { score += 1.2 }
            if best.map({ score > $0.score }) ?? true { best = (score, mention.actor) }
        }
        // Someone only described may speak on: "the official … he said".
        if let last = recent.last, finder.actors[last.actor].isDescription, finder.actors[last.actor].kind == .person,
            sentence - document.sentence(at: last.token) <= 2
        {
            let score = 0.7 - Double(sentence - document.sentence(at: last.token))
            if best.map({ score > $0.score }) ?? true { return last.actor }
        }
        return best?.actor
    }

    private func mentionIndex(before token: Int) -> Int {
        // Mentions of names stand in the order of the text; descriptions come behind them all.
        var low = 0
        var high = finder.namedCount
        while low < high {
            let middle = (low + high) / 2
            if finder.mentions[middle].range.lowerBound < token { low = middle + 1 } else { high = middle }
        }
        return low - 1
    }

    private func thing(before token: Int) -> Int? {
        guard let last = recent.last, document.sentence(at: token) - document.sentence(at: last.token) <= 2,
            finder.actors[last.actor].kind != .person
        else { return nil }
        return last.actor
    }

    private func several(before token: Int) -> Int? {
        guard let last = recent.last, document.sentence(at: token) - document.sentence(at: last.token) <= 2 else {
            return nil
        }
        let actor = finder.actors[last.actor]
        return actor.isPlural || actor.kind == .group || actor.kind == .organisation || actor.kind == .armedGroup
            || actor.kind == .force ? last.actor : nil
    }
}
