/// What changed from one version of a text to the next, word by word.
///
/// Sentences are paired first and words only where sentences differ, so that a rewritten paragraph does not borrow its
/// small words from its neighbours. White space alone is no change. Cost: nearly linear, and bounded for any input.
package struct TextDifference: Hashable, Sendable {
    /// What is gone, in scalars from the start of the old text, in order; neighbouring words are one range.
    package private(set) var removed: [Range<Int>] = []
    /// What is new, in scalars from the start of the new text.
    package private(set) var added: [Range<Int>] = []
    /// How many words are in these; marks are not counted.
    package private(set) var removedWords = 0
    package private(set) var addedWords = 0

    package var isEmpty: Bool { removed.isEmpty && added.isEmpty }

    package init(from old: String, to new: String) {
        let scanner = WordScanner(foldsCase: false, includesMarks: true)
        let (left, right) = (scanner.words(old), scanner.words(new))
        var (isKept, isOld) = (
            [Bool](repeating: false, count: left.count), [Bool](repeating: false, count: right.count)
        )
        let (leftSentences, rightSentences) = (Self.sentences(left), Self.sentences(right))
        var (leftStart, rightStart) = (0, 0)
        func compareWords(_ leftEnd: Int, _ rightEnd: Int) {
            let words = SequenceAlignment(
                left[leftStart..<leftEnd].map(\.hash), right[rightStart..<rightEnd].map(\.hash))
            for pair in words.pairs {
                isKept[leftStart + pair.old] = true
                isOld[rightStart + pair.new] = true
            }
        }
        let sentences = SequenceAlignment(leftSentences.map(\.hash), rightSentences.map(\.hash))
        for pair in sentences.pairs {
            let (kept, known) = (leftSentences[pair.old].words, rightSentences[pair.new].words)
            compareWords(kept.lowerBound, known.lowerBound)
            for word in kept { isKept[word] = true }
            for word in known { isOld[word] = true }
            (leftStart, rightStart) = (kept.upperBound, known.upperBound)
        }
        compareWords(left.count, right.count)
        (removed, removedWords) = Self.ranges(left, without: isKept)
        (added, addedWords) = Self.ranges(right, without: isOld)
    }

    /// The sentences and lines of a text: the words in each, and a hash of them.
    private static func sentences(_ words: [WordScanner.Word]) -> [(words: Range<Int>, hash: UInt64)] {
        var sentences: [(words: Range<Int>, hash: UInt64)] = []
        for (index, word) in words.enumerated() {
            if word.beginsSentence || sentences.isEmpty { sentences.append((index..<index, 0)) }
            let last = sentences.count - 1
            sentences[last].words = sentences[last].words.lowerBound..<(index + 1)
            sentences[last].hash = spread(sentences[last].hash ^ word.hash) &+ 1
        }
        return sentences
    }

    private static func ranges(_ words: [WordScanner.Word], without kept: [Bool]) -> (ranges: [Range<Int>], words: Int)
    {
        var ranges: [Range<Int>] = []
        var count = 0
        for (index, word) in words.enumerated() where !kept[index] {
            if !word.isMark { count += 1 }
            if index > 0, !kept[index - 1], let last = ranges.last {
                ranges[ranges.count - 1] = last.lowerBound..<word.range.upperBound
            } else {
                ranges.append(word.range)
            }
        }
        return (ranges, count)
    }
}
