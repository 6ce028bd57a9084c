import ArgumentParser
import Commands
import Display
import Watch

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

/// Lists the saved views.
struct ViewsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "views", abstract: "List your saved views: queries under a name.",
        discussion: """
            They stand in ~/.config/watchfloor/views.toml, a line each: name = "query". On the board :view-save NAME keeps the \
            filter of a list, b chooses a view; watchfloor find --view NAME prints what answers one.
            """)

    func run() throws {
        let saved = ViewFile(path: Places().views).read()
        let width = saved.views.map { TextWidth.columns(of: SafeText.plain($0.name)) }.max() ?? 0
        for view in saved.views {
            let name = SafeText.plain(view.name)
            let gap = String(repeating: " ", count: width - TextWidth.columns(of: name) + 2)
            try Output.line(name + gap + SafeText.plain(view.query))
        }
        saved.problems.forEach { Output.tell($0.description) }
        if !saved.problems.isEmpty { throw Failure(message: "watchfloor: some views cannot be used", code: .partly) }
        if saved.views.isEmpty { throw Failure(message: "watchfloor: no view is saved yet", code: .partly) }
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
