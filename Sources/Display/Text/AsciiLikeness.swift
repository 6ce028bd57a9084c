extension Grapheme {
    /// The ASCII character that reads most like it, per column: its plain letter, quote, dash or line; nil if none does.
    package var asciiLikeness: UInt8? {
        guard let base else { return nil }
        switch base.value {
        case 0x20..<0x7F: return UInt8(truncatingIfNeeded: base.value)
        case 0x2018, 0x2019, 0x201A, 0x201B, 0x2032, 0x2B9, 0x2BC: return UInt8(ascii: "'")
        case 0x201C, 0x201D, 0x201E, 0x201F, 0x2033, 0xAB, 0xBB: return UInt8(ascii: "\"")
        case 0x2039: return UInt8(ascii: "<")
        case 0x203A: return UInt8(ascii: ">")
        case 0x2010...0x2015, 0x2212, 0x2043: return UInt8(ascii: "-")
        case 0x2022, 0x25CF, 0xB7, 0x2219: return UInt8(ascii: "*")
        case 0x2500, 0x2501, 0x2550: return UInt8(ascii: "-")
        case 0x2502, 0x2503, 0x2551: return UInt8(ascii: "|")
        case 0x250C...0x254B: return UInt8(ascii: "+")
        case 0x2044: return UInt8(ascii: "/")
        case 0xC0..<0x250, 0x1E00..<0x1F00:
            guard let letter = text.decomposedScalars.first, letter.isASCII else { return nil }
            return UInt8(truncatingIfNeeded: letter.value)
        default: return nil
        }
    }
}
