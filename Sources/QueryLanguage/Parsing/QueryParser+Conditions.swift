import SituationModel
import Spelling

extension QueryParser {
    /// A condition that is there, though it may be wrong.
    struct Condition {
        let query: Query?
    }

    /// What stands here as a condition on a field; `nil` where no name and comparison do.
    mutating func condition() -> Condition? {
        let start = index
        var end = index
        while end < characters.count, characters[end].isASCII, characters[end].isLetter || characters[end] == "-" {
            end += 1
        }
        guard end > start, end < characters.count, ":=<>".contains(characters[end]) else { return nil }
        let name = text(start..<end)
        // An address is text, whatever it begins with.
        if characters[end] == ":", characters.dropFirst(end + 1).starts(with: "//") { return nil }
        var behind = end + 1
        if "<>".contains(characters[end]), behind < characters.count, characters[behind] == "=" { behind += 1 }
        let written = text(end..<behind)
        index = behind
        guard let field = FieldTable.shorthand(name).flatMap({ FieldTable.field($0.field) }) ?? FieldTable.field(name),
            var comparison = FieldCondition.Comparison(rawValue: written)
        else {
            let nearest = NearestName.of(name, among: FieldTable.names)
            note(.unknownField(name, nearest: nearest), at: start, length: name.count)
            skipValue()
            return Condition(query: nil)
        }
        if let shorthand = FieldTable.shorthand(name) {
            guard comparison == .fits else {
                note(.wrongComparison(written, field: name, expected: ":"), at: end, length: written.count)
                skipValue()
                return Condition(query: nil)
            }
            comparison = shorthand.comparison
        } else if !field.comparisons.contains(comparison) {
            let expected = field.comparisons.map(\.rawValue).joined(separator: " or ")
            note(.wrongComparison(written, field: field.name, expected: expected), at: end, length: written.count)
            skipValue()
            return Condition(query: nil)
        }
        return Condition(query: next == "(" ? group(field, comparison) : single(field, comparison))
    }

    /// Values of which any will do, in parentheses.
    private mutating func group(_ field: QueryField, _ comparison: FieldCondition.Comparison) -> Query? {
        let start = index
        index += 1
        var parts: [Query] = []
        while true {
            skipSpaces()
            if next == ")" {
                index += 1
                break
            }
            guard next != nil, next != "(" else {
                note(.notClosed("“)”"), at: start)
                break
            }
            if let part = single(field, comparison).flatMap({ counted($0, at: index) }) { parts.append(part) }
            skipSpaces()
            let isLast = next == ")" || next == nil
            guard !isLast else { continue }
            let place = index
            let word = String(characters[index...].prefix { !Self.endsWord($0) })
            guard word.lowercased() == "or" else {
                note(
                    .wrongValue(word, field: field.name, expected: "“or” between the values, or “)” behind them"),
                    at: place, length: max(1, word.count))
                index += max(1, word.count)
                continue
            }
            index += 2
        }
        if parts.isEmpty { note(.missingValue(field: field.name, expected: field.expected), at: start) }
        return Self.combined(parts, Query.any)
    }

    private mutating func single(_ field: QueryField, _ comparison: FieldCondition.Comparison) -> Query? {
        let start = index
        if next == "/", case .text = field.type {
            return pattern().map { .field(FieldCondition(field.name, comparison, .pattern($0))) }
        }
        let isQuoted = next == "\""
        let written = isQuoted ? quoted() : bare()
        guard !written.isEmpty else {
            let place = max(0, min(start, characters.count) - 1)
            note(.missingValue(field: field.name, expected: field.expected), at: place)
            return nil
        }
        guard let value = value(written, of: field, at: start) else { return nil }
        return .field(FieldCondition(field.name, comparison, value))
    }

    private mutating func skipValue() {
        if next == "\"" { _ = quoted() } else { _ = bare() }
    }

    private mutating func value(_ text: String, of field: QueryField, at place: Int) -> FieldCondition.Value? {
        let found: FieldCondition.Value?
        switch field.type {
        case .text: found = SearchWords.of(text).isEmpty ? nil : .text(text)
        case .name, .actor, .source, .actorOrSource: found = .text(text)
        case .number: found = Self.number(text).map(FieldCondition.Value.number)
        case .date: found = QueryDate(text).map(FieldCondition.Value.date)
        case .grade: found = Self.grade(text).map(FieldCondition.Value.grade)
        case .terms(let terms):
            let written = QueryTerm.written(text)
            if let term = terms.first(where: { $0.name == written || $0.synonyms.contains(written) }) {
                return .term(term.name)
            }
            let nearest = NearestName.of(written, among: terms.map(\.name))
            note(
                .unknownValue(text, field: field.name, expected: field.expected, nearest: nearest), at: place,
                length: index - place)
            return nil
        }
        if found == nil {
            note(.wrongValue(text, field: field.name, expected: field.expected), at: place, length: index - place)
        }
        return found
    }

    /// A number in decimal digits, commas between thousands allowed.
    private static func number(_ text: String) -> Double? {
        let digits = text.filter { $0 != "," }
        guard digits.utf8.count <= 20, digits.utf8.allSatisfy({ (48...57).contains($0) || $0 == 46 || $0 == 45 }),
            let number = Double(digits)
        else { return nil }
        return number
    }

    private static func grade(_ text: String) -> Grade? {
        guard text.count == 2, let letter = text.first,
            let reliability = SourceReliability(rawValue: letter.uppercased()),
            let digit = text.last.flatMap({ Int(String($0)) }),
            let credibility = InformationCredibility(rawValue: digit)
        else { return nil }
        return Grade(reliability, credibility)
    }
}
