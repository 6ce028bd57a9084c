import Foundation
import Glibc
import TestSupport
import Testing

/// A terminal to try the built program in: a tmux server of its own, gone when the test is over.
final class Tmux {
    private let socket = "watchfloor-\(UUID().uuidString.prefix(8))"
    private var server: pid_t = 0
    /// The shell in the terminal.
    private(set) var shell: pid_t = 0
    let home: Home

    /// Starts a shell of that size, with the program on its path as `watchfloor`.
    init(columns: Int = 120, rows: Int = 40, term: String = "tmux-256color", locale: String = "C.UTF-8") throws {
        home = try Home()
        try start([
            "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)",
            "env", "-i", "PATH=\(home.binaries):/usr/local/bin:/usr/bin:/bin", "HOME=\(home.path)", "LC_ALL=\(locale)",
            "TERM=\(term)", "USER=vera", "PS1=$ ", "bash", "--norc", "--noprofile",
        ])
        _ = try run("set-option", "-g", "escape-time", "0")
        let pids = try run("display-message", "-p", "#{pid} #{pane_pid}").split(whereSeparator: \.isWhitespace)
        server = pids.first.flatMap { pid_t($0) } ?? 0
        shell = pids.last.flatMap { pid_t($0) } ?? 0
    }

    /// Ends the terminal and what runs in it.
    func stop() {
        signal("KILL")
        for process in [shell, server] where process > 0 { kill(process, SIGKILL) }
    }

    /// Sends a signal to the program that the shell runs.
    func signal(_ name: String) {
        _ = try? Home.output(of: "pkill", ["-\(name)", "-P", "\(shell)"])
    }

    /// Starts the server without keeping a pipe to it: `Process` would wait for as long as the server holds one.
    private func start(_ arguments: [String]) throws {
        let words = (["tmux", "-u", "-L", socket] + arguments).map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        var process = pid_t()
        let result = startingProcess.withLock { posix_spawnp(&process, "tmux", nil, nil, words, environ) }
        guard result == 0 else { throw POSIXError(POSIXErrorCode(rawValue: result) ?? .ENOENT) }
        var status: Int32 = 0
        waitpid(process, &status, 0)
    }

    @discardableResult
    func run(_ arguments: String...) throws -> String {
        try Home.output(of: "tmux", ["-u", "-L", socket] + arguments)
    }

    /// Types keys, in tmux's own names for them: `Enter`, `C-d`, `Escape`; anything else is typed as it stands.
    func press(_ keys: String...) throws {
        for key in keys { try run("send-keys", key) }
    }

    /// Types text letter by letter.
    func type(_ text: String) throws { try run("send-keys", "-l", text) }

    func screen() throws -> String { try run("capture-pane", "-p") }

    func resize(columns: Int, rows: Int) throws {
        try run("resize-window", "-x", "\(columns)", "-y", "\(rows)")
    }

    /// Waits until the screen is as wanted; records an issue with the last screen when it does not come to be.
    ///
    /// It looks often enough before it gives up, however long that takes: on a busy machine a minute may pass between two looks.
    @discardableResult
    func wait(
        _ what: String, within seconds: Double = 60, location: SourceLocation = #_sourceLocation,
        until isThere: (String) -> Bool
    ) async throws -> String {
        var patience = Patience(seconds: seconds)
        var last = ""
        while patience.looksAgain() {
            last = try screen()
            if isThere(last) { return last }
            try await Task.sleep(nanoseconds: 25_000_000)
        }
        Issue.record("\(what) did not come; the last screen was:\n\(last)", sourceLocation: location)
        return last
    }

    @discardableResult
    func wait(for text: String, location: SourceLocation = #_sourceLocation) async throws -> String {
        try await wait("“\(text)”", location: location) { $0.contains(text) }
    }

    func wait(without text: String, location: SourceLocation = #_sourceLocation) async throws {
        try await wait("a screen without “\(text)”", location: location) { !$0.contains(text) }
    }
}

/// A home folder of its own for one test.
final class Home {
    let path: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "watchfloor-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path
        // The other folders that every user may read, so that a test can look from another user's place.
        chmod(path, 0o755)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The folder of the built program: the tests lie beside it.
    var binaries: String { URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path }

    func write(_ text: String, to name: String) throws -> String {
        let file = path + "/" + name
        try FileManager.default.createDirectory(
            atPath: URL(filePath: file).deletingLastPathComponent().path, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: file))
        return file
    }

    struct Result {
        let output: String
        let errors: String
        let code: Int32
    }

    /// Runs the program in this home, with no terminal.
    func watchfloor(_ arguments: String..., input: String? = nil, environment: [String: String] = [:]) throws -> Result
    {
        try run(arguments, input: input, environment: environment)
    }

    func run(_ arguments: [String], input: String? = nil, environment: [String: String] = [:]) throws -> Result {
        let process = Process()
        process.executableURL = URL(filePath: binaries + "/watchfloor")
        process.arguments = arguments
        process.environment = [
            "PATH": "/usr/bin:/bin", "HOME": path, "USER": "vera", "LC_ALL": "C.UTF-8", "TERM": "xterm-256color",
        ].merging(environment) { _, new in new }
        let (output, errors) = (try file("output"), try file("errors"))
        process.standardOutput = output.handle
        process.standardError = errors.handle
        if let input {
            let name = try write(input, to: "input-\(UUID().uuidString)")
            process.standardInput = FileHandle(forReadingAtPath: name)
        } else {
            process.standardInput = FileHandle.nullDevice
        }
        try process.start()
        process.waitUntilExit()
        return Result(
            output: try String(contentsOfFile: output.path, encoding: .utf8),
            errors: try String(contentsOfFile: errors.path, encoding: .utf8), code: process.terminationStatus)
    }

    private func file(_ name: String) throws -> (path: String, handle: FileHandle) {
        let path = try write("", to: "\(name)-\(UUID().uuidString)")
        guard let handle = FileHandle(forWritingAtPath: path) else { throw CocoaError(.fileWriteUnknown) }
        return (path, handle)
    }

    /// What a command prints.
    static func output(of command: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [command] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.start()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
