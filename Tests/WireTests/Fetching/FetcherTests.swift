import Foundation
import SituationModel
import Testing
import Wire

/// What comes back when servers behave.
@Suite struct FetcherTests {
    @Test func contentComesWithWhatTheServerSaysOfIt() async throws {
        let server = try WebServer.running()
        let content = try #require(await server.fetch("/feed").content)
        #expect(String(decoding: content.bytes, as: UTF8.self).hasPrefix("<rss"))
        #expect(content.mediaType == "application/rss+xml")
        #expect(content.charset == "iso-8859-1")
        #expect(content.transferredBytes == content.bytes.count)
        #expect(content.answer.address.text == server.url("/feed"))
        #expect(content.answer.permanentAddress == nil)
        #expect(content.answer.freshForSeconds == 500)
        #expect(
            content.answer.validators
                == Validators(
                    address: server.url("/feed"), entityTag: "\"v1\"", lastModified: "Fri, 18 Oct 2024 12:00:00 GMT"))
    }

    @Test func whatIsUnchangedIsNotSentAgain() async throws {
        let server = try WebServer.running()
        let validators = try #require(await server.fetch("/feed").content?.answer.validators)
        let request = FetchRequest(server.url("/feed"), validators: validators, isLocal: true)
        let result = await server.fetcher().fetch(request)
        guard case .unchanged(let answer) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(answer.validators == validators)
    }

    /// An entity tag means something to the server that gave it only.
    @Test func validatorsStayWithTheirAddress() async throws {
        let server = try WebServer.running()
        let validators = Validators(address: server.url("/other"), entityTag: "\"v1\"", lastModified: nil)
        let request = FetchRequest(server.url("/feed"), validators: validators, isLocal: true)
        #expect(await server.fetcher().fetch(request).content != nil)
        // Behind a redirect they are those of the place where it ends.
        let own = Validators(address: server.url("/feed"), entityTag: "\"v1\"", lastModified: nil)
        let redirected = FetchRequest(server.url("/redirect?left=2"), validators: own, isLocal: true)
        guard case .unchanged = await server.fetcher().fetch(redirected) else {
            Issue.record("no 304 behind a redirect")
            return
        }
    }

    @Test func unaskedNotModifiedIsAFailure() async throws {
        let result = try await WebServer.running().fetch("/status?code=304")
        #expect(result == .failed(.unchangedUnasked))
    }

    @Test func requestsNameTheProgramAndNothingElse() async throws {
        let text = try #require(try await WebServer.running().fetch("/echo").text)
        let headers = try JSONDecoder().decode([String: String].self, from: Data(text.utf8))
        #expect(headers["user-agent"] == "Watchfloor/test (+https://example.org)")
        #expect(headers["accept-encoding"] == "gzip, br")
        #expect(Set(headers.keys) == ["host", "user-agent", "accept", "accept-encoding"])
    }

    @Test(arguments: ["/encoded?kind=good", "/encoded?kind=brotli", "/chunks?kind=good", "/length?says=8"])
    func formsOfGoodBodies(path: String) async throws {
        let expected = [
            "/encoded?kind=good": String(
                repeating: "<rss version='2.0'><channel><title>feed</title></channel></rss>", count: 100),
            "/encoded?kind=brotli": "hello", "/chunks?kind=good": "hello world", "/length?says=8": "12345678",
        ]
        let content = try #require(try await WebServer.running().fetch(path).content)
        #expect(String(decoding: content.bytes, as: UTF8.self) == expected[path])
        // What stands in a trailer has come too late.
        #expect(content.answer.validators == nil)
    }

    @Test func interimAnswersAreNotTheAnswer() async throws {
        let content = try #require(try await WebServer.running().fetch("/early").content)
        #expect(content.answer.validators?.entityTag == "\"late\"")
    }

    // MARK: - Statuses

    @Test func goneIsForGood() async throws {
        #expect(try await WebServer.running().fetch("/status?code=410") == .gone)
    }

    @Test(arguments: [
        ("/status?code=429", nil), ("/status?code=429&Retry-After=120", 120), ("/status?code=503&Retry-After=60", 60),
        ("/status?code=429&Date=Fri,+18+Oct+2024+12:00:00+GMT&Retry-After=Fri,+18+Oct+2024+12:05:00+GMT", 300),
        ("/status?code=503&Retry-After=99999999999999999999", Int64.max),
    ])
    func throttling(path: String, seconds: Int64?) async throws {
        let result = try await WebServer.running().fetch(path)
        #expect(result == .throttled(seconds.map { .after(seconds: $0) }))
    }

    @Test func throttlingUntilATime() async throws {
        let result = try await WebServer.running()
            .fetch("/status?code=429&Retry-After=Friday,+18-Oct-24+12:05:00+GMT")
        #expect(try result == .throttled(.at(#require(Instant("2024-10-18T12:05:00Z")))))
    }

    @Test(arguments: [401, 403, 404, 500, 503])
    func otherStatusesAreFailures(status: Int) async throws {
        #expect(try await WebServer.running().fetch("/status?code=\(status)") == .failed(.status(status)))
    }

    /// What the status says is not lost when the body behind it is.
    @Test func statusOutlivesItsBody() async throws {
        #expect(try await WebServer.running().fetch("/reset?status=410+Gone") == .gone)
    }

    // MARK: - Credentials

    @Test func credentialsStayWithTheirHost() async throws {
        let server = try WebServer.running()
        func fetch(_ path: String) async -> FetchResult {
            await server.fetcher().fetch(
                FetchRequest("http://user:pass@localhost:\(server.http)\(path)", isLocal: true))
        }
        let result = await fetch("/secret")
        #expect(result.text == "in")
        #expect(result.content?.answer.address.text == server.url("/secret", host: "localhost"))
        #expect(await fetch("/to?url=/secret").text == "in")
        #expect(await fetch("/to?url=\(server.url("/secret"))").failure == .status(401))
        // Nor does a server get to choose any.
        let chosen = "/to?url=http://user:pass@127.0.0.1:\(server.http)/secret"
        #expect(await server.fetch(chosen).failure == .status(401))
    }

    // MARK: - Many at once

    @Test func fewAtATimeToOneHost() async throws {
        let server = try WebServer.running()
        let fetcher = server.fetcher { $0.perHost = 3 }
        let most = await withTaskGroup(of: String?.self) { group in
            for _ in 0..<20 {
                group.addTask { await fetcher.fetch(FetchRequest(server.url("/crowd"), isLocal: true)).text }
            }
            return await group.reduce(into: []) { $0.append($1.flatMap { Int($0) }) }
        }
        #expect(most.count == 20)
        // All three at once only if the machine has the time for it.
        #expect((2...3).contains(try #require(most.compactMap { $0 }.max())))
    }

    @Test func cancelledFetchesEndAtOnce() async throws {
        let server = try WebServer.running()
        // Two run, the others wait for their turn; none of them would ever end.
        let fetcher = server.fetcher()
        let tasks = (0..<6).map { _ in
            Task { await fetcher.fetch(FetchRequest(server.url("/stall"), isLocal: true)) }
        }
        try await Task.sleep(for: .milliseconds(20))
        tasks.forEach { $0.cancel() }
        for task in tasks { #expect(await task.value == .cancelled) }
        // The places they held are free again.
        #expect(await fetcher.fetch(FetchRequest(server.url("/feed"), isLocal: true)).content != nil)
    }

    /// A cancellation that was there before the fetch finds it all the same.
    @Test func cancelledTasksBeginNothing() async throws {
        let server = try WebServer.running()
        let fetcher = server.fetcher()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await fetcher.fetch(FetchRequest(server.url("/stall"), isLocal: true))
        }
        #expect(await task.value == .cancelled)
    }
}
