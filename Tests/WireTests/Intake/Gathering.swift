import Foundation

@testable import Wire

extension Intake {
    /// All items in bytes, and what was said about them.
    func items(in bytes: [UInt8], name: String = "test") throws -> (items: [IncomingItem], warnings: [String]) {
        var items: [IncomingItem] = []
        let outcome = try read(bytes: bytes, name: name) { items.append($0) }
        return (items, outcome.warnings.sentences)
    }

    func items(in text: String, name: String = "test") throws -> (items: [IncomingItem], warnings: [String]) {
        try items(in: Array(text.utf8), name: name)
    }
}

extension IncomingItem {
    var text: String? {
        if case .text(let text) = content { text } else { nil }
    }

    /// The content's kind in one word.
    var kind: String { String(describing: content).prefix { $0 != "(" }.description }
}

/// A folder that is gone when this is.
final class Scratch {
    let path: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "intake-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        let file = path + "/" + name
        try FileManager.default.createDirectory(
            atPath: URL(filePath: file).deletingLastPathComponent().path, withIntermediateDirectories: true)
        // Straight into the file, as a program that takes its time would; not by way of a temporary one.
        try Data(text.utf8).write(to: URL(filePath: file), options: [])
        return file
    }
}
