package import SituationModel

/// What could be written at the cursor of a query: fields, or the values of the field that stands there.
package struct QueryCompletion: Hashable, Sendable {
    /// Something that can be written, with a word about it.
    package struct Candidate: Hashable, Sendable {
        package let text: String
        package let help: String
    }

    /// The part of the text that a candidate replaces, in characters.
    package let range: Range<Int>
    /// Those that begin with what is written, in their own order.
    package let candidates: [Candidate]

    /// - Parameters:
    ///   - text: as typed so far; need not be right, or finished.
    ///   - cursor: in characters from the start of the text.
    package init(of text: String, at cursor: Int, actors: [Actor] = [], sources: [Source] = []) {
        let characters = Array(text)
        let cursor = min(max(0, cursor), characters.count)
        let place = Place(in: characters[..<cursor])
        var value = place.start
        var field = place.field.flatMap(Self.field)
        if place.field == nil, let mark = characters[value..<cursor].firstIndex(where: { ":=<>".contains($0) }) {
            field = Self.field(String(characters[value..<mark]))
            value = mark + 1
            while value < cursor, characters[value] == "=" { value += 1 }
        }
        guard let field else {
            range = place.start..<cursor
            candidates = Self.named(String(characters[place.start..<cursor]), Self.fields)
            return
        }
        range = value..<cursor
        let begun = String(characters[value..<cursor].drop { $0 == "\"" })
        candidates = Self.named(begun, Self.values(of: field, actors, sources), byHelp: true)
    }

    /// Where the word begins that ends at the cursor, quoted parts included.
    private struct Place {
        var start = 0
        /// The field among whose values in parentheses it stands.
        var field: String?

        init(in characters: ArraySlice<Character>) {
            var isQuoted = false
            for (index, character) in characters.enumerated() {
                if character == "\"" { isQuoted.toggle() }
                guard !isQuoted else { continue }
                switch character {
                case "(":
                    let name = characters[start..<index].prefix { !":=<>".contains($0) }
                    field = name.count < index - start ? String(name) : nil
                    start = index + 1
                case ")":
                    field = nil
                    start = index + 1
                case "-" where index == start: start = index + 1
                case _ where character.isWhitespace: start = index + 1
                default: break
                }
            }
        }
    }

    private static func field(_ name: String) -> QueryField? {
        FieldTable.shorthand(name).flatMap { FieldTable.field($0.field) } ?? FieldTable.field(name)
    }

    private static let fields: [Candidate] =
        FieldTable.fields.map { Candidate(text: $0.name + $0.usualComparison, help: $0.help) }
        + FieldTable.shorthands.map { Candidate(text: $0.name + ":", help: $0.help) }

    private static func values(of field: QueryField, _ actors: [Actor], _ sources: [Source]) -> [Candidate] {
        let actors = actors.map { Candidate(text: $0.id.text, help: $0.name) }
        let sources = sources.map { Candidate(text: $0.id.text, help: $0.name) }
        return switch field.type {
        case .terms(let terms): terms.map { Candidate(text: $0.name, help: "") }
        case .actor: actors
        case .source: sources
        case .actorOrSource: actors + sources
        case .date: QueryDate.Name.allCases.map { Candidate(text: $0.rawValue, help: "") }
        case .text, .name, .number, .grade: []
        }
    }

    /// Those that begin with what is written; of actors and publications, also those whose name has it among its words.
    private static func named(_ written: String, _ candidates: [Candidate], byHelp: Bool = false) -> [Candidate] {
        let beginning = written.lowercased()
        let words = SearchWords.of(written)
        return candidates.filter { candidate in
            candidate.text.lowercased().hasPrefix(beginning)
                || byHelp && WordSequence(SearchWords.of(candidate.help)).contains(words, lastGoesOn: true)
        }
    }
}

extension QueryField {
    /// The comparison that is written with the field most.
    var usualComparison: String {
        switch type {
        case .number: ">="
        case .grade: "<="
        case .text, .name, .terms, .actor, .source, .actorOrSource, .date: ":"
        }
    }
}
