import TestSupport
import Testing

@testable import Commands

@Suite("Fuzzy match")
struct FuzzyMatchTests {
    private let names = CommandRegistry.standard.commands.map(\.name)

    @Test(
        "finds the command a person expects",
        arguments: [
            ("asf", "as-of"), ("as", "as-of"), ("q", "quit"), ("ada", "add-actor"), ("addq", "add-quote"),
            ("nu", "next-unseen"), ("hpd", "half-page-down"), ("theme", "theme"), ("fa", "fold-all"),
            ("ms", "mark-seen"), ("pal", "palette"), ("add rel", "add-relation"), ("LIVE", "live"), ("top", "top"),
        ])
    func expectation(query: String, expected: String) {
        #expect(FuzzyMatch.ranked(names, for: query, by: { $0 }).first?.item == expected)
    }

    @Test("does not mind case, accents, and how Hangul is written")
    func folding() {
        #expect(FuzzyMatch.score("perez", in: "Pérez")?.positions == [0, 1, 2, 3, 4])
        #expect(FuzzyMatch.score("Ёлка", in: "елка")?.positions == [0, 1, 2, 3])
        #expect(FuzzyMatch.score("\u{1112}\u{1161}\u{11AB}국", in: "대한민국")?.positions == [1, 3])
        #expect(FuzzyMatch.score("xyz", in: "zyx") == nil)
        #expect(FuzzyMatch.score("", in: "anything")?.positions == [])
        #expect(FuzzyMatch.score("a", in: "") == nil)
    }

    @Test("leaves equals in the order they came in")
    func stability() {
        let items = [(1, "note a"), (2, "note b"), (3, "note c")]
        #expect(FuzzyMatch.ranked(items, for: "note", by: \.1).map(\.item.0) == [1, 2, 3])
    }

    @Test("fits exactly the texts that have the letters in their order, at the places it says", arguments: 0..<300)
    func subsequence(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let candidate = random.text(upTo: 12)
        let query = random.text(upTo: 4)
        let letters = FuzzyMatch.folded(query).filter { !$0.allSatisfy(\.isWhitespace) }
        let text = FuzzyMatch.folded(candidate)
        var rest = letters[...]
        for character in text where character == rest.first { rest.removeFirst() }
        let match = FuzzyMatch.score(query, in: candidate)
        #expect((match != nil) == rest.isEmpty, "seed \(seed)")
        if let match {
            #expect(match.positions == match.positions.sorted(), "seed \(seed)")
            #expect(match.positions.map { text[$0] } == letters, "seed \(seed)")
        }
    }
}
