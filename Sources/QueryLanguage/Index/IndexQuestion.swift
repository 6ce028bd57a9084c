package import SituationModel

/// What the index of a list can tell of a query: rows among which all that answer are.
package struct IndexQuestion: Hashable, Sendable {
    package var fullText: FullTextQuestion
    /// No row that answers stands before this moment in the list.
    package var from: Instant?
    /// No row that answers stands behind this moment in the list.
    package var until: Instant?
    /// Whether every one of the rows answers, so that none need be looked at.
    package var isExact: Bool

    package init(_ fullText: FullTextQuestion, isExact: Bool) {
        self.fullText = fullText
        self.isExact = isExact
    }

    /// What tells nothing.
    static let unknown = IndexQuestion(.everything, isExact: false)

    func and(_ other: IndexQuestion) -> IndexQuestion {
        var result = IndexQuestion(fullText.and(other.fullText), isExact: isExact && other.isExact)
        result.from = [from, other.from].compactMap(\.self).max()
        result.until = [until, other.until].compactMap(\.self).min()
        return result
    }

    func or(_ other: IndexQuestion) -> IndexQuestion {
        // What holds for no row holds no bounds either.
        if fullText == .nothing { return other }
        if other.fullText == .nothing { return self }
        var result = IndexQuestion(fullText.or(other.fullText), isExact: isExact && other.isExact)
        if let from, let other = other.from { result.from = min(from, other) }
        if let until, let other = other.until { result.until = max(until, other) }
        return result
    }
}

/// What an index can answer.
package struct IndexAbilities {
    /// The kind of its rows; `nil` for the log, whose entries have no fields.
    let kind: QueryKind?
    /// Whether it holds the tags of fields.
    let hasTags: Bool
    /// The indexed words that begin so; `nil` where they are too many to be told one by one.
    let completing: (String) throws -> [String]?

    package init(_ kind: QueryKind?, hasTags: Bool, completing: @escaping (String) throws -> [String]?) {
        (self.kind, self.hasTags, self.completing) = (kind, hasTags, completing)
    }
}

extension QueryPredicate {
    /// What an index can tell of the query. FTS5 reads whole words in order and stops when it has enough, but gathers
    /// everything that a beginning fits before it answers at all; so beginnings are spelled out where that is possible.
    package func question(to index: IndexAbilities) throws -> IndexQuestion {
        try question(root, isNegated: false, index)
    }

    /// What is known of a node, or of its negation. Negations are carried to the leaves, since of a superset's complement
    /// nothing is known.
    private func question(_ node: Node, isNegated: Bool, _ index: IndexAbilities) throws -> IndexQuestion {
        switch node {
        case .not(let inner): return try question(inner, isNegated: !isNegated, index)
        case .all(let nodes), .any(let nodes):
            let isAll = if case .all = node { true } else { false }
            let parts = try nodes.map { try question($0, isNegated: isNegated, index) }
            guard isAll != isNegated else {
                return parts.reduce(IndexQuestion(.nothing, isExact: true)) { $0.or($1) }
            }
            return parts.reduce(IndexQuestion(.everything, isExact: true)) { $0.and($1) }
        default:
            let leaf = try question(leaf: node, index)
            guard isNegated else { return leaf }
            return leaf.isExact ? IndexQuestion(leaf.fullText.inverted, isExact: true) : .unknown
        }
    }

    private func question(leaf: Node, _ index: IndexAbilities) throws -> IndexQuestion {
        switch leaf {
        case .everything: return IndexQuestion(.everything, isExact: true)
        case .nothing: return IndexQuestion(.nothing, isExact: true)
        case .word(let word): return IndexQuestion(.matching(try Self.words([word], index)), isExact: true)
        case .phrase(let words, let lastGoesOn):
            let expression = try lastGoesOn ? Self.words(words, index) : Self.words(words)
            return IndexQuestion(.matching(expression), isExact: true)
        case .pattern: return .unknown
        case .field(let test):
            guard let kind = index.kind, test.field.kinds.contains(kind) else {
                return IndexQuestion(.nothing, isExact: true)
            }
            return try question(test, kind, index)
        case .not, .all, .any: return .unknown
        }
    }

    // MARK: - Words

    private static let columns = "{title text} : "

    /// A phrase whose last word goes on.
    private static func words(_ words: [String], _ index: IndexAbilities) throws -> String {
        guard let last = words.last, let endings = try index.completing(last) else {
            return columns + quoted(words) + "*"
        }
        // Where no word begins so, the beginning itself is asked for, which is not there either.
        let phrases = (endings.isEmpty ? [last] : endings).map { quoted(words.dropLast() + [$0]) }
        return phrases.count == 1 ? columns + phrases[0] : "(\(columns)(\(phrases.joined(separator: " OR "))))"
    }

    private static func words(_ words: [String]) -> String { columns + quoted(words) }

    private static func quoted(_ words: [String]) -> String {
        // Search words hold letters and digits only, so no quotation mark can stand in them.
        "\"\(words.joined(separator: " "))\""
    }

    // MARK: - Fields

    /// How many tags are asked for at once at the most; where there are more, rows are looked at instead.
    private static let tagLimit = 400

    private func question(_ test: FieldTest, _ kind: QueryKind, _ index: IndexAbilities) throws -> IndexQuestion {
        switch (test.expected, test.field.reading) {
        case (.term(let term), .kind):
            return IndexQuestion(term == kind.rawValue ? .everything : .nothing, isExact: true)
        case (.impossible, _): return IndexQuestion(.nothing, isExact: true)
        case (.date(let bounds), _):
            guard test.field.isOrder else { return .unknown }
            var result = IndexQuestion.unknown
            (result.from, result.until) = (bounds.from, bounds.until)
            return result
        case (.words(let words, _), _):
            guard test.field.isSearched else { return .unknown }
            return IndexQuestion(.matching(try Self.words(words, index)), isExact: false)
        case (_, .ofRecord):
            guard index.hasTags else { return .unknown }
            return Self.question(tagsOf: test)
        case (_, .derived(_, let implying)):
            guard let weaker = implying(test, kind, context) else { return .unknown }
            var result = try question(weaker, kind, index)
            result.isExact = false
            return result
        default: return .unknown
        }
    }

    private static func question(tagsOf test: FieldTest) -> IndexQuestion {
        func tagged(_ values: [FieldValue]) -> IndexQuestion {
            guard values.count <= tagLimit else { return .unknown }
            return question(values.compactMap { IndexTag.of($0, test.field) }, isExact: true)
        }
        switch test.expected {
        case .term(let term): return tagged([.term(term)])
        case .name(let key): return tagged([.name(key)])
        case .references(let actors, let sources):
            return tagged(actors.sorted().map(FieldValue.actor) + sources.sorted().map(FieldValue.source))
        case .number(let comparison, let number):
            let magnitude = IndexTag.magnitude(of: number)
            let magnitudes =
                switch comparison {
                case .fits, .equals: magnitude...magnitude
                case .less, .atMost: 0...magnitude
                case .greater, .atLeast: magnitude...IndexTag.greatestMagnitude
                }
            return question(magnitudes.map { IndexTag.of(magnitude: $0, test.field) }, isExact: false)
        case .words, .pattern, .date, .grade, .impossible: return .unknown
        }
    }

    private static func question(_ tags: [String], isExact: Bool) -> IndexQuestion {
        guard !tags.isEmpty else { return IndexQuestion(.nothing, isExact: true) }
        return IndexQuestion(.matching("tags : (\(tags.joined(separator: " OR ")))"), isExact: isExact)
    }
}
