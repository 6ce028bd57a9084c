import Testing
import Wire

/// What is said when servers do not behave. Every case ends, and within its limits.
@Suite struct FaultTests {
    private let host = "127.0.0.1"

    private func failure(_ path: String, _ limits: FetchLimits = FetchLimits()) async throws -> FetchFailure? {
        try await WebServer.running().fetch(path, limits).failure
    }

    // MARK: - Sizes

    @Test(arguments: ["/large?size=200000", "/large?size=200000&declared=1"])
    func bodiesHaveALimit(path: String) async throws {
        #expect(try await failure(path, FetchLimits(transferredBytes: 100_000)) == .tooLarge(limit: 100_000))
        #expect(try await failure(path, FetchLimits(transferredBytes: 200_000)) == nil)
    }

    @Test func decompressedBodiesHaveALimit() async throws {
        let limits = FetchLimits(transferredBytes: 1_000_000, decompressedBytes: 5_000_000)
        #expect(try await failure("/encoded?kind=bomb", limits) == .tooLargeDecompressed(limit: 5_000_000))
    }

    @Test func headersHaveALimit() async throws {
        #expect(try await failure("/many-headers?count=100") == .headersTooLarge(limit: 65_536))
        #expect(try await failure("/many-headers?count=50") == nil)
    }

    // MARK: - Times

    @Test func slowBodiesHaveALimit() async throws {
        let limits = FetchLimits(totalTime: .milliseconds(300))
        #expect(try await failure("/drip", limits) == .unfinished(host: host, within: .milliseconds(300)))
        #expect(try await failure("/stall", limits) == .unfinished(host: host, within: .milliseconds(300)))
    }

    @Test func dripsAreGivenUp() async throws {
        let limits = FetchLimits(slowBytesPerSecond: 1_000, slowTime: .seconds(1))
        #expect(try await failure("/drip", limits) == .tooSlow(host: host, bytesPerSecond: 1_000))
    }

    /// The limit is on the fetch, not on each of its steps.
    @Test func redirectsShareOneTime() async throws {
        let server = try WebServer.running()
        let limits = FetchLimits(totalTime: .milliseconds(250))
        let result = await server.fetch("/to?url=/stall", limits)
        #expect(result.failure == .unfinished(host: host, within: .milliseconds(250)))
    }

    // MARK: - Lengths and encodings

    @Test func shorterThanSaid() async throws {
        #expect(try await failure("/length?says=1000") == .brokenOff(host: host, receivedBytes: 8))
    }

    /// What goes beyond the length that was said belongs to no answer.
    @Test func longerThanSaid() async throws {
        #expect(try await WebServer.running().fetch("/length?says=4").text == "1234")
    }

    @Test(arguments: [
        ("/encoded?kind=cut", FetchFailure.cutOff(encoding: "gzip")),
        ("/encoded?kind=damaged", .damaged(encoding: "gzip")),
        ("/encoded?kind=unknown", .unknownEncoding("zstd")),
        ("/chunks?kind=garbage", .malformed(host: "127.0.0.1")),
        ("/chunks?kind=cut", .brokenOff(host: "127.0.0.1", receivedBytes: 8)),
        ("/reset", .brokenOff(host: "127.0.0.1", receivedBytes: 4)),
        ("/silent", .brokenOff(host: "127.0.0.1", receivedBytes: 0)),
        ("/other-protocol", .malformed(host: "127.0.0.1")),
    ])
    func brokenBodies(path: String, expected: FetchFailure) async throws {
        #expect(try await failure(path) == expected)
    }

    // MARK: - The way there

    @Test func refusedConnection() async throws {
        let server = try WebServer.running()
        let result = await server.fetcher().fetch(FetchRequest("http://localhost:\(server.closed)/", isLocal: true))
        #expect(
            result.failure == .unreachable(host: "localhost", reason: "nothing answers at port \(server.closed)"))
    }

    @Test func unknownName() async throws {
        let name = String(repeating: "x", count: 70) + ".invalid"
        let result = try await WebServer.running().fetcher().fetch(FetchRequest("http://\(name)/"))
        #expect(result.failure == .unresolvable(host: name))
    }

    @Test(arguments: [
        ("file:///etc/passwd", "only http and https are fetched, not file: file:///etc/passwd"),
        ("gopher://example.org/", "only http and https are fetched, not gopher: gopher://example.org/"),
        ("|ls", "“|ls” is no address such as https://example.org/feed"),
        ("exec:ls", "“exec:ls” is no address such as https://example.org/feed"),
        ("http://exa\u{7}mple.org/", "“http://exa\u{7}mple.org/” is no address such as https://example.org/feed"),
        ("", "“” is no address such as https://example.org/feed"),
    ])
    func addressesThatAreNotFetched(address: String, words: String) async throws {
        let result = try await WebServer.running().fetcher().fetch(FetchRequest(address))
        #expect(result.failure?.description == words)
    }

    // MARK: - TLS

    private func fetchSafely(port: Int, trust: String?) async throws -> FetchResult {
        let fetcher = try WebServer.running().fetcher { $0.trustFile = trust }
        return await fetcher.fetch(FetchRequest("https://localhost:\(port)/feed", isLocal: true))
    }

    @Test func trustedCertificate() async throws {
        let server = try WebServer.running()
        #expect(try await fetchSafely(port: server.https, trust: server.certificate).content != nil)
    }

    @Test func selfSignedCertificate() async throws {
        let failure = try await fetchSafely(port: WebServer.running().https, trust: nil).failure
        #expect(failure == .encryption(host: "localhost", .selfSigned))
        #expect(
            failure?.description
                == "TLS: the certificate of localhost is signed by itself, so nobody vouches for it")
    }

    @Test func certificateForAnotherName() async throws {
        let server = try WebServer.running()
        let failure = try await fetchSafely(port: server.wrongName, trust: server.wrongCertificate).failure
        #expect(failure == .encryption(host: "localhost", .wrongName))
    }

    @Test func noTLSAtAll() async throws {
        let failure = try await fetchSafely(port: WebServer.running().http, trust: nil).failure
        guard case .encryption("localhost", .other) = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
    }
}
