/// A chapter of the help. The raw value is its heading.
package enum Group: String, CaseIterable, Sendable {
    case moving = "Moving"
    case panes = "Panes"
    case reading = "Reading"
    case finding = "Finding"
    case time = "Time"
    case editing = "Editing"
    case reviewing = "Reviewing"
    case judging = "Judging"
    case warning = "Warning"
    case board = "Board"
    case entering = "Prompts, forms and lists"
}

/// Keys that run a command, and the arguments they run it with.
package struct Binding: Hashable, Sendable {
    /// One key or several in a row, in the notation of the configuration: `g`, `<C-d>`, `gg`.
    package let keys: String
    /// What the command is run with.
    package let arguments: [String]
    /// Where the keys hold; `nil` means wherever the command does.
    package let contexts: Set<Context>?

    /// Makes a binding for wherever the command holds, or for a part of that.
    package init(_ keys: String, _ arguments: String..., in contexts: Set<Context>? = nil) {
        self.keys = keys
        self.arguments = arguments
        self.contexts = contexts
    }
}

extension Binding: ExpressibleByStringLiteral {
    /// Makes a binding without arguments.
    package init(stringLiteral keys: String) { self.init(keys) }
}

/// One row of the table of commands: all that is said about an action, to people and to the program.
package struct Command: Hashable, Sendable {
    /// What it does, to the program.
    package let action: Action
    /// What it does, imperative, at most 50 characters, no full stop: “Move to the next line”.
    package let summary: String
    /// The chapter it stands in.
    package let group: Group
    /// Where the command has a meaning.
    package let contexts: Set<Context>
    /// What it wants to be told, what is required first.
    package let arguments: [Argument]
    /// Its default keys, the one to show first at the front.
    package let keys: [Binding]
    /// Whether it writes to the record, so that a read-only board must refuse it.
    package let changes: Bool
    /// Other names it answers to on the prompt.
    package let aliases: [String]

    /// Makes a row.
    package init(
        _ action: Action, _ summary: String, in group: Group, contexts: Set<Context> = [.board],
        arguments: [Argument] = [], keys: [Binding] = [], changes: Bool = false, aliases: [String] = []
    ) {
        self.action = action
        self.summary = summary
        self.group = group
        self.contexts = contexts
        self.arguments = arguments
        self.keys = keys
        self.changes = changes
        self.aliases = aliases
    }

    /// What it is called on the prompt and in the configuration.
    package var name: String { action.rawValue }

    /// Whether it makes sense to type it: what only works inside a prompt, a form or a list does not.
    package var isTypable: Bool { !contexts.allSatisfy(\.takesText) }

    /// Where it works, as it reads in a sentence: “on the board and in a document”.
    var places: String {
        let places = Context.allCases.filter(contexts.contains).map(\.place)
        let last = places.suffix(2).joined(separator: " and ")
        return (places.dropLast(2) + [last]).joined(separator: ", ")
    }

    /// The name with its arguments, as the help has it: `pane PANE`.
    package var synopsis: String { ([name] + arguments.map(\.synopsis)).joined(separator: " ") }
}
