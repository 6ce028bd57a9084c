import SituationModel

/// A query made ready to be asked of many records, in one context.
package struct QueryPredicate: Sendable {
    indirect enum Node: Sendable {
        case everything
        case word(String)
        case phrase([String], lastGoesOn: Bool)
        case pattern(Pattern)
        case field(FieldTest)
        /// A field that is not there.
        case nothing
        case not(Node)
        case all([Node])
        case any([Node])
    }

    let root: Node
    let context: QueryContext
    package let needs: QueryNeeds

    package init(_ query: Query, in context: QueryContext) {
        root = Node(query, context)
        needs = query.needs
        self.context = context
    }

    /// The kinds of records that can answer at all, as far as that can be told from the query alone.
    package var kinds: Set<QueryKind> { root.kinds }

    /// Whether a record answers. Cost: linear in its text where words are asked for.
    package func matches(_ subject: QuerySubject) -> Bool {
        var asked = AskedSubject(subject, in: context)
        return matches(&asked)
    }

    /// Whether texts answer that belong to no record and so have no fields.
    package func matches(_ text: SearchedText) -> Bool {
        var asked = AskedSubject(text)
        return matches(&asked)
    }

    /// The same of a subject that many queries are asked of: its texts are taken apart once for all of them.
    package func matches(_ asked: inout AskedSubject) -> Bool { root.holds(for: &asked) }
}

extension QueryPredicate.Node {
    fileprivate init(_ query: Query, _ context: QueryContext) {
        switch query {
        case .everything: self = .everything
        case .word(let word): self = .word(word)
        case .phrase(let words): self = .phrase(words, lastGoesOn: true)
        case .whole(let words): self = .phrase(words, lastGoesOn: false)
        case .pattern(let pattern): self = .pattern(pattern)
        case .field(let condition): self = FieldTest(condition, in: context).map(Self.field) ?? .nothing
        case .not(let query): self = .not(Self(query, context))
        case .all(let queries): self = .all(Self.cheapestFirst(queries, context))
        case .any(let queries): self = .any(Self.cheapestFirst(queries, context))
        }
    }

    /// In which order they are asked makes no difference to the answer, but to how soon it is there.
    private static func cheapestFirst(_ queries: [Query], _ context: QueryContext) -> [Self] {
        queries.map { Self($0, context) }.enumerated()
            .sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }.map(\.element)
    }

    fileprivate var kinds: Set<QueryKind> {
        switch self {
        case .everything, .word, .phrase, .pattern, .not: Set(QueryKind.allCases)
        case .nothing: []
        case .field(let test): test.kinds
        case .all(let nodes): nodes.reduce(Set(QueryKind.allCases)) { $0.intersection($1.kinds) }
        case .any(let nodes): nodes.reduce([]) { $0.union($1.kinds) }
        }
    }

    /// How long it takes to be asked, in no unit.
    private var cost: Int {
        switch self {
        case .everything, .nothing: 0
        case .field: 1
        case .word, .phrase: 10
        case .pattern: 100
        case .not(let node): node.cost
        case .all(let nodes), .any(let nodes): nodes.map(\.cost).reduce(0, +)
        }
    }

    fileprivate func holds(for asked: inout AskedSubject) -> Bool {
        switch self {
        case .everything: return true
        case .nothing: return false
        case .word(let word): return asked.words.contains { $0.contains(beginning: word) }
        case .phrase(let words, let lastGoesOn):
            return asked.words.contains { $0.contains(words, lastGoesOn: lastGoesOn) }
        case .pattern(let pattern): return asked.folded.contains { pattern.matches(folded: $0) }
        case .field(let test): return test.holds(for: &asked)
        case .not(let node): return !node.holds(for: &asked)
        case .all(let nodes):
            for node in nodes where !node.holds(for: &asked) { return false }
            return true
        case .any(let nodes):
            for node in nodes where node.holds(for: &asked) { return true }
            return false
        }
    }
}

extension Query {
    /// Whether a text answers the query; no text has any fields. Cost: linear in the text, once for every word asked for.
    package func matches(_ text: String) -> Bool {
        guard self != .everything else { return true }
        let predicate = QueryPredicate(self, in: QueryContext(now: Instant(milliseconds: 0)))
        return predicate.matches(SearchedText(title: [], text: [text]))
    }
}
