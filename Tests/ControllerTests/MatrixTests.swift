import BoardFixture
import Commands
import Controller
import Display
import SituationModel
import Testing

/// The matrix of competing hypotheses: begun, filled from the board, rated with keys, by two analysts at once.
@Suite struct MatrixTests {
    private let id: HypothesesID = "what-is-the-closure-for"

    /// A matrix of two hypotheses with one quote as evidence, open.
    private func open(_ columns: Int = 120, _ rows: Int = 40) throws -> Stage {
        var stage = harbour(columns, rows)
        try stage.press(":ach-new What is the closure for?<Enter>")
        try stage.press("Hpressure<C-s>:ach-hypothesis war<Enter>")
        try stage.press("<Esc>3gE:ach<Enter>")
        return stage
    }

    private func matrix(_ stage: Stage) throws -> HypothesisMatrix {
        try #require(stage.board.situation.hypotheses[id])
    }

    private func rating(_ stage: Stage, _ hypothesis: HypothesisID, by analyst: String = "vera") throws -> Consistency?
    {
        try matrix(stage).rating(by: analyst, "holm", hypothesis)
    }

    @Test func aMatrixIsBegunAndFilledFromTheBoard() throws {
        var stage = try open()
        let matrix = try matrix(stage)
        #expect(matrix.title == "What is the closure for?")
        #expect(matrix.hypotheses.map(\.title) == ["pressure", "war"])
        let item = try #require(matrix.items.first)
        #expect(item.summary == "Ada Holm: “We will not be the first to fire,”")
        #expect(item.evidence.map(\.exact) == ["We will not be the first to fire,"])
        #expect(item.credibility == .high, "B2 suggests it")
        try stage.press("<Esc>3gE")
        #expect(stage.message.contains("already"))
        try stage.press("4gE")
        #expect(try self.matrix(stage).items.map(\.id) == ["holm", "closure"])
        // A document has no sentence of its own: it is asked for.
        try stage.press("5gE")
        #expect(stage.form?.fields.first { $0.name == .document }?.value == "report")
        try stage.press("Sailors are held<Tab><Tab><Tab><Tab>held on six ships<C-s>")
        #expect(try self.matrix(stage).items.last?.evidence.first?.exact == "held on six ships")
        try stage.press("1gE")
        #expect(stage.message.contains("can be taken as evidence"))
    }

    @Test func cellsAreRatedWithKeys() throws {
        var stage = try open()
        for (key, cell) in [
            ("I", Consistency.veryInconsistent), ("i", .inconsistent), ("n", .neutral), ("c", .consistent),
            ("C", .veryConsistent), ("-", .consistent), ("-", .neutral), ("-", .inconsistent), ("+", .neutral),
        ] {
            try stage.press(key)
            #expect(try rating(stage, "pressure") == cell, "\(key)")
        }
        try stage.press("x")
        #expect(try rating(stage, "pressure") == nil)
        try stage.press("-l+")
        #expect(try rating(stage, "pressure") == .inconsistent)
        #expect(try rating(stage, "war") == .consistent)
        #expect(stage.screen.contains("1. H2  0.00  war"))
        #expect(stage.screen.contains("2. H1  1.41  pressure"))
        try stage.press("z")
        #expect(try rating(stage, "war") == nil)
        #expect(try rating(stage, "pressure") == .inconsistent)
        #expect(stage.screen.contains("1 unrated"))
    }

    /// Somebody else works on the same matrix, from before one's own change: both keep all they did, cell by cell.
    @Test func twoAnalystsKeepWhatEachHasRated() throws {
        var stage = try open()
        let before = try matrix(stage)
        try stage.press("i")
        var theirs = before.rated(.veryConsistent, by: "ben", "holm", "pressure").rated(
            .neutral, by: "ben", "holm", "war")
        theirs.hypotheses.append(Hypothesis(id: "bluff", title: "bluff"))
        stage.meanwhile(.revise(before: .hypotheses(before), after: .hypotheses(theirs)), by: Author("ben"))
        #expect(try rating(stage, "pressure") == .inconsistent)
        #expect(try rating(stage, "pressure", by: "ben") == .veryConsistent)
        #expect(try rating(stage, "war", by: "ben") == .neutral)
        let screen = stage.screen
        for words in ["[I~CC ]", "ben: CC very consistent; vera: I inconsistent", "they differ by 1.50", "H3"] {
            #expect(screen.contains(words), "\(words) is not on\n\(screen)")
        }
    }

    @Test func whatSomebodyRatedAndSomebodyElseTookOutIsGone() throws {
        var stage = try open()
        let before = try matrix(stage)
        try stage.press("kl")
        #expect(stage.screen.contains("renames"))
        try stage.press("Dy")
        #expect(try matrix(stage).hypotheses.map(\.id) == ["pressure"])
        let theirs = before.rated(.consistent, by: "ben", "holm", "war").rated(.neutral, by: "ben", "holm", "pressure")
        stage.meanwhile(.revise(before: .hypotheses(before), after: .hypotheses(theirs)), by: Author("ben"))
        #expect(try matrix(stage).ratings.map(\.hypothesis) == ["pressure"])
        try stage.press("z")
        #expect(try matrix(stage).hypotheses.count == 2)
        #expect(try rating(stage, "war", by: "ben") == .consistent, "it is there again, and so is what was said of it")
    }

    @Test func hypothesesItemsAndTheQuestionAreEdited() throws {
        var stage = try open()
        try stage.press("ke<C-u>mere pressure<Tab><C-u>Why close it?<C-s>")
        #expect(try matrix(stage).hypotheses.map(\.title) == ["mere pressure", "war"])
        #expect(try matrix(stage).title == "Why close it?")
        try stage.press("je<Tab>low<Tab>high<C-s>")
        let item = try #require(try matrix(stage).items.first)
        #expect((item.credibility, item.relevance, item.evidence.count) == (.low, .high, 1))
        #expect(stage.screen.contains("weighs 1.00"))
        try stage.press("aNo ship has left since<C-s>")
        #expect(try matrix(stage).items.count == 2)
        try stage.press("jDy")
        #expect(try matrix(stage).items.map(\.id) == ["holm"])
        try stage.press("z")
        try stage.press("G<Enter>")
        #expect(stage.message.contains("rests on no document"))
    }

    @Test func anItemOpensItsSentenceAndEscComesBack() throws {
        var stage = try open()
        try stage.press("l<Enter>")
        guard case .document("report", let anchor?)? = stage.board.detail.subject else {
            Issue.record("no document is open: \(String(describing: stage.board.detail.subject))")
            return
        }
        #expect(anchor.exact == "We will not be the first to fire,")
        try stage.press("<Esc>c")
        #expect(try rating(stage, "war") == .consistent, "the cursor is where it was")
        try stage.press("o")
        #expect(stage.board.detail.subject?.document == "report")
    }

    @Test func ofSeveralOneIsChosen() throws {
        var stage = try open()
        try stage.press(":ach-new Who gave the order?<Enter><Esc>2:ach<Enter>")
        #expect(stage.list?.entries.map(\.title) == ["What is the closure for?", "Who gave the order?"])
        try stage.press("<Enter>")
        #expect(stage.screen.contains("H2  0.00  war"))
        try stage.press("<Esc>:ach nothing<Enter>")
        #expect(stage.message.contains("no hypotheses “nothing”"))
    }

    @Test func aManyColumnedMatrixScrollsInBothDirections() throws {
        var stage = try open(80, 24)
        for number in 1...9 { try stage.press(":ach-hypothesis other \(number)<Enter>") }
        for number in 1...30 { try stage.press("aitem \(number)<C-s>") }
        try stage.press("Gllllllllll")
        #expect(stage.screen.contains("H11"))
        #expect(stage.screen.contains("item 30"))
        #expect(stage.screen.contains("diag <"))
        try stage.press("c")
        #expect(try matrix(stage).ratings.map(\.hypothesis) == ["other-9"])
        try stage.press("g")
        #expect(stage.screen.contains("Ada Holm"))
        for (columns, rows) in [(40, 10), (60, 16), (200, 60)] {
            stage.resize(to: .init(columns: columns, rows: rows))
            #expect(stage.screen.contains("Detail"), "\(columns)x\(rows)")
        }
    }

    @Test func withoutAnyThePromptAsksForAQuestion() throws {
        var stage = harbour()
        try stage.press(":ach<Enter>")
        #expect(stage.prompt?.editor.text == "ach-new ")
        try stage.press("<Esc>3gE")
        #expect(stage.message.contains(":ach-new QUESTION"))
    }

    @Test func aPastMatrixIsReadAndNotRated() throws {
        var stage = try open()
        try stage.press("i")
        try stage.press("<Esc>:as-of 2031-03-04<Enter>:ach<Enter>")
        #expect(stage.message.contains("no competing hypotheses"))
    }
}
