import Display
import Glibc
import Testing

@Suite struct TextWidthTests {
    /// ncurses places by the C library; where this room's own table says otherwise, the screen is torn.
    @Test func agreesWithTheLibraryOverAllOfUnicode() throws {
        let locale = try #require(newlocale(1 << LC_CTYPE, "C.UTF-8", nil))
        let previous = uselocale(locale)
        defer {
            uselocale(previous)
            freelocale(locale)
        }
        // Glibc's module hides wcwidth, the library does not.
        let symbol = try #require(dlsym(nil, "wcwidth"))
        let wcwidth = unsafeBitCast(symbol, to: (@convention(c) (wchar_t) -> Int32).self)
        var differences: [String] = []
        for value in UInt32(1)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let theirs = Int(wcwidth(wchar_t(value)))
            let ours = TextWidth.columns(of: scalar)
            // A library that knows a newer Unicode shows more than is shown here; that tears nothing.
            if ours == nil { continue }
            if ours != theirs {
                differences.append(
                    "U+\(String(value, radix: 16, uppercase: true)) library \(theirs), here \(ours ?? -1)")
            }
        }
        #expect(differences.isEmpty, "\(differences.count): \(differences.prefix(40).joined(separator: "; "))")
    }

    @Test func knowsEveryCharacterTheLibraryKnew() {
        // Unicode 14 has 144,697 characters and 137,468 for private use, of which 65 are controls and 2 separators.
        let known = (0...0x10FFFF).compactMap(Unicode.Scalar.init(_:)).filter { TextWidth.columns(of: $0) != nil }
        #expect(known.count == 144_697 - 2 + 137_468)
    }

    @Test(arguments: [
        ("abc", 3), ("한국어", 6), ("e\u{301}", 1), ("“…”", 3), ("日本。", 6), ("\u{1112}\u{1161}\u{11AB}", 2), ("👩‍👩‍👧", 2),
        ("🇰🇷", 2), ("\u{1B}[2J", 4), ("a\u{202E}b", 8),
    ])
    func countsWhatIsDrawn(text: String, columns: Int) {
        #expect(TextWidth.columns(of: text) == columns)
    }
}
