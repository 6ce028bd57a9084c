/// How hostile characters are spelled out where they are shown.
package enum SafeTextMarks: Sendable {
    /// Control pictures (`␛`), and code points in single guillemets (`‹202E›`).
    case unicode
    /// Caret notation (`^[`), and code points in angle brackets (`<U+202E>`).
    case ascii

    /// The mark of a control character below U+0020, or of U+007F.
    func control(_ value: UInt32) -> String {
        switch self {
        case .unicode: String(Character(Unicode.Scalar(value == 0x7F ? 0x2421 : 0x2400 + value) ?? "␀"))
        case .ascii: "^" + String(Character(Unicode.Scalar(UInt8(truncatingIfNeeded: value ^ 0x40))))
        }
    }

    /// The mark of a run of characters that a terminal must not see: the first one, and how many follow it.
    func codePoint(_ value: UInt32, andMore count: Int) -> String {
        var digits = String(value, radix: 16, uppercase: true)
        if digits.utf8.count < 2 { digits = "0" + digits }
        let more = count > 0 ? "+\(count)" : ""
        return switch self {
        case .unicode: "‹\(digits)\(more)›"
        case .ascii: "<U+\(String(repeating: "0", count: max(0, 4 - digits.utf8.count)))\(digits)\(more)>"
        }
    }

    /// The mark where a pile of combining marks was cut off.
    func cutMarks(_ count: Int) -> String {
        switch self {
        case .unicode: "‹+\(count)›"
        case .ascii: "<+\(count)>"
        }
    }
}
