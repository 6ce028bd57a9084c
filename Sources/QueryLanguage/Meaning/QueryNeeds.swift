/// What asking a query takes besides the records' own fields.
package struct QueryNeeds: OptionSet, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// The actors, since names are looked up.
    package static let actors = QueryNeeds(rawValue: 1)
    package static let sources = QueryNeeds(rawValue: 2)
    /// The heads of the documents that a record rests on.
    package static let documents = QueryNeeds(rawValue: 4)
    /// The texts that words and patterns are looked for in.
    package static let texts = QueryNeeds(rawValue: 8)
}

extension Query {
    /// Whether it has a condition on the field of that name.
    package func asks(for field: String) -> Bool {
        switch self {
        case .field(let condition): condition.field == field
        case .not(let query): query.asks(for: field)
        case .all(let queries), .any(let queries): queries.contains { $0.asks(for: field) }
        case .everything, .word, .phrase, .whole, .pattern: false
        }
    }

    package var needs: QueryNeeds {
        switch self {
        case .everything: []
        case .word, .phrase, .whole, .pattern: .texts
        case .field(let condition): FieldTable.field(condition.field)?.needs ?? []
        case .not(let query): query.needs
        case .all(let queries), .any(let queries): queries.reduce(into: []) { $0.formUnion($1.needs) }
        }
    }
}

extension QueryField {
    fileprivate var needs: QueryNeeds {
        var needs: QueryNeeds = []
        if case .derived = reading { needs = [.sources, .documents] }
        switch type {
        case .actor: needs.insert(.actors)
        case .source: needs.insert(.sources)
        case .actorOrSource: needs.formUnion([.actors, .sources])
        case .text, .name, .terms, .number, .date, .grade: break
        }
        return needs
    }
}
