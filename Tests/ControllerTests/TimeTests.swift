import BoardFixture
import Controller
import SituationModel
import Testing

@Suite struct TimeTests {
    @Test func stepsBackThroughWhatWasKnownAndForwardAgain() throws {
        var stage = harbour()
        #expect(stage.board.situation.state(of: RungKey("sudland", "protest")) == .reached)
        try stage.press("[[")
        #expect(stage.board.asOf == Harbour.time("2031-03-03T09:00:00Z"))
        #expect(stage.board.situation.state(of: RungKey("sudland", "protest")) == .notReached)
        #expect(stage.screen.contains("AS OF 3 Mar 2031 09:00Z"))
        try stage.press("]")
        #expect(stage.board.situation.state(of: RungKey("sudland", "protest")) == .reached)
        try stage.press("\\")
        #expect(stage.board.asOf == nil)
    }

    @Test func theLastStepForwardIsThePresent() throws {
        var stage = harbour()
        try stage.press("[]")
        #expect(stage.board.asOf == nil)
    }

    @Test func aDayCountsToItsEnd() throws {
        var stage = harbour()
        try stage.press(":as-of 2031-03-03<Enter>")
        #expect(stage.board.situation.state(of: RungKey("norland", "seizure")) == .underConsideration)
        #expect(stage.board.situation.state(of: RungKey("sudland", "protest")) == .notReached)
        try stage.press(":as-of yesterday-ish<Enter>")
        #expect(stage.message.contains("is no time"))
    }

    @Test func thePastCannotBeChanged() throws {
        var stage = harbour()
        try stage.press("[s")
        #expect(stage.form == nil)
        #expect(stage.message.contains("returns to the present"))
        let entries = stage.archive.entries.count
        try stage.press("z")
        #expect(stage.archive.entries.count == entries)
    }

    @Test func nothingBeforeTheBeginning() throws {
        var stage = harbour()
        try stage.press("[[[[[[")
        #expect(stage.message.contains("Nothing was known before"))
    }
}
