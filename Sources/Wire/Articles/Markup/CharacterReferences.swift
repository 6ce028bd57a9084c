/// Text as it stands in markup, with `&amp;` and the like put back to what they stand for.
enum CharacterReferences {
    /// Appends text from markup to bytes of UTF-8.
    static func decode(_ source: ArraySlice<UInt8>, into text: inout [UInt8]) {
        var place = source.startIndex
        while place < source.endIndex {
            guard source[place] == Byte.ampersand else {
                text.append(source[place])
                place += 1
                continue
            }
            place = reference(source, at: place, into: &text)
        }
    }

    /// A short text from markup, such as an attribute's value.
    static func decoded(_ source: ArraySlice<UInt8>) -> String {
        guard source.contains(Byte.ampersand) else { return String(decoding: source, as: UTF8.self) }
        var text: [UInt8] = []
        text.reserveCapacity(source.count)
        decode(source, into: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Reads what stands at an ampersand and appends its meaning, which is itself where it means nothing.
    ///
    /// - Returns: The place behind what was read.
    static func reference(_ source: ArraySlice<UInt8>, at start: Int, into text: inout [UInt8]) -> Int {
        let next = start + 1
        if next < source.endIndex {
            let found =
                source[next] == Byte.number ? numeric(source, at: next + 1) : named(source, at: next)
            if let (scalar, end) = found {
                text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                return end
            }
        }
        text.append(Byte.ampersand)
        return next
    }

    private static func numeric(_ source: ArraySlice<UInt8>, at start: Int) -> (Unicode.Scalar, end: Int)? {
        var place = start
        let isHexadecimal = place < source.endIndex && source[place].lowered == UInt8(ascii: "x")
        if isHexadecimal { place += 1 }
        let first = place
        var value: UInt32 = 0
        while place < source.endIndex, let digit = digit(source[place], hexadecimal: isHexadecimal) {
            // Beyond the last scalar value it stays there, however many digits follow.
            value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
            place += 1
        }
        guard place > first else { return nil }
        if place < source.endIndex, source[place] == Byte.semicolon { place += 1 }
        return (scalar(value), place)
    }

    private static func digit(_ byte: UInt8, hexadecimal: Bool) -> UInt32? {
        if byte.isDigit { return UInt32(byte - 48) }
        guard hexadecimal, (97...102).contains(byte.lowered) else { return nil }
        return UInt32(byte.lowered - 87)
    }

    /// By HTML's table, numbers 128 to 159 mean what Windows-1252 has there.
    private static func scalar(_ value: UInt32) -> Unicode.Scalar {
        if (0x80...0x9F).contains(value) { return Windows1252.scalar(UInt8(value)) }
        return value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    private static func named(_ source: ArraySlice<UInt8>, at start: Int) -> (Unicode.Scalar, end: Int)? {
        var end = start
        while end < source.endIndex, end - start < CharacterNames.longest, source[end].isLetter || source[end].isDigit {
            end += 1
        }
        guard end > start else { return nil }
        if end < source.endIndex, source[end] == Byte.semicolon {
            return CharacterNames.scalar(named: source[start..<end]).map { ($0, end + 1) }
        }
        let name = source[start..<end]
        guard CharacterNames.needsNoSemicolon(name) else { return nil }
        return CharacterNames.scalar(named: name).map { ($0, end) }
    }
}
