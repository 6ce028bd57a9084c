import SituationModel

/// Every field of the query language, each declared once.
package enum FieldTable {
    /// The fields, in the order of the manual.
    package static let fields: [QueryField] =
        (general + ofQuotes + ofEvents + ofEvidence + ofDocuments + ofActors + ofLadders).enumerated().map {
            place, field in
            field.at(place)
        }

    /// Another way to write a comparison with a field.
    package struct Shorthand: Sendable {
        package let name: String
        package let field: String
        package let comparison: FieldCondition.Comparison
        package let help: String
        package let example: String
    }

    package static let shorthands = [
        Shorthand(
            name: "in", field: "time", comparison: .fits, help: "Within this time; short for time:", example: "in:30d"),
        Shorthand(
            name: "since", field: "time", comparison: .atLeast, help: "At or after this; short for time>=",
            example: "since:yesterday"),
        Shorthand(
            name: "until", field: "time", comparison: .atMost, help: "Before or at this; short for time<=",
            example: "until:2024-10-20"),
    ]

    private static let byName: [String: QueryField] = {
        var result: [String: QueryField] = [:]
        for field in fields {
            for name in [field.name] + field.aliases where result.updateValue(field, forKey: name) != nil {
                preconditionFailure("two fields are called \(name)")
            }
        }
        return result
    }()

    /// The field of that name or alias, whatever its case.
    package static func field(_ name: String) -> QueryField? { byName[name] ?? byName[name.lowercased()] }

    static func shorthand(_ name: String) -> Shorthand? { shorthands.first { $0.name == name.lowercased() } }

    /// All that can stand before a comparison.
    package static let names: [String] = fields.flatMap { [$0.name] + $0.aliases } + shorthands.map(\.name)

    /// The fields that the index holds values of, with how these are read.
    static let indexed: [(field: QueryField, read: @Sendable (Record) -> [FieldValue])] = fields.compactMap { field in
        guard case .ofRecord(let read) = field.reading, field.type.isIndexed else { return nil }
        return (field, read)
    }

    // MARK: - Of everything

    private static let general = [
        QueryField(
            "is", of: QueryKind.allCases, .terms(of: QueryKind.self), "What kind of record it is.", example: "is:quote",
            reading: .kind),
        QueryField(
            "time", ["date"], of: [.quote, .event, .document], .date,
            "When it was said, happened or came in; where that is not known, when it became known.",
            example: "time:last-week", isOrder: true, reading: .time),
        QueryField(
            "actor", ["who"], of: [.quote, .event, .relation, .ladder], .actor,
            "Whoever is on either side: speaks or is spoken of, acts or is acted upon.", example: "actor:russia"
        ) { record in
            switch record {
            case .quote(let quote): ([quote.speaker] + quote.about).compactMap(\.self).map(FieldValue.actor)
            case .event(let event): [event.source, event.target].compactMap(\.self).map(FieldValue.actor)
            case .relation(let relation): [.actor(relation.from), .actor(relation.to)]
            case .ladder(let ladder): ladder.actors.map(FieldValue.actor)
            default: []
            }
        },
        QueryField(
            "kind", ["type"], of: [.quote, .actor, .source, .relation],
            .terms(kindTerms), "What kind of quote, actor, publication or relation it is.", example: "kind:direct"
        ) { record in
            switch record {
            case .quote(let quote): [.term(quote.kind)]
            case .actor(let actor): [.term(actor.kind)]
            case .source(let source): [.term(source.kind)]
            case .relation(let relation): [.term(relation.kind)]
            default: []
            }
        },
        QueryField(
            "place", ["venue", "where"], of: [.quote, .event], .text, "Where it was said or happened.",
            example: "place:\"far east\"", isSearched: true
        ) { record in
            switch record {
            case .quote(let quote): quote.venue.map { [.text($0)] } ?? []
            case .event(let event): event.place.map { [.text($0)] } ?? []
            default: []
            }
        },
        QueryField(
            "review", of: [.quote, .event, .actor], .terms(of: Review.Verdict.self),
            "What people say of what was read by machine; what they rejected is found only when asked for.",
            example: "review:unconfirmed"
        ) { $0.review.map { [.term($0.verdict)] } ?? [] },
        QueryField(
            "credibility", of: [.quote, .event, .relation], .number,
            "How far the information can be believed, 1 (confirmed) to 6 (cannot be judged); of any account of an event.",
            example: "credibility<=2"
        ) { record in
            switch record {
            case .quote(let quote): [.number(Double(quote.credibility.rawValue))]
            case .event(let event): event.accounts.map { .number(Double($0.credibility.rawValue)) }
            case .relation(let relation): [.number(Double(relation.credibility.rawValue))]
            default: []
            }
        },
    ]

    /// The kinds of quotes, actors, publications and relations, each word once.
    private static let kindTerms: [QueryTerm] = {
        let words =
            Quote.Kind.allCases.map(\.rawValue) + Actor.Kind.allCases.map(\.rawValue)
            + Source.Kind.allCases.map(\.rawValue) + Relation.Kind.allCases.map(\.rawValue)
        var seen: Set<String> = []
        return words.filter { seen.insert($0).inserted }.map { QueryTerm($0) }
    }()
}

extension QueryField.ValueType {
    /// Whether the index can hold such values; the words of texts are in it anyway, and dates are what lists go by.
    var isIndexed: Bool {
        switch self {
        case .name, .terms, .actor, .source, .actorOrSource, .number: true
        case .text, .date, .grade: false
        }
    }
}
