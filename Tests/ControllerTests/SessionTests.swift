import BoardFixture
import Commands
import Controller
import Display
import Foundation
import SituationModel
import Testing

@Suite struct SessionTests {
    @Test func placeFilterFoldsAndThemeComeBack() throws {
        var stage = harbour()
        try stage.press("1/holm<Enter>gj:theme daylight<Enter>M")
        let data = try JSONEncoder().encode(stage.board.session)
        let session = try JSONDecoder().decode(Session.self, from: data)
        var settings = Board.Settings(reader: "vera", theme: "watch", themes: ["daylight", "watch"])
        settings.version = "test"
        var board = Board(
            situation: Harbour.id, size: Size(columns: 120, rows: 40), settings: settings, keymap: Keymap())
        board.restore(session)
        // The terminal tells its size before anything has been read.
        _ = board.resize(to: Size(columns: 100, rows: 30))
        #expect(board.focus == .actors)
        #expect(board.filters[.actors] == "holm")
        #expect(board.cursorItem(in: .actors) == .actor("ada-holm"))
        #expect(board.settings.theme == "daylight")
        #expect(!board.settings.hasMouse)
    }

    @Test func aThemeFromTheCommandLineIsKept() throws {
        var stage = harbour()
        try stage.press(":theme daylight<Enter>")
        var board = Board(
            situation: Harbour.id, size: Size(columns: 120, rows: 40),
            settings: Board.Settings(reader: "vera", theme: "watch", themes: ["daylight", "watch"]), keymap: Keymap())
        board.restore(stage.board.session, keepingTheme: true)
        #expect(board.settings.theme == "watch")
    }
}
