/// The table of keys and commands, to be read: in the terminal, in the README, in the manual, on the help screen.
package enum KeyTable {
    /// A key of a command.
    package struct Label: Hashable, Sendable {
        /// As people read it: `Ctrl-D`.
        package let keys: String
        /// What the key runs the command with, and where it holds, when that is not all the command is: `actors`, `list`.
        package let note: String?
    }

    /// A command with its keys.
    package struct Row: Hashable, Sendable {
        /// The row of the table of commands.
        package let command: Command
        /// Its keys as they are now, none if it has to be typed.
        package let labels: [Label]

        /// The keys in one line: `1 actors, 2 ladders`.
        package var keys: String {
            labels.map { label in label.note.map { "\(label.keys) \($0)" } ?? label.keys }.joined(separator: ", ")
        }
    }

    /// A chapter of the help.
    package struct Chapter: Hashable, Sendable {
        /// The heading.
        package let group: Group
        /// Its commands, in the order of the help.
        package let rows: [Row]
    }

    /// Every command with the keys it has in a keymap, in the order of the help.
    ///
    /// - Parameter readOnly: Whether to leave out what would write to the record.
    package static func chapters(for keymap: Keymap, readOnly: Bool = false) -> [Chapter] {
        keymap.registry.chapters.compactMap { group, commands in
            let rows = commands.filter { !readOnly || !$0.changes }
                .map { Row(command: $0, labels: labels(of: $0, in: keymap)) }
            return rows.isEmpty ? nil : Chapter(group: group, rows: rows)
        }
    }

    /// The table for the terminal, in columns. The last column ends after at most 50 characters.
    package static func plainText(for keymap: Keymap = Keymap(), readOnly: Bool = false) -> String {
        let chapters = chapters(for: keymap, readOnly: readOnly)
        let rows = chapters.flatMap(\.rows)
        let keysWidth = rows.map(\.keys.count).filter { $0 <= widestKeys }.max() ?? 0
        let nameWidth = rows.map(\.command.synopsis.count).max() ?? 0
        return chapters.map { chapter in
            let lines = chapter.rows.map { row in
                // Keys that take more room than the column has stand on a line of their own.
                let keys =
                    row.keys.count > keysWidth
                    ? row.keys + "\n" + String(repeating: " ", count: keysWidth + 2) : padded(row.keys, to: keysWidth)
                return "  \(keys)  \(padded(row.command.synopsis, to: nameWidth))  \(row.command.summary)\n"
            }
            return "\(chapter.group.rawValue)\n\(lines.joined())"
        }
        .joined(separator: "\n")
    }

    /// The table for the README: a heading and a table for each chapter, from the default keys.
    package static func markdown(for registry: CommandRegistry = .standard) -> String {
        chapters(for: Keymap(registry)).map { chapter in
            let lines = chapter.rows.map { row in
                let keys = row.labels.map { label in "`\(label.keys)`" + (label.note.map { " \($0)" } ?? "") }
                return
                    "| \(keys.joined(separator: ", ")) | `\(escaped(row.command.synopsis))` | \(row.command.summary) |\n"
            }
            return
                "### \(chapter.group.rawValue)\n\n| Keys | Command | What it does |\n|---|---|---|\n\(lines.joined())"
        }
        .joined(separator: "\n")
    }

    private static let widestKeys = 30

    private static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(width - text.count, 0))
    }

    /// A bar parts the cells of a table, also inside code.
    private static func escaped(_ text: String) -> String {
        text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    }

    private static func labels(of command: Command, in keymap: Keymap) -> [Label] {
        struct Place {
            let entry: Keymap.Entry
            var contexts: Set<Context>
        }
        var places: [Place] = []
        for context in Context.allCases {
            for entry in keymap.layers[context]?.entries ?? [] where entry.invocation.action == command.action {
                let same = places.firstIndex { $0.entry.keys == entry.keys && $0.entry.invocation == entry.invocation }
                if let same {
                    places[same].contexts.insert(context)
                } else {
                    places.append(Place(entry: entry, contexts: [context]))
                }
            }
        }
        let reading = command.contexts.filter { !$0.takesText }
        return places.map { place in
            let holds =
                place.contexts == command.contexts || (!reading.isEmpty && place.contexts.isSuperset(of: reading))
            let named = holds ? [] : Context.allCases.filter(place.contexts.contains).map(\.rawValue)
            let notes = place.entry.invocation.arguments + (named.isEmpty ? [] : ["(\(named.joined(separator: ", ")))"])
            return Label(
                keys: KeyLabel.text(for: place.entry.keys), note: notes.isEmpty ? nil : notes.joined(separator: " "))
        }
    }
}
