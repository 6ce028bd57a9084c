import CNcurses
import Display

/// ncurses' numbers for keys, and what they are.
enum KeyCode {
    /// The key that writes a character or sends a control character.
    static func key(typed scalar: Unicode.Scalar) -> Key {
        switch scalar.value {
        case 0: Key(.character(" "), modifiers: .control)
        case 0x09: Key(.tab)
        case 0x0D: Key(.enter)
        case 0x1B: Key(.escape)
        case 0x7F: Key(.backspace)
        case 0x01...0x1A: Key(.character(letter(scalar.value + 0x60)), modifiers: .control)
        case 0x1C...0x1F: Key(.character(letter(scalar.value + 0x40)), modifiers: .control)
        default: Key(Character(scalar))
        }
    }

    private static func letter(_ value: UInt32) -> Character {
        Character(Unicode.Scalar(UInt8(truncatingIfNeeded: value)))
    }

    /// The key of one of ncurses' numbers; nil for what is no key, or none a board could use.
    static func key(_ code: Int32) -> Key? {
        if let key = keys[code] { return key }
        let function = Int(code - Int32(cn_key_function))
        if (1...63).contains(function) { return functionKey(function) }
        return keyname(code).flatMap { extendedKey(String(cString: $0)) }
    }

    private static let keys: [Int32: Key] = [
        KEY_UP: Key(.up), KEY_DOWN: Key(.down), KEY_LEFT: Key(.left), KEY_RIGHT: Key(.right),
        KEY_HOME: Key(.home), KEY_FIND: Key(.home), KEY_A1: Key(.home),
        KEY_END: Key(.end), KEY_SELECT: Key(.end), KEY_LL: Key(.end), KEY_C1: Key(.end),
        KEY_PPAGE: Key(.pageUp), KEY_A3: Key(.pageUp), KEY_NPAGE: Key(.pageDown), KEY_C3: Key(.pageDown),
        KEY_ENTER: Key(.enter), KEY_BACKSPACE: Key(.backspace), KEY_DC: Key(.delete), KEY_IC: Key(.insert),
        KEY_BTAB: Key(.tab, modifiers: .shift), KEY_SR: Key(.up, modifiers: .shift),
        KEY_SF: Key(.down, modifiers: .shift), KEY_SLEFT: Key(.left, modifiers: .shift),
        KEY_SRIGHT: Key(.right, modifiers: .shift), KEY_SHOME: Key(.home, modifiers: .shift),
        KEY_SEND: Key(.end, modifiers: .shift), KEY_SPREVIOUS: Key(.pageUp, modifiers: .shift),
        KEY_SNEXT: Key(.pageDown, modifiers: .shift), KEY_SDC: Key(.delete, modifiers: .shift),
        KEY_SIC: Key(.insert, modifiers: .shift),
    ]

    /// Terminals number function keys on: 13 to 24 are the first twelve with Shift, then come Control and both.
    private static func functionKey(_ number: Int) -> Key {
        let rows: [Key.Modifiers] = [[], .shift, .control, [.control, .shift], .alt, [.alt, .shift]]
        let row = (number - 1) / 12
        return Key(.function((number - 1) % 12 + 1), modifiers: row < rows.count ? rows[row] : [])
    }

    /// The key of a name such as `kUP5`: a key, and as xterm counts them, what is held down.
    private static func extendedKey(_ name: String) -> Key? {
        guard let digit = name.last?.wholeNumberValue, (2...8).contains(digit),
            let symbol = extendedSymbols[String(name.dropLast())]
        else { return nil }
        let bits = digit - 1
        var modifiers: Key.Modifiers = []
        if bits & 1 != 0 { modifiers.insert(.shift) }
        if bits & 2 != 0 { modifiers.insert(.alt) }
        if bits & 4 != 0 { modifiers.insert(.control) }
        return Key(symbol, modifiers: modifiers)
    }

    private static let extendedSymbols: [String: Key.Symbol] = [
        "kUP": .up, "kDN": .down, "kLFT": .left, "kRIT": .right, "kHOM": .home, "kEND": .end, "kPRV": .pageUp,
        "kNXT": .pageDown, "kDC": .delete, "kIC": .insert,
    ]
}
