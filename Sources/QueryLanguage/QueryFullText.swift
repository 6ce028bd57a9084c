/// What a query asks of SQLite's full-text index.
package enum FullTextQuestion: Hashable, Sendable {
    /// Every row answers.
    case everything
    /// The rows that answer this FTS5 expression.
    case matching(String)
    /// The rows that do not answer this FTS5 expression.
    case notMatching(String)
}

extension Query {
    /// The query as FTS5 says it. FTS5 has no negation by itself, only a difference of two; a query that only excludes is
    /// asked the other way round.
    package var fullText: FullTextQuestion { fullText { _ in nil } }

    /// The query as FTS5 says it, beginnings of words spelled out where that is possible.
    ///
    /// FTS5 reads whole words in order and stops when it has enough, but gathers everything that a beginning fits before it
    /// answers at all.
    ///
    /// - Parameter completing: the indexed words that begin so; `nil` where they are too many to be told one by one.
    package func fullText(completing: (String) throws -> [String]?) rethrows -> FullTextQuestion {
        switch self {
        case .everything: .everything
        case .word(let word): .matching(try Self.spelled([word], completing))
        case .phrase(let words): .matching(try Self.spelled(words, completing))
        case .not(let query): try query.fullText(completing: completing).inverted
        case .all(let queries):
            try queries.map { try $0.fullText(completing: completing) }.reduce(.everything) { $0.and($1) }
        case .any(let queries):
            try queries.map { try $0.fullText(completing: completing) }.reduce(nil) { $0?.or($1) ?? $1 } ?? .everything
        }
    }

    /// A phrase whose last word goes on.
    private static func spelled(_ words: [String], _ completing: (String) throws -> [String]?) rethrows -> String {
        guard let last = words.last, let endings = try completing(last) else { return quoted(words) + "*" }
        // Where no word begins so, the beginning itself is asked for, which is not there either.
        let phrases = (endings.isEmpty ? [last] : endings).map { quoted(words.dropLast() + [$0]) }
        return phrases.count == 1 ? phrases[0] : "(\(phrases.joined(separator: " OR ")))"
    }

    private static func quoted(_ words: [String]) -> String {
        // Search words hold letters and digits only, so no quotation mark can stand in them.
        "\"\(words.joined(separator: " "))\""
    }
}

extension FullTextQuestion {
    fileprivate var inverted: FullTextQuestion {
        switch self {
        // Asking for the absence of nothing asks for nothing.
        case .everything: .everything
        case .matching(let expression): .notMatching(expression)
        case .notMatching(let expression): .matching(expression)
        }
    }

    fileprivate func and(_ other: FullTextQuestion) -> FullTextQuestion {
        switch (self, other) {
        case (.everything, _): other
        case (_, .everything): self
        case (.matching(let left), .matching(let right)): .matching("(\(left) AND \(right))")
        case (.matching(let left), .notMatching(let right)): .matching("(\(left) NOT \(right))")
        case (.notMatching(let left), .matching(let right)): .matching("(\(right) NOT \(left))")
        case (.notMatching(let left), .notMatching(let right)): .notMatching("(\(left) OR \(right))")
        }
    }

    fileprivate func or(_ other: FullTextQuestion) -> FullTextQuestion {
        switch (self, other) {
        case (.everything, _), (_, .everything): .everything
        case (.matching(let left), .matching(let right)): .matching("(\(left) OR \(right))")
        case (.matching(let left), .notMatching(let right)): .notMatching("(\(right) NOT \(left))")
        case (.notMatching(let left), .matching(let right)): .notMatching("(\(left) NOT \(right))")
        case (.notMatching(let left), .notMatching(let right)): .notMatching("(\(left) AND \(right))")
        }
    }
}
