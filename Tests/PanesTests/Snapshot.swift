import Foundation
import Testing

/// Compares a screen with the one recorded beside the tests.
///
/// With `RECORD=1` in the environment the screen is written down instead, and the test still fails: what was recorded is
/// to be read before it counts.
func expectScreen(_ screen: String, named name: String, location: SourceLocation = #_sourceLocation) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Screens")
    let file = folder.appending(path: name + ".txt")
    let text = screen + "\n"
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        Issue.record("recorded \(name); read it, then run without RECORD", sourceLocation: location)
        return
    }
    guard let recorded = try? String(contentsOf: file, encoding: .utf8) else {
        Issue.record("there is no screen \(name) yet; record it with RECORD=1", sourceLocation: location)
        return
    }
    #expect(text == recorded, "\(name) differs:\n\(difference(recorded, text))", sourceLocation: location)
}

/// The lines that differ, both ways.
private func difference(_ old: String, _ new: String) -> String {
    let (before, after) = (
        old.split(separator: "\n", omittingEmptySubsequences: false),
        new.split(separator: "\n", omittingEmptySubsequences: false)
    )
    return (0..<max(before.count, after.count)).compactMap { index in
        let left = index < before.count ? String(before[index]) : ""
        let right = index < after.count ? String(after[index]) : ""
        return left == right ? nil : "\(index + 1)\n- \(left)\n+ \(right)"
    }.joined(separator: "\n")
}
