// Measures how fast a feed goes into an archive, everything on: parsed, compared, read, indexed, committed; and how long the
// same feed takes once more, unchanged. Runs the release build of the program beside it, and gives numbers for other sizes:
//
//     swift build -c release && swift run -c release ingest-benchmark [ITEMS [ROUNDS]]

import Foundation
import TestSupport

let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
let items = arguments.first ?? 100_000
let rounds = arguments.dropFirst().first ?? 3
let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "watchfloor")
let folder = FileManager.default.temporaryDirectory.appending(path: "ingest-benchmark-\(UUID().uuidString)")
try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
defer { try? FileManager.default.removeItem(at: folder) }

let feed = folder.appending(path: "feed.xml")
var invented = InventedFeed(seed: 4)
try invented.write(items: items, to: feed.path)

/// Seconds that it takes to take the feed in.
func ingest(into archive: URL) throws -> Double {
    let process = Process()
    process.executableURL = program
    process.arguments = ["ingest", feed.path, "--db", archive.path]
    process.standardError = FileHandle.nullDevice
    let start = ContinuousClock.now
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.executableRuntimeMismatch) }
    return (ContinuousClock.now - start) / .seconds(1)
}

func spread(_ values: [Double]) -> String {
    let sorted = values.sorted()
    let words = [sorted[sorted.count / 2], sorted[0], sorted[sorted.count - 1]].map { String(format: "%.2f", $0) }
    return "\(words[0]) s (\(words[1])–\(words[2]), n = \(values.count))"
}

var (first, again): ([Double], [Double]) = ([], [])
for round in 0..<max(1, rounds) {
    let archive = folder.appending(path: "archive-\(round).sqlite")
    first.append(try ingest(into: archive))
    again.append(try ingest(into: archive))
    try? FileManager.default.removeItem(at: archive)
}
let middle = first.sorted()[first.count / 2]
print(
    "\(items) items: \(spread(first)), \(Int(Double(items) / middle)) a second; once more, unchanged: \(spread(again))")
