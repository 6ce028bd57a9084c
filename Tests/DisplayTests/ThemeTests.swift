import Display
import Foundation
import Testing

@Suite struct ThemeTests {
    private static let themes = Theme.builtInNames

    /// The folder in the repository, wherever that lies.
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Themes")

    @Test func theProgramHasTheThemesOfTheFolder() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(files.sorted() == Self.themes.map { $0 + ".toml" }.sorted())
        #expect(Self.themes.count >= 10)
        #expect(Self.themes.first == ThemeLibrary.defaultName)
    }

    /// Roles that stand back on purpose need less contrast; lines are no text at all.
    private static let quiet: Set<Role> = [
        .textDim, .time, .rungNotReached, .indicatorNotCollected, .gradeUnknown, .promptHint,
    ]
    private static let lines: Set<Role> = [.border]
    private static let grounds: [Role?] = [
        nil, .selection, .selectionFocused, .anchor, .match, .status, .completion, .completionSelected, .field,
        .fieldFocused,
    ]

    @Test(arguments: themes)
    func everythingCanBeRead(name: String) throws {
        let theme = try Theme.builtIn(name)
        #expect(!theme.summary.isEmpty)
        // Where the background is the terminal's own, it may be any dark one.
        let papers = ["#000000", "#16181d", "#1e1e2e"].compactMap(Color.init(hexadecimal:))
        for role in Role.allCases {
            for ground in Self.grounds {
                let look = theme.appearance(of: Style(role, ground: ground))
                guard let foreground = look.foreground else {
                    #expect(look.background == nil, "\(role.rawValue) on \(ground?.rawValue ?? "nothing")")
                    continue
                }
                let least = Self.lines.contains(role) ? 1.5 : Self.quiet.contains(role) ? 3 : ground == nil ? 4.5 : 4
                for paper in look.background.map({ [$0] }) ?? papers {
                    let contrast = foreground.contrast(with: paper)
                    #expect(
                        contrast >= least,
                        "\(role.rawValue) on \(ground?.rawValue ?? "nothing"): \(foreground) on \(paper) is \(contrast)"
                    )
                }
            }
        }
    }

    /// Most terminals get 256 colours, and the nearest of them must not undo the contrast.
    @Test(arguments: themes)
    func everythingCanBeReadIn256Colours(name: String) throws {
        let theme = try Theme.builtIn(name)
        let black = Color(red: 0, green: 0, blue: 0)
        for role in Role.allCases where !Self.lines.contains(role) {
            for ground in Self.grounds {
                let pen = theme.pen(for: Style(role, ground: ground), depth: .palette256)
                guard let foreground = pen.foreground.map(color256) else { continue }
                let contrast = foreground.contrast(with: pen.background.map(color256) ?? black)
                #expect(
                    contrast >= (Self.quiet.contains(role) ? 2.7 : 3.6),
                    "\(role.rawValue) on \(ground?.rawValue ?? "nothing"): \(pen) is \(contrast)")
            }
        }
    }

    /// What the palette of 256 has at an index above the first sixteen.
    private func color256(_ index: Int) -> Color {
        guard index < 232 else {
            let gray = UInt8(8 + 10 * (index - 232))
            return Color(red: gray, green: gray, blue: gray)
        }
        let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
        let cube = index - 16
        return Color(red: steps[cube / 36], green: steps[cube / 6 % 6], blue: steps[cube % 6])
    }

    @Test(arguments: themes, ColorDepth.allCases)
    func theCursorCanBeSeenWithAnyColours(name: String, depth: ColorDepth) throws {
        let theme = try Theme.builtIn(name)
        let plain = theme.pen(for: Style(.text), depth: depth)
        for ground in [Role.selection, .selectionFocused, .match, .anchor] {
            for role in [Role.text, .time, .actorHostile, .rungReached] {
                let pen = theme.pen(for: Style(role, ground: ground), depth: depth)
                let alone = theme.pen(for: Style(role), depth: depth)
                let isSeen = pen.background != plain.background || pen.attributes != alone.attributes
                #expect(isSeen, "\(role.rawValue) on \(ground.rawValue): \(pen)")
                #expect(pen.foreground == nil || pen.foreground != pen.background, "\(role.rawValue): \(pen)")
            }
        }
        let focused = theme.pen(for: Style(.text, ground: .selectionFocused), depth: depth)
        let other = theme.pen(for: Style(.text, ground: .selection), depth: depth)
        #expect(focused != other)
        if depth == .none {
            for role in Role.allCases {
                let pen = theme.pen(for: Style(role), depth: depth)
                #expect(pen.foreground == nil && pen.background == nil)
            }
        }
    }

    @Test func rolesFallBackToWhatTheyArePartOf() throws {
        let theme = try Theme.parse(
            toml: """
                [palette]
                sea = "#336699"
                [roles]
                text = "#eeeeee"
                status = { foreground = "sea", background = "#000", attributes = ["bold"] }
                "status.live" = "#00ff00"
                actor.hostile = "sea"
                """, named: "own", file: "own.toml")
        let live = theme.appearance(of: Style(.statusLive, italic: true))
        #expect(live.foreground?.description == "#00ff00")
        #expect(live.background?.description == "#000000")
        #expect(live.attributes == [.bold, .italic])
        #expect(theme.appearance(of: Style(.statusKey)).foreground?.description == "#336699")
        #expect(theme.appearance(of: Style(.rungReached)).foreground?.description == "#eeeeee")
        #expect(theme.appearance(of: Style(.actorHostile)).foreground?.description == "#336699")
    }

    @Test func aThemeMayChangeOnlyThePalette() throws {
        let theme = try Theme.parse(
            toml: "inherits = \"daylight\"\n[palette]\nred = \"#900000\"", named: "own", file: "own.toml")
        #expect(theme.isLight)
        #expect(theme.appearance(of: Style(.actorHostile)).foreground?.description == "#900000")
        #expect(theme.appearance(of: Style(.actorHostile)).background?.description == "#fbfaf7")
    }

    @Test(arguments: [
        ("[roles]\n\n\"txt.dim\" = \"#fff\"", "mine.toml:3: there is no role “txt.dim”; did you mean “text.dim”?"),
        ("[palette]\nink = \"#12345\"", "mine.toml:2: “#12345” is no colour; expected #rrggbb, such as #5fafd7"),
        (
            "[palette]\ngreen = \"#00ff00\"\n[roles]\ntime = \"gren\"",
            "mine.toml:4: there is no colour “gren”; did you mean “green”?"
        ),
        ("kind = \"lite\"", "mine.toml:1: “kind” is “lite”; expected “dark” or “light”"),
        ("inherits = \"wach\"", "mine.toml:1: there is no theme “wach”; did you mean “watch”?"),
        ("sumary = \"x\"", "mine.toml:1: there is no key “sumary”; did you mean “summary”?"),
        (
            "\n[roles]\ntime = { forground = \"#fff\" }",
            "mine.toml:3: there is no key “forground”; did you mean “foreground”?"
        ),
        (
            "[roles]\ntime = { attributes = [\"blod\"] }",
            "mine.toml:2: there is no attribute “blod”; did you mean “bold”?"
        ),
        ("[roles]\ntime = 3", "mine.toml:2: “time” must be text in quotes"),
    ])
    func saysWhatIsWrongAndWhere(text: String, message: String) {
        #expect(
            performing: { try Theme.parse(toml: text, named: "mine", file: "mine.toml") },
            throws: { "\($0)" == message })
    }

    @Test func namesTheLineOfWhatIsNoTOML() {
        #expect(
            performing: { try Theme.parse(toml: "kind = \"dark\"\nroles = [", named: "mine", file: "mine.toml") },
            throws: { "\($0)".hasPrefix("mine.toml:2: this is not TOML") })
    }

    private static let accents = (8...15).map { "base0" + String($0, radix: 16, uppercase: true) }

    /// The parser would stop the program at these.
    @Test(arguments: ["[", "[=]", "a = [}", "[roles]\nx = [=", "a = \"\u{0}\""])
    func survivesWhatTheParserDoesNot(text: String) {
        #expect(throws: ThemeError.self) {
            try Theme.parse(toml: text, named: "mine", file: "mine.toml", library: ThemeLibrary())
        }
    }

    @Test func readsBase16InBothForms() throws {
        let grays = ["181818", "282828", "383838", "585858", "b8b8b8", "d8d8d8", "e8e8e8", "f8f8f8"]
        let colors = grays + ["ab4642", "dc9656", "f7ca88", "a1b56c", "86c1b9", "7cafc2", "ba8baf", "a16946"]
        let lines = colors.enumerated().map { "base0\(String($0, radix: 16, uppercase: true)): \"\($1)\"" }
        let old = "scheme: \"Some name\"\nauthor: \"someone\"\n" + lines.joined(separator: "\n")
        let new = "system: base16\nname: Some name\npalette:\n" + lines.map { "  " + $0 }.joined(separator: "\n")
        for text in [old, new] {
            let theme = try Theme.parse(base16: text, named: "some", file: "some.yaml")
            #expect(theme.summary == "Some name" && !theme.isLight)
            #expect(theme.appearance(of: Style(.text)).background?.description == "#181818")
            #expect(theme.appearance(of: Style(.actorHostile)).foreground?.description == "#ab4642")
        }
        #expect(
            performing: { try Theme.parse(base16: "scheme: x\nbase00: \"zzz\"", named: "x", file: "x.yaml") },
            throws: { "\($0)" == "x.yaml:2: “zzz” is no colour; expected six hexadecimal digits" })
        #expect(
            performing: { try Theme.parse(base16: "scheme: x", named: "x", file: "x.yaml") },
            throws: { "\($0)" == "x.yaml: “base00” is missing; a base16 scheme has base00 to base0F" })
    }

    @Test func theUsersFolderComesFirst() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "themes-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("inherits = \"watch\"\n[palette]\nred = \"#ff0000\"".utf8).write(
            to: folder.appending(path: "watch.toml"))
        try Data("inherits = \"b\"".utf8).write(to: folder.appending(path: "a.toml"))
        try Data("inherits = \"a\"".utf8).write(to: folder.appending(path: "b.toml"))
        let library = ThemeLibrary(folder: folder.path)
        #expect(library.names.contains("a") && library.names.contains("dusk"))
        #expect(try library.load("watch").appearance(of: Style(.actorHostile)).foreground?.description == "#ff0000")
        #expect(try library.load("dusk").appearance(of: Style(.actorHostile)).foreground?.description == "#f0818d")
        #expect(performing: { try library.load("a") }, throws: { "\($0)".contains("circle") })
        #expect(performing: { try library.load("dsuk") }, throws: { "\($0)".contains("did you mean “dusk”?") })
        #expect(throws: ThemeError.self) { try library.load("../watch") }
        #expect(ThemeLibrary(folder: "/nowhere").names == Theme.builtInNames.sorted())
    }

    @Test(arguments: [
        ("#ff0000", 196, 9, 1), ("#000000", 16, 0, 0), ("#ffffff", 231, 15, 7), ("#808080", 244, 8, 0),
        ("#84b0e0", 110, 12, 4), ("#005f87", 24, 6, 6), ("#8fbf8b", 108, 10, 2), ("#d9c077", 180, 11, 3),
    ])
    func colorsBecomeTheNearest(text: String, of256: Int, of16: Int, of8: Int) throws {
        let color = try #require(Color(hexadecimal: text))
        #expect(color.description == text)
        #expect(color.nearest(in: .trueColor) == color.packed)
        #expect(color.nearest(in: .palette256) == of256)
        #expect(color.nearest(in: .sixteen) == of16)
        #expect(color.nearest(in: .eight) == of8)
        #expect(color.nearest(in: .none) == nil)
    }

    @Test func contrastIsThatOfWCAG() throws {
        let black = Color(red: 0, green: 0, blue: 0)
        let white = Color(red: 255, green: 255, blue: 255)
        #expect(abs(black.contrast(with: white) - 21) < 0.001)
        #expect(abs(Color(red: 118, green: 118, blue: 118).contrast(with: white) - 4.54) < 0.01)
    }
}
