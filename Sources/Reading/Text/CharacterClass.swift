/// What the tokenizer needs to know of a scalar value.
enum CharacterClass: UInt8, Sendable {
    case letter, digit, space, newline, apostrophe, hyphen, stop, quote, mark

    init(_ scalar: Unicode.Scalar) {
        if scalar.value < 128 {
            self = Self.ascii[Int(scalar.value)]
        } else {
            self = Self.beyondASCII(scalar)
        }
    }

    private static let ascii: [CharacterClass] = (0..<128).map { value in
        switch UInt8(value) {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
        case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
        case 0x0A, 0x0D, 0x0B, 0x0C: .newline
        case 0x00...0x20, 0x7F: .space
        case UInt8(ascii: "'"), UInt8(ascii: "`"): .apostrophe
        case UInt8(ascii: "-"): .hyphen
        case UInt8(ascii: "."): .stop
        case UInt8(ascii: "\""): .quote
        default: .mark
        }
    }

    private static func beyondASCII(_ scalar: Unicode.Scalar) -> CharacterClass {
        switch scalar.value {
        case 0x2019, 0x2018, 0x02BC, 0x201B: return .apostrophe
        case 0x201C...0x201F, 0xAB, 0xBB, 0x300C, 0x300D, 0xFF02: return .quote
        case 0x2010, 0x2011: return .hyphen
        case 0x2028, 0x2029, 0x85: return .newline
        case 0xA0, 0x2000...0x200B, 0x202F, 0x205F, 0x3000, 0xFEFF, 0x80...0x9F, 0x200E, 0x200F, 0x202A...0x202E,
            0x2060...0x206F:
            return .space
        case 0xAD, 0x200C, 0x200D: return .letter  // soft hyphen and joiners stay inside their word
        default: break
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .enclosingMark:
            return .letter
        case .decimalNumber: return .digit
        default: return .mark
        }
    }
}
