import Display

/// The keys that terminals send as `ESC [`, parameters and a letter, as xterm and those after it do.
enum ControlSequence {
    /// The key of a sequence; nil if it is none.
    static func key(parameters: String, final: Unicode.Scalar) -> Key? {
        let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 1 }
        let modifiers = modifiers(numbers.count > 1 ? numbers[1] : 1)
        switch final {
        case "~":
            // xterm's modifyOtherKeys: 27; what is held down; the character.
            if numbers.count == 3, numbers[0] == 27 { return written(numbers[2], modifiers) }
            return numbers.first.flatMap { editing[$0] }.map { Key($0, modifiers: modifiers) }
        case "u": return numbers.first.flatMap { written($0, modifiers) }
        case "Z": return Key(.tab, modifiers: .shift)
        default: return letters[final].map { Key($0, modifiers: modifiers) }
        }
    }

    /// The key of `ESC O` and a letter, as keypads send it.
    static func keypadKey(_ letter: Unicode.Scalar) -> Key? {
        letter == "M" ? Key(.enter) : key(parameters: "", final: letter)
    }

    /// xterm counts from one: one more for Shift, two for Alt, four for Control.
    private static func modifiers(_ number: Int) -> Key.Modifiers {
        let bits = max(0, number - 1)
        var modifiers: Key.Modifiers = []
        if bits & 1 != 0 { modifiers.insert(.shift) }
        if bits & 2 != 0 { modifiers.insert(.alt) }
        if bits & 4 != 0 { modifiers.insert(.control) }
        return modifiers
    }

    private static func written(_ value: Int, _ modifiers: Key.Modifiers) -> Key? {
        guard let value = UInt32(exactly: value), let scalar = Unicode.Scalar(value) else { return nil }
        let key = KeyCode.key(typed: scalar)
        return Key(key.symbol, modifiers: key.modifiers.union(modifiers))
    }

    private static let letters: [Unicode.Scalar: Key.Symbol] = [
        "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "P": .function(1),
        "Q": .function(2), "R": .function(3), "S": .function(4),
    ]

    private static let editing: [Int: Key.Symbol] = [
        1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end, 11: .function(1),
        12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5), 17: .function(6), 18: .function(7),
        19: .function(8), 20: .function(9), 21: .function(10), 23: .function(11), 24: .function(12),
    ]
}
