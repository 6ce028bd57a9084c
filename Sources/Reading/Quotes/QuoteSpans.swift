/// From tokens to spans of the text.
extension QuoteFinding {
    /// `nil` where nothing is left of the words once the marks at their edges are taken off.
    init?(_ attribution: Attribution, in document: Document, regions: QuotedRegions, speaker: Reference?) {
        let parts = attribution.content.filter { range in
            !range.isEmpty
                && range.contains { document.tokens[$0].kind == .word || document.tokens[$0].kind == .number }
        }
        guard !parts.isEmpty else { return nil }
        content = parts.sorted { $0.lowerBound < $1.lowerBound }.map { document.passage($0) }
        self.speaker = speaker
        cue = attribution.cue.map { document.passage($0) }
        isNegated = attribution.isNegated
        stance = attribution.stance
        rule = attribution.rule
        var quoted = 0
        var free = 0
        for part in parts {
            for place in part where document.tokens[place].kind == .word || document.tokens[place].kind == .number {
                if let region = regions.region(at: place), !region.isTerm { quoted += 1 } else { free += 1 }
            }
        }
        kind = quoted == 0 ? .indirect : free == 0 ? .direct : .mixed
    }
}

extension Document {
    /// The text of a range of tokens.
    func passage(_ range: Range<Int>) -> Passage {
        let span = span(range)
        return Passage(span: span, text: source.slice(span))
    }
}
