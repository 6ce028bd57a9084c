import TestSupport
import Testing

@testable import QueryLanguage

/// How a text comes apart into words.
@Suite struct SearchWordsTests {
    @Test(arguments: [
        ("Troops, 1,500 of them", ["troops", "1", "500", "of", "them"]), ("São Tomé", ["sao", "tome"]), ("", []),
        (" - ", []), ("ΠΌΛΕΜΟΣ и Мир", ["πολεμος", "и", "мир"]), ("e\u{301}toile", ["etoile"]),
        ("북한군 100명", ["북한군", "100명"]),
    ])
    func wordsAreInLowerCaseAndWithoutAccents(text: String, words: [String]) {
        #expect(SearchWords.of(text) == words.map { SearchWords.folded($0) })
    }

    /// What is ASCII is taken apart in a shorter way, with the same result.
    @Test(arguments: 1...20)
    func theShortWayIsTheLongWay(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let pieces = [
            "a", "Z", "q", "7", " ", ".", "-", "'", "\n", "\t", "é", "e\u{301}", "\u{301}", "ß", "ﬁ", "İ", "Σ", "ς",
            "Ж", "한", "\u{1112}\u{1161}",
            "中", "١", "٣", "½", "²", "€", "😀", "\u{200D}", "\u{A0}", "\u{FF21}", "K", "\u{338}", "<", "\u{0}",
            "\u{E000}",
        ]
        for _ in 0..<400 {
            let text = (0..<Int.random(in: 0...24, using: &generator)).map { _ in generator.pick(pieces) }.joined()
            #expect(SearchWords.of(text) == SearchWords.general(text), "\(text.unicodeScalars.map(\.value))")
        }
    }
}
