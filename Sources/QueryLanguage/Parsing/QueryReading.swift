/// What a text says as a query, and the first thing that is wrong with it.
///
/// What is wrong is passed over, so that there is a query in any case: the board follows one while it is typed.
struct QueryReading {
    private(set) var query: Query = .everything
    private(set) var error: QueryError?

    init(of text: String) {
        var parser = QueryParser(text)
        query = parser.parse()
        error = parser.error
    }
}

/// Reads a query by recursive descent.
///
///     alternatives = sequence { "or" sequence }
///     sequence     = { [ "and" ] operand }
///     operand      = ( "-" | "not" ) operand | "(" alternatives ")" | phrase | "=" phrase | pattern | condition | word
///     condition    = field comparison ( value | "(" value { "or" value } ")" )
struct QueryParser {
    let characters: [Character]
    var index = 0
    private(set) var error: QueryError?
    private var depth = 0
    private var terms = 0

    init(_ text: String) {
        // A character may be made of any number of scalars.
        characters = Array(text.unicodeScalars.count > QueryLimits.length ? "" : text)
        if characters.isEmpty, !text.isEmpty { note(.tooLong, at: QueryLimits.length) }
    }

    var next: Character? { index < characters.count ? characters[index] : nil }

    func text(_ range: Range<Int>) -> String { String(characters[range]) }

    /// Keeps the error that comes first.
    mutating func note(_ problem: QueryError.Problem, at place: Int, length: Int = 1) {
        if error == nil { error = QueryError(problem, column: place + 1, length: length) }
    }

    mutating func parse() -> Query {
        var parts: [Query] = []
        while index < characters.count {
            if let query = alternatives() { parts.append(query) }
            guard index < characters.count else { break }
            note(.notOpened, at: index)
            index += 1
        }
        return Self.combined(parts, Query.all) ?? .everything
    }

    static func combined(_ parts: [Query], _ combine: ([Query]) -> Query) -> Query? {
        parts.count > 1 ? combine(parts) : parts.first
    }

    mutating func skipSpaces() { while next?.isWhitespace == true { index += 1 } }

    // MARK: - Groups

    /// Up to the end or a parenthesis that closes; `nil` where that asks for nothing.
    private mutating func alternatives() -> Query? {
        var parts: [Query] = []
        var behind: Range<Int>?
        while true {
            let start = index
            let part = sequence()
            if let part { parts.append(part) }
            skipSpaces()
            let isEmpty = characters[start..<index].allSatisfy(\.isWhitespace)
            if isEmpty, let behind { note(.missingTerm(after: "or"), at: behind.lowerBound, length: 2) }
            guard keyword() == "or" else { break }
            behind = index..<index + 2
            if isEmpty { note(.missingTerm(after: "or"), at: index, length: 2) }
            index += 2
        }
        return Self.combined(parts, Query.any)
    }

    private mutating func sequence() -> Query? {
        var parts: [Query] = []
        while true {
            skipSpaces()
            guard let character = next, character != ")" else { break }
            let word = keyword()
            if word == "or" { break }
            if word == "and" {
                let start = index
                index += 3
                skipSpaces()
                if parts.isEmpty || next == nil || next == ")" || keyword() == "or" || keyword() == "and" {
                    note(.missingTerm(after: "and"), at: start, length: 3)
                }
                continue
            }
            if let part = operand() { parts.append(part) }
        }
        return Self.combined(parts, Query.all)
    }

    /// The word here that means something else when it stands alone.
    private func keyword() -> String? {
        var end = index
        while end < characters.count, !Self.endsWord(characters[end]) {
            end += 1
            if end - index > 3 { return nil }
        }
        let word = text(index..<end).lowercased()
        return Query.keywords.contains(word) ? word : nil
    }

    static func endsWord(_ character: Character) -> Bool { character.isWhitespace || "\"()".contains(character) }

    // MARK: - Operands

    /// One thing asked for; `nil` where it asks for nothing, or is wrong.
    private mutating func operand() -> Query? {
        depth += 1
        defer { depth -= 1 }
        let start = index
        guard depth <= QueryLimits.depth else {
            note(.tooDeep, at: index)
            index = characters.count
            return nil
        }
        if keyword() == "not" {
            index += 3
            skipSpaces()
            guard next != nil, next != ")", keyword() != "or" else { return missing(after: "not", at: start) }
            return operand().map(Query.not)
        }
        switch next {
        case "-":
            index += 1
            guard let behind = next, !behind.isWhitespace, behind != ")" else { return nil }
            return operand().map(Query.not)
        case "(":
            index += 1
            let inner = alternatives()
            if next == ")" { index += 1 } else { note(.notClosed("“)”"), at: start) }
            return inner
        case "\"": return phrase(quoted(), Query.phrase)
        case "/": return pattern().flatMap { counted(.pattern($0), at: start) }
        case "=":
            index += 1
            let written = next == "\"" ? quoted() : bare()
            return phrase(written, Query.whole) ?? missing(after: "=", at: start)
        default: break
        }
        if let condition = condition() { return condition.query.flatMap { counted($0, at: start) } }
        return phrase(bare(), Query.phrase)
    }

    private mutating func missing(after mark: String, at place: Int) -> Query? {
        note(.missingTerm(after: mark), at: place, length: mark.count)
        return nil
    }

    mutating func counted(_ query: Query, at place: Int) -> Query? {
        terms += 1
        guard terms <= QueryLimits.terms else {
            note(.tooMany, at: place)
            return nil
        }
        return query
    }

    /// The words of a text; `nil` where it has none.
    private mutating func phrase(_ text: String, _ make: ([String]) -> Query) -> Query? {
        let words = SearchWords.of(text)
        guard let first = words.first else { return nil }
        let isSingle = words.count == 1
        let made = make(words)
        if case .phrase = made, isSingle { return counted(.word(first), at: index) }
        return counted(made, at: index)
    }

    /// What stands up to a space, quotation mark or parenthesis.
    mutating func bare() -> String {
        let start = index
        while let character = next, !Self.endsWord(character) { index += 1 }
        return text(start..<index)
    }

    /// What stands between quotation marks.
    mutating func quoted() -> String {
        let start = index
        index += 1
        while let character = next, character != "\"" { index += 1 }
        let text = text(start + 1..<index)
        if next == "\"" { index += 1 } else { note(.notClosed("a quotation mark"), at: start) }
        return text
    }

    /// What stands between slashes; `nil` where that is no pattern.
    mutating func pattern() -> Pattern? {
        let start = index
        index += 1
        var source = ""
        var places: [Int] = []
        while let character = next, character != "/" {
            // A slash is escaped for this language only; every other escape belongs to the pattern.
            if character == "\\", index + 1 < characters.count {
                if characters[index + 1] != "/" {
                    source.append(character)
                    places += character.unicodeScalars.map { _ in index }
                }
                index += 1
            }
            source.append(characters[index])
            places += characters[index].unicodeScalars.map { _ in index }
            index += 1
        }
        guard next == "/" else {
            note(.notClosed("“/”"), at: start)
            return nil
        }
        index += 1
        do throws(PatternError) {
            return try Pattern(source)
        } catch {
            note(.pattern(error.problem), at: error.offset < places.count ? places[error.offset] : index - 1)
            return nil
        }
    }
}
