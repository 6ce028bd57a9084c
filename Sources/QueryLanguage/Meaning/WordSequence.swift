/// The words of a text, in order.
struct WordSequence {
    let words: [String]

    init(_ words: [String]) {
        self.words = words
    }

    func contains(beginning: String) -> Bool { words.contains { $0.hasPrefix(beginning) } }

    /// Whether these words stand in it one behind the other.
    ///
    /// - Parameter lastGoesOn: whether the last need only be the beginning of a word.
    func contains(_ phrase: [String], lastGoesOn: Bool) -> Bool {
        guard let last = phrase.last, words.count >= phrase.count else { return false }
        let whole = phrase.dropLast()
        return (0...(words.count - phrase.count)).contains { start in
            guard words[start..<start + whole.count].elementsEqual(whole) else { return false }
            let candidate = words[start + whole.count]
            return lastGoesOn ? candidate.hasPrefix(last) : candidate == last
        }
    }
}
