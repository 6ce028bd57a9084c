package import Foundation

/// A web server on this machine that serves a folder, on a port of the system's choice; it ends with its owner.
package final class FolderServer {
    /// What it serves; gone when the server is.
    package let folder: String
    package let port: Int
    private let process = Process()
    private let input = Pipe()

    package struct Fault: Error, CustomStringConvertible {
        package let description: String
    }

    package init() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "folder-server-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        self.folder = folder.path
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "folder-server.py").path
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", script, folder.path]
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        try process.start()
        var line = Data()
        while line.last != UInt8(ascii: "\n") {
            let more = output.fileHandleForReading.availableData
            guard !more.isEmpty else { throw Fault(description: "the server did not start; it needs python3") }
            line += more
        }
        guard let port = Int(String(decoding: line.dropLast(), as: UTF8.self)) else {
            throw Fault(description: "the server names no port")
        }
        self.port = port
    }

    deinit {
        process.terminate()
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// The address of a file.
    package func url(_ name: String) -> String { "http://127.0.0.1:\(port)/\(name)" }

    /// Puts a file there, all at once. `http://SERVER/` in it stands for this server.
    package func put(_ text: String, at name: String) throws { try put(Data(text.utf8), at: name) }

    package func put(_ data: Data, at name: String) throws {
        try data.write(to: URL(filePath: folder + "/" + name), options: .atomic)
    }

    /// Has a name answered with a status from now on, whatever lies there; `nil` for what is usual.
    package func answer(_ name: String, with status: Int?) throws {
        if let status {
            try put("\(status)", at: name + ".status")
        } else {
            try FileManager.default.removeItem(atPath: folder + "/" + name + ".status")
        }
    }

    /// With which statuses the requests for a name have been answered so far.
    package func answers(to name: String) throws -> [Int] {
        try String(contentsOfFile: folder + "/requests.log", encoding: .utf8).split(separator: "\n").compactMap {
            line in
            line.hasPrefix(name + " ") ? Int(line.dropFirst(name.count + 1)) : nil
        }
    }
}

/// A feed in RSS 2.0 to be put on a server.
package struct FeedText {
    package struct Entry {
        package var name: String
        package var title: String
        package var text: String

        package init(_ name: String, _ title: String, _ text: String) {
            self.name = name
            self.title = title
            self.text = text
        }
    }

    /// An hour before the tests began: what is much older counts as frozen.
    private static let start = Date().addingTimeInterval(-3_600)

    /// The feed, its entries' pages on the server it lies on; published a second apart, the last one newest.
    package static func rss(_ entries: [Entry]) -> String {
        let items = entries.enumerated().map { index, entry in
            let date = start.addingTimeInterval(Double(index)).formatted(.iso8601)
            return """
                <item><guid isPermaLink="false">\(entry.name)</guid><link>http://SERVER/\(entry.name).html</link>
                <title>\(entry.title)</title><dc:date>\(date)</dc:date><description>\(entry.text)</description></item>

                """
        }
        return """
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Wire</title><language>en</language>
            \(items.joined())</channel></rss>
            """
    }
}
