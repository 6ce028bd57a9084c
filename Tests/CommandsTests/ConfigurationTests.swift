import Display
import TestSupport
import Testing

@testable import Commands

@Suite("The configuration")
struct ConfigurationTests {
    @Test("reads what can be set")
    func settings() throws {
        let (configuration, problems) = Configuration.parse(
            toml: """
                theme = "night-red"
                mouse = false
                ascii = true
                color = 256
                analyst = "Kim"
                bell = true
                """, file: "config.toml", themes: ["watch", "night-red"])
        #expect(problems.isEmpty)
        #expect(configuration.theme == "night-red" && configuration.analyst == "Kim")
        #expect(!configuration.mouse && configuration.bell)
        #expect(configuration.ascii == true && configuration.color == .palette256)
    }

    @Test("has defaults for everything")
    func defaults() {
        let (configuration, problems) = Configuration.parse(toml: "", file: "config.toml")
        #expect(configuration == Configuration() && problems.isEmpty)
    }

    @Test(
        "takes colours by number or by name",
        arguments: [
            ("8", ColorDepth.eight), ("\"16\"", .sixteen), ("\"truecolor\"", .trueColor), ("\"none\"", ColorDepth.none),
            ("\"auto\"", nil),
        ])
    func colors(written: String, depth: ColorDepth?) {
        let (configuration, problems) = Configuration.parse(toml: "color = \(written)", file: "c.toml")
        #expect(problems.isEmpty && configuration.color == depth)
    }

    @Test("reads the manual's own example without a mistake")
    func example() {
        let (_, problems) = Configuration.parse(toml: ConfigurationManual.example, file: "config.toml")
        #expect(problems.allSatisfy { $0.kind == .notice })
    }

    @Test("reads keys, everywhere and in one place, in the order they stand")
    func keys() throws {
        let (configuration, problems) = Configuration.parse(
            toml: """
                [keys]
                zoom = "Z"
                redo = []
                "pane wire" = ["P", "<F5>"]

                [keys.form]
                save = "<C-x>"
                """, file: "config.toml")
        #expect(problems.isEmpty)
        #expect(configuration.bindings.map(\.invocation.line) == ["zoom", "redo", "pane wire", "save"])
        #expect(configuration.bindings.map(\.context) == [nil, nil, nil, .form])
        #expect(configuration.bindings.map(\.line) == [2, 3, 4, 7])
        let keymap = Keymap().applying(configuration.bindings)
        #expect(keymap.keys(for: .zoom) == ["Z"])
        #expect(keymap.keys(for: Invocation(.pane, ["wire"])) == ["P", "F5"])
        #expect(keymap.keys(for: .save, in: [.form]) == ["Ctrl-X"])
    }

    @Test("names every mistake with its line, and keeps all else")
    func mistakes() {
        let (configuration, problems) = Configuration.parse(
            toml: """
                # mouse = 1
                thme = "watch"
                theme = "wathc"
                mouse = "yes"
                color = "17"
                analyst = 7
                bell = true

                [keys]
                # zoom = 1
                zomo = "x"
                "pane nowhere" = "x"
                help = 5
                top = [
                    "gg",
                    "<Hmoe>",
                ]
                save = "s"
                undo = "<F3>"

                [keys.qoutes]
                zoom = "x"

                [keys.form]
                zoom = "<F4>"
                """, file: "c.toml", themes: ["watch"])
        #expect(problems.map(\.line) == [2, 3, 4, 5, 6, 11, 12, 13, 16, 18, 21, 25])
        #expect(problems[0].description == "c.toml:2: There is no setting “thme”; did you mean “theme”?")
        #expect(problems[1].message == "There is no theme “wathc”; did you mean “watch”?")
        #expect(problems[2].message == "“mouse” expects true or false, without quotation marks")
        #expect(problems[5].message == "There is no command “zomo”; did you mean “zoom”?")
        #expect(problems[9].message == "“s” is for writing in a form, and cannot be a command there")
        #expect(problems[11].message == "“zoom” does not work in a form, only on the board")
        #expect(problems.allSatisfy { $0.file == "c.toml" && $0.kind == .mistake })
        #expect(configuration.bell)
        let keymap = Keymap().applying(configuration.bindings)
        #expect(keymap.keys(for: .undo) == ["F3"])
        #expect(keymap.keys(for: .top) == ["gg"])
    }

    @Test("leaves a command the keys it has when those it is given cannot be read")
    func unreadable() {
        let (configuration, problems) = Configuration.parse(
            toml: "keys.help = \"<Hlep>\"\nkeys.zoom = \"\"", file: "c.toml")
        #expect(problems.map(\.line) == [1, 2])
        let keymap = Keymap().applying(configuration.bindings)
        #expect(keymap.keys(for: .help) == ["?"] && keymap.keys(for: .zoom) == ["f"])
    }

    @Test("names the line of what is no TOML, and keeps all else")
    func syntax() {
        let (configuration, problems) = Configuration.parse(
            toml: """
                theme = watch
                mouse = false
                mouse = true
                analyst = "Kim
                [keys]
                zoom = ["Z", "<F5>"
                redo = []
                """, file: "c.toml")
        #expect(problems.map(\.line) == [1, 3, 4, 6])
        #expect(problems.allSatisfy { $0.message.hasPrefix("This is no TOML") })
        #expect(!configuration.mouse && configuration.theme == nil)
        #expect(configuration.bindings.map(\.invocation.line) == ["redo"])
    }

    @Test("keeps the first of two commands on one key, and names the other's line")
    func conflicts() {
        let (configuration, problems) = Configuration.parse(
            toml: """
                [keys]
                zoom = "X"
                note = ["X", "<F2>"]
                open = "XX"
                q = "<F10>"
                quit = "<F11>"
                """, file: "c.toml")
        #expect(
            problems.map(\.description) == [
                "c.toml:3: “X” is already “zoom” on the board, since line 2",
                "c.toml:4: “XX” gets in the way of “X”, already “zoom” on the board, since line 2",
                "c.toml:6: “quit” already has its keys from line 5; these are left out",
            ])
        let keymap = Keymap().applying(configuration.bindings)
        #expect(keymap.keys(for: .zoom) == ["X"])
        #expect(keymap.keys(for: .note) == ["F2"])
        #expect(keymap.keys(for: .quit) == ["F10"])
    }

    @Test("lets a user's key win over a default, and tells what it is taken from")
    func precedence() {
        let (configuration, problems) = Configuration.parse(
            toml: """
                [keys]
                zoom = "gz"
                undo = "u"
                next-unseen = "U"
                [keys.quotes]
                "pane wire" = "w"
                """, file: "c.toml")
        #expect(problems.allSatisfy { $0.kind == .notice })
        #expect(
            problems.map(\.description) == [
                "c.toml:2: “gz” is taken from “top” on the board",
                "c.toml:6: “w” is taken from “note” in the quotes pane",
            ])
        let keymap = Keymap().applying(configuration.bindings)
        #expect(keymap.keys(for: .top) == ["Home"])
        #expect(keymap.keys(for: .undo) == ["u"])
        #expect(keymap.keys(for: .note) == ["w"])
        #expect(keymap.keys(for: .note, in: [.quotes, .board]).isEmpty)
    }

    @Test("leaves a way out of a form whose keys were all taken away")
    func waysOut() {
        let (configuration, problems) = Configuration.parse(
            toml: """
                [keys.form]
                cancel = []
                """, file: "c.toml")
        #expect(
            problems.map(\.description) == [
                "c.toml:2: There would be no key for “cancel” in a form; all keys there stay as they are by default"
            ])
        #expect(Keymap().applying(configuration.bindings).keys(for: .cancel, in: [.form]) == ["Esc", "Ctrl-C"])
    }

    @Test("survives any text, and names lines that are there", arguments: 0..<300)
    func soup(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "theme = ", "mouse = ", "[keys]", "[keys.quotes]", "zoom = ", "\"pane wire\" = ", "\"x\"", "[", "]", "true",
            "\"\"\"", "'", "\n", "\n", "\n", "=", "{", "}", "#", ",", "\\", "한", "\r\n", "\u{0}", "keys.zoom = ", "42",
        ]
        let toml = (0..<Int.random(in: 0...20, using: &random)).map { _ in random.pick(pieces) }.joined()
        let lines = toml.unicodeScalars.filter { $0 == "\n" }.count + 1
        let (configuration, problems) = Configuration.parse(toml: toml, file: "c.toml")
        #expect(problems.allSatisfy { (1...lines).contains($0.line) }, "seed \(seed): \(toml)")
        #expect(!Keymap().applying(configuration.bindings).keys(for: .moveDown, in: [.quotes, .board]).isEmpty)
    }
}
