/// What a query asks of SQLite's full-text index.
package enum FullTextQuestion: Hashable, Sendable {
    /// Every row answers.
    case everything
    case nothing
    /// The rows that answer this FTS5 expression.
    case matching(String)
    /// The rows that do not answer this FTS5 expression.
    case notMatching(String)
}

extension FullTextQuestion {
    /// FTS5 has no negation by itself, only a difference of two.
    var inverted: FullTextQuestion {
        switch self {
        case .everything: .nothing
        case .nothing: .everything
        case .matching(let expression): .notMatching(expression)
        case .notMatching(let expression): .matching(expression)
        }
    }

    func and(_ other: FullTextQuestion) -> FullTextQuestion {
        switch (self, other) {
        case (.nothing, _), (_, .nothing): .nothing
        case (.everything, _): other
        case (_, .everything): self
        case (.matching(let left), .matching(let right)): .matching("(\(left) AND \(right))")
        case (.matching(let left), .notMatching(let right)): .matching("(\(left) NOT \(right))")
        case (.notMatching(let left), .matching(let right)): .matching("(\(right) NOT \(left))")
        case (.notMatching(let left), .notMatching(let right)): .notMatching("(\(left) OR \(right))")
        }
    }

    func or(_ other: FullTextQuestion) -> FullTextQuestion {
        switch (self, other) {
        case (.everything, _), (_, .everything): .everything
        case (.nothing, _): other
        case (_, .nothing): self
        case (.matching(let left), .matching(let right)): .matching("(\(left) OR \(right))")
        case (.matching(let left), .notMatching(let right)): .notMatching("(\(right) NOT \(left))")
        case (.notMatching(let left), .matching(let right)): .notMatching("(\(left) NOT \(right))")
        case (.notMatching(let left), .notMatching(let right)): .notMatching("(\(left) AND \(right))")
        }
    }
}
