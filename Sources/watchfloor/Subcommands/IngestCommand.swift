import ArgumentParser
import Foundation
import Glibc
import SituationModel
import Storage
import Watch

/// Takes whatever it is into the archive, with what is read from it.
struct IngestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ingest", abstract: "Take texts into the archive, with what is read from them.",
        discussion: """
            Takes a file, a whole tree of files, an address, or standard input, whatever it holds: text, HTML, feeds, JSON \
            lines, mail, GDELT and ACLED tables, gzip and zip. Lines of JSON on standard input are taken in as they come. \
            Quotes, events and actors are marked as read by machine until somebody confirms or rejects them on the board. \
            The same again changes nothing; what was rejected stays rejected; work that was broken off goes on from where \
            it was.
            """)

    @OptionGroup var options: ArchiveOptions

    @Argument(help: ArgumentHelp("Files, folders or addresses; - is standard input.", valueName: "path"))
    var paths: [String]

    @Option(help: ArgumentHelp("Whom it is from, by identifier; made where there is no such source.", valueName: "id"))
    var source: String?

    @Option(help: ArgumentHelp("Its headline, of a single text; its first line otherwise.", valueName: "text"))
    var title: String?

    @Option(help: ArgumentHelp("When it was published, such as 2024-10-18, of a single text.", valueName: "date"))
    var published: String?

    @Option(help: ArgumentHelp("Its address, of a single text.", valueName: "url"))
    var link: String?

    @Flag(help: "An address may lie in the local network.")
    var local = false

    func validate() throws {
        if paths.count != 1 || paths.first.map(Self.isAddress) == true, title ?? published ?? link != nil {
            throw ValidationError("--title, --published and --link go with a single text")
        }
    }

    private static func isAddress(_ path: String) -> Bool { path.hasPrefix("http://") || path.hasPrefix("https://") }

    func run() async throws {
        var date: DateExpression?
        if let published {
            date = DateExpression(published)
            guard date != nil else {
                throw Failure(
                    message: "watchfloor: “\(published)” is no date; expected one such as 2024-10-18 or 2024-10",
                    code: .usage)
            }
        }
        Background.giveWay()
        let target = try SituationToWrite(options)
        let courtesy = Courtesy(for: target.archive, everyMilliseconds: 50)
        defer { withExtendedLifetime(courtesy) {} }
        let meter = ProgressMeter(isShown: isatty(STDERR_FILENO) == 1)
        var problems = 0
        do {
            let sources = SourceBook(target.archive, target.id, now: Instant.now)
            var bulk = try BulkIntake(
                into: target.archive, situation: target.id, gazetteer: OwnGazetteer.load(),
                source: try sources.id(named: source ?? SourceBook.byHand.text),
                particulars: Particulars(title: title, published: date, link: link), mayBeLocal: local,
                userAgent: Version.userAgent, now: Instant.now
            ) { meter.show($0) }
            for path in paths {
                do {
                    if path == "-" {
                        try await bulk.take(pipe: STDIN_FILENO)
                    } else if Self.isAddress(path) {
                        try await bulk.take(address: path)
                    } else {
                        try await bulk.take(path: path)
                    }
                } catch let error as IntakeFailure {
                    problems += 1
                    meter.clear()
                    let words = "\(error)".replacing(path, with: path.withoutCredentials)
                    Output.tell("watchfloor: \(words)\(error.isLocalAddress ? ": --local allows it" : "")")
                }
            }
            problems += bulk.progress.filesAmiss + bulk.progress.itemsAmiss
            meter.clear()
            try await Ladders.read(in: target.archive)
            bulk.progress.warnings.forEach { Output.tell("watchfloor: \($0)") }
            Output.tell("\(target.id): \(bulk.progress.outcome.inWords)")
            let outcome = bulk.progress.outcome
            if outcome.total + outcome.findings + outcome.leftOut == 0 {
                throw Failure(message: "watchfloor: nothing was taken in", code: .badInput)
            }
            if problems > 0 { throw Failure(message: "watchfloor: not all was taken in; see above", code: .partly) }
        } catch let error as ArchiveError {
            throw Failure(message: "watchfloor: \(error.description)", code: .storage)
        }
    }
}

/// Work that nobody waits for on a screen.
enum Background {
    /// Lets others on this machine go first: those who look at boards.
    static func giveWay() { setpriority(Int32(PRIO_PROCESS.rawValue), 0, 10) }
}

/// The archive and the situation that a command is to write into: made, with the built-in situation, where there is none.
struct SituationToWrite {
    let archive: Archive
    let id: SituationID

    init(_ options: ArchiveOptions) throws(Failure) {
        let open = try OpenArchive.forBoard(at: options.archivePath, readOnly: false)
        if let reason = open.readOnlyReason {
            throw Failure(message: "watchfloor: nothing can be written: \(reason)", code: .storage)
        }
        archive = open.archive
        let headers: [Header]
        do throws(ArchiveError) { headers = try archive.situations(asOf: nil) } catch {
            throw Failure(message: "watchfloor: \(error.description)", code: .storage)
        }
        id = try BoardOpening.choose(options.situation, among: headers)
    }
}

extension IntakeOutcome {
    /// What became of the texts, in a line.
    var inWords: String {
        let parts = [
            (added, "new document"), (changed, "changed document"), (appeared, "further appearance"),
            (findings, "finding"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
        let rest = [(unchanged, "already here"), (removed, "removed earlier, left out"), (leftOut, "rows left out")]
            .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return parts.isEmpty && rest.isEmpty ? "nothing came" : (parts + rest).joined(separator: ", ")
    }
}
