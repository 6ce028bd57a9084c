import ArgumentParser
import Commands
import Controller
import Display
import Foundation
import SituationModel
import Storage
import Terminal
import Waiting
import Watch

/// Opens the board; prints it where there is no terminal to open it on.
struct BoardCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "board", abstract: "Open the board; what happens when no other subcommand is given.")

    @OptionGroup var options: ArchiveOptions

    @Option(name: .customLong("as-of"), help: ArgumentHelp("Show what was known at that time.", valueName: "time"))
    var asOf: MomentArgument?

    @Flag(name: .customLong("read-only"), help: "Change nothing.")
    var readOnly = false

    @Flag(name: .customLong("no-collect"), help: "Leave collecting from the sources to others.")
    var noCollect = false

    @Option(help: ArgumentHelp("How it is to look; see: watchfloor themes.", valueName: "name"))
    var theme: String?

    @Flag(help: "Draw with ASCII characters only.")
    var ascii = false

    @Flag(name: .customLong("no-color"), help: "Use no colours.")
    var noColor = false

    @Option(help: ArgumentHelp("The size to print the board in.", valueName: "COLSxROWS"))
    var size: SizeArgument?

    @Option(help: ArgumentHelp("Keys to press before the board is printed, such as 'jj<Enter>'.", valueName: "keys"))
    var keys: KeysArgument?

    func run() async throws {
        let opening = BoardOpening()
        let open = try OpenArchive.forBoard(at: options.archivePath, readOnly: readOnly)
        let isPrinted = isatty(STDOUT_FILENO) == 0 || size != nil || keys != nil
        if isPrinted {
            try await printBoard(opening, open)
        } else {
            try await openBoard(opening, open)
        }
    }

    private func printBoard(_ opening: BoardOpening, _ open: OpenArchive) async throws {
        opening.problems.forEach(Output.tell)
        let size = self.size?.size ?? Size(columns: 120, rows: 40)
        // Nothing is coloured here, but a theme that is not there is a mistake here too.
        if let theme { _ = try opening.theme(named: theme, isAsked: true) }
        let board = try opening.board(
            on: open, situation: options.situation, asOf: asOf?.moment, theme: theme, size: size)
        let isASCII = ascii || opening.configuration.ascii ?? !opening.places.speaksUnicode
        let desk = Desk(
            archive: open.archive, reader: board.settings.reader, marksSeen: false, views: opening.views,
            now: Instant.now)
        var playback = await Playback(board, desk: desk, glyphs: isASCII ? .ascii : .unicode)
        for key in keys?.keys ?? [] { await playback.take(.key(key)) }
        let canvas = playback.canvas()
        try Output.write((isASCII ? canvas.asciiOnly() : canvas).text() + "\n")
        if let reason = open.readOnlyReason, !readOnly { Output.tell("watchfloor: nothing can be changed: \(reason)") }
    }

    @MainActor
    private func openBoard(_ opening: BoardOpening, _ open: OpenArchive) async throws {
        var board = try opening.board(
            on: open, situation: options.situation, asOf: asOf?.moment, theme: theme,
            size: Size(columns: 80, rows: 24))
        let sessions = SessionStore(folder: opening.places.sessions, archive: open.archive.origin)
        if let session = sessions.load(board.situation.id) { board.restore(session, keepingTheme: theme != nil) }
        let chosen = try opening.theme(named: board.settings.theme, isAsked: theme != nil)
        let screen: Screen
        do throws(ScreenError) {
            screen = try Screen(
                Screen.Options(
                    mouse: board.settings.hasMouse, ascii: ascii ? true : opening.configuration.ascii,
                    color: noColor ? ColorDepth.none : opening.configuration.color))
        } catch {
            throw Failure(message: "watchfloor: \(error)", code: .partly)
        }
        _ = board.resize(to: screen.size)
        if let problem = opening.problems.first {
            let more = opening.problems.count > 1 ? " (and \(opening.problems.count - 1) more)" : ""
            board.tell(problem + more)
        } else if let reason = open.readOnlyReason {
            board.tell("Nothing can be changed: \(reason)")
        }
        let desk = Desk(
            archive: open.archive, reader: board.settings.reader, views: opening.views, now: Instant.now)
        // Where nobody collects, the first board does.
        let collecting =
            noCollect || open.readOnlyReason != nil
            ? nil
            : OwnCollector { [archive = open.archive, reader = board.settings.reader] in
                await Collector(archive, .ofThisProcess(named: reader)).run()
            }
        guard let wakeUp = WakeUp() else {
            throw Failure(message: "watchfloor: no file can be opened any more (see: ulimit -n)", code: .partly)
        }
        let loop = BoardLoop(
            board: board, screen: screen, desk: desk, archive: open.archive, themes: opening.themes, theme: chosen,
            sessions: sessions, rings: opening.configuration.bell,
            alerts: try? AlertWatch(open.archive, board.situation.id, opening.alertRules, now: Instant.now),
            alerting: opening.configuration.alerts, collecting: collecting,
            post: BoardPost(wakeUp))
        await collecting?.begin()
        try await loop.run()
    }
}
