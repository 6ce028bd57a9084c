/// Digits of base 16.
enum Hexadecimal {
    /// 0 to 15 for a digit in either case; `nil` for everything else.
    static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x41...0x46: digit - 0x41 + 10
        case 0x61...0x66: digit - 0x61 + 10
        default: nil
        }
    }
}
