/// Tells which quotes of an old version do not stand in the new one any more.
package enum VanishedQuotes {
    /// The positions, in `quotes`, of those whose words do not all stand in the text, in their order, one behind the
    /// other, with their capitals. Marks and white space do not count: a quotation mark more is still the same quote.
    ///
    /// Cost: the length of the text for each different number of words in the quotes.
    package static func positions(of quotes: [String], missingIn text: String) -> [Int] {
        let scanner = WordScanner(foldsCase: false)
        let words = scanner.words(text).map(\.hash)
        var known: [Int: Set<UInt64>] = [:]
        return quotes.indices.filter { position in
            let quote = scanner.words(quotes[position]).map(\.hash)
            // Nothing but marks: there is nothing that could vanish.
            guard !quote.isEmpty else { return false }
            if known[quote.count] == nil { known[quote.count] = runs(of: quote.count, in: words) }
            return known[quote.count]?.contains(hash(quote[...])) != true
        }
    }

    private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// A polynomial in the words (Karp and Rabin 1987), so that the next run's hash follows from this one's.
    private static func hash(_ words: ArraySlice<UInt64>) -> UInt64 {
        words.reduce(0) { $0 &* base &+ spread($1) }
    }

    private static func runs(of length: Int, in words: [UInt64]) -> Set<UInt64> {
        guard words.count >= length else { return [] }
        var power: UInt64 = 1
        for _ in 1..<max(1, length) { power = power &* base }
        var current = hash(words[0..<length])
        var runs: Set<UInt64> = [current]
        runs.reserveCapacity(words.count)
        for end in length..<words.count {
            current = (current &- spread(words[end - length]) &* power) &* base &+ spread(words[end])
            runs.insert(current)
        }
        return runs
    }
}
