import Foundation
import Glibc
import SituationModel
import Storage

/// A folder of its own for one test, gone when the test is done.
final class Scratch: Sendable {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "storage-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    func path(_ name: String = "archive.db") -> String { folder.appending(path: name).path }

    /// The names of the files in the folder.
    var files: [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? [] }

    func bytes(_ name: String = "archive.db") throws -> Data { try Data(contentsOf: folder.appending(path: name)) }
}

/// What goes into archives that only need something in them.
enum Sample {
    static let ada = Author("ada")
    static let now = Instant(milliseconds: 1_729_260_000_000)

    static func draft(_ change: Change, known: Instant? = nil) -> Draft {
        Draft(situation: "test", author: ada, known: known, change: change)
    }

    static func document(_ number: Int, text: String = "North Korean troops train in the far east.") -> Document {
        Document(
            id: DocumentID("document-\(number)"), source: "nis", title: "Report \(number)",
            received: now.advanced(byMilliseconds: Int64(number) * 1_000), text: text)
    }

    /// An archive file with some documents in it, closed.
    static func fill(_ path: String, documents: Int = 300) throws {
        let archive = try Archive.open(at: path, .readWrite(create: true))
        try archive.append(
            (0..<documents).map { draft(.add(record: .document(document($0)))) }, batch: "import", at: now)
    }
}

/// The program `storage-probe`, run as another process.
struct Probe {
    let process: Process
    private let output: Pipe

    /// Starts it; as the unprivileged user `nobody` where that is asked for and this is root.
    init(_ arguments: String..., asNobody: Bool = false) throws {
        // The test bundle and the products share a folder, which only its owner may be able to look into.
        let product = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(
            path: "storage-probe")
        process = Process()
        output = Pipe()
        if asNobody, geteuid() == 0 {
            let copy = FileManager.default.temporaryDirectory.appending(path: "storage-probe-\(UUID().uuidString)")
            try FileManager.default.copyItem(at: product, to: copy)
            process.executableURL = URL(filePath: "/usr/bin/setpriv")
            process.arguments = ["--reuid=65534", "--regid=65534", "--clear-groups", copy.path] + arguments
            process.terminationHandler = { _ in try? FileManager.default.removeItem(at: copy) }
        } else {
            process.executableURL = product
            process.arguments = arguments
        }
        process.standardOutput = output
        try process.run()
    }

    /// Waits until it has said so many lines.
    func lines(_ count: Int) throws -> [String] {
        var data = Data()
        while data.count(where: { $0 == 10 }) < count {
            guard let more = try output.fileHandleForReading.read(upToCount: 1), !more.isEmpty else { break }
            data += more
        }
        return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// Waits until it has ended, and answers with what it has said.
    func end() throws -> String {
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .newlines)
    }

    func kill() {
        Glibc.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}
