import Foundation
import Testing

/// Rules of the house that no compiler keeps.
@Suite struct HouseTests {
    private func sources() throws -> [(file: String, text: String)] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources")
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        return try (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }.map {
            ($0.path.replacingOccurrences(of: root.path + "/", with: ""), try String(contentsOf: $0, encoding: .utf8))
        }
    }

    /// ncurses is one room's business, SQLite another's.
    @Test(arguments: [
        ("CNcurses", "Terminal/"), ("GRDB", "Storage/"), ("Yams", "Exchange/ Display/"), ("CXML", "Wire/"),
        ("CCurl", "Wire/"), ("CLibarchive", "Wire/"), ("CCrypto", "Wire/"), ("CDecompression", "Wire/"),
        ("CScheduling", "Watch/"),
    ])
    func onlyOneRoomImports(library: String, rooms: String) throws {
        let allowed = rooms.split(separator: " ")
        let all = try sources()
        #expect(!all.isEmpty)
        let importing = all.filter { $0.text.contains("import \(library)") }.map(\.file)
        #expect(!importing.isEmpty)
        let elsewhere = importing.filter { file in !allowed.contains { file.hasPrefix($0) } }
        #expect(elsewhere.isEmpty, "\(library) is imported by \(elsewhere)")
    }

    /// What comes from outside may be anything; none of it stops the program.
    @Test func nothingTrapsOnPurpose() throws {
        for (file, text) in try sources() {
            for word in ["try!", "fatalError(", " as! ", "@unchecked Sendable", "nonisolated(unsafe)"] {
                #expect(!text.contains(word), "\(file) says \(word)")
            }
        }
    }
}
