extension Query {
    /// A query that findings are held against as they come in: quotes, events and documents.
    ///
    /// Its answer about a finding hangs on nothing but that finding, whom names mean and the sources, so that it need be
    /// asked again only when one of these changes.
    ///
    /// - Throws: where the text is no query, or asks for what no finding has, or by a date reckoned from the moment of asking.
    package init(watching text: String) throws(QueryError) {
        let query = try Query.parse(text)
        guard query != .everything else { throw QueryError(.asksNothing, column: 1, length: text.count) }
        for condition in query.conditions {
            guard let field = FieldTable.field(condition.field) else { continue }
            if case .date(let date) = condition.value, date.isRelative {
                throw Self.error(.relativeDate(date.description), at: date.description, in: text)
            }
            if Set(field.kinds).isDisjoint(with: Self.incoming) {
                throw Self.error(.nothingIncoming(field: field.name), at: condition.field, in: text)
            }
        }
        self = query
    }

    /// What comes in.
    package static let incoming: Set<QueryKind> = [.quote, .event, .document]

    private var conditions: [FieldCondition] {
        switch self {
        case .field(let condition): [condition]
        case .not(let query): query.conditions
        case .all(let queries), .any(let queries): queries.flatMap(\.conditions)
        case .everything, .word, .phrase, .whole, .pattern: []
        }
    }

    private static func error(_ problem: QueryError.Problem, at words: String, in text: String) -> QueryError {
        let column = text.firstRange(of: words).map { text.distance(from: text.startIndex, to: $0.lowerBound) + 1 }
        return QueryError(problem, column: column ?? 1, length: words.count)
    }
}

extension QueryDate {
    /// Whether it is reckoned from the moment of asking.
    var isRelative: Bool { if case .date = self { false } else { true } }
}
