import Testing

@testable import Wire

/// Which addresses belong to the public network, and which proxies lead there.
@Suite struct NetworkAddressTests {
    @Test(arguments: [
        "0.0.0.0", "0.1.2.3", "10.255.0.1", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.254",
        "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.168.1.1", "198.18.0.1", "198.19.255.255",
        "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
        "::", "::1", "::ffff:10.0.0.1", "::ffff:127.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1",
        "2002:7f00:1::", "2001:0:1::1", "2001:db8::1", "fc00::1", "fdff::1", "fe80::1", "fe80::1%eth0", "febf::1",
        "fec0::1", "ff02::1", "100::1",
    ])
    func special(text: String) throws {
        #expect(try #require(NetworkAddress(text)).special != nil)
    }

    @Test(arguments: [
        "1.1.1.1", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "126.1.1.1", "128.0.0.1",
        "169.253.1.1", "172.15.255.255", "172.32.0.1", "192.167.1.1", "198.17.1.1", "198.20.1.1", "223.255.255.255",
        "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101", "2002:101:101::", "2a00::1", "2001:200::1",
    ])
    func ordinary(text: String) throws {
        #expect(try #require(NetworkAddress(text)).special == nil)
    }

    @Test func words() throws {
        #expect(try #require(NetworkAddress("::1")).special == "loopback")
        #expect(try #require(NetworkAddress("100.64.0.1")).special == "carrier-grade NAT")
        #expect(try "\(#require(NetworkAddress("2001:DB8:0::7")))" == "2001:db8::7")
        #expect(NetworkAddress("example.org") == nil)
        #expect(NetworkAddress("1.2.3") == nil)
    }

    // MARK: - Proxies

    private func proxy(for address: String, _ variables: [String: String]) throws -> String? {
        try ProxySettings { variables[$0] }.proxy(for: WebAddress(address))
    }

    @Test func proxiesByScheme() throws {
        let variables = ["http_proxy": "http://p:1", "HTTPS_PROXY": "http://q:2"]
        #expect(try proxy(for: "http://example.org/", variables) == "http://p:1")
        #expect(try proxy(for: "https://example.org/", variables) == "http://q:2")
        #expect(try proxy(for: "https://example.org/", ["all_proxy": "socks5h://r:3"]) == "socks5h://r:3")
        #expect(try proxy(for: "https://example.org/", [:]) == nil)
        // An empty variable stands for none, and capitals for nothing where a request could have put them there.
        #expect(try proxy(for: "http://example.org/", ["http_proxy": "", "HTTP_PROXY": "http://evil:1"]) == nil)
    }

    @Test(arguments: [
        ("example.org", "example.org", true), ("example.org", "www.example.org", true),
        (".example.org", "EXAMPLE.org", true), ("example.org", "badexample.org", false),
        ("a.example b.example,example.org", "example.org.", true), ("*", "example.org", true),
        ("192.0.2.7", "192.0.2.7", true), ("192.0.2.7", "192.0.2.70", false), ("10.0.0.0/9", "10.127.0.1", true),
        ("10.0.0.0/9", "10.128.0.1", false), ("[2001:db8::1]", "[2001:db8::1]", true),
        ("2001:db8::/32", "[2001:db8:9::1]", true), ("10.0.0.0/99", "10.0.0.0", false), ("", "example.org", false),
    ])
    func exceptions(list: String, host: String, isExcepted: Bool) throws {
        let variables = ["http_proxy": "http://p:1", "no_proxy": list]
        #expect(try proxy(for: "http://\(host)/", variables) == (isExcepted ? nil : "http://p:1"))
    }
}
