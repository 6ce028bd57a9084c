package import Controller
package import Display
import Panes
import SituationModel

/// A board played without a terminal: what is pressed is done at once, and what it looks like can be had at any time.
///
/// For printing the board and for trying it; the board on a screen does the same with a terminal and a clock.
package struct Playback: Sendable {
    package private(set) var board: Board
    private let desk: Desk
    private let glyphs: Glyphs
    /// Whether a command has left the board.
    package private(set) var hasQuit = false
    /// What was copied to the clipboard, the latest last.
    package private(set) var copied: [String] = []

    /// Opens a board: everything it asks for at its start has been read when this returns.
    package init(_ board: Board, desk: Desk, glyphs: Glyphs) async {
        self.board = board
        self.desk = desk
        self.glyphs = glyphs
        let effects = self.board.start()
        await settle(effects)
    }

    /// Does what keys, clicks or pasted text mean.
    package mutating func take(_ input: Input) async {
        guard !hasQuit else { return }
        let effects = board.take(input)
        await settle(effects)
    }

    package mutating func resize(to size: Size) async {
        let effects = board.resize(to: size)
        await settle(effects)
    }

    /// The board as it stands.
    package func canvas() -> Canvas { BoardPainter.draw(board, glyphs: glyphs).canvas }

    /// Performs effects and those that their news bring, until nothing is left to do.
    private mutating func settle(_ effects: [Effect]) async {
        var pending = effects
        while !pending.isEmpty {
            for effect in pending {
                if case .copy(let text) = effect { copied.append(text) }
                if effect == .quit { hasQuit = true }
            }
            var news = await desk.perform(pending, on: board.situation.id)
            for case .whatIf(let sheet, let situation) in pending {
                if let answer = await desk.news(of: sheet, situation) { news.append(answer) }
            }
            pending = news.flatMap { board.take($0) }
        }
        board.take(BoardPainter.draw(board, glyphs: glyphs).picture)
    }
}
