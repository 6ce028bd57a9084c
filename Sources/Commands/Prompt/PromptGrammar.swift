import Display
import Spelling

/// The language of the prompt: a command's name, or the beginning of it, and its arguments.
///
///     pane wire
///     situation "Seoul weighs arms"
///     note Embassy says "no comment" so far
///
/// The names in the configuration's `[keys]` are written in it as well.
package enum PromptGrammar {
    /// What a line asks for.
    ///
    /// - Parameter line: As typed; a leading `:` is passed over.
    package static func parse(
        _ line: String, registry: CommandRegistry = .standard
    ) throws(PromptError) -> Invocation {
        let invocation = try parseAnywhere(line, registry: registry)
        if let command = registry[invocation.action], !command.isTypable {
            let line = PromptLine(line)
            throw PromptError(
                "“\(command.name)” only works \(command.places)", column: line.column(at: line.name.lowerBound))
        }
        return invocation
    }

    /// The same, for commands that only make sense inside a prompt, a form or a list as well.
    static func parseAnywhere(_ line: String, registry: CommandRegistry) throws(PromptError) -> Invocation {
        let line = PromptLine(line)
        let name = line.name
        let column = line.column(at: name.lowerBound)
        guard !name.isEmpty else { throw PromptError("Expected a command", column: column) }
        let command = try command(named: line.text(name), at: column, in: registry)
        return Invocation(command.action, try arguments(of: command, in: line, from: name.upperBound))
    }

    private static func command(
        named name: String, at column: Int, in registry: CommandRegistry
    ) throws(PromptError) -> Command {
        switch registry.match(name) {
        case .found(let command):
            return command
        case .ambiguous(let names):
            throw PromptError("“\(name)” could be \(alternatives(names))", column: column)
        case .unknown:
            // Of a letter or two everything is a slip.
            let names = registry.commands.filter(\.isTypable).flatMap { [$0.name] + $0.aliases }.filter { $0.count > 2 }
            throw PromptError(
                "There is no command “\(name)”", column: column, suggestion: NearestName.of(name, among: names)
            )
        }
    }

    private static func arguments(
        of command: Command, in line: PromptLine, from end: Int
    ) throws(PromptError) -> [String] {
        let range = end..<line.scalars.count
        if let rest = command.arguments.first, rest.takesRest {
            return try restArgument(rest, of: command, in: line, range: range)
        }
        let read = PromptWords(line, in: range)
        if let unclosed = read.unclosed {
            throw PromptError("The quotation that begins here does not end", column: line.column(at: unclosed))
        }
        for (index, word) in read.words.enumerated() {
            let column = line.column(at: word.range.lowerBound)
            guard index < command.arguments.count else {
                let expectation = command.arguments.map(\.synopsis).joined(separator: " ")
                throw PromptError(
                    "“\(command.name)” takes \(expectation.isEmpty ? "nothing" : expectation), but there is “\(word.text)”",
                    column: column)
            }
            try check(word.text, is: command.arguments[index], at: column)
        }
        for missing in command.arguments.dropFirst(read.words.count) where missing.isRequired {
            throw absence(of: missing, in: command, at: line.column(at: line.scalars.count))
        }
        return read.words.map(\.text)
    }

    private static func restArgument(
        _ argument: Argument, of command: Command, in line: PromptLine, range: Range<Int>
    ) throws(PromptError) -> [String] {
        let rest = line.trimmed(range)
        if rest.isEmpty {
            if argument.isRequired {
                throw absence(of: argument, in: command, at: line.column(at: line.scalars.count))
            }
            return []
        }
        // Words keep their quotation marks: they may be part of a note, and they mean something to a filter. Anything
        // else in one pair of them was quoted out of habit.
        if argument.kind != .text, argument.kind != .query {
            let read = PromptWords(line, in: rest)
            if read.words.count == 1, read.unclosed == nil { return [read.words[0].text] }
        }
        return [line.text(rest)]
    }

    private static func absence(of argument: Argument, in command: Command, at column: Int) -> PromptError {
        let values = argument.kind.values.map { ": \(alternatives($0))" } ?? ""
        return PromptError("“\(command.name)” needs \(argument.synopsis)\(values)", column: column)
    }

    private static func check(_ word: String, is argument: Argument, at column: Int) throws(PromptError) {
        if let values = argument.kind.values, !values.contains(word) {
            throw PromptError(
                "Expected \(alternatives(values)), not “\(word)”", column: column,
                suggestion: NearestName.of(word, among: values))
        }
        if argument.kind == .number, Int(word) == nil {
            throw PromptError("Expected a whole number, not “\(word)”", column: column)
        }
    }

    /// “on or off”, “add-actor, add-quote or add-relation”.
    static func alternatives(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " or " + last
    }
}

extension Invocation {
    /// The line that asks for this on the prompt, and that reads back as it.
    package var line: String {
        let takesRest = CommandRegistry.standard[action]?.arguments.first?.takesRest == true
        return ([action.rawValue] + (takesRest ? arguments : arguments.map(PromptWords.quoted))).joined(separator: " ")
    }
}
