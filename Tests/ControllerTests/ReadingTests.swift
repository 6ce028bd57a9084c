import BoardFixture
import Controller
import Display
import Panes
import SituationModel
import Testing

@Suite struct ReadingTests {
    @Test func enterOpensAndEscapeLeadsBackTheSameWay() throws {
        var stage = harbour()
        try stage.press("3g<Enter>")
        #expect(stage.board.focus == .detail)
        #expect(stage.screen.contains("usually reliable, probably true"))
        try stage.press("j<Enter>")
        #expect(stage.board.detail.trail.count == 2)
        #expect(stage.screen.contains("prime minister"))
        try stage.press("<Esc>")
        #expect(stage.board.detail.subject == .item(.quote("holm")))
        try stage.press("<Esc>")
        #expect(stage.board.focus == .quotes)
        #expect(!stage.board.detail.isOpen)
    }

    @Test func sourceOpensTheDocumentAtTheSentence() throws {
        var stage = harbour()
        try stage.press("3go")
        guard case .document("report", let anchor)? = stage.board.detail.subject else {
            Issue.record("no document is open")
            return
        }
        #expect(anchor?.exact == "We will not be the first to fire,")
        let picture = stage.draw().canvas
        let highlighted = (0..<picture.size.rows).flatMap { row in
            (0..<picture.size.columns).map { picture[$0, row] }
        }.filter { $0.style.ground == .anchor }.map(\.text).joined()
        #expect(highlighted.filter { !$0.isWhitespace } == "Wewillnotbethefirsttofire,")
    }

    @Test func everyListItemThatRestsOnADocumentLeadsToIt() throws {
        for pane in ["2", "3", "4", "5"] {
            var stage = harbour()
            try stage.press(pane + "o")
            #expect(stage.board.detail.subject?.document == "report", "from pane \(pane)")
        }
    }

    @Test func whatTheCursorRestsOnIsSeen() throws {
        var stage = harbour()
        let before = stage.board.tally.unseen
        try stage.press("3")
        #expect(stage.board.tally.unseen == before - 1)
        try stage.press("j")
        #expect(stage.board.tally.unseen == before - 2)
        try stage.press("uu")
        #expect(stage.board.tally.unseen == 0)
        try stage.press("u")
        #expect(stage.message.contains("seen"))
    }

    @Test func copyGoesToTheTerminal() throws {
        var stage = harbour()
        try stage.press("3gy")
        #expect(stage.effects.contains(.copy("“We will not be the first to fire,” — Ada Holm")))
    }

    @Test func searchInADocumentHighlights() throws {
        var stage = harbour()
        try stage.press("5<Enter>/sailors<Enter>")
        let picture = stage.draw().canvas
        let matched = (0..<picture.size.rows).flatMap { row in (0..<picture.size.columns).map { picture[$0, row] } }
            .filter { $0.style.ground == .match }.map(\.text).joined()
        #expect(matched == "sailors")
    }

    @Test func aWideBoardShowsTheDetailOfWhatTheCursorIsOn() throws {
        var stage = harbour(200, 60)
        try stage.press("1gj")
        #expect(stage.board.detail.subject == .item(.actor("ada-holm")))
        #expect(stage.screen.contains("Ада Хольм"))
        #expect(stage.board.focus == .actors)
    }
}
