/// A term and what there is to say about it, in the manual.
package struct ManualEntry: Hashable, Sendable {
    /// As it is written: `--theme NAME`.
    package let term: String
    /// What there is to say, in plain words.
    package let text: String

    /// Makes an entry.
    package init(_ term: String, _ text: String) {
        self.term = term
        self.text = text
    }
}

extension KeyTable {
    /// The manual page, watchfloor(1), in roff.
    ///
    /// - Parameters:
    ///   - version: The version of the program.
    ///   - date: Of the page, as `2026-01-31`.
    ///   - subcommands: What can follow the program's name, with its options.
    ///   - options: The options of the board.
    package static func manPage(
        version: String, date: String, subcommands: [ManualEntry], options: [ManualEntry],
        registry: CommandRegistry = .standard
    ) -> String {
        var page = ManualPage(title: "WATCHFLOOR", date: date, version: "watchfloor \(version)")
        page.section("NAME")
        page.paragraph("watchfloor - situation monitor for the terminal")
        page.section("SYNOPSIS")
        page.synopsis("watchfloor", "[OPTION]…")
        page.synopsis("watchfloor", "COMMAND [ARGUMENT]…")
        page.section("DESCRIPTION")
        page.paragraph(
            "Watchfloor shows where a crisis stands: its actors, their escalation ladders, who said what, what happened "
                + "and what has come in over the wire. Every line can be traced to the sentence it was read from.")
        page.paragraph(
            "Without a command it opens the board. When standard output is no terminal, it prints the board once, as "
                + "plain text, and ends.")
        if !options.isEmpty {
            page.section("OPTIONS")
            for option in options { page.entry(option) }
        }
        if !subcommands.isEmpty {
            page.section("COMMANDS")
            for subcommand in subcommands { page.entry(subcommand) }
        }
        page.section("KEYS")
        page.paragraph(
            "The board answers to these keys, and to the names of the commands after a colon. The beginning "
                + "of a name is enough as long as no other name begins so.")
        for chapter in chapters(for: Keymap(registry)) {
            page.subsection(chapter.group.rawValue)
            for row in chapter.rows { page.entry(manualEntry(for: row)) }
        }
        page.section("CONFIGURATION")
        page.paragraph("config.toml may set, in TOML:")
        for setting in ConfigurationManual.settings { page.entry(setting) }
        page.paragraph("For example:")
        page.example(ConfigurationManual.example)
        page.section("FILES")
        for file in ConfigurationManual.files { page.entry(file) }
        page.section("EXIT STATUS")
        for status in ConfigurationManual.statuses { page.entry(status) }
        return page.text
    }

    private static func manualEntry(for row: Row) -> ManualEntry {
        let term = [row.keys, ":" + row.command.synopsis].filter { !$0.isEmpty }.joined(separator: "   ")
        let aliases = row.command.aliases.isEmpty ? "" : " Also :\(row.command.aliases.joined(separator: ", :"))."
        return ManualEntry(
            row.command.isTypable ? term : row.keys + "   " + row.command.name, row.command.summary + "." + aliases)
    }
}

/// Text in the page description language of man(7).
private struct ManualPage {
    private(set) var text: String

    init(title: String, date: String, version: String) {
        text = ".TH \(title) 1 \"\(Self.safe(date))\" \"\(Self.safe(version))\" \"User commands\"\n"
    }

    mutating func section(_ heading: String) { text += ".SH \"\(Self.safe(heading))\"\n" }

    mutating func subsection(_ heading: String) { text += ".SS \"\(Self.safe(heading))\"\n" }

    mutating func paragraph(_ words: String) { text += ".PP\n\(Self.line(words))\n" }

    mutating func synopsis(_ name: String, _ rest: String) {
        text += "\\fB\(Self.safe(name))\\fR \(Self.safe(rest))\n.br\n"
    }

    mutating func entry(_ entry: ManualEntry) {
        text += ".TP\n\\fB\(Self.safe(entry.term))\\fR\n\(Self.line(entry.text))\n"
    }

    mutating func example(_ lines: String) {
        text += ".PP\n.nf\n.RS\n"
        for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
            text += Self.line(String(line)) + "\n"
        }
        text += ".RE\n.fi\n"
    }

    /// A line of its own: a point or an apostrophe at its beginning would be taken for a request.
    private static func line(_ words: String) -> String {
        let safe = safe(words)
        return safe.hasPrefix(".") || safe.hasPrefix("'") ? "\\&" + safe : safe
    }

    /// Text that is printed as it is, whatever roff means by its characters.
    private static func safe(_ words: String) -> String {
        var safe = ""
        for character in words {
            switch character {
            case "\\": safe += "\\e"
            case "-": safe += "\\-"
            case "^": safe += "\\(ha"
            case "~": safe += "\\(ti"
            case "`": safe += "\\(ga"
            case "\"": safe += "\\(dq"
            case "'": safe += "\\(aq"
            case "…": safe += "..."
            case "\n": safe += " "
            default: safe.append(character)
            }
        }
        return safe
    }
}
