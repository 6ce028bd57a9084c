import SituationModel
import TestSupport
import Testing

@Suite struct AnchorTests {
    private static let alphabet: [String] = ["a", "b", " ", "é", "e\u{301}", "남", "👩‍👩‍👧", "\r\n", "\u{202E}", "Ж"]

    private func text(_ length: Int, _ generator: inout SeededGenerator) -> String {
        (0..<length).map { _ in generator.pick(Self.alphabet) }.joined()
    }

    @Test(arguments: 1...100)
    func anAnchorFindsItsWordsWhereTheyStand(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let text = text(80, &generator)
        let scalars = Array(text.unicodeScalars)
        let start = Int.random(in: 0..<scalars.count, using: &generator)
        let end = Int.random(in: start + 1...scalars.count, using: &generator)
        let anchor = try #require(Anchor(start..<end, of: text, document: "d"))
        #expect(Array(anchor.exact.unicodeScalars) == Array(scalars[start..<end]), "seed \(seed)")
        #expect(anchor.end == end)
        #expect(anchor.resolved(in: text) == .inPlace(start..<end), "seed \(seed)")
        #expect(anchor.prefix.unicodeScalars.count == min(start, Anchor.contextLength))
        #expect(anchor.suffix.unicodeScalars.count == min(scalars.count - end, Anchor.contextLength))
    }

    @Test(arguments: 1...100)
    func anAnchorFollowsItsWordsWhenTextIsPutBefore(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let before = text(60, &generator)
        let words = "the NIS said 1,500"
        let whole = before + words + text(60, &generator)
        let start = before.unicodeScalars.count
        let anchor = try #require(Anchor(start..<start + words.unicodeScalars.count, of: whole, document: "d"))
        let added = text(Int.random(in: 1...30, using: &generator), &generator)
        let moved = start + added.unicodeScalars.count
        #expect(
            anchor.resolved(in: added + whole) == .moved(moved..<moved + words.unicodeScalars.count), "seed \(seed)")
        #expect(anchor.resolved(in: before) == .lost, "seed \(seed)")
    }

    @Test func ofSeveralPlacesTheOneInItsSurroundingsIsTaken() throws {
        let text = "He said no. She said no. They said no."
        let anchor = try #require(Anchor("said no", occurrence: 2, in: text, document: "d"))
        #expect(anchor.start == 16)
        let edited = "Today: " + text
        #expect(anchor.resolved(in: edited) == .moved(23..<30))
    }

    @Test func composedAndDecomposedLettersDiffer() {
        #expect(Anchor("é", in: "cafe\u{301}", document: "d") == nil)
        #expect(Anchor("e\u{301}", in: "cafe\u{301}", document: "d")?.start == 3)
    }

    @Test func whatDoesNotStandThereHasNoAnchor() {
        #expect(Anchor("x", in: "abc", document: "d") == nil)
        #expect(Anchor("", in: "abc", document: "d") == nil)
        #expect(Anchor("a", occurrence: 2, in: "abc", document: "d") == nil)
        #expect(Anchor("a", occurrence: 0, in: "abc", document: "d") == nil)
        #expect(Anchor(1..<1, of: "abc", document: "d") == nil)
        #expect(Anchor(2..<4, of: "abc", document: "d") == nil)
        #expect(Anchor(-1..<2, of: "abc", document: "d") == nil)
    }
}
