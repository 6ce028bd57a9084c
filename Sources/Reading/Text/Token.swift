/// A word, number or mark of a text.
struct Token: Sendable {
    /// The first scalar value of the token.
    var start: Int
    /// The first scalar value behind it.
    var end: Int
    /// What it says, in lower case.
    var word: Word
    /// What it is made of.
    var kind: Kind
    /// How its letters are written.
    var shape: Shape
    /// Whether white space, or the start of the text, stands before it.
    var spaceBefore: Bool
    /// The part of speech; punctuation has its own.
    var tag: Tag = .other
    /// The form a dictionary lists it under, where the word tables know it; else the word itself.
    var lemma: Word

    var span: TextSpan { TextSpan(start, end) }

    enum Kind: UInt8, Sendable {
        case word, number, mark, openQuote, closeQuote, straightQuote, singleOpen, singleClose, link
    }

    enum Shape: UInt8, Sendable {
        case lower, capitalised, upper, mixed, none
    }

    /// Whether it begins with a capital letter.
    var isCapitalised: Bool { shape == .capitalised || shape == .upper || shape == .mixed }

    /// Whether it is a double quotation mark of any kind.
    var isDoubleQuote: Bool { kind == .openQuote || kind == .closeQuote || kind == .straightQuote }
}
