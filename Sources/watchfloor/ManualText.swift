import ArgumentParser
import Commands

/// The manual page: its options and subcommands are those that the parser knows.
enum ManualText {
    static var page: String {
        let subcommands = Watchfloor.configuration.subcommands
            .map { $0.configuration }
            .filter(\.shouldDisplay)
            .map { ManualEntry($0.commandName ?? "", sentence($0)) }
        return KeyTable.manPage(version: Version.text, date: Version.date, subcommands: subcommands, options: options)
    }

    private static func sentence(_ configuration: CommandConfiguration) -> String {
        [configuration.abstract, configuration.discussion].filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static let options = [
        ManualEntry("--db PATH", "The archive."),
        ManualEntry("--situation ID", "The situation in it; the first one otherwise."),
        ManualEntry("--as-of TIME", "Show what was known at that time."),
        ManualEntry("--read-only", "Change nothing."),
        ManualEntry("--no-collect", "Leave collecting from the sources to others."),
        ManualEntry("--theme NAME", "How it is to look."),
        ManualEntry("--ascii", "Draw with ASCII characters only."),
        ManualEntry("--no-color", "Use no colours."),
        ManualEntry("--size COLSxROWS", "The size to print the board in."),
        ManualEntry("--keys KEYS", "Keys to press before the board is printed."),
    ]
}
