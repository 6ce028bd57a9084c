/// The path of an address in one spelling.
enum AddressPath {
    /// Without dot segments, a page's usual name at the end, a slash at the end, and what AMP adds.
    static func canonical(_ path: String) -> String {
        var segments: [Substring] = []
        for segment in evened(path).split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            switch segment {
            case ".": continue
            case "..": _ = segments.popLast()
            default: segments.append(segment)
            }
        }
        while let last = segments.last, last.isEmpty || usualNames.contains(last.lowercased()) || last == "amp" {
            // “/amp” alone is a page of its own.
            if last == "amp", segments.count == 1 { break }
            segments.removeLast()
        }
        while segments.count > 1, segments.first == "amp" { segments.removeFirst() }
        if let last = segments.last { segments[segments.count - 1] = withoutAMP(last) }
        return "/" + segments.joined(separator: "/")
    }

    /// `story.amp` and `story.amp.html` are `story` and `story.html` again.
    private static func withoutAMP(_ name: Substring) -> Substring {
        var name = name
        while let ending = [".amp", ".amp.html"].first(where: name.hasSuffix), name.count > ending.count {
            name = name.dropLast(ending.count) + ending.dropFirst(4)
        }
        return name
    }

    /// What a server shows when no page is named.
    private static let usualNames: Set<String> = [
        "index.html", "index.htm", "index.php", "index.shtml", "index.asp", "index.aspx", "index.jsp", "default.asp",
        "default.aspx", "default.htm", "default.html",
    ]

    /// With percent signs only where they must be (RFC 3986, section 6.2.2): letters, digits, `-._~` as they are, bytes
    /// beyond ASCII encoded, hexadecimal digits in capitals.
    static func evened(_ text: String) -> String {
        var result: [UInt8] = []
        let bytes = Array(text.utf8)
        var index = 0
        while index < bytes.count {
            var byte = bytes[index]
            var isEncoded = false
            if byte == UInt8(ascii: "%"), index + 2 < bytes.count, let high = Hexadecimal.value(of: bytes[index + 1]),
                let low = Hexadecimal.value(of: bytes[index + 2])
            {
                (byte, isEncoded) = (high << 4 | low, true)
                index += 2
            }
            index += 1
            if isUnreserved(byte) || !isEncoded && byte < 0x80 {
                result.append(byte)
            } else {
                let digits = Array("0123456789ABCDEF".utf8)
                result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
        default: false
        }
    }
}
