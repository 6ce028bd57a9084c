extension Unicode.Scalar {
    /// Whether YAML lets the scalar stand outside of an escape (YAML 1.1, section 5.1, the characters libyaml accepts).
    var mayStandRaw: Bool {
        switch value {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }

    /// Whether the scalar reads back as it is and a reader of the file sees what stands there.
    ///
    /// Line breaks other than the line feed are changed by YAML, and nobody should have to trust a text with invisible
    /// or reordering marks in it to be what it looks like.
    var isPlainToSee: Bool {
        guard mayStandRaw, value != 0xFEFF else { return false }
        switch properties.generalCategory {
        case .spaceSeparator: return value == 0x20
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: return false
        default: return true
        }
    }

    /// The scalar as a double-quoted YAML text writes it where it does not stand raw.
    var escaped: String {
        switch value {
        case 0x00: "\\0"
        case 0x07: "\\a"
        case 0x08: "\\b"
        case 0x09: "\\t"
        case 0x0A: "\\n"
        case 0x0B: "\\v"
        case 0x0C: "\\f"
        case 0x0D: "\\r"
        case 0x1B: "\\e"
        case 0x22: "\\\""
        case 0x5C: "\\\\"
        case 0...0xFF: "\\x" + Self.hexadecimal(value, digits: 2)
        case 0...0xFFFF: "\\u" + Self.hexadecimal(value, digits: 4)
        default: "\\U" + Self.hexadecimal(value, digits: 8)
        }
    }

    /// `U+200B`.
    var codePoint: String { "U+" + Self.hexadecimal(value, digits: 4) }

    private static func hexadecimal(_ number: UInt32, digits: Int) -> String {
        let text = String(number, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
