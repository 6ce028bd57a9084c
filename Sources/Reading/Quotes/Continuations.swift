/// Quoted words without a verb of their own, which go on with what was said before.
extension QuoteFinder {
    /// Gives the quoted sentences that are still free to the speaker of the quote before them in the paragraph.
    mutating func continueQuotes() {
        let byEnd = found.indices.filter { isQuotation(found[$0]) }
            .map { (end: lastToken(of: found[$0]), index: $0) }
            .sorted { $0.end < $1.end }
        var cursor = 0
        var latest = -1
        for (number, region) in regions.regions.enumerated() where !isUsed(number) && isSentenceLike(region) {
            while cursor < byEnd.count, byEnd[cursor].end <= region.start {
                latest = byEnd[cursor].index
                cursor += 1
            }
            guard latest >= 0 else { continue }
            let end = lastToken(of: found[latest])
            let paragraphs = document.paragraph(at: region.start) - document.paragraph(at: end)
            // The next paragraph goes on where it starts with the quote.
            guard
                paragraphs == 0
                    || paragraphs == 1
                        && document.tokens(ofParagraph: document.paragraph(at: region.start)).lowerBound == region.start
            else { continue }
            if document.sentence(at: region.start) <= document.sentence(at: end) + 1 {
                for part in region.parts { extendLast(latest, with: part, region: number) }
            }
        }
    }

    /// Whether the words end or begin with quotation marks.
    private func isQuotation(_ attribution: Attribution) -> Bool {
        attribution.content.contains { regions.isQuoted($0.lowerBound) || regions.isQuoted($0.upperBound - 1) }
    }

    private func lastToken(of attribution: Attribution) -> Int {
        max(
            attribution.content.last?.upperBound ?? 0, attribution.cue?.upperBound ?? 0,
            attribution.speaker?.upperBound ?? 0) - 1
    }

    /// Whether quoted words make a sentence rather than a term or a title.
    private func isSentenceLike(_ region: QuotedRegions.Region) -> Bool {
        guard region.end - region.start >= 4 else { return false }
        let first = region.start
        let startsSentence = document.sentences[document.sentence(at: first)].lowerBound == first
        return startsSentence && isWhole(region)
    }
}
