import Commands
import TestSupport
import Testing

@Suite("Saved views")
struct SavedViewsTests {
    private func read(_ toml: String) -> SavedViews {
        SavedViews(toml: toml, file: "views.toml") { $0.contains("!") ? "column 1: no" : nil }
    }

    @Test("are read in the order of the file, and a mistake costs only what it stands in")
    func reading() {
        let saved = read(
            """
            # mine
            zulu = "event:assault"
            alpha = 3
            "two words" = 'speaker:"A B"'
            this is nothing
            broken = "!"

            """)
        #expect(saved.views.map(\.name) == ["zulu", "two words", "broken"])
        #expect(saved.views.map(\.query) == ["event:assault", "speaker:\"A B\"", "!"])
        #expect(saved.views.map(\.problem) == [nil, nil, "column 1: no"])
        #expect(saved.problems.map(\.line) == [3, 5, 6])
    }

    @Test("are put in their place, and all else in the file stays as it was written")
    func saving() throws {
        let toml = "# mine\r\nb = 'x'  # old\n\na = \"y\""
        #expect(try read(toml).saving("z", as: "b") == "# mine\r\nb = 'z'\n\na = \"y\"\n")
        #expect(try read(toml).saving("z", as: "c d") == "# mine\r\nb = 'x'  # old\n\na = \"y\"\n'c d' = 'z'\n")
        #expect(try read(toml).forgetting("b") == "# mine\r\n\na = \"y\"\n")
        #expect(try read("").saving("z", as: "c") == "c = 'z'\n")
    }

    @Test("are not changed where that would change anything else")
    func refusals() throws {
        // Over several lines; and under a heading, where a line at the end would not be a view.
        let long = "a = '''\nx\n'''\nb = 'y'\n"
        #expect(throws: SavedViewError.self) { try read(long).saving("z", as: "a") }
        #expect(throws: SavedViewError.self) { try read("a = 'x'\n[more]\nq = 1\n").saving("z", as: "c") }
        #expect(throws: SavedViewError.self) { try read("").saving("z", as: " ") }
        let error = #expect(throws: SavedViewError.self) { try read("troops = 'x'").forgetting("trops") }
        #expect(error?.description == "There is no view “trops”; did you mean “troops”?")
    }

    @Test("read back as they were saved, whatever their names and queries")
    func property() throws {
        var random = SeededGenerator(seed: 7)
        let parts = ["a", "B", "\"", "'", "\\", " ", "#", "=", "[", "]", "é", "北", "\t", ".", "\u{1}", "\u{7F}", "'''"]
        for _ in 0..<500 {
            var toml = "# mine\n"
            var expected: [String: String] = [:]
            for _ in 0..<4 {
                let texts = (0..<2).map { _ in
                    "x"
                        + (0..<Int.random(in: 0...6, using: &random)).map { _ in
                            parts.randomElement(using: &random) ?? ""
                        }
                        .joined()
                }
                guard let changed = try? read(toml).saving(texts[1], as: texts[0]) else { continue }
                expected[texts[0]] = texts[1]
                toml = changed
            }
            let saved = read(toml)
            #expect(saved.problems.isEmpty && toml.hasPrefix("# mine\n"), "\(toml)")
            #expect(saved.views.count == expected.count)
            for view in saved.views { #expect(expected[view.name] == view.query, "\(toml)") }
            #expect(expected.count >= 1, "\(toml)")
        }
    }
}
