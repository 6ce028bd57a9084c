import ArgumentParser
import Commands
import Display

/// Lists the themes.
struct ThemesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "themes", abstract: "List the themes there are: those that come with the program, and your own.",
        discussion: "Your own lie in ~/.config/watchfloor/themes, as TOML or as base16 YAML.")

    func run() throws {
        let library = ThemeLibrary(folder: Places().themes)
        var isWhole = true
        for name in library.names {
            let summary: String
            do throws(ThemeError) { summary = try library.load(name).summary } catch {
                isWhole = false
                Output.tell(error.description)
                continue
            }
            try Output.line("\(name)\(String(repeating: " ", count: max(1, 20 - name.count)))\(summary)")
        }
        if !isWhole { throw Failure(message: "watchfloor: some themes cannot be used", code: .partly) }
    }
}

/// Lists the keys as they are bound now.
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "List the commands and their keys, as you have set them.")

    enum Form: String, EnumerableFlag {
        case text, markdown, man

        static func help(for form: Form) -> ArgumentHelp? {
            switch form {
            case .text: "As plain text (the default)."
            case .markdown: "The default keys, as the tables of the README."
            case .man: "The manual page; see: watchfloor keys --man | man -l -"
            }
        }
    }

    @Flag var form = Form.text

    func run() throws {
        switch form {
        case .text:
            let opening = BoardOpening()
            opening.problems.forEach(Output.tell)
            try Output.print(KeyTable.plainText(for: Keymap().applying(opening.configuration.bindings)))
        case .markdown: try Output.write(KeyTable.markdown())
        case .man: try Output.write(ManualText.page)
        }
    }
}
