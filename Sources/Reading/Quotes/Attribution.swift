/// Words that are given to someone, by tokens of the text; what becomes a quote once its spans are worked out.
struct Attribution: Sendable {
    /// The words, in one or several stretches.
    var content: [Range<Int>]
    /// The verb or noun by which they are given.
    var cue: Range<Int>?
    /// Who is said to have said them.
    var speaker: Range<Int>?
    /// What the speaker stands for where it is "who" or "which".
    var antecedent: Range<Int>?
    var isNegated = false
    var stance = Stance.state
    /// The rule that found it, for people: "said that …".
    var rule: String
}
