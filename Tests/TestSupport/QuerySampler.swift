package import QueryLanguage
import SituationModel

/// Makes up queries of every kind, of words that ``JournalSampler`` and ``FindingSampler`` use as well as of others.
package struct QuerySampler {
    package var generator: SeededGenerator

    package init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    package mutating func query(depth: Int = 3) -> Query {
        guard depth > 0, !generator.happens(oneIn: 3) else { return leaf() }
        switch generator.next() % 4 {
        case 0: return .not(query(depth: depth - 1))
        case 1: return .any(queries(depth))
        default: return .all(queries(depth))
        }
    }

    private mutating func queries(_ depth: Int) -> [Query] {
        (0..<Int.random(in: 2...3, using: &generator)).map { _ in query(depth: depth - 1) }
    }

    private mutating func leaf() -> Query {
        switch generator.next() % 10 {
        case 0: return .word(generator.pick(["troops", "tro", "t", "서울", "or", "and", "1", "nothinglikeit"]))
        case 1:
            return .phrase(generator.pick([["far", "east"], ["far", "ea"], ["1", "500"], ["troops", "training"]]))
        case 2: return .whole(generator.pick([["troop"], ["far", "east"], ["not"], ["cafe"]]))
        case 3: return pattern().map(Query.pattern) ?? .everything
        default:
            let field = generator.pick(FieldTable.fields)
            return .field(FieldCondition(field.name, generator.pick(field.comparisons), value(of: field)))
        }
    }

    private mutating func pattern() -> Pattern? {
        try? Pattern(
            generator.pick([
                "troops?", "artill(ery|erie)", "^seoul", "\\btro", "[a-f]{2,}", "a.*b", "far/east", "\\d,\\d+", "남|дро",
                "T.*S$",
            ]))
    }

    private mutating func value(of field: QueryField) -> FieldCondition.Value {
        switch field.type {
        case .text:
            if generator.happens(oneIn: 4), let pattern = pattern() { return .pattern(pattern) }
            return .text(generator.pick(Self.words))
        case .name: return .text(generator.pick(["ko", "en", "wire", "soldiers", "Łódź wire", "shells", "none"]))
        case .terms(let terms): return .term(generator.pick(terms).name)
        case .actor, .source, .actorOrSource:
            return .text(
                generator.pick([
                    "actor-1", "actor-2", "actor-3", "actor-9", "North Korea", "north", "남한", "source-1", "source-2",
                    "Daily", "Kim Jong Un",
                ]))
        case .number: return .number(generator.pick([0, 1, 2, 3, 5, 6, 15, 16, 17, 1_000, 1_500, 12_000, 0.5, 1e9]))
        case .date: return .date(date())
        case .grade:
            return .grade(
                Grade(
                    generator.pick(SourceReliability.allCases),
                    generator.pick([1, 2, 3, 6].compactMap(InformationCredibility.init))))
        }
    }

    private mutating func date() -> QueryDate {
        switch generator.next() % 4 {
        case 0: return .ago(Int.random(in: 1...40, using: &generator), generator.pick(QueryDate.Unit.allCases))
        case 1: return .named(generator.pick(QueryDate.Name.allCases))
        default:
            let texts = [
                "2024-10-18", "2024-10", "2024", "2019~", "2024-10-18T14:05:00Z", "2024-10-14/2024-10-20", "2024-10-17",
                "2024-09", "2024-10-16T00:00:01Z",
            ]
            return DateExpression(generator.pick(texts)).map(QueryDate.date) ?? .named(.today)
        }
    }

    private static let words = ["far east", "Seoul", "troops", "1,500", "ship", "weighing", "a/b", "남한", "(odd)"]
}
