import BoardFixture
import Commands
import Controller
import SituationModel
import Testing

/// Judging rungs on the board: the words, the horizon, the revisions, and what all analysts hold.
@Suite struct JudgingTests {
    private let seizure = RungKey("norland", "seizure")

    private func judged(_ columns: Int = 120, _ rows: Int = 40) throws -> Stage {
        var stage = harbour(columns, rows)
        try stage.press("gjJlik<C-n><Tab>90d<Tab>moderate<Tab>crews are held<C-s>")
        return stage
    }

    private func complaint(_ stage: Stage, _ name: FormField.Name) -> String {
        stage.form?.fields.first { $0.name == name }?.complaint ?? ""
    }

    @Test func aRungIsJudgedUnderTheReadersName() throws {
        let stage = try judged()
        #expect(stage.form == nil)
        let judgement = try #require(stage.board.situation.judgements.inOrder.first)
        #expect((judgement.analyst, judgement.rung) == ("vera", seizure))
        #expect(judgement.likelihood == (try Likelihood("likely")))
        #expect(judgement.confidence == .moderate)
        #expect(judgement.reason == "crews are held")
        #expect(judgement.made.day.description == "2031-03-05")
        #expect(judgement.horizonEnd.description == "2031-06-03T23:59:59.999Z")
        #expect(stage.message == "Judged: likely (ICD 203)")
    }

    @Test func theFormProposesTheWordsWithTheirBands() throws {
        var stage = harbour(80, 24)
        try stage.press("gjJ")
        for words in ["almost no chance", "1–5%, ICD 203", "roughly even chance"] {
            #expect(stage.screen.contains(words), "\(words) is not on\n\(stage.screen)")
        }
        try stage.press("realis")
        #expect(stage.screen.contains("realistic possibility (PHIA)"))
        #expect(!stage.screen.contains("roughly even"))
        try stage.press("<Right><Tab>2031-04<C-s>")
        let judgement = try #require(stage.board.situation.judgements.inOrder.first)
        #expect(judgement.likelihood == (try Likelihood("realistic possibility (PHIA)")))
        #expect(judgement.horizonText == "2031-04-30")
    }

    /// The key that writes the next proposal moves the cursor where there is text behind it.
    @Test func withinTheTextTheArrowsMoveTheCursor() throws {
        var stage = harbour()
        try stage.press("gjJ0%<Left><Left>6<Right><C-n><Tab>90d<C-s>")
        #expect(stage.board.situation.judgements.inOrder.first?.likelihood == .probability(0.6))
    }

    @Test(arguments: [
        ("banana", "90d", FormField.Name.likelihood, "no such word"),
        ("60", "90d", .likelihood, "write 60% for per cent"),
        ("100%", "90d", .likelihood, "less than 100%"), ("80-55%", "90d", .likelihood, "lower end"),
        ("60%", "soon", .until, "expected 2025-06-30 or 90d"), ("60%", "0d", .until, "expected"),
        ("60%", "", .until, "needed"),
    ])
    func aMistakeSaysWhatIsExpected(likelihood: String, until: String, field: FormField.Name, words: String) throws {
        var stage = harbour()
        try stage.press("gjJ\(likelihood)<Tab>\(until)<C-s>")
        #expect(complaint(stage, field).contains(words), "\(complaint(stage, field))")
        #expect(stage.board.situation.judgements.isEmpty)
    }

    @Test func aHorizonThatHasPassedIsRefusedAndTheFormComesBack() throws {
        var stage = harbour()
        try stage.press("gjJ60%<Tab>2030-12-31<C-s>")
        #expect(stage.form?.fields[1].value == "2030-12-31")
        #expect(stage.board.situation.judgements.isEmpty)
    }

    @Test func aSecondJudgementOfTheSameQuestionRevisesTheFirst() throws {
        var stage = try judged()
        try stage.press(":judgements<Enter>jJ")
        #expect(stage.form?.title.hasPrefix("Revise: ") == true)
        #expect(stage.form?.fields[0].value == "likely (ICD 203)")
        #expect(stage.form?.fields[1].value == "2031-06-03")
        try stage.press("<C-u>very likely<Tab><Tab><Tab>warrants are out<C-s>")
        #expect(stage.message == "Revised: very likely (ICD 203)")
        #expect(stage.board.situation.judgements.count == 2)
        let forecast = try #require(stage.board.judging.forecasts.first)
        #expect(stage.board.judging.forecasts.count == 1)
        #expect(forecast.judgements.map(\.reason) == ["crews are held", "warrants are out"])
        #expect(stage.screen.contains("revised once"))
        try stage.press("z")
        #expect(stage.board.situation.judgements.count == 1)
    }

    @Test func allAnalystsStandSideBySideOnTheRung() throws {
        var stage = try judged()
        let theirs = Judgement(
            id: "bens", analyst: "ben", rung: seizure, horizonEnd: Harbour.time("2031-03-20T00:00:00Z"),
            likelihood: .range(0.1, 0.3), confidence: .low, made: Harbour.time("2031-03-05T12:00:00Z"))
        stage.meanwhile(.add(record: .judgement(theirs)), by: Author("ben"))
        try stage.press("2gj<Enter>")
        let screen = stage.screen
        for words in ["JUDGEMENTS", "ben", "10–30%", "vera", "likely (ICD 203)", "confidence moderate"] {
            #expect(screen.contains(words), "\(words) is not on\n\(screen)")
        }
        // Never in one sentence (ICD 203).
        for line in screen.split(separator: "\n") {
            #expect(!(line.contains("likely (") && line.contains("confidence")))
        }
        // It comes about: what was open is resolved.
        let move = RungMove(.reached, by: Author("ben"), reason: "seen", evidence: [])
        stage.meanwhile(.move(rung: seizure, move: move), by: Author("ben"))
        #expect(stage.board.judging.forecasts.allSatisfy { $0.outcome.word == "reached" })
        #expect(stage.screen.contains("Brier 0.64"))
    }

    @Test func theRecordsAreReadInTheirWidth() throws {
        var stage = try judged(80, 24)
        let move = RungMove(.reached, by: Author("ben"), reason: "seen", evidence: [])
        stage.meanwhile(.move(rung: seizure, move: move), by: Author("ben"))
        try stage.press(":calibration<Enter>")
        let screen = stage.screen
        for words in [
            "VERA", "0 open, 1 resolved, 0 void", "Brier 0.11", "too few to judge by", "55–80%", "100%", "small",
        ] {
            #expect(screen.contains(words), "\(words) is not on\n\(screen)")
        }
        // Every forecast leads on to its judgement.
        try stage.press("j<Enter>")
        #expect(stage.screen.contains("crews are held"))
        try stage.press("<Esc>")
        #expect(stage.screen.contains("too few to judge by"))
    }

    @Test func whereThereIsNoRungItSaysSo() throws {
        var stage = harbour()
        try stage.press("1gJ")
        #expect(stage.message.contains("Put the cursor on a rung"))
        try stage.press(":judge norland/war<Enter>")
        #expect(stage.message.contains("LADDER/RUNG"))
        try stage.press(":judge sudland/fleet<Enter>")
        #expect(stage.form != nil)
        stage = harbour(readOnly: "it is read-only")
        try stage.press("gjJ")
        #expect(stage.form == nil)
    }

    @Test func aJudgementOfWhatHasBeenReachedIsCalledVoid() throws {
        var stage = harbour()
        try stage.press(":judge norland/closure<Enter>60%<Tab>90d<C-s>")
        #expect(stage.message.contains("will not count"))
        #expect(stage.board.judging.analysts.first?.void == 1)
    }

    // MARK: Templates

    @Test func aLadderIsMadeFromATemplate() throws {
        var stage = harbour()
        try stage.press(":add-ladder <Tab>")
        #expect(stage.prompt?.completion?.candidates.map(\.text) == ["kahn", "glasl", "hiik", "mid", "support"])
        try stage.press("<Esc>:add-ladder glasl sud<Tab>")
        #expect(stage.prompt?.editor.text == "add-ladder glasl sudland")
        try stage.press("<Enter>")
        let ladder = try #require(stage.board.situation.ladders["sudland-glasl"])
        #expect((ladder.title, ladder.actors, ladder.rungs.count) == ("Sudland", ["sudland"], 9))
        #expect(stage.cursor == .ladder("sudland-glasl"))
        try stage.press("z")
        #expect(stage.board.situation.ladders["sudland-glasl"] == nil)
        try stage.press(":template kan norland<Enter>")
        #expect(stage.message.contains("there are kahn, glasl"))
        try stage.press(":template kahn nobody<Enter>")
        #expect(stage.message.contains("no actor “nobody”"))
    }
}
