/// Why a text is no likelihood.
package struct LikelihoodFault: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String
}

extension Likelihood {
    /// Reads `likely`, `roughly even chance`, `a realistic possibility`, `likely (PHIA)`, `55-80%`, `60%` or `0.6`.
    ///
    /// Words that both scales have are read on `scale`; a word that only the other has is read on that one.
    package init(_ text: String, scale: LikelihoodScale = .icd203) throws(LikelihoodFault) {
        var words = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        var scales = [scale] + LikelihoodScale.allCases.filter { $0 != scale }
        for named in LikelihoodScale.allCases where words.hasSuffix("(\(named.rawValue.lowercased()))") {
            words.removeLast(named.rawValue.count + 2)
            scales = [named]
        }
        while words.hasSuffix(" ") { words.removeLast() }
        for article in ["a ", "an "] where words.hasPrefix(article) { words.removeFirst(article.count) }
        for scale in scales {
            if let band = scale.bands.first(where: { $0.words.contains(words) }) {
                self = .band(band)
                return
            }
        }
        self = try Self.number(words, of: text)
    }

    private static func number(_ words: String, of text: String) throws(LikelihoodFault) -> Self {
        var digits = words.filter { $0 != " " }
        let isInPercent = ["%", "percent"].contains { digits.hasSuffix($0) }
        for mark in ["%", "percent"] where digits.hasSuffix(mark) { digits.removeLast(mark.count) }
        let parts = digits.split(omittingEmptySubsequences: false) { "-–—".contains($0) }
        let numbers = parts.compactMap { Self.plainNumber($0) }
        guard (1...2).contains(parts.count), numbers.count == parts.count else {
            throw LikelihoodFault(
                description: "“\(text)” is no likelihood: expected a word such as "
                    + LikelihoodScale.icd203.bands.map { "“\($0.word)”" }.joined(separator: ", ")
                    + ", or a number such as 60% or 55-80%")
        }
        guard isInPercent || numbers.allSatisfy({ $0 <= 1 }) else {
            throw LikelihoodFault(description: "“\(text)”: write \(text)% for per cent")
        }
        // By the point, not by dividing: what was written as 33.33% is the number nearest to 0.3333.
        let values = isInPercent ? parts.compactMap { Self.plainNumber($0, hundredths: true) } : numbers
        guard values.allSatisfy({ $0 > 0 && $0 < 1 }) else {
            throw LikelihoodFault(
                description: "“\(text)”: a likelihood is more than 0% and less than 100%; what is known is not likely")
        }
        guard values.count == 2 else { return .probability(values[0]) }
        guard values[0] < values[1] else {
            throw LikelihoodFault(description: "“\(text)”: the lower end of the range comes first")
        }
        return .range(values[0], values[1])
    }

    /// A number of decimal digits with at most one point.
    private static func plainNumber(_ text: Substring, hundredths: Bool = false) -> Double? {
        guard text.utf8.allSatisfy({ (48...57).contains($0) || $0 == 46 }) else { return nil }
        return Double(hundredths ? text + "e-2" : text)
    }
}
