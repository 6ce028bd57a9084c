import ArgumentParser
import Commands
import Foundation
import Glibc
import SituationModel
import Storage
import Synchronization
import Watch

/// Collects without a screen, for a service manager.
struct CollectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "collect", abstract: "Collect from the sources of an archive, without a screen.",
        discussion: """
            Asks every source when its time has come and takes in what it answers, until it is told to end (SIGTERM, SIGINT). \
            One collector works on an archive at a time; another one waits and takes over when the first ends, however that \
            comes about.
            """)

    @Option(name: .customLong("db"), help: ArgumentHelp("The archive.", valueName: "path"))
    var path: String?

    @Flag(help: "Tell of every answer, not only of what goes wrong.")
    var verbose = false

    func run() async throws {
        Background.giveWay()
        let path = path ?? Places().archive
        // An archive that is made now would have no sources.
        guard FileManager.default.fileExists(atPath: path) else {
            throw Failure(
                message: "watchfloor: There is no archive at \(path). Give another path with --db, or make one with: "
                    + "watchfloor import FILE --db \(path)", code: .storage)
        }
        let open = try OpenArchive.forBoard(at: path, readOnly: false)
        if let reason = open.readOnlyReason {
            throw Failure(message: "watchfloor: nothing can be written: \(reason)", code: .storage)
        }
        let courtesy = Courtesy(for: open.archive, everyMilliseconds: 250)
        defer { withExtendedLifetime(courtesy) {} }
        let words = CollectorWords(isVerbose: verbose)
        let alerting = Task { try await Self.alert(of: open.archive) }
        var work = Task { await collect(for: open.archive, words) }
        for await signal in Signals.stream(of: [SIGTERM, SIGINT, SIGHUP, SIGTSTP]) {
            work.cancel()
            await work.value
            guard signal == SIGTSTP else { break }
            // Whoever stands still must not keep others from collecting.
            raise(SIGSTOP)
            work = Task { await collect(for: open.archive, words) }
        }
        alerting.cancel()
    }

    private func collect(for archive: Archive, _ words: CollectorWords) async {
        await Collector(archive, .ofThisProcess(named: BoardOpening().reader)) { words.tell($0) }.run()
    }

    /// Starts the user's hook for what the rules of the configuration ask for, where this process collects.
    private static func alert(of archive: Archive) async throws {
        let opening = BoardOpening()
        opening.problems.forEach { Output.tell($0) }
        let hook = opening.configuration.alerts.hook
        guard !hook.isEmpty, !opening.alertRules.isEmpty else { return }
        let watches = try archive.situations().map {
            try AlertWatch(archive, $0.id, opening.alertRules, now: Instant.now)
        }
        let own = Collector.Options.holder(named: opening.reader)
        for await _ in archive.changes() {
            for watch in watches {
                let alerts = try await watch.look()
                guard archive.collector == own else { continue }
                if let problem = AlertHook.run(hook, alerts) { Output.tell("watchfloor: \(problem)") }
            }
        }
    }
}

/// What a collector reports, on standard error.
private final class CollectorWords: Sendable {
    private let isVerbose: Bool
    private let meter = ProgressMeter(isShown: isatty(STDERR_FILENO) == 1)
    /// Sources that were in trouble when they were last heard of.
    private let troubled = Mutex<Set<SourceID>>([])

    init(isVerbose: Bool) {
        self.isVerbose = isVerbose
    }

    func tell(_ report: Collector.Report) {
        switch report {
        case .waiting(let holder): Output.tell("waiting: \(holder) collects")
        case .began(let sources): Output.tell("collecting from \(sources) source\(sources == 1 ? "" : "s")")
        case .asked(let source, let words, let isTrouble):
            // The beginning and the end of trouble; what lies between would fill the log.
            let isTurn = troubled.withLock {
                isTrouble ? $0.insert(source).inserted : $0.remove(source) != nil
            }
            if isVerbose || isTurn { Output.tell("\(source): \(words)") }
        case .took(let source, let done, let total):
            meter.show("\(source)", done, of: total)
            if done == total { meter.clear() }
        case .warning(let words): Output.tell("watchfloor: \(words)")
        }
    }
}

extension Collector.Options {
    /// How a collector in this process is called.
    static func holder(named name: String) -> String {
        "\(name) on \(ProcessInfo.processInfo.hostName), process \(getpid())"
    }

    /// Options for a collector in this process.
    static func ofThisProcess(named name: String) -> Self {
        Self(
            holder: holder(named: name),
            userAgent: Version.userAgent, gazetteer: OwnGazetteer.load(), now: Instant.now)
    }
}

/// What the system tells the process.
enum Signals {
    /// The signals of some kinds, as they come. As long as somebody listens they do nothing else, and none is lost between
    /// two looks: whoever is stopped and then asked to end is asked when it goes on.
    static func stream(of signals: [Int32]) -> AsyncStream<Int32> {
        let (stream, continuation) = AsyncStream<Int32>.makeStream()
        let sources = Sources(signals, continuation)
        continuation.onTermination = { _ in sources.cancel() }
        return stream
    }

    /// Keeps what listens to the signals for as long as somebody wants to hear of them.
    private final class Sources: Sendable {
        private let sources: Mutex<[any DispatchSourceSignal]>

        init(_ signals: [Int32], _ continuation: AsyncStream<Int32>.Continuation) {
            sources = Mutex(
                signals.map { number in
                    signal(number, SIG_IGN)
                    let source = DispatchSource.makeSignalSource(signal: number)
                    source.setEventHandler { continuation.yield(number) }
                    source.resume()
                    return source
                })
        }

        func cancel() {
            sources.withLock { sources in
                sources.forEach { $0.cancel() }
                sources = []
            }
        }
    }
}
