import Commands
import Controller
import Display
import Foundation
import Panes
import SituationModel
import Storage
import Terminal
import Watch

/// The board on a terminal: takes keys, what is read, what others change; draws after each.
///
/// A key is taken and drawn where it is read, on the main thread: no work that others have, however much, stands before it.
@MainActor
final class BoardLoop {
    private enum Event: Sendable {
        case terminal(TerminalEvent)
        /// What the desk answers with; whether the reader waits for it.
        case news([News], isAwaited: Bool)
        /// The reader may have stopped typing.
        case pause
        case archiveChanged
        case alerts([Alert])
        case trouble(String)
    }

    private struct Order {
        var effects: [Effect]
        let situation: SituationID
        /// Whether the reader has asked for it, and not what others have changed.
        let isAwaited: Bool
    }

    private let screen: Screen
    private let desk: Desk
    private let archive: Archive
    private let themes: ThemeLibrary
    private let sessions: SessionStore
    private let glyphs: Glyphs
    private let alerts: AlertWatch?
    private let alerting: Configuration.Alerts
    /// The board's own collector; `nil` where it leaves collecting to others.
    private let collecting: OwnCollector?
    /// Whether the bell rings when something cannot be done.
    private let rings: Bool
    private var board: Board
    private var theme: Theme
    /// What the desk is to do, in order: one batch is done before the next is begun.
    private var waiting: [Order] = []
    /// Says that something waits.
    private let orders: AsyncStream<Void>
    private let order: AsyncStream<Void>.Continuation
    /// What others have changed and is to be shown when the reader types no more, or with the next key.
    private var heldBack: [News] = []
    private var lastKey = ContinuousClock.Instant.now
    /// What went wrong in what was done last.
    private var failures: [String] = []
    private var hasQuit = false
    /// Called when the reader leaves.
    private var leave: CheckedContinuation<Void, Never>?
    private var isSuspending = false
    /// What the sandbox is working out.
    private var sandbox: Task<Void, Never>?

    init(
        board: Board, screen: Screen, desk: Desk, archive: Archive, themes: ThemeLibrary, theme: Theme,
        sessions: SessionStore, rings: Bool, alerts: AlertWatch?, alerting: Configuration.Alerts,
        collecting: OwnCollector?
    ) {
        self.board = board
        self.screen = screen
        self.desk = desk
        self.archive = archive
        self.themes = themes
        self.theme = theme
        self.sessions = sessions
        self.rings = rings
        self.alerts = alerts
        self.alerting = alerting
        self.collecting = collecting
        glyphs = screen.isASCII ? .ascii : .unicode
        (orders, order) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Runs until the reader leaves or the terminal goes.
    ///
    /// - Throws: `Failure` where something that was to be written when the reader left could not be.
    func run() async throws(Failure) {
        // Listened to from before the first look, so that nothing slips in between.
        let news = archive.changes()
        await readFirst()
        draw()
        let changes = Task { await follow(news) }
        let terminal = TerminalEvents(screen: screen) { [weak self] in self?.handle(.terminal($0)) }
        let work = Task {
            for await _ in orders { await workOff() }
            await workOff()
        }
        if !hasQuit { await withCheckedContinuation { leave = $0 } }
        terminal.close()
        changes.cancel()
        // What has been decided is still written: nobody loses a note for having been quick. What only reads is for nobody.
        for index in waiting.indices { waiting[index].effects.removeAll(where: \.isLoad) }
        order.finish()
        await work.value
        sessions.save(board.session, of: board.situation.id)
        screen.close()
        guard let failure = failures.last else { return }
        throw Failure(message: "watchfloor: \(failure)", code: .storage)
    }

    private static let pauseBetweenChanges = Duration.milliseconds(250)
    /// Nothing but the answer to a key is drawn for so long after it: what others bring in waits for the reader's hands, and no
    /// key for its drawing.
    private static let pauseBehindKeys = Duration.milliseconds(100)

    private func handle(_ event: Event) {
        guard !hasQuit else { return }
        take(event)
        guard hasQuit else { return draw() }
        leave?.resume()
        leave = nil
    }

    /// Tells of what others change, and of what somebody wanted to be told of.
    private func follow(_ changes: AsyncStream<Void>) async {
        for await _ in changes {
            // The desk may have read already what nobody was alerted of yet.
            if let alerts { await look(alerts) }
            guard await desk.hasChanged() else { continue }
            handle(.archiveChanged)
            // A collector may write many times a second; nobody reads that fast.
            try? await Task.sleep(for: Self.pauseBetweenChanges)
        }
    }

    /// Has the desk do all that waits; of what was asked for again meanwhile, only what was asked last.
    private func workOff() async {
        while let situation = waiting.first?.situation {
            let batches = waiting.prefix { $0.situation == situation }
            waiting.removeFirst(batches.count)
            let news = await desk.perform(batches.flatMap(\.effects).coalesced(), on: situation)
            failures = Self.failures(in: news)
            handle(.news(news, isAwaited: batches.contains(where: \.isAwaited)))
        }
    }

    private func look(_ watch: AlertWatch) async {
        do {
            let alerts = try await watch.look()
            if !alerts.isEmpty { handle(.alerts(alerts)) }
        } catch {
            handle(.trouble("\(error)"))
        }
    }

    /// Tells of what came in, as the user wants to be told; in quiet hours on the board alone.
    private func tell(of alerts: [Alert]) {
        guard let first = alerts.first else { return }
        let more = alerts.count > 1 ? " (and \(alerts.count - 1) more)" : ""
        let text = SafeText.plain("\(first.rule): \(first.text)") + more
        board.tell(text)
        let time = Calendar.current.dateComponents([.hour, .minute], from: Date())
        guard !alerting.isQuiet(atMinute: (time.hour ?? 0) * 60 + (time.minute ?? 0)) else { return }
        if alerting.bell { screen.bell() }
        if alerting.notify { screen.notify(title: "Watchfloor", text: text) }
        // Of several boards, and a collector without a screen, the one that collects starts the hook.
        guard archive.collector == Collector.Options.holder(named: board.settings.reader) else { return }
        if let problem = AlertHook.run(alerting.hook, alerts) { board.tell(problem) }
    }

    private static func failures(in news: [News]) -> [String] {
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
            lastKey = .now
            for input in inputs where !hasQuit {
                perform(board.take(input))
                // The next key means what is where by then, though nobody sees it drawn.
                if inputs.count > 1 { board.take(BoardPainter.draw(board, glyphs: glyphs).picture) }
            }
            letIn()
        case .terminal(.resized(let size)):
            perform(board.resize(to: size))
        case .terminal(.stopping): suspend()
        case .terminal(.resumed):
            screen.redraw()
        case .terminal(.terminated):
            hasQuit = true
        case .news(let news, let isAwaited):
            heldBack += news
            if isAwaited { letIn(isAwaited: true) } else { letInBehindKeys() }
        case .pause: letInBehindKeys()
        case .archiveChanged:
            perform(board.take(.othersChanged), isAwaited: false)
        case .alerts(let alerts): tell(of: alerts)
        case .trouble(let words): board.tell(words)
        }
    }

    /// Shows what was held back.
    private func letIn(isAwaited: Bool = false) {
        let news = heldBack
        heldBack = []
        for item in news { perform(board.take(item), isAwaited: isAwaited) }
    }

    /// Shows what is held back once nobody has typed for a while.
    private func letInBehindKeys() {
        guard !heldBack.isEmpty else { return }
        let rest = Self.pauseBehindKeys - (.now - lastKey)
        guard rest > .zero else { return letIn() }
        Task {
            try? await Task.sleep(for: rest)
            handle(.pause)
        }
    }

    /// Does what concerns the terminal, and hands the rest to the desk.
    private func perform(_ effects: [Effect], isAwaited: Bool = true) {
        var forDesk: [Effect] = []
        for effect in effects {
            switch effect {
            case .copy(let text): copy(text)
            case .bell: if rings { screen.bell() }
            case .theme(let name, _): show(theme: name)
            case .mouse(let isOn): screen.setMouse(isOn)
            case .redraw: screen.redraw()
            case .suspend: suspend()
            case .quit: hasQuit = true
            case .whatIf(let sheet, let situation): ask(sheet, of: situation)
            case .load, .append, .review, .judge, .saveView, .forgetView, .undo, .redo, .anchor, .markSeen,
                .markAllSeen:
                forDesk.append(effect)
            }
        }
        guard !forDesk.isEmpty else { return }
        // What has been seen is noted, and nothing is answered to that.
        let isAnswered = forDesk.contains { if case .markSeen = $0 { false } else { true } }
        waiting.append(
            Order(effects: forDesk, situation: board.situation.id, isAwaited: isAwaited && isAnswered))
        order.yield()
    }

    /// Works out what the sandbox says, away from the screen; of what was asked before nobody wants to know any more.
    private func ask(_ sheet: WhatIfSheet, of situation: Situation) {
        sandbox?.cancel()
        sandbox = Task.detached { [weak self, desk] in
            if let news = await desk.news(of: sheet, situation) { await self?.handle(.news([news], isAwaited: true)) }
        }
    }

    /// Stops the board until it is called back. Whoever stands still must not keep others from collecting.
    private func suspend() {
        guard !isSuspending else { return }
        isSuspending = true
        Task {
            defer { isSuspending = false }
            await collecting?.end()
            // The reader may have left meanwhile.
            guard !hasQuit else { return }
            screen.suspend()
            collecting?.begin()
        }
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
