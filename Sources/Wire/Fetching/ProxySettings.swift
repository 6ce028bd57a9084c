import Glibc

/// Which proxy, if any, leads to an address: what `http_proxy`, `https_proxy`, `all_proxy` and `no_proxy` say, which curl
/// and most programs heed.
///
/// Behind a proxy the program does not see the address that is really connected to. Literal private addresses and names
/// that resolve to one here are refused all the same; a name that only the proxy can resolve is the proxy's to judge.
package struct ProxySettings: Hashable, Sendable {
    /// The proxy for http addresses, such as `http://proxy.example:3128` or `socks5h://localhost:1080`.
    package var http: String?
    /// The proxy for https addresses.
    package var https: String?
    /// Hosts reached without a proxy: names (which stand for their subdomains too), addresses, `10.0.0.0/8`, or `*`.
    package var exceptions: [String]

    /// No proxy, or the ones given.
    package init(http: String? = nil, https: String? = nil, exceptions: [String] = []) {
        (self.http, self.https, self.exceptions) = (http, https, exceptions)
    }

    /// Reads the variables; names in lower case come first. `HTTP_PROXY` in capitals is not read, because a program
    /// started by a web server finds a header of the request in it (CVE-2016-5385).
    package init(variable: (String) -> String?) {
        func value(_ names: String...) -> String? {
            names.lazy.compactMap(variable).first.flatMap { $0.isEmpty ? nil : $0 }
        }
        let fallback = value("all_proxy", "ALL_PROXY")
        http = value("http_proxy") ?? fallback
        https = value("https_proxy", "HTTPS_PROXY") ?? fallback
        exceptions = (value("no_proxy", "NO_PROXY") ?? "").split { $0 == "," || $0.isWhitespace }.map(String.init)
    }

    /// What the environment of this process says.
    package static var environment: ProxySettings {
        ProxySettings { getenv($0).map { String(cString: $0) } }
    }

    /// The proxy for an address; `nil` for none.
    package func proxy(for address: WebAddress) -> String? {
        guard let proxy = address.scheme == "https" ? https : http else { return nil }
        return exceptions.contains { Self.matches($0, host: address.host) } ? nil : proxy
    }

    private static func matches(_ exception: String, host: String) -> Bool {
        if exception == "*" { return true }
        if let address = NetworkAddress(host) { return matches(exception, address) }
        let name = exception.lowercased().drop { $0 == "." }
        let host = host.hasSuffix(".") ? host.dropLast() : host[...]
        return !name.isEmpty && (host == name || host.hasSuffix("." + name))
    }

    private static func matches(_ exception: String, _ address: NetworkAddress) -> Bool {
        let parts = exception.split(separator: "/", maxSplits: 1)
        let text = parts.first.map { String($0.drop { $0 == "[" }.prefix { $0 != "]" }) } ?? ""
        guard let network = NetworkAddress(text), network.bytes.count == address.bytes.count else { return false }
        guard parts.count == 2 else { return network == address }
        return Int(parts[1]).map { $0 >= 0 && address.begins(with: network.bytes, bits: $0) } ?? false
    }
}
