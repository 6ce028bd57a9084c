/// A part of speech, coarse where reading does not care and fine where it does (the forms of verbs).
enum Tag: UInt8, CaseIterable, Sendable {
    case noun, nouns, name
    case pronoun, possessivePronoun, relativePronoun, whAdverb
    case determiner, existential, number, adjective, adverb, particle
    case preposition, subordinator, to, conjunction, possessive
    case modal, base, present, presentThird, past, participle, gerund
    case other
    // What follows is never guessed: the tokenizer sees it.
    case comma, stop, colon, dash, bracketOpen, bracketClose, quote

    /// How many of the tags are guessed from context.
    static let guessed = Int(Tag.comma.rawValue)

    /// Whether it is a noun or a name.
    var isNominal: Bool { self == .noun || self == .nouns || self == .name }

    /// Whether it is any form of a verb but a modal.
    var isVerb: Bool { rawValue >= Tag.base.rawValue && rawValue <= Tag.gerund.rawValue }

    /// Whether it can carry a clause without a helping verb.
    var isFinite: Bool {
        self == .present || self == .presentThird || self == .past || self == .modal
    }

    /// Whether it is a mark rather than a word.
    var isMark: Bool { rawValue >= Tag.comma.rawValue }
}
