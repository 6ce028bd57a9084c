/// Groups the tokens of a sentence into noun phrases and verb groups.
struct Chunks: Sendable {
    /// The phrases of the text, in order.
    private(set) var phrases: [Phrase] = []
    /// The phrase that each token lies in, -1 for none.
    private(set) var phraseAt: [Int32]

    init(_ document: Document) {
        phraseAt = Array(repeating: -1, count: document.tokens.count)
        phrases.reserveCapacity(document.tokens.count / 3)
        for sentence in document.sentences {
            var place = sentence.lowerBound
            while place < sentence.upperBound {
                if let verb = Self.verbGroup(at: place, in: sentence, document.tokens) {
                    place = add(verb)
                } else if let noun = Self.nounPhrase(at: place, in: sentence, document.tokens) {
                    place = add(noun)
                } else {
                    place += 1
                }
            }
        }
    }

    private mutating func add(_ phrase: Phrase) -> Int {
        for index in phrase.range { phraseAt[index] = Int32(phrases.count) }
        phrases.append(phrase)
        return phrase.range.upperBound
    }

    /// The phrase a token lies in.
    func phrase(at token: Int) -> Phrase? {
        guard token >= 0, token < phraseAt.count, phraseAt[token] >= 0 else { return nil }
        return phrases[Int(phraseAt[token])]
    }

    /// The noun phrase a token lies in.
    func noun(at token: Int) -> Phrase? { phrase(at: token).flatMap { $0.kind == .noun ? $0 : nil } }

    /// The verb group a token lies in.
    func verb(at token: Int) -> Phrase? { phrase(at: token).flatMap { $0.kind == .verb ? $0 : nil } }
}

// MARK: Verb groups

extension Chunks {
    private static func verbGroup(at start: Int, in sentence: Range<Int>, _ tokens: [Token]) -> Phrase? {
        var place = start
        var form = VerbForm()
        let first = tokens[start]
        switch first.tag {
        case .modal:
            form.modal = VerbWords.fullModal(first.word)
            form.isFinite = true
            if VerbWords.future.contains(form.modal) { form.tense = .future }
            place += 1
        case .to:
            // "to" needs its verb.
            var next = start + 1
            while next < sentence.upperBound, tokens[next].tag == .adverb { next += 1 }
            guard next < sentence.upperBound, tokens[next].tag == .base else { return nil }
            form.isInfinitive = true
            place += 1
        case .base, .present, .presentThird, .past, .participle, .gerund:
            break
        default:
            return nil
        }
        var head = -1
        var lastHelper: Word = .none
        while place < sentence.upperBound {
            let token = tokens[place]
            if token.tag == .adverb || VerbWords.negations.contains(token.word) {
                if VerbWords.negations.contains(token.word) { form.isNegated = true }
                // A helper's adverb must be followed by a verb to belong here.
                guard head < 0 || lastHelper != .none, hasVerb(from: place + 1, in: sentence, tokens) else { break }
                place += 1
                continue
            }
            guard token.tag.isVerb else { break }
            if head >= 0 && lastHelper == .none { break }
            if head < 0 && form.tense == .none {
                // "they feel": the tagger takes plain presents for bare forms.
                let isPlain = token.tag == .base && form.modal == .none && !form.isInfinitive
                note(isPlain && followsSubject(start, in: sentence, tokens) ? .present : token.tag, in: &form)
            }
            if lastHelper == "be" {
                if token.tag == .participle || token.tag == .past { form.isPassive = true }
                if token.tag == .gerund { form.isProgressive = true }
            } else if lastHelper == "have" {
                form.isPerfect = true
            }
            // "being told", "having said": the participle is no prenominal one.
            head = place
            lastHelper = VerbWords.helpers.contains(token.lemma) ? token.lemma : .none
            place += 1
        }
        guard head >= 0 else {
            return form.modal == .none
                ? nil : Phrase(kind: .verb, range: start..<start + 1, head: start, verb: form)
        }
        let end = max(head + 1, start + 1)
        if place < sentence.upperBound, lastHelper != .none,
            VerbWords.negations.contains(tokens[end < sentence.upperBound ? end : head].word)
        {
            form.isNegated = true
        }
        form.isBareParticiple =
            !form.isFinite && !form.isInfinitive && (tokens[start].tag == .gerund || tokens[start].tag == .participle)
        return Phrase(kind: .verb, range: start..<end, head: head, verb: form)
    }

    /// Whether a subject stands right before: "they", "who", "officials", and no verb that takes a bare one ("let them go").
    private static func followsSubject(_ start: Int, in sentence: Range<Int>, _ tokens: [Token]) -> Bool {
        var place = start - 1
        while place >= sentence.lowerBound, tokens[place].tag == .adverb { place -= 1 }
        guard place >= sentence.lowerBound else { return false }
        if VerbWords.nominatives.contains(tokens[place].word) { return true }
        guard tokens[place].tag == .nouns || tokens[place].word == "you" || tokens[place].word == "it" else {
            return false
        }
        while place >= sentence.lowerBound {
            if tokens[place].tag.isVerb { return !VerbWords.takingBare.contains(tokens[place].lemma) }
            place -= 1
        }
        return true
    }

    private static func note(_ tag: Tag, in form: inout VerbForm) {
        switch tag {
        case .past:
            form.tense = .past
            form.isFinite = true
        case .present, .presentThird:
            form.tense = .present
            form.isFinite = true
        default: break
        }
    }

    private static func hasVerb(from start: Int, in sentence: Range<Int>, _ tokens: [Token]) -> Bool {
        var place = start
        while place < sentence.upperBound, place < start + 3,
            tokens[place].tag == .adverb || VerbWords.negations.contains(tokens[place].word)
        {
            place += 1
        }
        return place < sentence.upperBound && tokens[place].tag.isVerb
    }
}

/// The small words around verbs.
enum VerbWords {
    static let helpers: WordSet = "be have do get"
    static let negations: WordSet = "not n't never nor neither hardly barely scarcely"
    static let nominatives: WordSet = "i we they he she who"
    /// "let them go", "help them win"
    static let takingBare: WordSet = "let make help have see watch hear feel bid dare"
    static let future: WordSet = "will shall"
    static let tentative: WordSet = "might may could would should can must"

    /// "’ll" and "wo" (of "won’t") are "will", "ca" is "can", "’d" is "would".
    static func fullModal(_ word: Word) -> Word {
        switch word {
        case "'ll", "wo": "will"
        case "ca": "can"
        case "'d": "would"
        case "sha": "shall"
        default: word
        }
    }
}

// MARK: Noun phrases

extension Chunks {
    private static func nounPhrase(at start: Int, in sentence: Range<Int>, _ tokens: [Token]) -> Phrase? {
        let first = tokens[start]
        if first.tag == .pronoun || first.tag == .existential || first.tag == .relativePronoun {
            guard first.tag != .relativePronoun || first.word == "who" || first.word == "what" else { return nil }
            return Phrase(kind: .noun, range: start..<start + 1, head: start)
        }
        var place = start
        var head = -1
        scan: while place < sentence.upperBound {
            let token = tokens[place]
            switch token.tag {
            case .determiner, .possessivePronoun:
                // A determiner begins a phrase, but for "all the", "both these".
                guard place == start || place == start + 1 && tokens[start].tag == .determiner else { break scan }
                if token.word == "both", place > start { break scan }
            case .noun, .nouns, .name:
                if TimeWords.breaksPhrase.contains(token.word), place > start,
                    head >= 0 || tokens[place - 1].tag != .determiner, !isTimeModifier(tokens[place - 1])
                {
                    break scan
                }
                head = place
                if TimeWords.breaksPhrase.contains(token.word), tokens[start..<place].allSatisfy({ isTimeModifier($0) })
                {
                    // "Monday Clinton said": the day is a phrase of its own, unless a common noun follows ("Monday night").
                    let next = place + 1
                    if next >= sentence.upperBound || tokens[next].tag == .name
                        || tokens[next].tag == .possessive && false
                    {
                        place += 1
                        break scan
                    }
                }
            case .number:
                if head >= 0 && tokens[head].tag != .name && tokens[head].kind != .mark { break scan }
                head = place
            case .adjective:
                if head >= 0 && tokens[place - 1].tag != .possessive && !tokens[place - 1].tag.isNominal { break scan }
            case .possessive:
                guard head >= 0 else { break scan }
            case .participle, .gerund, .adverb:
                // Only before a noun.
                guard place > start, head < 0 || tokens[place - 1].tag == .possessive,
                    leadsToNoun(place + 1, sentence, tokens)
                else { break scan }
            case .conjunction:
                // "AT&T", "defensive and lethal weapons"
                if token.word == "&" && head >= 0 { break }
                guard place > start, tokens[place - 1].tag == .adjective, place + 1 < sentence.upperBound,
                    tokens[place + 1].tag == .adjective, head < 0, leadsToNoun(place + 2, sentence, tokens)
                else { break scan }
            case .quote:
                // Quotation marks around a word inside: the “so-called” elite.
                guard place > start, place + 1 < sentence.upperBound, tokens[place].kind != .straightQuote || head < 0
                else { break scan }
                break scan
            default:
                break scan
            }
            place += 1
        }
        // The phrase ends at its last noun.
        var end = place
        while end > start, !isPossibleHead(tokens[end - 1], alone: end - 1 == start) { end -= 1 }
        guard end > start else { return nil }
        if tokens[end - 1].tag == .possessive { end -= 1 }
        guard end > start else { return nil }
        let last = end - 1
        return Phrase(
            kind: .noun, range: start..<end, head: last, isTime: isTime(start..<end, tokens))
    }

    private static func isPossibleHead(_ token: Token, alone: Bool) -> Bool {
        switch token.tag {
        case .noun, .nouns, .name, .number, .possessive: true
        case .determiner, .possessivePronoun: alone
        case .adjective: !alone
        default: false
        }
    }

    private static func leadsToNoun(_ start: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Bool {
        var place = start
        while place < sentence.upperBound, place < start + 4 {
            let tag = tokens[place].tag
            if tag.isNominal { return true }
            guard tag == .adjective || tag == .participle || tag == .gerund || tag == .number else { return false }
            place += 1
        }
        return false
    }

    private static func isTimeModifier(_ token: Token) -> Bool {
        TimeWords.modifiers.contains(token.word) || token.tag == .number || token.tag == .determiner
            || TimeWords.breaksPhrase.contains(token.word)
    }

    private static func isTime(_ range: Range<Int>, _ tokens: [Token]) -> Bool {
        let head = tokens[range.upperBound - 1]
        if TimeWords.breaksPhrase.contains(head.word) || TimeWords.units.contains(head.word) { return true }
        if head.kind == .number, head.end - head.start == 4,
            range.count == 1 || TimeWords.months.contains(tokens[range.lowerBound].word)
        {
            return true
        }
        return head.tag == .number && TimeWords.months.contains(tokens[range.lowerBound].word)
    }
}

/// Words that tell when.
enum TimeWords {
    static let days: WordSet = """
        monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays \
        mon. tue. tues. wed. thu. thurs. fri. sat. sun.
        """
    static let months: WordSet = """
        january february march april may june july august september october november december jan. feb. mar. apr. jun. jul. aug. sep. \
        sept. oct. nov. dec.
        """
    /// A noun phrase does not run over these.
    static let breaksPhrase: WordSet = """
        monday tuesday wednesday thursday friday saturday sunday mon. tue. tues. wed. thu. thurs. fri. yesterday today tomorrow tonight
        """
    static let units: WordSet = """
        day days week weeks month months year years decade decades hour hours minute minutes morning afternoon evening night weekend \
        century midnight noon a.m. p.m. spring summer autumn winter monday tuesday wednesday thursday friday saturday sunday yesterday today \
        tomorrow tonight time moment january february june july august september october november december
        """
    static let modifiers: WordSet =
        "last next this that early late earlier later on past every each the coming following previous same"
}
