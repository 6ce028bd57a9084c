import BoardFixture
import Display
import Panes
import Testing

/// The board's screens, as recorded beside the tests and read by eye.
@Suite struct ScreenTests {
    @Test(arguments: [(80, 24), (120, 40), (200, 60), (60, 16)])
    func theBuiltInSituation(columns: Int, rows: Int) throws {
        let stage = try builtIn(columns, rows)
        try expectScreen(stage.screen, named: "built-in \(columns)x\(rows)")
    }

    @Test(arguments: [
        ("rung", "2<Enter>"), ("actor", "1g<Enter>"), ("quote", "3/cannon<Enter><Enter>"),
        ("event", "4/special<Enter><Enter>"),
        ("document", "3/cannon<Enter>o"), ("log", "6f"), ("help", "?"), ("palette", "<C-p>seoul"), ("form", "1ge"),
        ("completion", ":pa<Tab>"), ("filter", "3/weapons"), ("found", ":find putin<Enter>"),
        ("past", ":as-of 2024-10-19<Enter>"),
    ])
    func whatIsOpened(name: String, keys: String) throws {
        var stage = try builtIn(120, 40)
        try stage.press(keys)
        try expectScreen(stage.screen, named: name)
    }

    /// What analysts hold, on a screen of the least size that is common.
    @Test(arguments: [
        ("records", ":judgements<Enter>"), ("hypotheses", ":ach<Enter>jl"), ("judging", "2gjjJun"),
    ])
    func whatAnalystsHold(name: String, keys: String) throws {
        var stage = try builtIn(80, 24)
        try stage.press(keys)
        try expectScreen(stage.screen, named: "\(name) 80x24")
        var ascii = try builtIn(80, 24, glyphs: .ascii)
        try ascii.press(keys)
        let text = ascii.draw().canvas.asciiOnly().text()
        #expect(text.utf8.allSatisfy { $0 < 128 })
        try expectScreen(text, named: "\(name) ascii 80x24")
    }

    @Test func asciiOnly() throws {
        let stage = try builtIn(80, 24, glyphs: .ascii)
        let text = stage.draw().canvas.asciiOnly().text()
        #expect(text.utf8.allSatisfy { $0 < 128 })
        try expectScreen(text, named: "ascii 80x24")
    }

    @Test func theMarksOfMeaning() throws {
        let stage = harbourStage(80, 24)
        try expectScreen(stage.draw().canvas.rolePicture(), named: "roles 80x24")
    }

    private func harbourStage(_ columns: Int, _ rows: Int) -> Stage {
        Stage(Harbour.archive(), situation: Harbour.id, size: Size(columns: columns, rows: rows))
    }
}
