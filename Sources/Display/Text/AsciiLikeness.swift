extension Grapheme {
    /// The ASCII character that reads most like it, per column: its plain letter, quote, dash, arrow or line; nil if none
    /// does. Where it stands for a sign the panes draw with, it is the one they draw with in ASCII.
    package var asciiLikeness: UInt8? {
        guard let base else { return nil }
        switch base.value {
        case 0x20..<0x7F: return UInt8(truncatingIfNeeded: base.value)
        case 0x2018, 0x2019, 0x201A, 0x201B, 0x2032, 0x2B9, 0x2BC: return UInt8(ascii: "'")
        case 0x201C, 0x201D, 0x201E, 0x201F, 0x2033, 0xAB, 0xBB: return UInt8(ascii: "\"")
        case 0x2039: return UInt8(ascii: "<")
        case 0x203A: return UInt8(ascii: ">")
        case 0x2010...0x2015, 0x2212, 0x2043: return UInt8(ascii: "-")
        case 0x2024, 0x2026: return UInt8(ascii: ".")
        case 0x2022, 0x2023, 0x25CF, 0xB7, 0x2219, 0x22C5, 0x25AA: return UInt8(ascii: "*")
        case 0xD7, 0x2715, 0x2717: return UInt8(ascii: "x")
        case 0x2190, 0x21D0: return UInt8(ascii: "<")
        case 0x2192, 0x21D2: return UInt8(ascii: ">")
        case 0x2191, 0x2197, 0x21D1: return UInt8(ascii: "^")
        case 0x2193, 0x2198, 0x21D3: return UInt8(ascii: "v")
        case 0x2194, 0x21D4: return UInt8(ascii: "-")
        case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x2550: return UInt8(ascii: "-")
        case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x2551: return UInt8(ascii: "|")
        case 0x250C...0x254B, 0x2552...0x2570: return UInt8(ascii: "+")
        case 0x2044, 0x2215: return UInt8(ascii: "/")
        case 0xC0..<0x250, 0x1E00..<0x1F00:
            guard let letter = text.decomposedScalars.first, letter.isASCII else { return nil }
            return UInt8(truncatingIfNeeded: letter.value)
        default: return nil
        }
    }
}
