/// Finds how many of what: "a total of 12,000 troops", "four brigades", "some 1,500", "$2.5 million".
struct AmountFinder {
    let document: Document

    private var tokens: [Token] { document.tokens }

    /// The amounts among some tokens, in order; years, clock times and ages are none.
    func amounts(in range: Range<Int>) -> [Amount] {
        var found: [Amount] = []
        var place = range.lowerBound
        while place < range.upperBound {
            if let (amount, end) = amount(at: place, upTo: range.upperBound) {
                found.append(amount)
                place = end
            } else {
                place += 1
            }
        }
        return found
    }

    private func amount(at start: Int, upTo upper: Int) -> (Amount, end: Int)? {
        var place = start
        var currency = Self.currencies[text(place)]
        if currency != nil { place += 1 }
        guard place < upper, var value = number(at: place) else { return nil }
        let isWritten = tokens[place].kind == .number
        let isYear =
            isWritten && currency == nil && value >= 1500 && value <= 2100 && value == value.rounded()
            && tokens[place].end - tokens[place].start == 4
        if text(place).contains(":") { return nil }
        place += 1
        // "two hundred thousand", "2.5 million", "dozens of"
        var hasMultiplier = false
        while place < upper, let multiplier = Self.multipliers[tokens[place].word] {
            value *= multiplier
            hasMultiplier = true
            place += 1
        }
        if place < upper, text(place) == "%" { return made(value, "%", start, place + 1) }
        if let sign = currency { return made(value, sign, start, place) }
        if place < upper, let sign = Self.currencyWords[tokens[place].word] {
            currency = sign
            return made(value, sign, start, place + 1)
        }
        if place < upper, tokens[place].word == "of" { place += 1 }
        // What is counted: the adjectives and nouns that follow, to the last noun.
        var end = place
        var last = place
        while end < upper, end - place < 6, tokens[end].kind == .word {
            let tag = tokens[end].tag
            if tag.isNominal {
                last = end + 1
            } else if tag != .adjective && tag != .participle && tag != .gerund {
                break
            }
            if TimeWords.breaksPhrase.contains(tokens[end].word) { break }
            end += 1
        }
        guard last > place, !isYear || hasMultiplier else { return nil }
        let head = tokens[last - 1]
        guard
            head.tag == .nouns || head.tag == .noun && (value == 1 || Self.collective.contains(head.lemma))
                || hasMultiplier,
            !Self.uncounted.contains(head.word), !TimeWords.months.contains(tokens[place].word)
        else { return nil }
        let unit = document.source.slice(TextSpan(tokens[place].start, head.end))
        return made(value, unit, start, last)
    }

    private func made(_ value: Double, _ unit: String, _ start: Int, _ end: Int) -> (Amount, end: Int) {
        (Amount(value: value, unit: unit, passage: document.passage(start..<end)), end)
    }

    private func text(_ place: Int) -> String { document.source.slice(tokens[place].span) }

    private func number(at place: Int) -> Double? {
        let token = tokens[place]
        if token.kind == .number { return Double(text(place).filter { $0 != "," }) }
        guard token.kind == .word, token.shape == .lower || token.shape == .capitalised else { return nil }
        return Self.words[token.word]
    }

    private static let currencies: [String: String] = ["$": "US dollars", "€": "euros", "£": "pounds", "¥": "yen"]
    private static let currencyWords: [Word: String] = [
        "dollars": "US dollars", "euros": "euros", "pounds": "pounds", "yen": "yen", "yuan": "yuan", "rubles": "rubles",
        "roubles": "rubles", "rupees": "rupees", "won": "won", "percent": "%",
    ]
    private static let multipliers: [Word: Double] = [
        "hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000,
        "m": 1_000_000, "bn": 1_000_000_000, "dozen": 12,
    ]
    private static let words: [Word: Double] = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
        "eighteen": 18,
        "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
        "ninety": 90,
        "twenty-five": 25,
    ]
    private static let collective: WordSet =
        "personnel people police artillery ammunition equipment infantry aircraft cavalry staff crew special-forces"
    private static let uncounted: WordSet =
        "years year months month weeks week days day hours hour minutes minute times time p.m a.m p.m. a.m. o'clock"
}
