/// Addresses in feeds, and what they are relative to (RFC 3986, section 5.2, with patience).
enum Link {
    /// A base longer than this is not taken: every link would grow by it.
    static let longestBase = 2_048

    /// The address that a reference means; the reference itself where there is no base, or none is needed.
    static func resolve(_ reference: String, base: String?) -> String {
        let reference = reference.trimmedASCII
        guard let base, !hasScheme(reference), base.utf8.count <= longestBase, let parts = Parts(base) else {
            return reference
        }
        if reference.isEmpty { return String(base.prefix { $0 != "#" }) }
        if reference.hasPrefix("//") { return parts.scheme + ":" + reference }
        if reference.hasPrefix("#") { return parts.start + parts.path + parts.query + reference }
        if reference.hasPrefix("?") { return parts.start + parts.path + reference }
        let end = reference.firstIndex { $0 == "?" || $0 == "#" } ?? reference.endIndex
        let path = String(reference[..<end])
        let folder = parts.path.lastIndex(of: "/").map { String(parts.path[...$0]) } ?? "/"
        let whole = path.hasPrefix("/") ? path : folder + path
        return parts.start + withoutDots(whole) + reference[end...]
    }

    /// An address made whole as far as it can be; what is whole stays as it is.
    static func complete(_ link: String?, from base: String?) -> String? {
        guard let link, !hasScheme(link), let base, isWeb(base) else { return link }
        return resolve(link, base: base)
    }

    /// Whether it is an address on the web.
    static func isWeb(_ text: String) -> Bool {
        func begins(with scheme: StaticString) -> Bool {
            var position = 0
            for byte in text.utf8.prefix(scheme.utf8CodeUnitCount) {
                guard (byte.isASCIILetter ? byte | 0x20 : byte) == scheme.utf8Start[position] else { return false }
                position += 1
            }
            return position == scheme.utf8CodeUnitCount
        }
        return begins(with: "http://") || begins(with: "https://")
    }

    private static func hasScheme(_ text: String) -> Bool {
        guard let first = text.utf8.first, first.isASCIILetter else { return false }
        for byte in text.utf8 {
            if byte == UInt8(ascii: ":") { return true }
            guard byte.isASCIILetter || byte.isASCIIDigit || byte == 0x2B || byte == 0x2D || byte == 0x2E else {
                return false
            }
        }
        return false
    }

    private static func withoutDots(_ path: String) -> String {
        guard path.contains("/.") else { return path }
        var kept: [Substring] = []
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            switch part {
            case ".": if isLast { kept.append("") }
            case "..":
                _ = kept.popLast()
                if isLast { kept.append("") }
            default: kept.append(part)
            }
        }
        return "/" + kept.joined(separator: "/")
    }

    /// The parts of an absolute address.
    private struct Parts {
        let scheme: String
        /// Scheme and host.
        let start: String
        let path: String
        /// With its `?`; empty if there is none.
        let query: String

        init?(_ text: String) {
            guard Link.hasScheme(text), let colon = text.firstIndex(of: ":") else { return nil }
            scheme = String(text[..<colon])
            var rest = text[text.index(after: colon)...].prefix { $0 != "#" }
            // Relative to urn: or mailto: there is nothing.
            guard rest.hasPrefix("//") else { return nil }
            let host = rest.dropFirst(2).prefix { $0 != "/" && $0 != "?" }
            start = scheme + "://" + host
            rest = rest[host.endIndex...]
            path = String(rest.prefix { $0 != "?" })
            query = String(rest.drop { $0 != "?" })
        }
    }
}
