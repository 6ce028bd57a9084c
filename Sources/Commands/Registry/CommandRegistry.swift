/// All commands, to be listed in the order of the help and found by name.
package struct CommandRegistry: Sendable {
    /// The commands of the program.
    package static let standard = CommandRegistry(StandardCommands.all)

    /// What a name on the prompt stands for.
    package enum Match: Hashable, Sendable {
        case found(Command)
        /// The beginning of several names; these.
        case ambiguous([String])
        case unknown
    }

    /// All commands, in the order of the help.
    package let commands: [Command]

    private let byAction: [Action: Command]
    private let byName: [String: Command]

    /// A registry of these commands. Of two with one name the first is found.
    package init(_ commands: [Command]) {
        self.commands = commands
        byAction = Dictionary(commands.map { ($0.action, $0) }, uniquingKeysWith: { first, _ in first })
        let named = commands.map { ($0.name, $0) } + commands.flatMap { row in row.aliases.map { ($0, row) } }
        byName = Dictionary(named, uniquingKeysWith: { first, _ in first })
    }

    /// The row of an action; `nil` when this registry has none.
    package subscript(action: Action) -> Command? { byAction[action] }

    /// The command with exactly this name or alias, whatever the case of its letters.
    package func command(named name: String) -> Command? { byName[name.lowercased()] }

    /// What a name, an alias or the beginning of one stands for.
    ///
    /// Beginnings only reach commands that can be typed: `:ac` need not be told apart from what happens inside forms.
    package func match(_ name: String) -> Match {
        if let exact = command(named: name) { return .found(exact) }
        let beginning = name.lowercased()
        guard !beginning.isEmpty else { return .unknown }
        let matches = commands.filter { row in
            row.isTypable && ([row.name] + row.aliases).contains { $0.hasPrefix(beginning) }
        }
        if let only = matches.first, matches.count == 1 { return .found(only) }
        return matches.isEmpty ? .unknown : .ambiguous(matches.map(\.name))
    }

    /// The commands of each chapter, in the order of the help; chapters without any are left out.
    package var chapters: [(group: Group, commands: [Command])] {
        Group.allCases.compactMap { group in
            let rows = commands.filter { $0.group == group }
            return rows.isEmpty ? nil : (group, rows)
        }
    }
}
