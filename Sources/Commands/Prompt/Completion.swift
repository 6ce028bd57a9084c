/// Something that can be written or chosen, with a word about it.
package struct Candidate: Hashable, Sendable {
    /// What is written.
    package let text: String
    /// A word about it; may be empty.
    package let summary: String

    /// Makes a candidate.
    package init(_ text: String, summary: String = "") {
        self.text = text
        self.summary = summary
    }
}

/// What could be written at the cursor.
package struct Completion: Hashable, Sendable {
    /// The part of the line that a candidate replaces, in characters.
    package let range: Range<Int>
    /// The best one first, each written so that it reads back as what it says.
    package let candidates: [Candidate]

    /// Makes a completion.
    package init(range: Range<Int>, candidates: [Candidate]) {
        self.range = range
        self.candidates = candidates
    }

    /// The line with a candidate in its place, and the cursor after it, in characters.
    package func applying(_ candidate: Candidate, to line: String) -> (line: String, cursor: Int) {
        let before = String(line.prefix(range.lowerBound)) + candidate.text
        return (before + line.dropFirst(range.upperBound), before.count)
    }
}

extension PromptGrammar {
    /// What could be written at the cursor: names of commands first, then what the argument there can be.
    ///
    /// - Parameters:
    ///   - line: As typed so far; need not be right, or finished.
    ///   - cursor: In characters from the start of the line.
    ///   - candidates: All values of a kind that only the board knows. Panes, switches and commands are known here and
    ///     never asked for.
    package static func completions(
        for line: String, at cursor: Int, registry: CommandRegistry = .standard,
        candidates: (Argument.Kind) -> [Candidate]
    ) -> Completion {
        let line = PromptLine(line)
        let cursor = line.place(atColumn: cursor)
        let name = line.name
        guard cursor > name.upperBound else {
            let written = line.text(min(name.lowerBound, cursor)..<cursor)
            return Completion(range: line.columns(name), candidates: names(beginning: written, in: registry))
        }
        let nothing = Completion(range: line.columns(cursor..<cursor), candidates: [])
        guard case .found(let command) = registry.match(line.text(name)) else { return nothing }
        let (range, index, written) = place(of: cursor, in: line, after: name.upperBound, command: command)
        guard index < command.arguments.count else { return nothing }
        let argument = command.arguments[index]
        let found = ranked(values(of: argument.kind, in: registry, otherwise: candidates), for: written)
        let readable = found.map { candidate in
            argument.takesRest
                ? candidate : Candidate(PromptWords.quoted(candidate.text), summary: candidate.summary)
        }
        return Completion(range: line.columns(range), candidates: readable)
    }

    /// The query that is being written where the cursor stands, and in which column it begins; `nil` where none is.
    package static func query(
        in line: String, at cursor: Int, registry: CommandRegistry = .standard
    ) -> (text: String, column: Int)? {
        let line = PromptLine(line)
        let cursor = line.place(atColumn: cursor)
        guard cursor > line.name.upperBound, case .found(let command) = registry.match(line.text(line.name)),
            let argument = command.arguments.first, argument.kind == .query, argument.takesRest
        else { return nil }
        let range = place(of: cursor, in: line, after: line.name.upperBound, command: command).range
        return (line.text(range), line.column(at: range.lowerBound))
    }

    /// What a candidate would replace, which argument that is, and what is written of it before the cursor.
    private static func place(
        of cursor: Int, in line: PromptLine, after end: Int, command: Command
    ) -> (range: Range<Int>, index: Int, written: String) {
        let whole = end..<line.scalars.count
        if command.arguments.first?.takesRest == true {
            let start = min(line.trimmed(whole).lowerBound, cursor)
            return (start..<line.scalars.count, 0, line.text(line.trimmed(start..<cursor)))
        }
        let words = PromptWords(line, in: whole).words
        let index = words.firstIndex { cursor <= $0.range.upperBound } ?? words.count
        guard index < words.count, words[index].range.lowerBound <= cursor else { return (cursor..<cursor, index, "") }
        let range = words[index].range
        let written = PromptWords(line, in: range.lowerBound..<cursor).words.first?.text ?? ""
        return (range, index, written)
    }

    private static func values(
        of kind: Argument.Kind, in registry: CommandRegistry, otherwise candidates: (Argument.Kind) -> [Candidate]
    ) -> [Candidate] {
        if let values = kind.values { return values.map { Candidate($0) } }
        return kind == .command ? names(beginning: "", in: registry) : candidates(kind)
    }

    /// The commands whose name or alias begins so; where there are none, those that are like it.
    private static func names(beginning written: String, in registry: CommandRegistry) -> [Candidate] {
        let typable = registry.commands.filter(\.isTypable)
        let beginning = written.lowercased()
        let begun = typable.filter { row in ([row.name] + row.aliases).contains { $0.hasPrefix(beginning) } }
        let all = (begun.isEmpty ? typable : begun).map { Candidate($0.name, summary: $0.summary) }
        return begun.isEmpty ? FuzzyMatch.ranked(all, for: written, by: \.text).map(\.item) : all
    }

    /// Those that begin with what is written, in their own order; then those that are like it, the best first.
    private static func ranked(_ candidates: [Candidate], for written: String) -> [Candidate] {
        if written.isEmpty { return candidates }
        let key = FuzzyMatch.folded(written)
        let begun = candidates.filter { FuzzyMatch.folded($0.text).starts(with: key) }
        let others = candidates.filter { !FuzzyMatch.folded($0.text).starts(with: key) }
        return begun + FuzzyMatch.ranked(others, for: written, by: \.text).map(\.item)
    }
}
