import Foundation
import Glibc
import TestSupport
import Testing

/// The built program at work in a home while the test goes on.
final class RunningProgram {
    private let process = Process()
    private let input = Pipe()
    private let errorFile: String

    init(_ home: Home, _ arguments: String...) throws {
        errorFile = try home.write("", to: "running-\(UUID().uuidString)")
        process.executableURL = URL(filePath: home.binaries + "/watchfloor")
        process.arguments = arguments
        process.environment = ["PATH": "/usr/bin:/bin", "HOME": home.path, "USER": "vera", "LC_ALL": "C.UTF-8"]
        process.standardInput = input
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle(forWritingAtPath: errorFile)
        try process.start()
    }

    deinit {
        if process.isRunning { signal(SIGKILL) }
    }

    /// What it has said on standard error so far.
    var errors: String { (try? String(contentsOfFile: errorFile, encoding: .utf8)) ?? "" }

    var number: Int32 { process.processIdentifier }

    var isRunning: Bool { process.isRunning }

    /// Hands it text on standard input.
    func write(_ text: String) throws { try input.fileHandleForWriting.write(contentsOf: Data(text.utf8)) }

    /// Ends its standard input.
    func close() throws { try input.fileHandleForWriting.close() }

    func signal(_ number: Int32) { Glibc.kill(process.processIdentifier, number) }

    /// Ends it in the middle of whatever it does.
    func kill() {
        signal(SIGKILL)
        process.waitUntilExit()
    }

    /// Asks it to end, as a service manager does; its exit code.
    func terminate() -> Int32 {
        signal(SIGTERM)
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Waits for its end; its exit code.
    func finish() -> Int32 {
        process.waitUntilExit()
        return process.terminationStatus
    }
}

/// How long something is waited for: by the clock and by the number of looks, both. Where many tests run at once a look may
/// be late by more than the whole time, and nothing is known of what was not looked at.
struct Patience {
    private let deadline: Date
    private var looks = 0

    private static let fewestLooks = 1_000

    init(seconds: Double) { deadline = Date().addingTimeInterval(seconds) }

    mutating func looksAgain() -> Bool {
        looks += 1
        return looks <= Self.fewestLooks || Date() < deadline
    }
}

/// Waits for something to be so.
func wait(
    _ what: String, location: SourceLocation = #_sourceLocation,
    until isThere: () throws -> Bool
) async throws {
    var patience = Patience(seconds: 300)
    while patience.looksAgain() {
        if try isThere() { return }
        try await Task.sleep(nanoseconds: 10_000_000)
    }
    Issue.record("\(what) did not come", sourceLocation: location)
}

extension Home {
    /// A dossier with feeds in it: their names, their addresses, and how many minutes lie between two questions. Another number
    /// of minutes has the collector ask at once.
    func dossier(_ feeds: [(id: String, address: String)], minutes: Int) throws -> String {
        let sources = feeds.map { feed in
            "  - {id: \(feed.id), name: \(feed.id), collect: {feed: \"\(feed.address)\", every: \(minutes), local: true}}\n"
        }
        return try write(
            "watchfloor: 1\nsituation: {id: gulf, title: The Gulf}\nsources:\n" + sources.joined(), to: "dossier.yaml")
    }
}
