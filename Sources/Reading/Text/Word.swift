/// A word, known by a 64-bit fingerprint of its letters in lower case.
///
/// Comparing and looking up words is most of what reading does, so it is done on numbers. Two different words of the tables
/// never share a fingerprint (a test compares them all), and a word of a text that shares one by chance would only be read
/// as that word.
struct Word: Hashable, Sendable, ExpressibleByStringLiteral {
    let fingerprint: UInt64

    /// The fingerprint of nothing; no token has it.
    static let none = Word(fingerprint: 0)

    init(fingerprint: UInt64) { self.fingerprint = fingerprint }

    init(stringLiteral text: String) { self.init(text) }

    init(_ text: String) {
        var builder = Builder()
        for scalar in text.unicodeScalars { builder.append(scalar) }
        self = builder.word
    }

    init(_ scalars: ArraySlice<Unicode.Scalar>) {
        var builder = Builder()
        for scalar in scalars { builder.append(scalar) }
        self = builder.word
    }

    /// Takes a word letter by letter (FNV-1a over scalar values, with a final mix).
    struct Builder {
        private var state: UInt64 = 0xcbf2_9ce4_8422_2325

        mutating func append(_ scalar: Unicode.Scalar) {
            let value = scalar.value
            if value < 0x80 {
                mix(value &- 65 < 26 ? value | 0x20 : value)
            } else if value == 0x2019 || value == 0x2018 || value == 0x02BC {
                mix(0x27)  // ’ ‘ ʼ as '
            } else if value == 0x2010 || value == 0x2011 {
                mix(0x2D)  // ‐ and the non-breaking hyphen as -
            } else {
                for lower in scalar.properties.lowercaseMapping.unicodeScalars { mix(lower.value) }
            }
        }

        private mutating func mix(_ value: UInt32) {
            state = (state ^ UInt64(value)) &* 0x0000_0100_0000_01b3
        }

        var word: Word {
            var value = state
            value ^= value >> 32
            value = value &* 0x9e37_79b9_7f4a_7c15
            value ^= value >> 29
            return Word(fingerprint: value == 0 ? 1 : value)
        }
    }

    /// The fingerprint of two words in a row, for tables of phrases.
    func followed(by next: Word) -> Word {
        Word(fingerprint: (fingerprint &* 0x9e37_79b9_7f4a_7c15 ^ next.fingerprint) &* 0xff51_afd7_ed55_8ccd | 1)
    }
}
