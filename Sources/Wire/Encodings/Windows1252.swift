/// The encoding of Western European Windows, as the WHATWG Encoding Standard has it: every byte is a character.
enum Windows1252 {
    /// What stands at 0x80 to 0x9F; elsewhere a byte is the code point of the same number.
    private static let middle: [UInt16] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D,
        0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153,
        0x9D,
        0x017E, 0x0178,
    ]

    static func text(_ bytes: some Sequence<UInt8>) -> String {
        String(decoding: bytes.map(unit), as: UTF16.self)
    }

    /// The character that a byte stands for; U+FFFD for the five that stand for a control character.
    static func scalar(_ byte: UInt8) -> Unicode.Scalar {
        let unit = unit(byte)
        return (0x80..<0xA0).contains(unit) ? "\u{FFFD}" : Unicode.Scalar(unit) ?? "\u{FFFD}"
    }

    private static func unit(_ byte: UInt8) -> UInt16 {
        (0x80...0x9F).contains(byte) ? middle[Int(byte) - 0x80] : UInt16(byte)
    }
}
