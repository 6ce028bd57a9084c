import TestSupport
import Testing

@testable import Wire

@Suite struct SketchTests {
    private static let boilerplate =
        " Reporting by the night desk, with material from the agencies. All times are local. Write to the editor to have a mistake put right, and follow us for more of this story as it goes on."

    private func areFoundAsOne(_ first: String, _ second: String) -> Bool {
        let (left, right) = (TextSketch(first), TextSketch(second))
        return zip(left.bands, right.bands).contains { $0 == $1 } && left.mayBeOneStory(with: right)
            && TextLikeness(first, second).isOneStory
    }

    private static let edits: [(name: String, least: Int, edit: @Sendable (String, inout NewsMaker) -> String)] = [
        ("new headline", 100, { text, news in news.sentence() + "\n" + text }),
        ("new dateline", 100, { text, _ in "LOWER HARBOUR, 18 October (Desk) — " + text }),
        ("a paragraph added", 100, { text, news in text + "\n\n" + news.story(sentences: 2) }),
        ("boilerplate added", 100, { text, _ in text + boilerplate }),
        ("one word in 20 changed", 99, { text, news in news.reworded(text, oneIn: 20) }),
        ("cut to half", 95, { text, _ in String(text.prefix(text.count / 2)) }),
    ]

    @Test(arguments: edits.indices)
    func aStoryToldAgainIsFound(edit: Int) {
        var found = 0
        for seed in 0..<100 {
            var news = NewsMaker(seed: UInt64(seed))
            let text = news.story(sentences: 9)
            if areFoundAsOne(text, Self.edits[edit].edit(text, &news)) { found += 1 }
        }
        #expect(found >= Self.edits[edit].least, "\(Self.edits[edit].name): \(found) of 100")
    }

    @Test func otherStoriesAreNotEvenWithTheSameBoilerplate() {
        let texts = (0..<60).map { seed in
            var news = NewsMaker(seed: UInt64(1_000 + seed))
            return news.story(sentences: 9) + Self.boilerplate
        }
        for (index, text) in texts.enumerated() {
            for other in texts[..<index] { #expect(!areFoundAsOne(text, other)) }
        }
    }

    @Test(arguments: 0..<40)
    func likenessIsThatOfTheSetsOfRuns(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        // Few words, so that runs come again.
        func text() -> [String] {
            (0..<generator.next() % 60).map { _ in generator.pick(["ash", "Elm", "oak", "o'ak"]) }
        }
        func runs(_ words: [String]) -> Set<[String]> {
            words.count < 3 ? [] : Set((2..<words.count).map { words[$0 - 2...$0].map { $0.lowercased() } })
        }
        let (first, second) = (text(), text())
        let (left, right) = (runs(first), runs(second))
        let (common, least) = (left.intersection(right).count, min(left.count, right.count))
        let likeness = TextLikeness(first.joined(separator: " "), second.joined(separator: " "))
        #expect(likeness.words == min(first.count, second.count), "seed \(seed)")
        #expect(likeness.containment == (least > 0 ? Double(common) / Double(least) : 0), "seed \(seed)")
        let all = left.union(right).count
        #expect(likeness.resemblance == (all > 0 ? Double(common) / Double(all) : 0), "seed \(seed)")
    }

    @Test func caseMarksAndSpacingDoNotCount() {
        let first = TextSketch("“We would consider it,” the Minister’s office said.")
        #expect(first == TextSketch("\"we would consider it\"  the minister's OFFICE\nsaid"))
        #expect(first.exact != TextSketch("we would consider the minister's office it said").exact)
        #expect(first.words == 8)
    }

    /// Stored sketches must be found again by the next version, on every host.
    @Test func sketchesStayAsTheyAre() {
        let sketch = TextSketch("Ministers met in the harbour town; 긴장 and 긴장 again.")
        #expect(TextSketch.version == 1)
        #expect(sketch.exact == 6_781_226_109_230_705_588)
        #expect(sketch.bands.prefix(2) == [-3_333_497_008_947_557_509, 2_154_678_662_163_958_607])
        #expect(sketch.bytes.prefix(8) == [244, 232, 188, 212, 160, 64, 168, 67])
        #expect(sketch.bands.count == 16)
        #expect(sketch.bytes.count == 64)
    }

    @Test func shortTextsAreNeverTakenForOneAnother() {
        #expect(!areFoundAsOne("The harbour was closed.", "The harbour was closed."))
        #expect(TextSketch("The harbour was closed.").exact == TextSketch("the harbour was closed").exact)
        #expect(TextSketch("").words == 0)
        #expect(TextSketch("").resemblance(to: TextSketch("a b c d")) < 0.1)
    }

    @Test func writingWithoutSpacesHasWordsToo() {
        let text = "外务省发言人星期一表示双方将继续就有关问题进行磋商并保持沟通希望有关各方保持冷静克制避免采取使局势复杂化的行动"
        #expect(TextSketch(text).words == text.count)
        #expect(areFoundAsOne(text, "北京，" + text))
    }

    /// The estimate is near the count.
    @Test func theEstimateHolds() {
        var worst = 0.0
        for seed in 0..<60 {
            var news = NewsMaker(seed: UInt64(seed))
            let text = news.story(sentences: 8)
            let other = news.reworded(text, oneIn: 4 + seed)
            let difference = TextSketch(text).resemblance(to: TextSketch(other)) - TextLikeness(text, other).resemblance
            worst = max(worst, abs(difference))
        }
        #expect(worst < 0.25)
    }
}
