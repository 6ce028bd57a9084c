package import SituationModel

/// What a record must have to answer a query at all: of many queries, only those need be asked of a record whose gate it
/// opens.
///
/// A gate is a set of keys of which a record must have at least one. It lets through more than answers, never less.
package enum QueryGate: Hashable, Sendable {
    /// Nothing can be told: every record has to be asked.
    case open
    case keys(Set<QueryGateKey>)
}

/// A value of a field, or the beginning of a word.
package enum QueryGateKey: Hashable, Sendable {
    case kind(String)
    case term(field: String, String)
    case actor(field: String, ActorID)
    case word(String)
}

extension QueryPredicate {
    /// The gate of the query: of what must hold, the part that the fewest records have, as far as that can be told from the
    /// query alone.
    package var gate: QueryGate { root.gate.gate }
}

/// A gate with how much it is thought to let through, in no unit.
private struct WeighedGate {
    static let open = WeighedGate(gate: .open, weight: .infinity)
    static let shut = WeighedGate(gate: .keys([]), weight: 0)

    let gate: QueryGate
    let weight: Double

    func or(_ other: WeighedGate) -> WeighedGate {
        guard case .keys(let one) = gate, case .keys(let two) = other.gate else { return .open }
        return WeighedGate(gate: .keys(one.union(two)), weight: weight + other.weight)
    }
}

extension QueryPredicate.Node {
    fileprivate var gate: WeighedGate {
        switch self {
        case .everything, .pattern, .not: .open
        case .nothing: .shut
        case .word(let word): Self.gate(ofWord: word)
        // Whole words are beginnings of themselves, too.
        case .phrase(let words, _): Self.gate(ofWord: words.max { $0.count < $1.count } ?? "")
        case .field(let test): test.gate
        case .all(let nodes): nodes.map(\.gate).min { $0.weight < $1.weight } ?? .open
        case .any(let nodes): nodes.map(\.gate).reduce(.shut) { $0.or($1) }
        }
    }

    /// Words are rare, long ones most so.
    private static func gate(ofWord word: String) -> WeighedGate {
        word.isEmpty ? .open : WeighedGate(gate: .keys([.word(word)]), weight: 8 / Double(word.count))
    }
}

extension FieldTest {
    fileprivate var gate: WeighedGate {
        switch (expected, field.reading) {
        case (.impossible, _): return .shut
        case (.term(let term), .kind): return WeighedGate(gate: .keys([.kind(term)]), weight: 40)
        case (.term(let term), .ofRecord):
            return WeighedGate(gate: .keys([.term(field: field.name, term)]), weight: 10)
        case (.references(let actors, let sources), .ofRecord) where sources.isEmpty || field.type.isOfActorsToo:
            let keys = actors.map { QueryGateKey.actor(field: field.name, $0) }
            // A field of actors and publications tells publications by their names, which may be the same.
            let others = sources.map { QueryGateKey.term(field: field.name, $0.text) }
            return WeighedGate(gate: .keys(Set(keys + others)), weight: 3 * Double(actors.count))
        default: return .open
        }
    }
}

extension QueryField.ValueType {
    fileprivate var isOfActorsToo: Bool { if case .actorOrSource = self { true } else { false } }
}

extension AskedSubject {
    /// Those of some keys that the subject has, some of them perhaps more than once. Costs a look at each field that gates go
    /// by, and at every word where any goes by words.
    ///
    /// - Parameter lengths: the lengths of the beginnings of words that gates go by, in letters, the shortest first.
    package mutating func gateKeys(wordLengths lengths: [Int]) -> [QueryGateKey] {
        guard let subject else { return [] }
        var keys: [QueryGateKey] = [.kind(subject.kind.rawValue)]
        for (place, name) in FieldTable.gating {
            for value in values(ofFieldAt: place) {
                switch value {
                case .term(let term): keys.append(.term(field: name, term))
                case .actor(let id): keys.append(.actor(field: name, id))
                case .source(let id): keys.append(.term(field: name, id.text))
                case .text, .name, .number, .date, .grade: continue
                }
            }
        }
        guard !lengths.isEmpty else { return keys }
        for word in Set(words.lazy.flatMap(\.words)) {
            let count = word.count
            for length in lengths {
                guard length <= count else { break }
                keys.append(.word(length == count ? word : String(word.prefix(length))))
            }
        }
        return keys
    }
}

extension FieldTable {
    /// The fields that gates go by: where they stand in the table, and their names.
    fileprivate static let gating = fields.filter { field in
        guard case .ofRecord = field.reading, !Set(field.kinds).isDisjoint(with: Query.incoming) else { return false }
        return switch field.type {
        case .terms, .actor, .actorOrSource: true
        case .text, .name, .source, .number, .date, .grade: false
        }
    }.map { ($0.place, $0.name) }
}

extension Query {
    /// Whether a record that comes from a source can answer, as far as the query asks for where records come from.
    package func couldComeFrom(_ source: Source) -> Bool {
        switch self {
        case .all(let queries): queries.allSatisfy { $0.couldComeFrom(source) }
        case .any(let queries): queries.contains { $0.couldComeFrom(source) }
        case .field(let condition): condition.couldComeFrom(source)
        case .everything, .word, .phrase, .whole, .pattern, .not: true
        }
    }
}

extension FieldCondition {
    fileprivate func couldComeFrom(_ source: Source) -> Bool {
        guard ["outlet", "family", "reliability"].contains(field) else { return true }
        let context = QueryContext(now: Instant(milliseconds: 0), sources: [source.id: source])
        guard let test = FieldTest(self, in: context) else { return true }
        return switch field {
        case "outlet": test.expected.holds(for: .source(source.id))
        case "family": test.expected.holds(for: .name(source.family))
        default: test.expected.holds(for: .term(source.reliability))
        }
    }
}
