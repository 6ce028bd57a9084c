package import Commands
package import Controller
package import Display
package import Panes
package import SituationModel

/// A board with an archive in memory: keys in, pictures out.
package struct Stage {
    package private(set) var board: Board
    package var archive: MemoryArchive
    package let glyphs: Glyphs
    /// What the board asked of the terminal, the latest last.
    package private(set) var effects: [Effect] = []

    package init(
        _ archive: MemoryArchive, situation: SituationID, size: Size, keymap: Keymap = Keymap(),
        readOnlyReason: String? = nil, glyphs: Glyphs = .unicode
    ) {
        self.archive = archive
        self.glyphs = glyphs
        let settings = Board.Settings(
            reader: archive.reader.name, theme: "watch", themes: ["daylight", "watch"], readOnlyReason: readOnlyReason,
            version: "test")
        board = Board(situation: situation, size: size, settings: settings, keymap: keymap)
        let effects = board.start()
        settle(effects)
    }

    /// Presses keys, given in the notation of the configuration: `jj<Enter>`.
    package mutating func press(_ keys: String) throws {
        for key in try Key.sequence(keys) { take(.key(key)) }
    }

    package mutating func take(_ input: Input) {
        let effects = board.take(input)
        settle(effects)
    }

    package mutating func resize(to size: Size) {
        let effects = board.resize(to: size)
        settle(effects)
    }

    /// Lets somebody else change the archive.
    package mutating func meanwhile(_ change: Change, by author: Author) {
        archive.append(change, to: board.situation.id, by: author)
        let effects = board.take(News.othersChanged)
        settle(effects)
    }

    package func draw() -> BoardPainter.Drawing { BoardPainter.draw(board, glyphs: glyphs) }

    /// The screen as text.
    package var screen: String { draw().canvas.text() }

    private mutating func settle(_ first: [Effect]) {
        var pending = first
        while !pending.isEmpty {
            effects += pending
            let news = archive.perform(pending, on: board.situation.id)
            pending = news.flatMap { board.take($0) }
        }
        board.take(draw().picture)
    }
}
