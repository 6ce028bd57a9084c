/// Bytes turned into text, and what had to be supposed for it.
package struct DecodedText: Hashable, Sendable {
    package var text: String
    /// The encoding that was used, by its name in the IANA registry: `UTF-8`, `windows-1252`.
    package var encoding: String
    /// What a reader should know: that the encoding was guessed, or that bytes made no sense in it.
    package var note: String?
}

/// Finds out in which encoding a text stands.
///
/// A byte order mark decides; then the encoding that came with the text, if its bytes agree; then UTF-8, if they are
/// that; then UTF-16, if every other byte is zero; and Windows-1252 for the rest, in which every byte means something.
package enum TextDecoding {
    /// The text in those bytes. `declared` is the encoding they came with, such as a mail's `charset`.
    ///
    /// Line ends stay as they are; a byte order mark goes. Cost: linear.
    package static func decode(_ bytes: [UInt8], declared: String? = nil) -> DecodedText {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8(bytes.dropFirst(3)) }
        if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), isBigEndian: false, note: nil) }
        if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), isBigEndian: true, note: nil) }
        if let declared, let decoded = decode(bytes, as: declared) { return decoded }
        if let isBigEndian = isUTF16(bytes) {
            return utf16(bytes[...], isBigEndian: isBigEndian, note: "no byte order mark: taken for UTF-16")
        }
        if let text = String(validating: bytes, as: UTF8.self) { return DecodedText(text: text, encoding: "UTF-8") }
        return damaged(bytes)
    }

    /// The text in an encoding that was declared; `nil` where it is an empty claim.
    private static func decode(_ bytes: [UInt8], as declared: String) -> DecodedText? {
        // What is declared as ASCII is left to the bytes, as UTF-8 is: it is wrong whenever it matters.
        guard !["us-ascii", "ascii"].contains(declared.lowercased()),
            let name = CharacterSet(named: declared)?.converter
        else { return nil }
        if name == "CP1252" { return DecodedText(text: Windows1252.text(bytes), encoding: "windows-1252") }
        guard let (text, faults) = CharacterConverter(from: name)?.text(of: bytes) else { return nil }
        return DecodedText(
            text: String(decoding: text, as: UTF8.self), encoding: declared,
            note: Self.note(faults: faults, encoding: declared))
    }

    private static func utf8(_ bytes: ArraySlice<UInt8>) -> DecodedText {
        if let text = String(validating: bytes, as: UTF8.self) { return DecodedText(text: text, encoding: "UTF-8") }
        return DecodedText(
            text: String(decoding: bytes, as: UTF8.self), encoding: "UTF-8",
            note: "some bytes are no UTF-8 and are shown as U+FFFD")
    }

    /// Text that is no UTF-8: Windows-1252, unless it is UTF-8 but for a few damaged places.
    private static func damaged(_ bytes: [UInt8]) -> DecodedText {
        let (characters, faults) = UTF8Census.count(bytes)
        if characters > 4 * faults { return utf8(bytes[...]) }
        return DecodedText(
            text: Windows1252.text(bytes), encoding: "windows-1252", note: "no UTF-8: taken for Windows-1252")
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool, note: String?) -> DecodedText {
        let isOdd = bytes.count % 2 == 1
        return DecodedText(
            text: UTF16Bytes.text(bytes, isBigEndian: isBigEndian), encoding: isBigEndian ? "UTF-16BE" : "UTF-16LE",
            note: isOdd ? "the last byte is half a character and is left out" : note)
    }

    /// Whether the bytes are UTF-16 without a mark, and if so whether the greater byte comes first: in most texts with
    /// spaces and line ends one half of the bytes is often zero and the other never.
    private static func isUTF16(_ bytes: [UInt8]) -> Bool? {
        let head = bytes.prefix(4_096)
        guard head.count >= 4 else { return nil }
        var zeros = (even: 0, odd: 0)
        for (index, byte) in head.enumerated() where byte == 0 {
            if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
        }
        let enough = max(2, head.count / 20)
        if zeros.odd >= enough, zeros.even == 0 { return false }
        if zeros.even >= enough, zeros.odd == 0 { return true }
        return nil
    }

    private static func note(faults: Int, encoding: String) -> String? {
        switch faults {
        case 0: nil
        case 1: "one byte means nothing in \(encoding) and is shown as U+FFFD"
        default: "\(faults) bytes mean nothing in \(encoding) and are shown as U+FFFD"
        }
    }
}

/// Counts what in a run of bytes is UTF-8 beyond ASCII, and what cannot be.
private enum UTF8Census {
    static func count(_ bytes: [UInt8]) -> (characters: Int, faults: Int) {
        var (characters, faults) = (0, 0)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            guard byte >= 0x80 else { continue }
            let length =
                switch byte {
                case 0xC2...0xDF: 1
                case 0xE0...0xEF: 2
                case 0xF0...0xF4: 3
                default: 0
                }
            let rest = bytes[index..<min(bytes.count, index + length)]
            if length > 0, rest.count == length, rest.allSatisfy({ $0 & 0xC0 == 0x80 }) {
                characters += 1
                index += length
            } else {
                faults += 1
                // The rest of a broken character is no fault of its own.
                while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
            }
        }
        return (characters, faults)
    }
}
