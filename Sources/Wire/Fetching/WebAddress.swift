import CCurl

/// An absolute http or https address, taken apart by the library that will also connect to it, so that what is checked
/// and what is fetched cannot differ.
package struct WebAddress: Hashable, Sendable, CustomStringConvertible {
    /// The address without credentials and fragment; spaces and letters beyond ASCII are percent-encoded.
    package let text: String
    /// `http` or `https`.
    package let scheme: String
    /// The host in lower case, a name beyond ASCII as its `xn--` form; an IPv6 address without its brackets.
    package let host: String
    /// The port, also where the address leaves it out.
    package let port: Int
    /// What the address says before an `@`; it goes to no other origin and never into words for people.
    let credentials: Credentials?

    struct Credentials: Hashable, Sendable {
        var user: String
        var password: String
    }

    /// Reads an address as it stands in a source's settings.
    package init(_ text: String) throws(FetchFailure) {
        let trimmed = String(text.trimmingSpaces())
        try self.init(parts: AddressParts(trimmed), asWritten: trimmed)
    }

    private init(parts: AddressParts?, asWritten written: String) throws(FetchFailure) {
        guard let parts, let scheme = parts[CURLUPART_SCHEME] else {
            throw .invalidAddress(written)
        }
        guard scheme == "http" || scheme == "https" else { throw .unsupportedScheme(scheme, address: written) }
        guard let named = parts[CURLUPART_HOST, CURLU_URLDECODE], let host = HostName.ascii(named), !host.isEmpty,
            parts.set(CURLUPART_HOST, to: host),
            let port = parts[CURLUPART_PORT, CURLU_DEFAULT_PORT].flatMap({ Int($0) })
        else { throw .invalidAddress(written) }
        credentials = parts[CURLUPART_USER, CURLU_URLDECODE].map {
            Credentials(user: $0, password: parts[CURLUPART_PASSWORD, CURLU_URLDECODE] ?? "")
        }
        for part in [CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_FRAGMENT] { parts.set(part, to: nil) }
        guard let text = parts[CURLUPART_URL], text.utf8.count <= Self.longest else { throw .invalidAddress(written) }
        self.text = text
        self.scheme = scheme
        self.port = port
        self.host = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
    }

    /// What a server's `Location` means when it answers for this address. Credentials are kept only while scheme, host
    /// and port stay the same, and none are taken from the server.
    func resolving(_ reference: String) throws(FetchFailure) -> WebAddress {
        guard let parts = AddressParts(text), parts.set(CURLUPART_URL, to: String(reference.trimmingSpaces())) else {
            throw .invalidAddress(reference)
        }
        let target = try WebAddress(parts: parts, asWritten: reference)
        return WebAddress(target, credentials: target.origin == origin ? credentials : nil)
    }

    private init(_ other: WebAddress, credentials: Credentials?) {
        (text, scheme, host, port) = (other.text, other.scheme, other.host, other.port)
        self.credentials = credentials
    }

    /// Scheme, host and port: what may share credentials.
    private var origin: [String] { [scheme, host, String(port)] }

    /// The address without credentials.
    package var description: String { text }

    /// Longer addresses are refused, in bytes; servers commonly stop at 8,000.
    private static let longest = 8_192
}

/// The parts of an address in libcurl's own parser; released with the value.
private final class AddressParts {
    private let handle: OpaquePointer

    /// `nil` for what is no absolute address, or has control characters in it.
    init?(_ text: String) {
        guard let handle = curl_url() else { return nil }
        self.handle = handle
        guard text.contains(":"), set(CURLUPART_URL, to: text) else { return nil }
    }

    deinit { curl_url_cleanup(handle) }

    /// One part; `nil` where the address has none.
    subscript(part: CURLUPart, flags: Int32 = 0) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard curl_url_get(handle, part, &text, UInt32(flags)) == CURLUE_OK, let text else { return nil }
        defer { curl_free(text) }
        return String(cString: text)
    }

    /// Sets a part, the whole address being resolved against the one that is there; false if it cannot be one.
    @discardableResult func set(_ part: CURLUPart, to text: String?) -> Bool {
        guard let text else { return curl_url_set(handle, part, nil, 0) == CURLUE_OK }
        guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return false }
        // Any scheme, so that a refusal can name it.
        let flags = part == CURLUPART_URL ? CURLU_URLENCODE | CURLU_NON_SUPPORT_SCHEME : 0
        return curl_url_set(handle, part, text, UInt32(flags)) == CURLUE_OK
    }
}

extension StringProtocol {
    /// The text without white space around it.
    func trimmingSpaces() -> SubSequence {
        let isSpace: (Character) -> Bool = { $0.isWhitespace }
        guard let start = firstIndex(where: { !isSpace($0) }), let end = lastIndex(where: { !isSpace($0) }) else {
            return self[endIndex...]
        }
        return self[start...end]
    }
}
