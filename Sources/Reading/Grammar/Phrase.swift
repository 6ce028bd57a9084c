/// A noun phrase or a verb with its helpers: the smallest pieces that rules speak of.
struct Phrase: Sendable {
    enum Kind: UInt8, Sendable { case noun, verb }

    var kind: Kind
    /// Tokens, first to last.
    var range: Range<Int>
    /// The noun or the verb that carries the meaning.
    var head: Int
    /// What a verb's helpers say; empty for nouns.
    var verb = VerbForm()
    /// Whether a noun phrase is a point or stretch of time.
    var isTime = false
}

/// What the helping verbs around a verb tell.
struct VerbForm: Sendable {
    enum Tense: UInt8, Sendable { case none, past, present, future }

    var tense = Tense.none
    /// "might", "would" and the like; ``Word/none`` without one.
    var modal = Word.none
    var isNegated = false
    var isPassive = false
    var isPerfect = false
    var isProgressive = false
    /// After "to".
    var isInfinitive = false
    /// Whether it can stand as the verb of a clause.
    var isFinite = false
    /// A participle alone: "saying", "accused".
    var isBareParticiple = false
}
