import CNcurses

/// What this terminal is told beside what ncurses tells it.
struct TerminalStrings {
    /// Switches on that pasted text comes marked as such; empty where the terminal does not know it.
    let bracketPaste: String
    /// Switches that off.
    let unbracketPaste: String
    /// Everything that puts the screen back, from whatever state: colours, cursor, keys, mouse, the other screen.
    let restoring: String
    /// Whether it takes text for the clipboard.
    let hasClipboard: Bool

    /// Reads them off the terminal's description, which ncurses has loaded.
    init(name: String) {
        bracketPaste = Self.capability("BE")
        unbracketPaste = Self.capability("BD")
        // A sequence that was cut off in the middle is cancelled first.
        var restoring = "\u{18}"
        if !Self.capability("kmous").isEmpty { restoring += "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l" }
        restoring += unbracketPaste
        for name in ["sgr0", "op", "cnorm", "rmkx"] { restoring += Self.capability(name) }
        let leavesScreen = Self.capability("rmcup")
        // With one screen only, the shell's prompt comes on a clear line below what was shown.
        restoring += leavesScreen.isEmpty ? "\r\n\u{1B}[J" : leavesScreen
        self.restoring = restoring
        hasClipboard = !Self.capability("Ms").isEmpty || Self.families.contains { name.hasPrefix($0) }
    }

    /// Terminals that know OSC 52, or swallow it, although their descriptions do not all say so.
    private static let families = [
        "xterm", "tmux", "screen", "rxvt", "alacritty", "foot", "kitty", "wezterm", "ghostty", "contour", "iterm",
        "st-",
    ]

    /// A capability without the pauses (`$<5>`) that only hardware terminals need.
    private static func capability(_ name: String) -> String {
        guard let text = cn_capability(name).map({ String(cString: $0) }) else { return "" }
        var result = ""
        var rest = text[...]
        while let dollar = rest.firstIndex(of: "$") {
            result += rest[..<dollar]
            rest = rest[dollar...]
            if rest.hasPrefix("$<"), let close = rest.firstIndex(of: ">") {
                rest = rest[rest.index(after: close)...]
            } else {
                result.append(rest.removeFirst())
            }
        }
        return result + rest
    }
}
