extension Query {
    /// Whether a text answers the query. Cost: linear in the text, once for every word asked for.
    package func matches(_ text: String) -> Bool {
        self == .everything || matches(words: SearchWords.of(text))
    }

    private func matches(words: [String]) -> Bool {
        switch self {
        case .everything: true
        case .word(let beginning): words.contains { $0.hasPrefix(beginning) }
        case .phrase(let phrase): Self.contains(phrase, in: words)
        case .not(let query): !query.matches(words: words)
        case .all(let queries): queries.allSatisfy { $0.matches(words: words) }
        case .any(let queries): queries.contains { $0.matches(words: words) }
        }
    }

    private static func contains(_ phrase: [String], in words: [String]) -> Bool {
        guard let last = phrase.last, words.count >= phrase.count else { return false }
        let whole = phrase.dropLast()
        return (0...(words.count - phrase.count)).contains { start in
            words[start..<start + whole.count].elementsEqual(whole) && words[start + whole.count].hasPrefix(last)
        }
    }
}

extension Query {
    /// The words that a match may be highlighted by: all that are asked for, none that must be absent.
    package var highlights: [String] {
        switch self {
        case .everything, .not: []
        case .word(let word): [word]
        case .phrase(let words): words
        case .all(let queries), .any(let queries): queries.flatMap(\.highlights)
        }
    }
}
