import Foundation
import TestSupport
import Testing
import Wire

/// The server of `server.py` on this machine, one for all tests; it ends when the process does, with its standard input.
struct WebServer: Decodable, Sendable {
    let http: Int
    let https: Int
    /// Shows a certificate for another name than `localhost`.
    let wrongName: Int
    /// A port at which nothing listens.
    let closed: Int
    /// Files in PEM format: what to trust for `https`, and for `wrongName`.
    let certificate: String
    let wrongCertificate: String

    private static let shared = Result { try start() }

    static func running() throws -> WebServer { try shared.get() }

    private static func start() throws -> WebServer {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "python3", URL(filePath: #filePath).deletingLastPathComponent().appending(path: "server.py").path,
        ]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.start()
        // Held open, not written to, until this process ends.
        _ = fcntl(input.fileHandleForWriting.fileDescriptor, F_DUPFD_CLOEXEC, 0)
        var line = Data()
        while line.last != UInt8(ascii: "\n") {
            let more = output.fileHandleForReading.availableData
            try #require(!more.isEmpty, "the server for the tests did not start; it needs python3 and openssl")
            line += more
        }
        return try JSONDecoder().decode(WebServer.self, from: line)
    }

    func url(_ path: String, host: String = "127.0.0.1") -> String { "http://\(host):\(http)\(path)" }

    func fetcher(_ change: (inout Fetcher.Options) -> Void = { _ in }) -> Fetcher {
        var options = Fetcher.Options(userAgent: "Watchfloor/test (+https://example.org)", proxies: ProxySettings())
        change(&options)
        return Fetcher(options)
    }

    /// What a path on the server gives, which counts as local.
    func fetch(_ path: String, _ limits: FetchLimits = FetchLimits()) async -> FetchResult {
        await fetcher().fetch(FetchRequest(url(path), isLocal: true, limits: limits))
    }
}

extension FetchResult {
    var content: FetchedContent? {
        if case .content(let content) = self { content } else { nil }
    }

    var text: String? { content.map { String(decoding: $0.bytes, as: UTF8.self) } }

    var failure: FetchFailure? {
        if case .failed(let failure) = self { failure } else { nil }
    }
}
