import TestSupport
import Testing

@testable import Wire

@Suite struct DifferenceTests {
    private func pieces(_ ranges: [Range<Int>], of text: String) -> [String] {
        let scalars = Array(text.unicodeScalars)
        return ranges.map { String(String.UnicodeScalarView(scalars[$0])) }
    }

    private func check(_ old: String, _ new: String, removed: [String], added: [String]) {
        let difference = TextDifference(from: old, to: new)
        #expect(pieces(difference.removed, of: old) == removed)
        #expect(pieces(difference.added, of: new) == added)
    }

    @Test func wordsThatChangedAreNamed() {
        check(
            "Kim, 45, met 12 aides. He left.", "Kim, 45, met two aides. He left.", removed: ["12"], added: ["two"])
        check("A b c.", "A b c.", removed: [], added: [])
        check("A  b\nc.", "A b c.", removed: [], added: [])
        check("", "One two.", removed: [], added: ["One two."])
        check("긴장이 높다. 끝.", "긴장이 매우 높다. 끝.", removed: [], added: ["매우"])
    }

    @Test func sentencesThatCameOrWentAreWhole() {
        check(
            "The port is shut. It was a storm. Nobody was hurt.",
            "The port is shut. Nobody was hurt. It reopens on Monday.",
            removed: ["It was a storm."], added: ["It reopens on Monday."])
    }

    @Test func offsetsCountScalars() {
        let difference = TextDifference(from: "🇰🇷 é x", to: "🇰🇷 é y")
        #expect(difference.removed == [5..<6])
        #expect(difference.removedWords == 1 && difference.addedWords == 1)
    }

    /// What is left after taking away the removed and the added is the same on both sides.
    @Test func whatStaysIsTheSame() {
        var random = SeededGenerator(seed: 22)
        func text() -> String {
            (0..<Int.random(in: 0..<40, using: &random)).map { _ in random.pick(["a", "b", "c", "D", ".", "긴", "e'f"]) }
                .joined(separator: " ")
        }
        let scanner = WordScanner(foldsCase: false, includesMarks: true)
        for _ in 0..<400 {
            let (old, new) = (text(), text())
            let difference = TextDifference(from: old, to: new)
            let kept = scanner.words(old).filter { word in !difference.removed.contains { $0.overlaps(word.range) } }
            let known = scanner.words(new).filter { word in !difference.added.contains { $0.overlaps(word.range) } }
            #expect(kept.map(\.hash) == known.map(\.hash), "seed \(random.seed): \(old) | \(new)")
            #expect(TextDifference(from: old, to: old).isEmpty)
        }
    }

    /// Texts made to be hard: long, with nothing or everything alike.
    @Test func hardTextsEndSoon() {
        let many = String(repeating: "a b ", count: 20_000)
        let others = String(repeating: "b a c ", count: 15_000)
        #expect(!TextDifference(from: many, to: others).isEmpty)
        let numbers = (0..<20_000).map { "\($0)" }.joined(separator: " ")
        let turned = (0..<20_000).reversed().map { "\($0)" }.joined(separator: " ")
        #expect(!TextDifference(from: numbers, to: turned).isEmpty)
        let sentences = (0..<4_000).map { "Line \($0 % 7) a." }.joined(separator: " ")
        #expect(!TextDifference(from: sentences, to: "Line 9 a. " + sentences.dropFirst(90)).isEmpty)
    }
}

@Suite struct VanishedQuotesTests {
    @Test func quotesWhoseWordsAreGoneAreNamed() {
        let quotes = ["We would consider it", "no further than this", "all options are open", "“…”"]
        let text = "He said: “We  would\nconsider it.” Later: ‘all options were open’, and no, further than this."
        #expect(VanishedQuotes.positions(of: quotes, missingIn: text) == [2])
        #expect(VanishedQuotes.positions(of: quotes, missingIn: "") == [0, 1, 2])
        #expect(VanishedQuotes.positions(of: ["we would consider it"], missingIn: text) == [0])
        #expect(VanishedQuotes.positions(of: ["would consider"], missingIn: "reconsider would considerable") == [0])
    }

    /// Agrees with looking word by word.
    @Test func agreesWithTheObviousWay() {
        var random = SeededGenerator(seed: 23)
        for _ in 0..<300 {
            let words = (0..<30).map { _ in random.pick(["a", "b", "c"]) }
            let quotes = (0..<5).map { _ in
                (0..<Int.random(in: 1...5, using: &random)).map { _ in random.pick(["a", "b", "c"]) }
            }
            let missing = VanishedQuotes.positions(
                of: quotes.map { $0.joined(separator: " ") }, missingIn: words.joined(separator: ", "))
            let expected = quotes.indices.filter { index in
                !(0...(words.count - quotes[index].count)).contains { words[$0...].starts(with: quotes[index]) }
            }
            #expect(missing == expected, "seed \(random.seed)")
        }
    }
}
