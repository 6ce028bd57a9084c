// The standard library takes text apart to compare it, and shares that with Foundation; all of Foundation only for this
// would double the time a program takes to start.
@_spi(_Unicode) import Swift

/// Finds what somebody means from a few of its letters: `asf` finds `as-of`.
///
/// The letters must occur in their order, not side by side. Letters at the beginning of a word, letters in a run and
/// letters early in the text count for more. Case, diacritics and blanks in the query do not matter.
package enum FuzzyMatch {
    /// How well a query fits, and which characters of the candidate it fits; `nil` when it does not.
    ///
    /// The cost grows with the product of both lengths. A blank query fits everything, with a score of 0.
    ///
    /// - Returns: A score that is greater the better the fit, and ascending offsets in characters.
    package static func score(_ query: String, in candidate: String) -> (score: Int, positions: [Int])? {
        score(letters(of: query), in: candidate)
    }

    /// The items that fit, the best first; equally good ones stay in the order they came in.
    package static func ranked<Item>(
        _ items: [Item], for query: String, by text: (Item) -> String
    ) -> [(item: Item, positions: [Int])] {
        let letters = letters(of: query)
        let fitting = items.enumerated().compactMap { index, item in
            score(letters, in: text(item)).map { (index: index, item: item, match: $0) }
        }
        return fitting.sorted { ($1.match.score, $0.index) < ($0.match.score, $1.index) }
            .map { ($0.item, $0.match.positions) }
    }

    /// The characters of a text without case and diacritics, each in its place.
    static func folded(_ text: String) -> [String] {
        text.map { character in
            if character.isASCII { return character.lowercased() }
            var scalars = String.UnicodeScalarView()
            for scalar in character.lowercased()._nfd where scalar.properties.generalCategory != .nonspacingMark {
                scalars.append(scalar)
            }
            return String(scalars)
        }
    }

    private static func letters(of query: String) -> [String] {
        folded(query).filter { !$0.allSatisfy(\.isWhitespace) }
    }

    private enum Worth {
        static let letter = 16
        static let wordStart = 12
        static let run = 10
        /// Taken off for each character passed over between two letters, up to `longestGap`.
        static let gap = 1
        static let longestGap = 12
        /// Taken off for each character before the first letter, up to `latestStart`.
        static let latestStart = 10
    }

    private static func score(_ query: [String], in candidate: String) -> (score: Int, positions: [Int])? {
        guard !query.isEmpty else { return (0, []) }
        let text = folded(candidate)
        guard occurs(query, in: text) else { return nil }
        let bonus = wordStarts(of: candidate)

        // best[i][j]: the best score with letter i on character j. Of two ways the earlier one is kept.
        var best = [[Int?]](repeating: [Int?](repeating: nil, count: text.count), count: query.count)
        var origin = [[Int]](repeating: [Int](repeating: 0, count: text.count), count: query.count)
        for (row, letter) in query.enumerated() {
            for column in row..<text.count where text[column] == letter {
                let own = Worth.letter + (bonus[column] ? Worth.wordStart : 0)
                guard row > 0 else {
                    best[row][column] = own - min(column, Worth.latestStart)
                    continue
                }
                for earlier in (row - 1)..<column {
                    guard let score = best[row - 1][earlier] else { continue }
                    let skipped = column - earlier - 1
                    let total = score + own + (skipped == 0 ? Worth.run : -Worth.gap * min(skipped, Worth.longestGap))
                    if best[row][column].map({ total > $0 }) ?? true {
                        best[row][column] = total
                        origin[row][column] = earlier
                    }
                }
            }
        }
        let ends = best[query.count - 1].enumerated().compactMap { index, score in score.map { (index, $0) } }
        guard var end = ends.first else { return nil }
        for other in ends where other.1 > end.1 { end = other }
        var positions = [end.0]
        for row in stride(from: query.count - 1, to: 0, by: -1) { positions.append(origin[row][positions.last ?? 0]) }
        return (end.1, positions.reversed())
    }

    private static func occurs(_ query: [String], in text: [String]) -> Bool {
        var rest = query[...]
        for character in text where character == rest.first { rest = rest.dropFirst() }
        return rest.isEmpty
    }

    /// Which characters begin a word: after anything that is no letter and no digit, or a capital after a small letter.
    private static func wordStarts(of text: String) -> [Bool] {
        var before: Character = " "
        return text.map { character in
            defer { before = character }
            guard character.isLetter || character.isNumber else { return false }
            return !(before.isLetter || before.isNumber) || (character.isUppercase && before.isLowercase)
        }
    }
}
