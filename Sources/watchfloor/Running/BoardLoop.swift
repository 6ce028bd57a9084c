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
/// A thread of its own waits for keys and for nothing else: a key is taken and drawn where it wakes that thread, and no work that
/// others have, however much, stands before it.
@MainActor
final class BoardLoop {
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
    private let post: BoardPost
    private let work: DeskWork
    /// What the desk is to be asked for once the frame stands.
    private var orders: [DeskWork.Order] = []
    /// What others have changed and is to be shown when the reader types no more, or with the next key.
    private var heldBack: [News] = []
    private var lastKey = ContinuousClock.Instant.now
    /// Tells others that somebody types; `nil` where that cannot be told.
    private let typing: TypingMark?
    private var hasQuit = false
    private var isSuspending = false
    /// What the sandbox is working out.
    private var sandbox: Task<Void, Never>?

    init(
        board: Board, screen: Screen, desk: Desk, archive: Archive, themes: ThemeLibrary, theme: Theme,
        sessions: SessionStore, rings: Bool, alerts: AlertWatch?, alerting: Configuration.Alerts,
        collecting: OwnCollector?, post: BoardPost
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
        self.post = post
        work = DeskWork(desk, post)
        typing = TypingMark(of: archive)
    }

    /// Runs until the reader leaves or the terminal goes.
    ///
    /// - Throws: `Failure` where something that was to be written when the reader left could not be.
    func run() async throws(Failure) {
        // Listened to from before the first look, so that nothing slips in between.
        let news = archive.changes()
        await readFirst()
        draw()
        work.begin()
        let changes = Task.detached { [desk, alerts, post] in await Self.follow(news, desk, alerts, post) }
        listen()
        changes.cancel()
        let failure = await work.finish()
        sessions.save(board.session, of: board.situation.id)
        screen.close()
        guard let failure else { return }
        throw Failure(message: "watchfloor: \(failure)", code: .storage)
    }

    /// Waits for keys and for what others have for the board, and shows what comes of it, until the reader leaves. Blocks the
    /// thread.
    private func listen() {
        let terminal = TerminalEvents(screen: screen, wakeUp: post.wakeUp)
        defer { terminal.close() }
        while !hasQuit {
            let reported = terminal.wait(atMost: patience)
            for event in reported where !hasQuit { take(event) }
            var isNew = !reported.isEmpty
            for event in post.take() where !hasQuit { isNew = take(event) || isNew }
            if .now - lastKey >= Self.pauseOfHands { typing?.lift() }
            if !heldBack.isEmpty, restBehindKeys <= .zero {
                letIn(isAwaited: false)
                isNew = true
            }
            if isNew, !hasQuit { draw() }
            // Not before: whom this wakes would take the processor from the drawing.
            for order in orders { work.order(order) }
            orders = []
        }
    }

    private nonisolated static let pauseBetweenChanges = Duration.milliseconds(250)
    /// Nothing but the answer to a key is drawn for so long after it: what others bring in waits for the reader's hands, and no
    /// key for its drawing.
    private static let pauseBehindKeys = Duration.milliseconds(100)

    /// After how long without a key nobody types any more.
    private static let pauseOfHands = Duration.seconds(2)

    /// How long to wait for the terminal at the most, for something is to be done then; for good where there is nothing.
    private var patience: Duration? {
        let rests = [
            heldBack.isEmpty ? nil : restBehindKeys,
            typing?.isLaid == true ? Self.pauseOfHands - (.now - lastKey) : nil,
        ]
        return rests.compactMap(\.self).min()
    }

    /// How long nobody has to type any more for what is held back to be shown.
    private var restBehindKeys: Duration { Self.pauseBehindKeys - (.now - lastKey) }

    /// Tells of what others change, and of what somebody wanted to be told of.
    private nonisolated static func follow(
        _ changes: AsyncStream<Void>, _ desk: Desk, _ alerts: AlertWatch?, _ post: BoardPost
    ) async {
        for await _ in changes {
            // The desk may have read already what nobody was alerted of yet.
            if let alerts {
                do {
                    let found = try await alerts.look()
                    if !found.isEmpty { post.lay(.alerts(found)) }
                } catch {
                    post.lay(.trouble("\(error)"))
                }
            }
            guard await desk.hasChanged() else { continue }
            post.lay(.archiveChanged)
            // A collector may write many times a second; nobody reads that fast.
            try? await Task.sleep(for: pauseBetweenChanges)
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

    /// Reads everything for the first frame before it is drawn, so that it is drawn once and whole.
    private func readFirst() async {
        var pending = board.start()
        while !pending.isEmpty {
            let news = await desk.perform(pending, on: board.situation.id)
            pending = news.flatMap { board.take($0) }
        }
    }

    private func take(_ event: TerminalEvent) {
        switch event {
        case .inputs(let inputs):
            lastKey = .now
            typing?.lay()
            for input in inputs where !hasQuit {
                perform(board.take(input))
                // The next key means what is where by then, though nobody sees it drawn.
                if inputs.count > 1 { board.take(BoardPainter.draw(board, glyphs: glyphs).picture) }
            }
            letIn(isAwaited: false)
        case .resized(let size):
            perform(board.resize(to: size))
        case .stopping: suspend()
        case .resumed:
            screen.redraw()
        case .terminated:
            hasQuit = true
        }
    }

    /// - Returns: whether there is anything new to be seen.
    private func take(_ event: BoardPost.Event) -> Bool {
        switch event {
        case .news(let news, let isAwaited):
            heldBack += news
            guard isAwaited else { return false }
            letIn(isAwaited: true)
        case .archiveChanged: perform(board.take(.othersChanged), isAwaited: false)
        case .alerts(let alerts): tell(of: alerts)
        case .trouble(let words): board.tell(words)
        case .mayStop: stop()
        }
        return true
    }

    /// Shows what was held back.
    private func letIn(isAwaited: Bool) {
        let news = heldBack
        heldBack = []
        for item in news { perform(board.take(item), isAwaited: isAwaited) }
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
        orders.append(
            DeskWork.Order(effects: forDesk, situation: board.situation.id, isAwaited: isAwaited && isAnswered))
    }

    /// Works out what the sandbox says, away from the screen; of what was asked before nobody wants to know any more.
    private func ask(_ sheet: WhatIfSheet, of situation: Situation) {
        sandbox?.cancel()
        sandbox = Task.detached { [desk, post] in
            if let news = await desk.news(of: sheet, situation) { post.lay(.news([news], isAwaited: true)) }
        }
    }

    /// Stops the board until it is called back. Whoever stands still must not keep others from collecting.
    private func suspend() {
        guard !isSuspending else { return }
        isSuspending = true
        Task.detached { [collecting, post] in
            await collecting?.end()
            post.lay(.mayStop)
        }
    }

    private func stop() {
        isSuspending = false
        typing?.lift()
        screen.suspend()
        Task.detached { [collecting] in await collecting?.begin() }
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
