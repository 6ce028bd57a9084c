package import SituationModel

/// Reads English news text: quotes, actors, events and conditionals, each with its place in the text.
///
/// A value that holds word tables and weights; making one costs some milliseconds, reading with it changes nothing, so one
/// reader serves any number of texts and tasks. The same text always gives the same findings. The cost of a text is linear in
/// its length.
package struct Reader: Sendable {
    let words: WordKnowledge
    let cues: CueTable
    let nouns: NounClasses
    let givenNames: GivenNames
    let gazetteer: Gazetteer
    let patterns: EventPatterns

    /// A reader that knows the actors of a gazetteer.
    package init(gazetteer: Gazetteer = .builtIn) {
        words = .builtIn
        cues = .builtIn
        nouns = .builtIn
        givenNames = .builtIn
        patterns = .builtIn
        self.gazetteer = gazetteer
    }

    /// What a text says.
    ///
    /// - Parameters:
    ///   - published: The day from which "yesterday" is reckoned; where it is not known, the text's dateline tells it.
    ///   - received: The day the text came in: from it the year of a dateline that gives none is reckoned, and "yesterday"
    ///     where no other day is known.
    package func read(_ text: String, published: CalendarDay? = nil, received: CalendarDay? = nil) -> Findings {
        var reading = TextReading(text, published: published, received: received, by: self)
        return reading.findings()
    }

    /// What a marked source does to a marked target; `nil` where the text does not tell.
    package func code(
        _ text: String, source: TextSpan?, target: TextSpan?
    ) -> (category: EventCategory, mode: EventFinding.Mode, rule: String)? {
        let document = Document(text, words: words)
        let chunks = Chunks(document)
        let coder = PairCoder(
            document: document, chunks: chunks, patterns: patterns, inflections: words.inflections)
        return coder.code(source: source, target: target).map { ($0.category, $0.mode, $0.rule) }
    }
}
