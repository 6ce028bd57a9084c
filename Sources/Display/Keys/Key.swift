/// One key as a person presses it: what it is, and what is held down with it.
///
/// Written as Vim writes keys: `j`, `G`, `<Enter>`, `<C-d>`, `<S-Tab>`, `<A-x>`, `<F5>`, `<Space>`, `<lt>`.
package struct Key: Hashable, Sendable {
    /// What is printed on the key.
    package enum Symbol: Hashable, Sendable {
        /// A key that writes something; a capital is a character of its own.
        case character(Character)
        case enter, escape, tab, backspace, delete, insert
        case up, down, left, right, home, end, pageUp, pageDown
        /// A function key, from 1 to 63.
        case function(Int)
    }

    /// What is held down.
    package struct Modifiers: OptionSet, Hashable, Sendable {
        /// One bit a modifier.
        package let rawValue: UInt8

        /// Makes a set of its bits.
        package init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        /// The Control key.
        package static let control = Modifiers(rawValue: 1)
        /// The Alt or Meta key.
        package static let alt = Modifiers(rawValue: 2)
        /// The Shift key.
        package static let shift = Modifiers(rawValue: 4)
    }

    /// What is printed on the key.
    package let symbol: Symbol
    /// What is held down with it; never shift with a character, nor what a terminal cannot tell apart.
    package let modifiers: Modifiers

    /// Makes a key, the way a terminal would report it: control and a letter is one key whether the letter is a capital
    /// or not, `<C-i>` is the tabulator, `<C-m>` Enter, `<C-[>` Escape, and shift makes a letter a capital.
    package init(_ symbol: Symbol, modifiers: Modifiers = []) {
        var symbol = symbol
        var modifiers = modifiers
        if case .character(let typed) = symbol {
            let character = typed.composed
            symbol = .character(character)
            if modifiers.contains(.control) {
                symbol = .character(Self.single(character.lowercased()) ?? character)
            } else if modifiers.contains(.shift) {
                symbol = .character(Self.single(character.uppercased()) ?? character)
            }
            modifiers.remove(.shift)
        }
        if modifiers.contains(.control), let other = Self.controlTwins[symbol] {
            symbol = other
            modifiers.remove(.control)
        }
        switch symbol {
        case .character("\r"), .character("\n"), .character("\r\n"): symbol = .enter
        case .character("\t"): symbol = .tab
        case .character("\u{1B}"): symbol = .escape
        case .character("\u{7F}"): symbol = .backspace
        default: break
        }
        self.symbol = symbol
        self.modifiers = modifiers
    }

    /// Makes the key that writes a character.
    package init(_ character: Character) {
        self.init(.character(character))
    }

    /// The character the key writes, nil if it writes none or is held with control or alt.
    package var character: Character? {
        guard case .character(let character) = symbol, modifiers.isEmpty else { return nil }
        return character
    }

    /// A terminal sends the same byte for both.
    private static let controlTwins: [Symbol: Symbol] = [
        .character("i"): .tab, .character("m"): .enter, .character("["): .escape,
    ]

    private static func single(_ text: String) -> Character? {
        text.count == 1 ? text.first : nil
    }
}

extension Character {
    /// The character in as few scalars as can be: what looks the same is the same key.
    fileprivate var composed: Character {
        guard unicodeScalars.count > 1 else { return self }
        let scalars = String(self).composedScalars
        return scalars.count == 1 ? Character(scalars[0]) : self
    }
}
