import Foundation
import Testing

/// What the README says is what the program does.
@Suite struct ReadmeTests {
    private func readme() throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    }

    @Test func theKeyTableIsTheGeneratedOne() throws {
        let text = try readme()
        let start = try #require(text.range(of: "<!-- keys -->\n"))
        let end = try #require(text.range(of: "<!-- /keys -->"))
        let table = try Home().watchfloor("keys", "--markdown").output
        #expect(
            String(text[start.upperBound..<end.lowerBound]) == table,
            "put what `watchfloor keys --markdown` prints between the marks")
    }

    /// Every command of the shell is in the README's table, and the table names no other.
    @Test func theTableOfCommandsIsWhole() throws {
        let help = try Home().watchfloor("--help").output
        let listed = try #require(help.range(of: "SUBCOMMANDS:"))
        let commands = help[listed.upperBound...].split(separator: "\n")
            .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
            .compactMap { $0.split(separator: " ").first.map(String.init) }
            .filter { !$0.hasPrefix("See") }
        let rows = try readme().split(separator: "\n").filter { $0.hasPrefix("| `watchfloor ") }
        let named = rows.compactMap { row in
            row.dropFirst("| `watchfloor ".count).prefix { $0.isLetter }.description
        }
        #expect(Set(named + ["board"]) == Set(commands))
    }

    @Test func theManualPageNamesEveryCommand() throws {
        let page = try Home().watchfloor("keys", "--man").output
        #expect(page.hasPrefix(".TH") || page.contains("\n.TH"))
        for word in ["import", "doctor", "--as-of", "move-down"] {
            #expect(page.replacingOccurrences(of: "\\-", with: "-").contains(word), "\(word) is missing")
        }
        let help = try Home().watchfloor("board", "--help").output
        let options = help.split(whereSeparator: \.isWhitespace).filter { $0.hasPrefix("--") }
        for option in options where !["--version", "--help"].contains(option) {
            #expect(page.replacingOccurrences(of: "\\-", with: "-").contains(option), "\(option) is missing")
        }
    }

    @Test func theExampleConfigurationHasNoMistake() throws {
        let text = try readme()
        let start = try #require(text.range(of: "```toml\n"))
        let end = try #require(text[start.upperBound...].range(of: "```"))
        let home = try Home()
        _ = try home.write(String(text[start.upperBound..<end.lowerBound]), to: ".config/watchfloor/config.toml")
        #expect(try home.watchfloor("--size", "80x24").errors == "")
    }
}
