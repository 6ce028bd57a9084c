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
        let set = declared.flatMap { CharacterSet(named: $0) } ?? declaredInside(bytes) ?? .utf8
        switch set.converter {
        case nil: return isValid(bytes) ? bytes : hasSequence(bytes) ? repaired(bytes) : latin(bytes)
        case "CP1252": return isValid(bytes) ? bytes : latin(bytes)
        case "UTF-16BE": return wide(bytes[...], isBigEndian: true)
        case "UTF-16", "UTF-16LE": return wide(bytes[...], isBigEndian: false)
        case let name?: return repaired(CharacterConverter(from: name)?.text(of: bytes).utf8 ?? bytes)
        }
    }

    /// What a page says of its encoding in its first 2,048 bytes: `<meta charset>` in either form, or an XML declaration.
    private static func declaredInside(_ bytes: [UInt8]) -> CharacterSet? {
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
        guard let set = CharacterSet(named: String(decoding: name, as: UTF8.self)) else { return nil }
        // A page in which this could be read is not in UTF-16 or UTF-32, whatever it says.
        return set.isWide ? .utf8 : set
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
        Array(UTF16Bytes.text(bytes, isBigEndian: isBigEndian).utf8)
    }
}
