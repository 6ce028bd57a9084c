import ReadingData

/// What is known of English words: their forms, and how to tell their part of speech.
struct WordKnowledge: Sendable {
    let inflections: Inflections
    let tagger: Tagger

    /// Without the weights, as training starts from.
    static let untrained = WordKnowledge(tagger: Tagger(TaggerModel()))

    /// With the weights that come with the program.
    static let builtIn = WordKnowledge(tagger: Tagger(DataFile.bytes(reading_data_tagger())))

    private init(tagger: Tagger) {
        var inflections = Inflections(irregularVerbs: DataFile.lines(reading_data_irregular_verbs()))
        for verb in DataFile.words(reading_data_verbs()) { inflections.addVerb(verb) }
        for noun in DataFile.words(reading_data_nouns()) { inflections.addNoun(noun) }
        self.inflections = inflections
        self.tagger = tagger
    }

    /// Gives every token its part of speech and its dictionary form.
    func tag(_ tokens: inout [Token], sentences: [Range<Int>], of text: SourceText) {
        tagger.tag(&tokens, sentences: sentences, of: text, inflections: inflections)
        TagRepairs(inflections: inflections).repair(&tokens, sentences: sentences)
        for index in tokens.indices where tokens[index].kind == .word {
            guard let form = inflections[tokens[index].word] else { continue }
            if tokens[index].tag.isVerb || tokens[index].tag == .modal {
                if form.verb != .none { tokens[index].lemma = form.verb }
            } else if form.noun != .none {
                tokens[index].lemma = form.noun
            } else if form.verb != .none, tokens[index].tag != .name {
                tokens[index].lemma = form.verb
            }
        }
    }
}
