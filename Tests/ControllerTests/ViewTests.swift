import BoardFixture
import Commands
import Controller
import Display
import SituationModel
import Testing

@Suite struct ViewTests {
    @Test func aFilterIsSavedAndPutToAListAgain() throws {
        var stage = harbour()
        try stage.press("3/speaker:ada-holm<Enter>:view-save holm<Enter>")
        #expect(stage.message == "View holm saved")
        // Told by its name while it is in force, and by its words when it is not that any more.
        #expect(stage.screen.contains(" view holm "))
        try stage.press("/<BS><Enter>")
        #expect(!stage.screen.contains(" view holm "))
        try stage.press("<Esc>:view ho<Tab><Enter>")
        #expect(stage.board.filters[.quotes] == "speaker:ada-holm")
        #expect(stage.board.quotes.rows.allSatisfy { $0.value.speaker == "ada-holm" })
        // Another list takes it as well: a view is a query, and no more.
        try stage.press("1b<Enter>")
        #expect(stage.list == nil && stage.board.filters[.actors] == "speaker:ada-holm")
        try stage.press(":view-forget holm<Enter>b")
        #expect(stage.list == nil && stage.message.contains("No view is saved yet"))
    }

    @Test func onlyWhatCanBeReadIsSaved() throws {
        var stage = harbour()
        try stage.press("3:view-save empty<Enter>")
        #expect(stage.message.contains("Nothing to save"))
        try stage.press(":filter kind:nonsense<Enter>:view-save wrong<Enter>")
        #expect(stage.message.contains("cannot be read"))
        #expect(stage.board.views.isEmpty)
        try stage.press(":view none<Enter>")
        #expect(stage.message.contains("There is no view “none”"))
    }

    @Test func aViewThatCannotBeReadIsShownAndRefused() throws {
        var archive = Harbour.archive()
        archive.views = [SavedView(name: "old", query: "kind:nonsense", problem: "column 6: no such kind")]
        var stage = Stage(archive, situation: Harbour.id, size: .init(columns: 120, rows: 40))
        try stage.press("3b")
        #expect(stage.screen.contains("column 6: no such kind"))
        try stage.press("<Enter>:view old<Enter>")
        #expect(stage.message.contains("cannot be read: column 6"))
        #expect(stage.board.filters[.quotes] == nil)
    }

    @Test func theListOfViewsIsToldAnew() throws {
        var archive = Harbour.archive()
        archive.views = [SavedView(name: "a", query: "x"), SavedView(name: "b", query: "y")]
        var stage = Stage(archive, situation: Harbour.id, size: .init(columns: 120, rows: 40))
        // Somebody writes into the file while the board is open: shown when the list is opened.
        stage.archive.views.insert(SavedView(name: "aa", query: "z"), at: 0)
        try stage.press("3b")
        #expect(stage.list?.entries.map(\.title) == ["aa", "a", "b"])
        #expect(stage.list?.chosen?.title == "a", "the cursor stays on its entry")
    }

    @Test func everythingThatAnswersIsFound() throws {
        var stage = harbour()
        try stage.press(":find holm<Enter>")
        #expect(stage.board.focus == .detail && stage.board.detail.subject == .found("holm"))
        let titles = ["ACTORS", "QUOTES"]
        for title in titles { #expect(stage.screen.contains(title)) }
        // Each leads on, and Escape leads back.
        try stage.press("j<Enter>")
        #expect(stage.board.detail.subject == .item(.actor("ada-holm")))
        try stage.press("<Esc>")
        #expect(stage.board.detail.subject == .found("holm"))
        try stage.press(":find nothing-like-this<Enter>")
        #expect(stage.screen.contains("Nothing answers this."))
        // What was found can be kept.
        try stage.press(":find kind:person<Enter>:view-save people<Enter>")
        #expect(stage.archive.views.map(\.query) == ["kind:person"])
        try stage.press(":view people<Enter>")
        #expect(stage.board.detail.subject == .found("kind:person"))
    }

    @Test func aSearchBeginsWithTheFilterAndIsMendedWhereItIsWrong() throws {
        var stage = harbour()
        try stage.press("3/answer<Enter>F")
        #expect(stage.prompt?.editor.text == "find answer")
        try stage.press("<Esc>:find holm kind:persn<Enter>")
        let prompt = try #require(stage.prompt)
        #expect(prompt.editor.text == "find holm kind:persn" && prompt.editor.cursor == 15)
        #expect(prompt.complaint?.hasPrefix("column 16: ") == true, "where the cursor stands, from 1")
        #expect(prompt.complaint?.contains("did you mean person?") == true)
        try stage.press("<C-e><C-u>find kin<Tab>per<Tab>")
        #expect(stage.prompt?.editor.text == "find kind:person")
    }
}
