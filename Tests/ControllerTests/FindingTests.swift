import BoardFixture
import Commands
import Controller
import Display
import SituationModel
import Testing

@Suite struct FindingTests {
    @Test func theFilterNarrowsWhileItIsTyped() throws {
        var stage = harbour()
        try stage.press("1/hol")
        #expect(stage.board.actorRows.map(\.actor.id) == ["norland", "ada-holm"])
        try stage.press("<BS>")
        try stage.press("<Enter>")
        #expect(stage.prompt == nil)
        #expect(stage.board.filters[.actors] == "ho")
        try stage.press("<Esc>")
        #expect(stage.board.filters[.actors] == nil)
        #expect(stage.board.actorRows.count == 4)
    }

    @Test func aFilterThatIsLeftBringsBackTheOneBefore() throws {
        var stage = harbour()
        try stage.press("1/sud<Enter>/norl<Esc>")
        #expect(stage.board.filters[.actors] == "sud")
    }

    @Test func theFilterReachesTheArchive() throws {
        var stage = harbour()
        try stage.press("3/answer<Enter>")
        #expect(stage.board.quotes.rows.map(\.value.id) == ["office"])
        try stage.press("/nothing-like-this<Enter>")
        #expect(stage.screen.contains("Nothing here matches"))
    }

    @Test func theFilterKnowsFields() throws {
        var stage = harbour()
        try stage.press("1/kind:person<Enter>")
        #expect(!stage.board.actorRows.isEmpty)
        #expect(stage.board.actorRows.filter { !$0.hasMembers }.allSatisfy { $0.actor.kind == .person })
        try stage.press("3/speaker:ada-holm<Enter>")
        #expect(!stage.board.quotes.rows.isEmpty)
        #expect(stage.board.quotes.rows.allSatisfy { $0.value.speaker == "ada-holm" })
    }

    @Test func aFilterThatCannotBeReadTellsWhere() throws {
        var stage = harbour()
        try stage.press("1/holm kind:persn<Enter>")
        let prompt = try #require(stage.prompt)
        #expect(prompt.complaint?.contains("did you mean person?") == true)
        // The line stays as it was typed, with the cursor on the mistake.
        #expect(prompt.editor.text == "holm kind:persn" && prompt.editor.cursor == 10)
        #expect(stage.screen.contains("column 11"))
        // What can be understood of it narrows the list all the same.
        #expect(stage.board.actorRows.map(\.actor.id) == ["norland", "ada-holm"])
        try stage.press("<C-e><BS>on")
        #expect(stage.prompt?.complaint == nil)
        try stage.press("<Enter>")
        #expect(stage.prompt == nil)
        #expect(stage.board.actorRows.contains { $0.actor.id == "ada-holm" })
    }

    @Test func theFilterIsCompleted() throws {
        var stage = harbour()
        try stage.press("3/spea<Tab>")
        #expect(stage.prompt?.editor.text == "speaker:")
        try stage.press("hol<Tab><Enter>")
        #expect(stage.board.filters[.quotes] == "speaker:ada-holm")
    }

    @Test func theFilterFindsByAliasInAnotherScript() throws {
        var stage = harbour()
        try stage.press("1/ада<Enter>")
        #expect(stage.board.actorRows.contains { $0.actor.id == "ada-holm" })
    }

    @Test func aCommandCanBeTypedAndCompleted() throws {
        var stage = harbour()
        try stage.press(":pane wi<Tab><Enter>")
        #expect(stage.board.focus == .wire)
        try stage.press(":<Up>")
        #expect(stage.prompt?.editor.text.contains("wire") == true)
    }

    @Test func aMistypedCommandNamesTheNearest() throws {
        var stage = harbour()
        try stage.press(":thme<Enter>")
        #expect(stage.message.contains("theme"))
        #expect(stage.effects.contains(.bell))
    }

    @Test func aCommandThatLacksItsArgumentAsksForIt() throws {
        var stage = harbour()
        try stage.press("<C-p>as-of<Enter>")
        #expect(stage.prompt?.editor.text == "as-of ")
        try stage.press("<Enter>")
        #expect(stage.prompt == nil)
        #expect(stage.message.contains("TIME"))
    }

    @Test func thePaletteFindsCommandsActorsAndRungs() throws {
        var stage = harbour()
        try stage.press("<C-p>adah<Enter>")
        #expect(stage.board.focus == .actors)
        #expect(stage.cursor == .actor("ada-holm"))
        try stage.press("<C-p>seized<Enter>")
        #expect(stage.cursor == .rung(RungKey("norland", "seizure")))
        try stage.press("<C-p>zoom<Enter>")
        #expect(stage.board.isZoomed)
    }

    @Test func theHelpIsFilteredByEveryWord() throws {
        var stage = harbour()
        try stage.press("?")
        let all = try #require(stage.list?.entries.count)
        try stage.press("undo")
        let some = try #require(stage.list?.entries)
        #expect(!some.isEmpty && some.count < all)
        #expect(some.contains { $0.title == "undo" })
        try stage.press("<Esc>")
        #expect(stage.list == nil)
    }

    @Test func themesArePreviewedAndTakenBack() throws {
        var stage = harbour()
        try stage.press("T<Up>")
        #expect(stage.effects.last == .theme("daylight", isChosen: false))
        try stage.press("<Esc>")
        #expect(stage.effects.last == .theme("watch", isChosen: false))
        try stage.press("T<Up><Enter>")
        #expect(stage.effects.last == .theme("daylight", isChosen: true))
        #expect(stage.board.settings.theme == "daylight")
    }

    @Test func aThemeIsSeenWhileItsNameIsTyped() throws {
        var stage = harbour()
        try stage.press(":theme daylight")
        #expect(stage.effects.last == .theme("daylight", isChosen: false))
        try stage.press("<Esc>")
        #expect(stage.effects.last == .theme("watch", isChosen: false))
    }
}
