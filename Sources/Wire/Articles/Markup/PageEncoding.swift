import Glibc

/// Bytes of a page or a file, put into UTF-8.
enum PageEncoding {
    /// The bytes in UTF-8, without byte order mark and without anything that is no UTF-8.
    ///
    /// What a byte order mark says counts first, then what the server declared, then what the page declares; where none says
    /// anything, or what they say is not so, the bytes are UTF-8 if they can be, else Windows-1252.
    ///
    /// - Parameter declared: The `charset` of the HTTP header, if it had one.
    static func utf8(_ bytes: [UInt8], declared: String? = nil) -> [UInt8] {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return repaired(Array(bytes.dropFirst(3))) }
        if bytes.starts(with: [0xFF, 0xFE]) { return wide(bytes.dropFirst(2), isBigEndian: false) }
        if bytes.starts(with: [0xFE, 0xFF]) { return wide(bytes.dropFirst(2), isBigEndian: true) }
        let name = (declared.flatMap(canonicalName) ?? declaredInside(bytes).flatMap(canonicalName)) ?? "utf-8"
        switch name {
        case "utf-8": return isValid(bytes) ? bytes : hasSequence(bytes) ? repaired(bytes) : latin(bytes)
        case "windows-1252": return isValid(bytes) ? bytes : latin(bytes)
        case "utf-16be": return wide(bytes[...], isBigEndian: true)
        case "utf-16", "utf-16le": return wide(bytes[...], isBigEndian: false)
        default: return converted(bytes, from: name) ?? repaired(bytes)
        }
    }

    /// What a page says of its encoding in its first 2,048 bytes: `<meta charset>` in either form, or an XML declaration.
    private static func declaredInside(_ bytes: [UInt8]) -> String? {
        let head = bytes.prefix(2_048)
        var start: Int?
        if head.starts(with: "<?xml".utf8) { start = head.firstIndex(ofLowered: "encoding") }
        if let found = start {
            start = found + 8
        } else if let found = head.firstIndex(ofLowered: "charset") {
            start = found + 7
        }
        guard var place = start else { return nil }
        while place < head.endIndex,
            head[place].isSpace || head[place] == Byte.equals || head[place] == Byte.quote
                || head[place] == Byte.apostrophe
        {
            place += 1
        }
        let name = head[place...].prefix { $0.isLetter || $0.isDigit || $0 == Byte.hyphen || $0 == UInt8(ascii: "_") }
        // A page in which this could be read is not in UTF-16, whatever it says.
        let text = String(decoding: name, as: UTF8.self)
        return text.isEmpty ? nil : text.lowercased().hasPrefix("utf-16") ? "utf-8" : text
    }

    /// The name iconv has for an encoding; Latin-1 and ASCII mean Windows-1252, as on the web they do.
    private static func canonicalName(_ label: String) -> String? {
        let name = String(label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" })
        switch name {
        case "": return nil
        case "utf8", "unicode-1-1-utf-8", "utf-8": return "utf-8"
        case "iso-8859-1", "iso8859-1", "latin1", "latin-1", "ascii", "us-ascii", "windows-1252", "cp1252", "x-cp1252",
            "iso_8859-1", "ansi":
            return "windows-1252"
        case "x-sjis", "shift-jis", "shift_jis", "sjis": return "cp932"
        case "gb2312", "gbk", "x-gbk": return "gb18030"
        case "ks_c_5601-1987", "euc-kr", "korean": return "cp949"
        case "big5": return "big5-hkscs"
        case "x-mac-roman": return "macintosh"
        case "iso-8859-8-i": return "iso-8859-8"
        default: return name
        }
    }

    private static func isValid(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }

    /// Whether there is at least one character beyond ASCII in UTF-8.
    private static func hasSequence(_ bytes: [UInt8]) -> Bool {
        bytes.indices.dropLast().contains {
            (0xC2...0xF4).contains(bytes[$0]) && (0x80...0xBF).contains(bytes[$0 + 1])
                && (bytes[$0] < 0xE0 || $0 + 2 < bytes.count && (0x80...0xBF).contains(bytes[$0 + 2]))
        }
    }

    private static func repaired(_ bytes: [UInt8]) -> [UInt8] {
        isValid(bytes) ? bytes : Array(String(decoding: bytes, as: UTF8.self).utf8)
    }

    private static func latin(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            if byte < 128 { text.append(byte) } else { text.append(contentsOf: Windows1252.scalar(byte).utf8) }
        }
        return text
    }

    private static func wide(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> [UInt8] {
        let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).lazy.map { place in
            let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
            return isBigEndian ? first << 8 | second : second << 8 | first
        }
        return Array(String(decoding: Array(units), as: UTF16.self).utf8)
    }

    /// By the C library; a byte that means nothing becomes U+FFFD. `nil` where it does not know the encoding.
    private static func converted(_ bytes: [UInt8], from name: String) -> [UInt8]? {
        guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: 64 * 1024)
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        input.withUnsafeMutableBytes { input in
            var next = input.baseAddress?.assumingMemoryBound(to: CChar.self)
            var left = input.count
            while left > 0 {
                let (result, written, problem) = output.withUnsafeMutableBytes { output in
                    var place = output.baseAddress?.assumingMemoryBound(to: CChar.self)
                    var room = output.count
                    let result = iconv(converter, &next, &left, &place, &room)
                    return (result, output.count - room, errno)
                }
                text.append(contentsOf: output[..<written])
                guard result == -1 else { break }
                if problem == E2BIG { continue }
                // What cannot be read is passed over one byte at a time; a character cut off at the end is the end.
                guard problem == EILSEQ, let here = next else { break }
                text.append(contentsOf: [0xEF, 0xBF, 0xBD])
                next = here + 1
                left -= 1
            }
        }
        return repaired(text)
    }
}
