import Foundation
import Reading
import SituationModel
import Storage
import Synchronization
import Testing
import Watch

/// An archive with sources that is collected for, in a folder of its own, by a clock that the test can put forward.
final class WatchedArchive: Sendable {
    let archive: Archive
    let folder: String
    private let ahead = Mutex<Int64>(0)
    private let reports = Mutex<[Collector.Report]>([])
    private let work = Mutex<Task<Void, Never>?>(nil)

    init(_ sources: [Source]) throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "watched-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        folder = url.path
        archive = try Archive.open(at: folder + "/archive.sqlite", .readWrite(create: true))
        try add(
            [.header(Header(id: "gulf", title: "The Gulf", headline: "", summary: ""))] + sources.map(Record.source))
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    // MARK: What lies in it

    func add(_ records: [Record]) throws { try write(records.map(Change.add(record:))) }

    func write(_ changes: [Change]) throws {
        try archive.append(
            changes.map { Draft(situation: "gulf", author: Author("ada"), change: $0) }, at: now())
    }

    /// Changes how a source is collected, as somebody does on a board.
    func change(_ source: Source, _ change: (inout Subscription) -> Void) throws -> Source {
        var after = source
        if var subscription = after.subscription {
            change(&subscription)
            after.subscription = subscription
        }
        try write([.revise(before: .source(source), after: .source(after))])
        return after
    }

    var situation: Situation { get throws { try archive.situation("gulf") } }

    /// The documents by their headlines.
    var titles: [String] { get throws { try situation.documents.inOrder.map(\.title).sorted() } }

    // MARK: The clock

    func now() -> Instant {
        Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000) + ahead.withLock { $0 })
    }

    func putForward(minutes: Int64) { ahead.withLock { $0 += minutes * 60_000 } }

    // MARK: The collector

    /// Starts a collector. Its words about each source are kept.
    func begin() {
        let options = Collector.Options(
            holder: "test", userAgent: "Watchfloor/test", gazetteer: .builtIn, pause: .milliseconds(10)
        ) { [self] in now() }
        let collector = Collector(archive, options) { [self] report in reports.withLock { $0.append(report) } }
        work.withLock { $0 = Task { await collector.run() } }
    }

    func end() async {
        let task = work.withLock { $0 }
        task?.cancel()
        await task?.value
    }

    /// What has been said of a source so far.
    func words(about source: SourceID) -> [String] {
        reports.withLock { $0 }.compactMap { if case .asked(source, let words, _) = $0 { words } else { nil } }
    }

    var warnings: [String] {
        reports.withLock { $0 }.compactMap { if case .warning(let words) = $0 { words } else { nil } }
    }

    /// Has the collector ask a source once more, a quarter of an hour later, and waits for what it says of it.
    func next(_ source: SourceID, location: SourceLocation = #_sourceLocation) async throws -> String {
        let count = words(about: source).count
        putForward(minutes: 15)
        return try await first(source, after: count, location: location)
    }

    /// What the collector says of a source after so many times.
    func first(
        _ source: SourceID, after count: Int = 0, location: SourceLocation = #_sourceLocation
    ) async throws -> String {
        try await wait("word of \(source)", location: location) { self.words(about: source).count > count }
        return words(about: source).last ?? ""
    }

    func wait(
        _ what: String, location: SourceLocation = #_sourceLocation, until isThere: () throws -> Bool
    ) async throws {
        // Counted and not timed: where other tests keep the machine busy, the collector waits as long as this does.
        for _ in 0..<6_000 {
            if try isThere() { return }
            try await Task.sleep(nanoseconds: 5_000_000)
        }
        Issue.record(
            "\(what) did not come; there are \(try titles), and warnings: \(warnings)", sourceLocation: location)
    }
}
