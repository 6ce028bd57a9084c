import Testing

@testable import Commands

@Suite("The table of keys, to be read")
struct KeyTableTests {
    private let commands = CommandRegistry.standard.commands

    @Test("has every command, in all its forms")
    func completeness() {
        let plain = KeyTable.plainText()
        let markdown = KeyTable.markdown()
        for row in commands {
            #expect(plain.contains("  \(row.synopsis) "), "\(row.name)")
            #expect(plain.contains("  \(row.summary)\n"), "\(row.name)")
            #expect(markdown.contains("| \(row.summary) |\n"), "\(row.name)")
        }
        for group in Group.allCases { #expect(markdown.contains("### \(group.rawValue)\n")) }
    }

    @Test("writes a row as it is to be read")
    func rows() {
        let lines = KeyTable.markdown().split(separator: "\n")
        #expect(lines.contains("| `j`, `Down`, `Ctrl-N` | `move-down` | Move down |"))
        #expect(lines.contains("| `T` | `theme [THEME]` | Choose a theme |"))
        #expect(lines.contains("| `M` | `mouse [on\\|off]` | Turn the mouse on or off |"))
        #expect(
            lines.contains {
                $0.hasPrefix("| `1` actors, `2` ladders, `3` quotes,") && $0.hasSuffix("| `pane PANE` | Go to a pane |")
            })
        #expect(
            lines.contains {
                $0.hasPrefix("| `Right` (form), `Ctrl-N`, `Down` (list), `Tab` (list) | `next-choice` |")
            })
        #expect(lines.contains("|  | `as-of TIME…` | Show what was known at a moment |"))
    }

    @Test("tells the keys of the user, and leaves out what a read-only board refuses")
    func live() {
        let (configuration, _) = Configuration.parse(
            toml: """
                [keys]
                zoom = "Z"
                [keys.quotes]
                zoom = "<F7>"
                """, file: "c.toml")
        let chapters = KeyTable.chapters(for: Keymap().applying(configuration.bindings), readOnly: true)
        let rows = chapters.flatMap(\.rows)
        #expect(rows.first { $0.command.action == .zoom }?.keys == "Z, F7 (quotes)")
        #expect(rows.allSatisfy { !$0.command.changes })
        #expect(!rows.contains { $0.command.action == .undo })
        #expect(!chapters.contains { $0.group == .editing })
    }

    @Test("keeps each line of the plain table within 100 columns")
    func width() {
        for line in KeyTable.plainText().split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
    }

    @Test("writes a manual page that roff reads as it is meant")
    func manual() {
        let page = KeyTable.manPage(
            version: "1.0", date: "2026-01-31",
            subcommands: [ManualEntry("find QUERY", ".hidden \\ 'and' -1")],
            options: [ManualEntry("--theme NAME", "The theme to start with.")])
        #expect(page.hasPrefix(".TH WATCHFLOOR 1 \"2026\\-01\\-31\" \"watchfloor 1.0\""))
        #expect(page.contains(".TP\n\\fBfind QUERY\\fR\n\\&.hidden \\e \\(aqand\\(aq \\-1\n"))
        #expect(page.contains(".TP\n\\fB\\e   :live\\fR\nReturn to the present. Also :now.\n"))
        #expect(page.contains(".TP\n\\fB\\-\\-theme NAME\\fR\n"))
        let requests = [".TH", ".SH", ".SS", ".PP", ".TP", ".br", ".nf", ".fi", ".RS", ".RE"]
        for line in page.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
            #expect(requests.contains { line == $0 || line.hasPrefix($0 + " ") }, "\(line)")
        }
        for row in commands { #expect(page.contains(row.name.split(separator: "-").joined(separator: "\\-"))) }
    }
}
