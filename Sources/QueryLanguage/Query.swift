/// What somebody asks for: words, phrases, patterns and conditions on fields that must hold, or must not.
///
/// Written as `troops "far east" -training`, `source:russia amount>=1000 (mode:actual or mode:announced)`. A word asks for a
/// word that begins with it, so that a query answers while it is being typed; case and accents make no difference. What
/// stands side by side is all asked for.
package indirect enum Query: Hashable, Sendable {
    /// Asks for nothing: everything answers.
    case everything
    /// A word that begins so.
    case word(String)
    /// Words in this order, one behind the other; the last may go on.
    case phrase([String])
    /// Words in this order, one behind the other; the last ends there.
    case whole([String])
    /// A stretch of text that the pattern describes.
    case pattern(Pattern)
    /// A field whose value is so.
    case field(FieldCondition)
    case not(Query)
    case all([Query])
    case any([Query])
}

extension Query {
    /// The query that a text says.
    ///
    /// - Throws: where the text says none, with the column and what was expected there.
    package static func parse(_ text: String) throws(QueryError) -> Query {
        let reading = QueryReading(of: text)
        if let error = reading.error { throw error }
        return reading.query
    }

    /// The query that a text says as far as it goes: what is not closed is closed, what cannot be understood is passed
    /// over. For what is still being typed; ``parse(_:)`` tells what is wrong.
    package init(_ text: String) {
        self = QueryReading(of: text).query
    }

    /// The words that a match may be highlighted by: all that are asked for, none that must be absent.
    package var highlights: [String] {
        switch self {
        case .everything, .not, .pattern, .field: []
        case .word(let word): [word]
        case .phrase(let words), .whole(let words): words
        case .all(let queries), .any(let queries): queries.flatMap(\.highlights)
        }
    }
}

extension Query: CustomStringConvertible {
    /// The query as it is written; reading that gives the query again.
    package var description: String {
        switch self {
        case .everything: ""
        case .word(let word): Self.keywords.contains(word) ? "\"\(word)\"" : word
        case .phrase(let words): "\"\(words.joined(separator: " "))\""
        case .whole(let words): "=\"\(words.joined(separator: " "))\""
        case .pattern(let pattern): pattern.description
        case .field(let condition): condition.description
        case .not(let query): "-" + query.operand
        case .all(let queries): queries.map(\.operand).joined(separator: " ")
        case .any(let queries): queries.map(\.operand).joined(separator: " or ")
        }
    }

    /// The query as it is written beside others.
    private var operand: String {
        switch self {
        case .everything, .all, .any: "(\(self))"
        default: description
        }
    }

    /// Words that mean something else when they stand alone.
    static let keywords: Set<String> = ["or", "and", "not"]
}
