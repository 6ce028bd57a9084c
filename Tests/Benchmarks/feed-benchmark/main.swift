// Measures how fast a feed of 100 MB is read, every field of it, beside sfeed (Debian) on the same file. Run it with the
// release build, and give numbers for other sizes:
//
//     swift run -c release feed-benchmark [ITEMS [ROUNDS]]

import Foundation
import Glibc
import TestSupport
import Wire

/// Middle, smallest and largest of some measurements.
func spread(_ values: [Double], _ unit: String) -> String {
    let sorted = values.sorted()
    guard let least = sorted.first, let most = sorted.last else { return "not measured" }
    let words = [sorted[sorted.count / 2], least, most].map { String(format: "%.3f", $0) }
    return "\(words[0]) \(unit) (\(words[1])–\(words[2]), n = \(values.count))"
}

func seconds(_ work: () throws -> Void) rethrows -> Double {
    let start = ContinuousClock.now
    try work()
    return (ContinuousClock.now - start) / .seconds(1)
}

/// The most memory that the process has held, in MiB.
func peakMemory() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1_024
}

let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
let items = arguments.first ?? 100_000
let rounds = arguments.dropFirst().first ?? 7
let path = FileManager.default.temporaryDirectory.appending(path: "feed-benchmark-\(getpid()).xml").path
defer { unlink(path) }

var invented = InventedFeed(seed: 4)
try invented.write(items: items, to: path)
let attributes = try FileManager.default.attributesOfItem(atPath: path)
let megabytes = Double((attributes[.size] as? NSNumber)?.intValue ?? 0) / 1e6
print("\(items) items, \(String(format: "%.1f", megabytes)) MB")

/// Reads the feed, looking at every field of every entry.
func readHere() throws -> (entries: Int, bytes: Int) {
    var (entries, bytes) = (0, 0)
    _ = try Feed.read(file: path) { entry in
        entries += 1
        bytes += (entry.title?.value.utf8.count ?? 0) + (entry.summary?.value.utf8.count ?? 0)
        bytes += (entry.link?.utf8.count ?? 0) + (entry.id?.utf8.count ?? 0) + entry.authors.count
        if entry.published != nil { bytes += 1 }
    }
    return (entries, bytes)
}

/// Runs sfeed on the same file, its output thrown away; false if it is not there.
///
/// Without Foundation's `Process`, which looks only twenty times a second whether a program has ended.
func runSfeed() -> Bool {
    guard let program = ["/usr/bin/sfeed", "/usr/local/bin/sfeed"].first(where: FileManager.default.isExecutableFile)
    else { return false }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, path, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    let name = strdup(program)
    defer { free(name) }
    var (process, status): (pid_t, Int32) = (0, -1)
    guard posix_spawn(&process, program, &actions, nil, [name, nil], [nil]) == 0 else { return false }
    waitpid(process, &status, 0)
    return status == 0
}

var (here, there): ([Double], [Double]) = ([], [])
let before = peakMemory()
for _ in 0..<rounds {
    var found = (entries: 0, bytes: 0)
    here.append(try seconds { found = try readHere() })
    guard found.entries == items else {
        print("read \(found.entries) entries of \(items)")
        exit(1)
    }
    var isThere = false
    let time = seconds { isThere = runSfeed() }
    if isThere { there.append(time) }
}
print("watchfloor  \(spread(here, "s"))   \(peakMemory() - before) MiB more than before")
print("sfeed       \(spread(there, "s"))")
