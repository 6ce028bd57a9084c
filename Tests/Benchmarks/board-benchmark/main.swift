// Measures the board on the wire: how long until the first frame stands, what a key costs, at rest and while a feed is taken
// in at full speed, what it does when nothing happens. Run it with the release build:
//
//     swift build -c release && swift run -c release board-benchmark

import Foundation
import Glibc
import TestSupport

/// Smallest, middle and largest of some measurements.
func spread(_ values: [Double], _ unit: String, digits: Int = 2) -> String {
    let sorted = values.sorted()
    guard let least = sorted.first, let most = sorted.last else { return "nothing measured" }
    let words = [least, sorted[sorted.count / 2], most].map { String(format: "%.\(digits)f", $0) }
    return "\(words[1]) \(unit) (\(words[0])–\(words[2]), n = \(values.count))"
}

let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "watchfloor").path
let home = FileManager.default.temporaryDirectory.appending(path: "board-benchmark-\(getpid())").path
try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
defer { try? FileManager.default.removeItem(atPath: home) }
let environment = [
    "HOME": home, "PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "USER": "bench",
]

func open(
    _ columns: Int = 120, _ rows: Int = 40
) throws -> (terminal: PseudoTerminal, paint: (bytes: Int, seconds: Double)) {
    let start = monotonic()
    let terminal = try PseudoTerminal(program, [], columns: columns, rows: rows, environment: environment)
    return (terminal, terminal.read(since: start, quiet: 0.3))
}

// MARK: Start

let made = try open()
print("first start, archive made     \(spread([made.paint.seconds * 1000], "ms", digits: 1))")
made.terminal.end()
var starts: [Double] = []
for _ in 0..<20 {
    let run = try open()
    starts.append(run.paint.seconds * 1000)
    run.terminal.end()
}
print("cold start to first frame     \(spread(starts, "ms", digits: 1))")

// MARK: Keys

let board = try open()
for (pane, name) in [("2", "ladders"), ("1", "actors"), ("3", "quotes"), ("4", "timeline"), ("5", "wire")] {
    _ = board.terminal.type(pane, quiet: 0.3)
    // Once through the pane, so that what counts as seen has been seen.
    for _ in 0..<12 { _ = board.terminal.type("j") }
    for _ in 0..<12 { _ = board.terminal.type("k") }
    var bytes: [Double] = []
    var times: [Double] = []
    for key in (0..<40).map({ $0 % 20 < 10 ? "j" : "k" }) {
        let answer = board.terminal.type(key)
        guard answer.bytes > 0 else { continue }
        bytes.append(Double(answer.bytes))
        times.append(answer.seconds * 1000)
    }
    let column = name.padding(toLength: 9, withPad: " ", startingAt: 0)
    print("cursor move, \(column)        \(spread(times, "ms"))   \(spread(bytes, "bytes", digits: 0))")
}

// MARK: Rest

_ = board.terminal.type("", quiet: 0.5)
let before = board.terminal.processorTime
let idle = board.terminal.read(since: monotonic(), quiet: 10)
let used = board.terminal.processorTime - before
print("ten seconds at rest           \(idle.bytes) bytes, \(String(format: "%.0f", used * 1000)) ms of processor time")
print("memory                        \(String(format: "%.1f", board.terminal.memory)) MiB")
board.terminal.end()

// MARK: Under an ingest

/// Keys on a board while another process takes a feed in as fast as it can; the time of a key is that until the last byte
/// before the line is quiet, whatever those bytes show.
func measureUnderIngest(_ key: String, count: Int) throws -> String {
    let archive = home + "/ingest-\(key == "j" ? 1 : 2).sqlite"
    let feed = home + "/feed.xml"
    if !FileManager.default.fileExists(atPath: feed) {
        var invented = InventedFeed(seed: 4)
        try invented.write(items: 100_000, to: feed)
    }
    let terminal = try PseudoTerminal(
        program, ["--db", archive], columns: 120, rows: 40, environment: environment)
    _ = terminal.read(since: monotonic(), quiet: 0.5)
    let ingest = Process()
    ingest.executableURL = URL(filePath: program)
    ingest.arguments = ["ingest", feed, "--db", archive]
    ingest.standardError = FileHandle.nullDevice
    try ingest.run()
    usleep(3_000_000)
    _ = terminal.type("5", quiet: 0.06)
    // From the end that the key leads away from.
    _ = terminal.type(key == "k" ? "G" : "g", quiet: 0.3)
    var times: [Double] = []
    for _ in 0..<count where ingest.isRunning {
        let answer = terminal.type(key, patience: 1)
        if answer.bytes > 0 { times.append(answer.seconds * 1000) }
    }
    let isStillRunning = ingest.isRunning
    ingest.terminate()
    ingest.waitUntilExit()
    terminal.end()
    let sorted = times.sorted()
    guard !sorted.isEmpty else { return "nothing measured" }
    let late = [90, 95, 99].map { String(format: "%.1f", sorted[min(sorted.count - 1, sorted.count * $0 / 100)]) }
    return "p90 \(late[0]), p95 \(late[1]), p99 \(late[2]) ms, \(spread(times, "ms"))"
        + (isStillRunning ? "" : "; the feed was at its end before the keys were")
}

for key in ["j", "k"] { print("\(key) while a feed comes in        \(try measureUnderIngest(key, count: 300))") }
