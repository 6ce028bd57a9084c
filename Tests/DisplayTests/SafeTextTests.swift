import Display
import TestSupport
import Testing

@Suite struct SafeTextTests {
    @Test(
        "What is hostile can be seen",
        arguments: [
            ("\u{1B}[2Jgone", "␛[2Jgone", "^[[2Jgone"),
            ("bell\u{7}", "bell␇", "bell^G"),
            ("rub\u{7F}out", "rub␡out", "rub^?out"),
            ("csi\u{9B}31m", "csi‹9B›31m", "csi<U+009B>31m"),
            ("nel\u{85}", "nel‹85›", "nel<U+0085>"),
            ("pay\u{202E}lap", "pay‹202E›lap", "pay<U+202E>lap"),
            ("a\u{200B}b", "a‹200B›b", "a<U+200B>b"),
            ("a\u{200B}\u{2060}\u{FEFF}b", "a‹200B+2›b", "a<U+200B+2>b"),
            ("soft\u{AD}hyphen", "soft‹AD›hyphen", "soft<U+00AD>hyphen"),
            ("line\u{2028}break", "line‹2028›break", "line<U+2028>break"),
            ("tag\u{E0041}\u{E0042}", "tag‹E0041+1›", "tag<U+E0041+1>"),
            ("own\u{E000}", "own‹E000›", "own<U+E000>"),
            ("none\u{0378}", "none‹378›", "none<U+0378>"),
            ("x\u{FE0F}y", "x‹FE0F›y", "x<U+FE0F>y"),
            ("fill\u{3164}er", "fill‹3164›er", "fill<U+3164>er"),
            ("one\r\ntwo", "one␍␊two", "one^M^Jtwo"),
            ("one\ttwo\u{A0}three", "one two three", "one two three"),
        ])
    func hostile(text: String, unicode: String, ascii: String) {
        #expect(SafeText.plain(text) == unicode)
        #expect(SafeText.plain(text, ascii: true) == ascii)
    }

    @Test(
        "What is only unusual stays readable",
        arguments: [
            ("\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}", "한국"), ("cafe\u{301}", "caf\u{E9}"),
            ("❤\u{FE0F}!", "❤!"),
            ("👨‍👩‍👧 home", "👨 home"), ("👍🏽", "👍"), ("❤️‍🔥", "🔥"), ("👁️‍🗨️", "□"), ("🇰🇷🇵🇱", "KRPL"), ("1\u{FE0F}\u{20E3}", "1"),
            ("می\u{200C}خواهم", "میخواهم"), ("क्\u{200D}ष", "क्ष"), ("\u{301}a", "◌\u{301}a"),
            ("z\u{300}\u{316}\u{302}\u{303}", "z\u{316}\u{300}‹+2›"), ("العربية ١٢٣", "العربية ١٢٣"),
            ("“Київ” — Łódź", "“Київ” — Łódź"),
        ])
    func unusual(text: String, expected: String) {
        #expect(SafeText.plain(text).unicodeScalars.elementsEqual(expected.unicodeScalars), "\(SafeText.plain(text))")
    }

    @Test func asciiKeepsWhatItCan() {
        #expect(SafeText.plain("“Orbán” – zł, 한국", ascii: true) == "\"Orban\" - z?, ????")
        #expect(SafeText.plain("so… 2×3 → 6", ascii: true) == "so... 2x3 > 6")
    }

    @Test func newlinesAreKeptOnRequest() {
        #expect(SafeText.plain("one\r\ntwo\nthree\rfour", keepingNewlines: true) == "one\ntwo\nthree␍four")
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func nothingForbiddenPasses(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<100 {
            let text = generator.text(length: 30)
            let safe = SafeText.plain(text)
            let escaped = text.unicodeScalars.map { $0.escaped(asASCII: true) }.joined()
            #expect(!safe.unicodeScalars.contains(where: isForbidden), "seed \(seed): \(escaped)")
            #expect(SafeText.plain(safe).unicodeScalars.elementsEqual(safe.unicodeScalars), "seed \(seed): \(escaped)")
            #expect(TextWidth.columns(of: safe) == TextWidth.columns(of: text), "seed \(seed): \(escaped)")
            let ascii = SafeText.plain(text, ascii: true)
            #expect(ascii.utf8.allSatisfy { (0x20..<0x7F).contains($0) }, "seed \(seed): \(escaped)")
        }
    }
}
