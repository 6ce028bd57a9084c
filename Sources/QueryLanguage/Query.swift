/// What somebody asks for: words and phrases that must be there, or must not.
///
/// Written as `troops "far east" -training`, `artillery or shells`. A word asks for a word that begins with it, so that a
/// query answers while it is being typed; case and accents make no difference. Words side by side are all asked for.
package indirect enum Query: Hashable, Sendable {
    /// Asks for nothing: everything answers.
    case everything
    /// A word that begins so.
    case word(String)
    /// Words in this order, one behind the other; the last may go on.
    case phrase([String])
    case not(Query)
    case all([Query])
    case any([Query])

    /// The query that a text says. Nothing is an error here: what is not closed is closed, what is no word is passed over.
    package init(_ text: String) {
        var alternatives: [[Query]] = [[]]
        for token in Self.tokens(of: text) {
            if case .word("or") = token.meaning, !token.isNegated, !token.isQuoted {
                alternatives.append([])
                continue
            }
            guard token.meaning != .everything else { continue }
            alternatives[alternatives.count - 1].append(token.isNegated ? .not(token.meaning) : token.meaning)
        }
        let parts = alternatives.filter { !$0.isEmpty }.map { $0.count == 1 ? $0[0] : .all($0) }
        switch parts.count {
        case 0: self = .everything
        case 1: self = parts[0]
        default: self = .any(parts)
        }
    }

    private struct Token {
        let meaning: Query
        let isNegated: Bool
        let isQuoted: Bool
    }

    private static func tokens(of text: String) -> [Token] {
        var tokens: [Token] = []
        var rest = Substring(text)
        while let first = rest.first {
            if first.isWhitespace {
                rest.removeFirst()
                continue
            }
            let isNegated = first == "-" && rest.dropFirst().first.map { !$0.isWhitespace } ?? false
            if isNegated { rest.removeFirst() }
            let isQuoted = rest.first == "\""
            let chunk: Substring
            if isQuoted {
                rest.removeFirst()
                chunk = rest.prefix { $0 != "\"" }
                rest = rest[chunk.endIndex...].dropFirst()
            } else {
                chunk = rest.prefix { !$0.isWhitespace && $0 != "\"" }
                rest = rest[chunk.endIndex...]
            }
            let words = SearchWords.of(String(chunk))
            let meaning: Query =
                switch words.count {
                case 0: .everything
                case 1: .word(words[0])
                default: .phrase(words)
                }
            tokens.append(Token(meaning: meaning, isNegated: isNegated, isQuoted: isQuoted))
        }
        return tokens
    }
}
