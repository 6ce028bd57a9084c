import CNcurses
import Display
import Glibc

/// What the environment says of the terminal.
nonisolated enum Environment {
    /// A variable that is set and not empty.
    static subscript(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }

    /// Sets the locale of characters, and tells whether it is UTF-8.
    ///
    /// Where the locale that was asked for is UTF-8 but not installed, the C library falls back to ASCII; the one UTF-8
    /// locale that is always there does as well, for only the characters matter.
    static func setLocale(wantingUTF8: Bool?) -> Bool {
        setlocale(LC_CTYPE, "")
        if isUTF8 { return true }
        let wanted = (Self["LC_ALL"] ?? Self["LC_CTYPE"] ?? Self["LANG"] ?? "").lowercased()
        if wantingUTF8 ?? (wanted.hasSuffix("utf-8") || wanted.hasSuffix("utf8")) {
            setlocale(LC_CTYPE, "C.UTF-8")
        }
        return isUTF8
    }

    private static var isUTF8: Bool {
        guard let name = nl_langinfo(nl_item(CODESET)) else { return false }
        return String(cString: name) == "UTF-8"
    }

    /// Whether the terminal says of itself that it shows 24-bit colours.
    static var claimsTrueColor: Bool {
        ["truecolor", "24bit"].contains(Self["COLORTERM"] ?? "")
    }

    /// The descriptions to try for a terminal, the best first.
    ///
    /// ncurses gives 24-bit colours only where the terminal's description has them. For `xterm-256color` that is
    /// `xterm-direct`, which Debian keeps in the package ncurses-term. Without it, 256 colours come near enough.
    static func descriptions(of terminal: String, depth: ColorDepth?) -> [String] {
        guard depth ?? .trueColor == .trueColor, claimsTrueColor || depth == .trueColor else { return [terminal] }
        var family = terminal
        for ending in ["-256color", "-color"] where family.hasSuffix(ending) {
            family.removeLast(ending.count)
        }
        guard cn_described_colors() < 256 else { return [family + "-direct", terminal] }
        return [family + "-direct", family + "-256color", terminal]
    }

    /// The number of colours to use.
    ///
    /// - Parameters:
    ///   - chosen: The user's choice, which may be less than there are.
    ///   - colors: How many the terminal's description has.
    static func colorDepth(chosen: ColorDepth?, colors: Int32) -> ColorDepth {
        let most: ColorDepth =
            switch colors {
            case 0x100_0000...: .trueColor
            case 256...: .palette256
            case 16...: .sixteen
            case 8...: .eight
            default: .none
            }
        if let chosen { return min(chosen, most) }
        return Self["NO_COLOR"] == nil ? most : .none
    }
}
