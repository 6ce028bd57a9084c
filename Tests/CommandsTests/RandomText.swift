import TestSupport

extension SeededGenerator {
    /// Text of what is hard to edit: Latin, Hangul whole and in pieces, Cyrillic, combining marks, emoji, flags, signs
    /// that mean something to the prompt.
    mutating func text(upTo length: Int) -> String {
        let pieces = [
            "a", "B", "7", " ", "  ", "-", "\"", "'", "\\", ":", "한", "국", "\u{1112}", "\u{1161}", "\u{11AB}", "Ж", "é",
            "\u{301}", "\u{308}", "🙂", "👨‍👩‍👧", "🇰🇷", "\u{1F1F0}", "\u{1F1F7}", "\u{200D}", "\u{FE0F}", "漢", "ß", ".",
        ]
        return (0..<Int.random(in: 0...length, using: &self)).map { _ in pick(pieces) }.joined()
    }
}
