import TestSupport

extension SeededGenerator {
    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// True once in that many times.
    mutating func once(in times: Int) -> Bool { number(1...times) == 1 }

    mutating func one<Value>(of values: [Value]) -> Value { values[number(0...values.count - 1)] }

    mutating func maybe<Value>(_ make: (inout SeededGenerator) -> Value) -> Value? {
        Bool.random(using: &self) ? make(&self) : nil
    }

    mutating func several<Value>(upTo limit: Int, _ make: (inout SeededGenerator) -> Value) -> [Value] {
        (0..<number(0...limit)).map { _ in make(&self) }
    }

    /// Text such as breaks YAML: its marks, line breaks of all kinds, controls, blanks at the ends, letters composed and
    /// decomposed, invisible marks, words that read as other things, and now and then anything at all.
    mutating func text() -> String {
        if once(in: 5) { return prose() }
        let snippets = [
            "word", "a longer piece of text that goes on", ": ", ":", " #", "#", "- ", "-", "? ", "?", "& ", "&a ",
            "* ",
            "*b", "!", "!!str ", "%YAML", "@", "`", "'", "\"", "\\", "\\n", "\\uFEFF", "\\\\uFEFF", "[", "]", "{", "}",
            ",", "|", ">", "|-\n",
            "\n", "\n\n", "\n  ", "\r", "\r\n", "\t", "\u{0}", "\u{1B}[31m", "\u{7F}", "\u{85}", "\u{9B}", "\u{A0}",
            "\u{AD}", "\u{2028}", "\u{2029}", "\u{200B}", "\u{202E}", "\u{FEFF}", "\u{E000}", "\u{F8FF}", "\u{FFFE}",
            "\u{FFFF}", "\u{10FFFF}", "한국", "\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}", "\u{E9}", "e\u{301}",
            "\u{301}", "Україна", "👩‍👩‍👧", "🇰🇷", "null", "~", "true", "No", "1500", "1e5", "0x1F", "2024-10-18", "12:30",
            ".inf", "---", "...", "--- ", " ", "  ", "   ", "“quoted”", "=", "<<",
        ]
        let count = once(in: 6) ? number(0...40) : number(0...4)
        var text = (0..<count).map { _ in one(of: snippets) }.joined(separator: once(in: 2) ? " " : "")
        if once(in: 10), let scalar = Unicode.Scalar(UInt32(number(0...0x10FFFF))) {
            text.unicodeScalars.append(scalar)
        }
        return text
    }

    /// Lines and paragraphs, short and long, with now and then more than one blank or break between them.
    private mutating func prose() -> String {
        let words = [
            "a", "of", "brigades", "-", "1,500", "우크라이나", "зброя", "(so", "that:", "#", "said.", "|", "e\u{301}",
        ]
        let breaks = ["\n", "\n", "\n\n", "\n\n\n", "\n  "]
        var text = ""
        for _ in 0..<number(1...4) {
            for _ in 0..<number(1...60) { text += one(of: words) + (once(in: 15) ? "  " : " ") }
            if !once(in: 12) { while text.last == " " { text.removeLast() } }
            if !once(in: 4) { text += one(of: breaks) }
        }
        return text
    }
}
