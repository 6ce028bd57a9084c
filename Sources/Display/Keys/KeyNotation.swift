extension Key: CustomStringConvertible {
    /// Reads one key in Vim's notation; nil if the text is not exactly one.
    package init?(name: String) {
        guard let keys = try? Self.sequence(name), keys.count == 1, let key = keys.first else { return nil }
        self = key
    }

    /// Reads keys in Vim's notation, one after the other: `gg`, `jj<Enter>`, `<C-d>`.
    ///
    /// Names are read whatever their case. A character that is hard to write can be given by its code point: `<U+0301>`.
    package static func sequence(_ text: String) throws(KeyError) -> [Key] {
        var keys: [Key] = []
        var rest = text[...]
        while let first = rest.first {
            let column = text.distance(from: text.startIndex, to: rest.startIndex) + 1
            guard first == "<" else {
                keys.append(Key(first))
                rest.removeFirst()
                continue
            }
            // The key between the brackets may be a ">" itself: "<C->>".
            guard let close = rest.dropFirst(2).firstIndex(of: ">") else {
                throw KeyError(problem: .unclosed, column: column)
            }
            let next = rest.index(after: close)
            let isLonger = next < rest.endIndex && rest[next] == ">" && isOnlyModifiers(rest[..<close].dropFirst())
            let end = isLonger ? next : close
            keys.append(try named(rest[rest.index(after: rest.startIndex)..<end], column: column))
            rest = rest[rest.index(after: end)...]
        }
        return keys
    }

    /// The key in Vim's notation; ``sequence(_:)`` reads it back as exactly this key.
    package var description: String {
        let name =
            switch symbol {
            case .character(let character): Self.name(of: character)
            case .function(let number): "F\(number)"
            default: Self.names[symbol] ?? ""
            }
        let isPlain = if case .character = symbol { name.count == 1 } else { false }
        if isPlain, modifiers.isEmpty { return name }
        var prefix = ""
        if modifiers.contains(.control) { prefix += "C-" }
        if modifiers.contains(.alt) { prefix += "A-" }
        if modifiers.contains(.shift) { prefix += "S-" }
        return "<\(prefix)\(name)>"
    }

    private static func named(_ name: Substring, column: Int) throws(KeyError) -> Key {
        var modifiers: Modifiers = []
        var rest = name
        while rest.count > 2, rest.dropFirst().first == "-", let letter = rest.first {
            switch letter {
            case "C", "c": modifiers.insert(.control)
            case "A", "a", "M", "m": modifiers.insert(.alt)
            case "S", "s": modifiers.insert(.shift)
            default: throw KeyError(problem: .unknownModifier(String(letter)), column: column)
            }
            rest = rest.dropFirst(2)
        }
        if rest.count == 1, let character = rest.first { return Key(.character(character), modifiers: modifiers) }
        guard let symbol = symbol(named: rest.lowercased()) else {
            throw KeyError(problem: .unknownKey(String(name)), column: column)
        }
        return Key(symbol, modifiers: modifiers)
    }

    /// Whether the text is `C-`, `A-S-` or the like, and the key itself is still to come.
    private static func isOnlyModifiers(_ text: Substring) -> Bool {
        let characters = Array(text)
        return characters.count.isMultiple(of: 2)
            && characters.indices.allSatisfy { $0.isMultiple(of: 2) || characters[$0] == "-" }
    }

    private static func symbol(named name: String) -> Symbol? {
        if let symbol = symbols[name] { return symbol }
        if name.hasPrefix("f"), let number = Int(name.dropFirst()), (1...63).contains(number) {
            return .function(number)
        }
        guard name.hasPrefix("u+") else { return nil }
        var scalars = String.UnicodeScalarView()
        for part in name.dropFirst(2).split(separator: "+", omittingEmptySubsequences: false) {
            guard let value = UInt32(part, radix: 16), let scalar = Unicode.Scalar(value) else { return nil }
            scalars.append(scalar)
        }
        let text = String(scalars)
        return text.count == 1 ? text.first.map(Symbol.character) : nil
    }

    /// The character where it can stand for itself, otherwise its name or its code points.
    private static func name(of character: Character) -> String {
        switch character {
        case " ": return "Space"
        case "<": return "lt"
        default: break
        }
        let scalars = character.unicodeScalars
        if scalars.count == 1, let scalar = scalars.first, case .spacing = SafeTextClass(scalar),
            !joinsNeighbours(scalar)
        {
            return String(character)
        }
        return "U+" + scalars.map { String($0.value, radix: 16, uppercase: true) }.joined(separator: "+")
    }

    /// Whether the scalar could become one character with what is written before or after it.
    private static func joinsNeighbours(_ scalar: Unicode.Scalar) -> Bool {
        let separate = "a" + String(scalar) + "a"
        if separate.count != 3 { return true }
        // Consonants and vowels of Hangul join each other, not Latin letters.
        return (0x1100...0x11FF).contains(scalar.value) || (0xA960...0xA97F).contains(scalar.value)
            || (0xD7B0...0xD7FF).contains(scalar.value)
    }

    private static let names: [Symbol: String] = [
        .enter: "Enter", .escape: "Esc", .tab: "Tab", .backspace: "Backspace", .delete: "Delete", .insert: "Insert",
        .up: "Up", .down: "Down", .left: "Left", .right: "Right", .home: "Home", .end: "End", .pageUp: "PageUp",
        .pageDown: "PageDown",
    ]

    /// The symbols by their names in small letters, Vim's short ones among them.
    private static let symbols: [String: Symbol] = {
        var symbols: [String: Symbol] = [
            "cr": .enter, "return": .enter, "escape": .escape, "bs": .backspace, "del": .delete, "ins": .insert,
            "space": .character(" "), "lt": .character("<"), "gt": .character(">"), "bar": .character("|"),
            "bslash": .character("\\"),
        ]
        for (symbol, name) in names { symbols[name.lowercased()] = symbol }
        return symbols
    }()

    /// Every name a key can be written by, for the nearest right one.
    static var allNames: [String] {
        names.values.sorted() + ["Space", "lt", "CR", "BS", "Del", "F1"]
    }
}
