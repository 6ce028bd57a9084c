import Testing
import Wire

/// Where redirects may lead, and where they may not.
@Suite struct RedirectTests {
    @Test func redirectsAreFollowedToALimit() async throws {
        let server = try WebServer.running()
        let result = await server.fetch("/redirect?left=7")
        #expect(result.content?.answer.address.text == server.url("/feed"))
        #expect(await server.fetch("/redirect?left=8").failure == .tooManyRedirects(limit: 8))
    }

    @Test(arguments: [301, 302, 303, 307, 308])
    func everyKindOfRedirectIsOne(status: Int) async throws {
        let server = try WebServer.running()
        let answer = try #require(await server.fetch("/redirect?left=0&status=\(status)").content?.answer)
        #expect((answer.permanentAddress != nil) == [301, 308].contains(status))
    }

    @Test func loopsAreSeen() async throws {
        let server = try WebServer.running()
        #expect(await server.fetch("/loop").failure == .redirectLoop(address: server.url("/loop?at=1")))
    }

    /// Permanent is the way up to the first step that is not.
    @Test func permanentAddress() async throws {
        let server = try WebServer.running()
        let answer = try #require(await server.fetch("/permanent").content?.answer)
        #expect(answer.permanentAddress?.text == server.url("/permanent?step=2"))
        #expect(answer.address.text == server.url("/feed"))
    }

    @Test func locationsAreReadAsTheyCome() async throws {
        let server = try WebServer.running()
        // Relative, and with bytes beyond ASCII (here Latin-1), which go back as they came.
        let result = await server.fetch("/to?url=echo%3Fq=%E9")
        #expect(result.content?.answer.address.text == server.url("/echo?q=%C3%A9"))
        #expect(await server.fetch("/to?url=//127.0.0.1:\(server.http)/feed%23part").content != nil)
    }

    @Test(arguments: ["file:///etc/passwd", "gopher://127.0.0.1/"])
    func otherSchemesAreRefused(target: String) async throws {
        let failure = try await WebServer.running().fetch("/to?url=\(target)").failure
        guard case .badRedirect(.unsupportedScheme) = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
    }

    // MARK: - The local network

    @Test(arguments: ["127.0.0.1", "localhost", "127.1", "2130706433", "[::ffff:127.0.0.1]", "0.0.0.0"])
    func localAddressesAreRefused(host: String) async throws {
        let server = try WebServer.running()
        let result = await server.fetcher().fetch(FetchRequest(server.url("/feed", host: host)))
        guard case .localAddress = result.failure else {
            Issue.record("\(host): \(result)")
            return
        }
    }

    /// The server stands in for a proxy, which hands out a redirect from some public place.
    @Test(arguments: ["127.0.0.1", "localhost"], [[], ["127.0.0.1", "localhost"]])
    func redirectsToLocalAddressesAreRefused(host: String, exceptions: [String]) async throws {
        let server = try WebServer.running()
        let fetcher = server.fetcher {
            $0.proxies = ProxySettings(http: "http://127.0.0.1:\(server.http)", exceptions: exceptions)
        }
        func fetch(isLocal: Bool) async -> FetchResult {
            let address = "http://public.invalid/to?url=\(server.url("/feed", host: host))"
            return await fetcher.fetch(FetchRequest(address, isLocal: isLocal))
        }
        guard case .badRedirect(.localAddress) = await fetch(isLocal: false).failure else {
            Issue.record("\(await fetch(isLocal: false))")
            return
        }
        #expect(await fetch(isLocal: true).content != nil)
    }

    /// A connection that a local source may have is not there for others to find.
    @Test func connectionsOfLocalSourcesAreNotShared() async throws {
        let server = try WebServer.running()
        let fetcher = server.fetcher()
        #expect(await fetcher.fetch(FetchRequest(server.url("/chunks?kind=good"), isLocal: true)).content != nil)
        guard case .localAddress = await fetcher.fetch(FetchRequest(server.url("/feed"))).failure else {
            Issue.record("reached the local network")
            return
        }
    }

    // MARK: - Proxies

    @Test func proxiesAreAsked() async throws {
        let server = try WebServer.running()
        let fetcher = server.fetcher { $0.proxies = ProxySettings(http: "http://127.0.0.1:\(server.http)") }
        let text = await fetcher.fetch(FetchRequest("http://public.invalid/echo")).text
        #expect(text?.contains("\"x-proxied\": \"http://public.invalid/echo\"") == true)
    }

    @Test func proxiesThatDoNotLeadThereAreNamed() async throws {
        let server = try WebServer.running()
        for proxy in ["http://127.0.0.1:\(server.http)", "http://127.0.0.1:\(server.closed)"] {
            let fetcher = server.fetcher { $0.proxies = ProxySettings(https: proxy) }
            guard case .proxy = await fetcher.fetch(FetchRequest("https://public.invalid/")).failure else {
                Issue.record("\(proxy): \(await fetcher.fetch(FetchRequest("https://public.invalid/")))")
                continue
            }
        }
    }
}
