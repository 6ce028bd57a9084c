import Controller
import Display
import Panes
import SituationModel
import Storage
import Terminal
import Watch

/// The board on a terminal: waits for keys, for what is read, for what others change; draws after each.
@MainActor
final class BoardLoop {
    private enum Event: Sendable {
        case terminal(TerminalEvent)
        case news([News])
        case archiveChanged
    }

    private let screen: Screen
    private let desk: Desk
    private let archive: Archive
    private let themes: ThemeLibrary
    private let sessions: SessionStore
    private let glyphs: Glyphs
    /// Whether the bell rings when something cannot be done.
    private let rings: Bool
    private var board: Board
    private var theme: Theme
    private let events: AsyncStream<Event>
    private let send: AsyncStream<Event>.Continuation
    /// What the desk is to do, in order: one batch is done before the next is begun.
    private let orders: AsyncStream<([Effect], SituationID)>
    private let order: AsyncStream<([Effect], SituationID)>.Continuation
    private var hasQuit = false

    init(
        board: Board, screen: Screen, desk: Desk, archive: Archive, themes: ThemeLibrary, theme: Theme,
        sessions: SessionStore, rings: Bool
    ) {
        self.board = board
        self.screen = screen
        self.desk = desk
        self.archive = archive
        self.themes = themes
        self.theme = theme
        self.sessions = sessions
        self.rings = rings
        glyphs = screen.isASCII ? .ascii : .unicode
        (events, send) = AsyncStream.makeStream()
        (orders, order) = AsyncStream.makeStream()
    }

    /// Runs until the reader leaves or the terminal goes.
    ///
    /// - Throws: `Failure` where something that was to be written when the reader left could not be.
    func run() async throws(Failure) {
        // Listened to from before the first look, so that nothing slips in between.
        let changes = Task { [send, desk, archive] in
            for await _ in archive.changes() {
                if await desk.hasChanged() { send.yield(.archiveChanged) }
            }
        }
        await readFirst()
        draw()
        let terminal = TerminalEvents(screen: screen)
        let keys = Task { [send] in for await event in terminal.stream { send.yield(.terminal(event)) } }
        let work = Task { [send, desk, orders] in
            var failures: [String] = []
            for await (effects, situation) in orders {
                let news = await desk.perform(effects, on: situation)
                failures = Self.failures(in: news)
                send.yield(.news(news))
            }
            return failures
        }
        for await event in events {
            take(event)
            if hasQuit { break }
            draw()
        }
        changes.cancel()
        keys.cancel()
        // What has been ordered is still written: nobody loses a note for having been quick.
        order.finish()
        let failures = await work.value
        sessions.save(board.session, of: board.situation.id)
        screen.close()
        guard let failure = failures.last else { return }
        throw Failure(message: "watchfloor: \(failure)", code: .storage)
    }

    private nonisolated static func failures(in news: [News]) -> [String] {
        news.compactMap { item in
            guard case .failed(let text) = item else { return nil }
            return text
        }
    }

    /// Reads everything for the first frame before it is drawn, so that it is drawn once and whole.
    private func readFirst() async {
        var pending = board.start()
        while !pending.isEmpty {
            let news = await desk.perform(pending, on: board.situation.id)
            pending = news.flatMap { board.take($0) }
        }
    }

    private func take(_ event: Event) {
        switch event {
        case .terminal(.inputs(let inputs)):
            for input in inputs where !hasQuit {
                perform(board.take(input))
                // The next key means what is where by then, though nobody sees it drawn.
                if inputs.count > 1 { board.take(BoardPainter.draw(board, glyphs: glyphs).picture) }
            }
        case .terminal(.resized(let size)):
            perform(board.resize(to: size))
        case .terminal(.resumed):
            screen.redraw()
        case .terminal(.terminated):
            hasQuit = true
        case .news(let news):
            for item in news { perform(board.take(item)) }
        case .archiveChanged:
            perform(board.take(.archiveChanged))
        }
    }

    /// Does what concerns the terminal, and hands the rest to the desk.
    private func perform(_ effects: [Effect]) {
        var forDesk: [Effect] = []
        for effect in effects {
            switch effect {
            case .copy(let text): copy(text)
            case .bell: if rings { screen.bell() }
            case .theme(let name, _): show(theme: name)
            case .mouse(let isOn): screen.setMouse(isOn)
            case .redraw: screen.redraw()
            case .suspend: screen.suspend()
            case .quit: hasQuit = true
            case .load, .append, .undo, .redo, .anchor, .markSeen, .markAllSeen: forDesk.append(effect)
            }
        }
        if !forDesk.isEmpty { order.yield((forDesk, board.situation.id)) }
    }

    private func copy(_ text: String) {
        switch screen.copy(text) {
        case .sent: break
        case .tooLong(let limit):
            perform(board.take(.failed("Too long to copy: the terminal takes \(limit) characters at the most")))
        case .unsupported:
            perform(board.take(.failed("This terminal has no clipboard to copy to")))
        }
    }

    private func show(theme name: String) {
        do throws(ThemeError) { theme = try themes.load(name) } catch {
            perform(board.take(.failed(error.description)))
        }
    }

    private func draw() {
        let drawing = BoardPainter.draw(board, glyphs: glyphs)
        screen.show(drawing.canvas, theme: theme, cursor: drawing.cursor)
        board.take(drawing.picture)
    }
}
