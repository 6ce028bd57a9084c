import Testing

@testable import Wire

/// Addresses, as they are read and as they are kept.
@Suite struct WebAddressTests {
    @Test(arguments: [
        ("https://Example.ORG", "https://example.org/", "example.org", 443),
        (" http://example.org:8080/a b?q=ü#part \n", "http://example.org:8080/a%20b?q=%c3%bc", "example.org", 8080),
        ("http://user:pa%40ss@example.org/", "http://example.org/", "example.org", 80),
        ("http://[2001:DB8::1]/", "http://[2001:db8::1]/", "2001:db8::1", 80),
        ("http://0x7f.1/", "http://127.0.0.1/", "127.0.0.1", 80),
        ("http://%6cocalhost/", "http://localhost/", "localhost", 80),
        ("https://мвд.рф/news", "https://xn--b1aew.xn--p1ai/news", "xn--b1aew.xn--p1ai", 443),
        ("https://Bücher.example/", "https://xn--bcher-kva.example/", "xn--bcher-kva.example", 443),
        ("https://청와대.한국/", "https://xn--vk1b187a8ue.xn--3e0b707e/", "xn--vk1b187a8ue.xn--3e0b707e", 443),
    ])
    func reading(written: String, text: String, host: String, port: Int) throws {
        let address = try WebAddress(written)
        #expect(address.text.lowercased() == text)
        #expect(address.host == host)
        #expect(address.port == port)
    }

    @Test func credentialsAreSetApart() throws {
        let address = try WebAddress("http://user:pa%40ss@example.org/")
        #expect(address.credentials == WebAddress.Credentials(user: "user", password: "pa@ss"))
        #expect("\(address)" == "http://example.org/")
    }

    @Test(arguments: [
        "example.org/feed", "feed", "", "http://", "http://exa mple.org/", "http://a\r\nb/",
        "http://example.org:99999/", "http://" + String(repeating: "ü", count: 64) + "/",
        "http://example.org/" + String(repeating: "x", count: 9_000),
    ])
    func whatIsNoAddress(written: String) {
        #expect(throws: FetchFailure.invalidAddress(written)) { try WebAddress(written) }
    }

    @Test(arguments: ["ftp://example.org/", "file:///etc/passwd", "data:text/plain,x", "gopher://x/"])
    func otherSchemes(written: String) {
        #expect(throws: FetchFailure.self) { try WebAddress(written) }
    }

    @Test(arguments: [
        ("next", "https://example.org/a/next"), ("/top?x=1", "https://example.org/top?x=1"),
        ("//other.example/", "https://other.example/"), ("http://EXAMPLE.org/", "http://example.org/"),
        ("../..//up", "https://example.org//up"), ("?q", "https://example.org/a/b?q"),
    ])
    func resolving(reference: String, expected: String) throws {
        let base = try WebAddress("https://user@example.org/a/b")
        let target = try base.resolving(reference)
        #expect(target.text == expected)
        #expect((target.credentials != nil) == expected.hasPrefix("https://example.org/"))
    }
}
