package import SituationModel

/// What a query asks of one field.
package struct FieldCondition: Hashable, Sendable, CustomStringConvertible {
    /// How a value is compared with the one asked for.
    package enum Comparison: String, CaseIterable, Hashable, Sendable {
        /// Fits, in the way of the field: contains the words, is the actor or belongs to it, lies within the date.
        case fits = ":"
        /// Is just that.
        case equals = "="
        case less = "<"
        case atMost = "<="
        case greater = ">"
        case atLeast = ">="
    }

    /// What a value is compared with.
    package enum Value: Hashable, Sendable {
        /// Words, a name or an identifier, as they were written.
        case text(String)
        case pattern(Pattern)
        /// One of the words that the field can say.
        case term(String)
        case number(Double)
        case date(QueryDate)
        case grade(Grade)
    }

    /// The field's own name, whatever alias it was written by.
    package let field: String
    package let comparison: Comparison
    package let value: Value

    package init(_ field: String, _ comparison: Comparison, _ value: Value) {
        (self.field, self.comparison, self.value) = (field, comparison, value)
    }

    /// The condition as it is written.
    package var description: String { field + comparison.rawValue + value.description }
}

extension FieldCondition.Value: CustomStringConvertible {
    /// The value as it is written.
    package var description: String {
        switch self {
        case .text(let text): Self.isPlain(text) ? text : "\"\(text)\""
        case .pattern(let pattern): pattern.description
        case .term(let term): term
        case .number(let number): Int64(exactly: number).map { "\($0)" } ?? "\(number)"
        case .date(let date): date.description
        case .grade(let grade): grade.description
        }
    }

    /// Whether a value needs no quotation marks.
    package static func isPlain(_ text: String) -> Bool {
        guard let first = text.first, first != "/", first != "(" else { return false }
        return text.allSatisfy { !$0.isWhitespace && !"\"()".contains($0) }
    }
}
