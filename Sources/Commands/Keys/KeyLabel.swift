package import Display

/// Keys as people read them in hints and messages: `Ctrl-D`, `Shift-Tab`, `j`; `gg` and `Ctrl-W j` for several in a row.
package enum KeyLabel {
    /// Several keys in a row.
    package static func text(for keys: [Key]) -> String {
        let labels = keys.map(text(for:))
        return labels.joined(separator: labels.allSatisfy { $0.count == 1 } ? "" : " ")
    }

    /// One key.
    package static func text(for key: Key) -> String {
        var modifiers = ""
        if key.modifiers.contains(.control) { modifiers += "Ctrl-" }
        if key.modifiers.contains(.alt) { modifiers += "Alt-" }
        if key.modifiers.contains(.shift) { modifiers += "Shift-" }
        // Terminals tell `a` from `A` except with Control, where keyboards and manuals have the capital.
        return modifiers + name(of: key.symbol, asCapital: key.modifiers.contains(.control))
    }

    private static func name(of symbol: Key.Symbol, asCapital: Bool) -> String {
        switch symbol {
        case .character(" "): "Space"
        case .character(let character): asCapital ? character.uppercased() : String(character)
        case .enter: "Enter"
        case .escape: "Esc"
        case .tab: "Tab"
        case .backspace: "Backspace"
        case .delete: "Delete"
        case .insert: "Insert"
        case .up: "Up"
        case .down: "Down"
        case .left: "Left"
        case .right: "Right"
        case .home: "Home"
        case .end: "End"
        case .pageUp: "PageUp"
        case .pageDown: "PageDown"
        case .function(let number): "F\(number)"
        }
    }
}
