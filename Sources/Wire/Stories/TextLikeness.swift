/// How much two texts have in common, counted exactly over their runs of three words.
package struct TextLikeness: Hashable, Sendable {
    /// The share of all runs that both have, 0 to 1 (Jaccard).
    package let resemblance: Double
    /// The share of the shorter text's runs that the longer one has, 0 to 1: high for a copy that was cut.
    package let containment: Double
    /// The words of the shorter text.
    package let words: Int

    /// Compares two texts. Cost: that of sorting their words, some 20 µs for two of 900 characters.
    package init(_ first: String, _ second: String) {
        let (left, leftWords) = Self.runs(first)
        let (right, rightWords) = Self.runs(second)
        let common = Double(Self.common(left, right))
        let (least, all) = (min(left.count, right.count), Double(left.count + right.count) - common)
        resemblance = all > 0 ? common / all : 0
        containment = least > 0 ? common / Double(least) : 0
        words = min(leftWords, rightWords)
    }

    /// The fewest words by which two texts can be told to be one story: below, stock phrases outweigh the rest.
    package static let fewest = 25
    /// The least containment of one story told twice.
    package static let leastContainment = 0.5
    /// The least resemblance, so that a notice of few words does not swallow a long text that quotes it.
    package static let leastResemblance = 0.3

    /// Whether the two are one story: one text, reworked or cut.
    package var isOneStory: Bool {
        words >= Self.fewest && containment >= Self.leastContainment && resemblance >= Self.leastResemblance
    }

    /// The hashes of the runs, from the least, each once: sooner sorted than put into a set.
    private static func runs(_ text: String) -> (runs: [UInt64], words: Int) {
        var runs: [UInt64] = []
        runs.reserveCapacity(text.utf8.count / 5)
        var count = 0
        var (first, second): (UInt64, UInt64) = (0, 0)
        WordScanner().scan(text) { word in
            count += 1
            if count >= TextSketch.run { runs.append(TextSketch.runHash(first, second, word.hash)) }
            (first, second) = (second, word.hash)
        }
        runs.sort()
        var kept = 0
        for place in runs.indices where kept == 0 || runs[place] != runs[kept - 1] {
            runs[kept] = runs[place]
            kept += 1
        }
        runs.removeLast(runs.count - kept)
        return (runs, count)
    }

    /// How many numbers stand in both.
    private static func common(_ first: [UInt64], _ second: [UInt64]) -> Int {
        var (left, right, common) = (0, 0, 0)
        while left < first.count, right < second.count {
            let (mine, theirs) = (first[left], second[right])
            if mine == theirs { common += 1 }
            if mine <= theirs { left += 1 }
            if theirs <= mine { right += 1 }
        }
        return common
    }
}
