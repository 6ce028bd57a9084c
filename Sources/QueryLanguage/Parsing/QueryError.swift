/// Why a text is no query: where, what is wrong, and what was expected there.
package struct QueryError: Error, Hashable, Sendable {
    package enum Problem: Hashable, Sendable {
        case unknownField(String, nearest: String?)
        /// No value of an enumerated field.
        case unknownValue(String, field: String, expected: String, nearest: String?)
        /// Nothing that the field can be compared with.
        case wrongValue(String, field: String, expected: String)
        case missingValue(field: String, expected: String)
        case wrongComparison(String, field: String, expected: String)
        /// Nothing follows where something must.
        case missingTerm(after: String)
        case notClosed(String)
        case notOpened
        case pattern(String)
        case tooLong
        case tooDeep
        case tooMany
        /// What is watched for may not hang on when it is asked.
        case relativeDate(String)
        /// What is watched for comes in: quotes, events and documents, and no other kind has the field.
        case nothingIncoming(field: String)
        case asksNothing
    }

    package let problem: Problem
    /// Where it is, in characters, counted from 1.
    package let column: Int
    /// How many characters are concerned, at least 1.
    package let length: Int

    package init(_ problem: Problem, column: Int, length: Int = 1) {
        (self.problem, self.column, self.length) = (problem, column, max(1, length))
    }
}

extension QueryError: CustomStringConvertible {
    /// What is wrong and what was expected, in one line: `column 1: there is no field “mood”; did you mean mode?`
    package var description: String { "column \(column): \(reason)" }

    /// The same without the column.
    package var reason: String {
        switch problem {
        case .unknownField(let name, let nearest):
            "there is no field “\(name)”; "
                + (nearest.map { "did you mean \($0)?" } ?? "to look for the text, put it in quotation marks")
        case .unknownValue(let value, let field, let expected, let nearest):
            "\(field) cannot be “\(value)”; "
                + (nearest.map { "did you mean \($0)?" } ?? "expected one of: \(expected)")
        case .wrongValue(let value, let field, let expected):
            "“\(value)” is nothing to compare \(field) with; expected \(expected)"
        case .missingValue(let field, let expected): "nothing follows \(field); expected \(expected)"
        case .wrongComparison(let comparison, let field, let expected):
            "\(field) cannot be compared with “\(comparison)”; expected \(expected)"
        case .missingTerm(let word): "nothing follows “\(word)”; expected a word, a field or a group"
        case .notClosed(let mark): "this is not closed; expected \(mark)"
        case .notOpened: "nothing was opened that this could close"
        case .pattern(let problem): "the pattern \(problem)"
        case .tooLong: "the query is longer than \(QueryLimits.length) characters"
        case .tooDeep: "groups stand in one another more than \(QueryLimits.depth) deep"
        case .tooMany: "the query asks for more than \(QueryLimits.terms) things"
        case .relativeDate(let date):
            "“\(date)” is another date every day; expected a date of the calendar, or a window beside the query"
        case .nothingIncoming(let field): "\(field) is no field of quotes, events or documents, which are what comes in"
        case .asksNothing: "the query asks for nothing; expected what counts as evidence"
        }
    }

    /// The query with the place marked on a line below, for a terminal.
    package func marked(in text: String, width: (Character) -> Int = { _ in 1 }) -> String {
        let line = text.map { $0.isNewline ? " " : $0 }
        func columns(_ characters: some Sequence<Character>) -> Int { characters.reduce(0) { $0 + width($1) } }
        let before = columns(line.prefix(column - 1))
        let marks = max(1, columns(line.dropFirst(column - 1).prefix(length)))
        return String(line) + "\n" + String(repeating: " ", count: before) + String(repeating: "^", count: marks)
    }
}

/// How large a query may be, so that none can be made to cost much by its size alone.
package enum QueryLimits {
    /// In characters.
    package static let length = 4_096
    /// How deep groups may stand in one another.
    package static let depth = 32
    /// How many words, fields and patterns it may ask for.
    package static let terms = 256
}
