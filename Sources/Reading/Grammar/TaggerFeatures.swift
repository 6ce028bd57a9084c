/// What the tagger looks at around one word, as numbers.
///
/// The same code feeds training and reading, so the two cannot drift apart.
struct TaggerFeatures {
    /// How many features a word has.
    static let count = 17

    /// What is known of a word without its neighbours; worked out once per word.
    struct Shape {
        var word: UInt64
        var suffix: UInt64
        var shortSuffix: UInt64
        var look: UInt64
        var forms: UInt64

        /// What stands before the first and behind the last word of a sentence.
        static let outside = Shape(word: 11, suffix: 12, shortSuffix: 13, look: 14, forms: 0)
    }

    /// The features of the word at hand, filled by ``fill(at:shapes:before:beforeThat:)``.
    private(set) var values: [UInt32] = Array(repeating: 0, count: Self.count)

    /// The shape of one token.
    static func shape(_ token: Token, of text: SourceText, isFirst: Bool, inflections: Inflections) -> Shape {
        let letters = text.scalars[token.start..<token.end]
        if token.kind == .number {
            let isYear = token.end - token.start == 4
            return Shape(word: isYear ? 21 : 22, suffix: 23, shortSuffix: 24, look: isYear ? 25 : 26, forms: 0)
        }
        let isName = token.isCapitalised
        let hasHyphen = letters.dropFirst().contains("-")
        let look =
            UInt64(token.shape.rawValue) | (isFirst ? 16 : 0) | (hasHyphen ? 32 : 0) | (letters.last == "." ? 64 : 0)
        return Shape(
            word: token.word.fingerprint,
            suffix: Word(letters.suffix(3)).fingerprint,
            shortSuffix: Word(letters.suffix(2)).fingerprint,
            look: look,
            forms: UInt64(inflections[token.word]?.kinds.rawValue ?? 0) | (isName && !isFirst ? 256 : 0))
    }

    /// Works out the features of the word at `index`, given the two tags before it.
    mutating func fill(at index: Int, shapes: [Shape], before: Tag, beforeThat: Tag) {
        let current = shapes[index]
        let previous = index > 0 ? shapes[index - 1] : .outside
        let next = index + 1 < shapes.count ? shapes[index + 1] : .outside
        let afterNext = index + 2 < shapes.count ? shapes[index + 2] : .outside
        let one = UInt64(before.rawValue)
        let two = UInt64(beforeThat.rawValue) &* 64 &+ one
        set(0, 1, 0)
        set(1, 2, current.word)
        set(2, 3, current.suffix)
        set(3, 4, current.shortSuffix)
        set(4, 5, current.look &* 64 &+ one)
        set(5, 6, one)
        set(6, 7, two)
        set(7, 8, current.word &+ one &* 0x9e37_79b9)
        set(8, 9, previous.word)
        set(9, 10, next.word)
        set(10, 11, next.suffix)
        set(11, 12, afterNext.word)
        set(12, 13, current.forms &* 64 &+ one)
        set(13, 14, current.forms &* 1024 &+ next.forms)
        set(14, 15, current.look &* 4096 &+ current.forms)
        set(15, 16, current.suffix &+ one &* 0x85eb_ca6b)
        set(16, 17, next.shortSuffix &+ next.look &* 0xc2b2_ae35 &+ current.forms &* 0x27d4_eb2f)
    }

    private mutating func set(_ place: Int, _ template: UInt64, _ value: UInt64) {
        var mixed = (value ^ template &* 0x9e37_79b9_7f4a_7c15) &* 0xff51_afd7_ed55_8ccd
        mixed ^= mixed >> 32
        mixed = mixed &* 0xc4ce_b9fe_1a85_ec53
        values[place] = UInt32(truncatingIfNeeded: mixed >> 32) | 1
    }
}
