/// A text in a few numbers, by which near duplicates are found without comparing texts.
///
/// MinHash over runs of three words (Broder 1997, “On the resemblance and containment of documents”): of many hash
/// functions over the set of runs the least value each; two texts agree in as many of these as their sets overlap. For
/// looking up, the values are put together in bands (Leskovec, Rajaraman and Ullman, “Mining of Massive Datasets”,
/// chapter 3): texts that agree in a whole band are candidates. For comparing, one byte of each value is kept (Li and König
/// 2010, “b-bit minwise hashing”).
///
/// Measured on 120 news articles cut to 900 characters, with 3-word runs; found means a band agrees and the texts then are
/// one story by `TextLikeness`:
///
/// | change | resemblance, median | found | SimHash, bits of 64 that differ, median |
/// |---|---|---|---|
/// | new headline | 0.95 | 120 | 4 |
/// | new dateline | 0.97 | 120 | 3 |
/// | a paragraph added | 0.83 | 120 | 9 |
/// | boilerplate of 41 words added | 0.77 | 120 | 10 |
/// | one word in 20 changed | 0.76 | 120 | 11 |
/// | one word in 10 changed | 0.58 | 120 | 15 |
/// | cut to half | 0.49 | 120 | 15 |
/// | cut to half, new headline, boilerplate | 0.37 | 110 | 20 |
/// | cut to a third | 0.32 | 89 | 19 |
/// | other stories with the same boilerplate, 793 pairs | 0.12 | 0 | 28, the least 20 |
/// | other stories, 7,140 pairs | 0.00 | 0 | 33, the least 21 |
///
/// SimHash (Charikar 2002; tables for up to 3 bits, Manku and others 2007) takes fewer keys and finds little beyond new
/// headlines. Bands of three values instead of two find 108 of the halves with 21 keys instead of 16.
///
/// The same text has the same sketch on every host and in every version of the program; `version` changes if it has not.
package struct TextSketch: Hashable, Sendable {
    /// To be stored beside a sketch: those of another version are not comparable.
    package static let version = 1
    /// The words in a run.
    static let run = 3
    /// The hash functions.
    static let size = 64
    /// The values in a band.
    static let rows = 2
    /// The bands; the values beyond them serve for comparing only.
    static let bandCount = 16

    /// A hash of all words in their order: alike for texts that differ in nothing but case, marks and spacing.
    package let exact: Int64
    /// How many words the text has. Below `TextLikeness.fewest` a sketch says too little.
    package let words: Int
    /// The keys to store and look up, each in its band.
    package let bands: [Int64]
    /// The bytes to store and compare: `size` of them.
    package let bytes: [UInt8]

    /// A sketch from what was stored of it.
    package init(exact: Int64, words: Int, bands: [Int64], bytes: [UInt8]) {
        (self.exact, self.words, self.bands, self.bytes) = (exact, words, bands, bytes)
    }

    /// The sketch of a text. Cost: linear, some 15 µs for 900 characters of English.
    package init(_ text: String) {
        var least = [UInt32](repeating: .max, count: Self.size)
        var (whole, count): (UInt64, Int) = (0, 0)
        var (first, second): (UInt64, UInt64) = (0, 0)
        least.withUnsafeMutableBufferPointer { least in
            WordScanner().scan(text) { word in
                count += 1
                whole = spread(whole ^ word.hash) &+ 0x9E37_79B9_7F4A_7C15
                let shingle = Self.runHash(first, second, word.hash)
                (first, second) = (second, word.hash)
                if count >= Self.run { Self.lower(least, by: shingle) }
            }
            // A text shorter than a run is its own run.
            if (1..<Self.run).contains(count) { Self.lower(least, by: whole) }
        }
        exact = Int64(bitPattern: whole)
        words = count
        bytes = least.map { UInt8(truncatingIfNeeded: $0) }
        bands = stride(from: 0, to: Self.bandCount * Self.rows, by: Self.rows).map { start in
            let key = least[start..<(start + Self.rows)].reduce(UInt64(start)) { spread($0 ^ UInt64($1)) }
            return Int64(bitPattern: key)
        }
    }

    /// The hash of three words in their order.
    static func runHash(_ first: UInt64, _ second: UInt64, _ third: UInt64) -> UInt64 {
        spread(first &* 0x9E37_79B9_7F4A_7C15 ^ second &* 0xC2B2_AE3D_27D4_EB4F ^ third)
    }

    /// The multipliers of the hash functions: odd, and the same for ever.
    private static let factors: [UInt64] = (1...UInt64(size)).map { spread($0 &* 0x9E37_79B9_7F4A_7C15) | 1 }

    private static func lower(_ least: UnsafeMutableBufferPointer<UInt32>, by shingle: UInt64) {
        factors.withUnsafeBufferPointer { factors in
            for index in 0..<size {
                let value = UInt32(truncatingIfNeeded: (shingle &* factors[index]) >> 32)
                if value < least[index] { least[index] = value }
            }
        }
    }

    /// Whether a text found by a band is worth loading to be compared with `TextLikeness`.
    package func mayBeOneStory(with other: TextSketch) -> Bool {
        min(words, other.words) >= TextLikeness.fewest
            && resemblance(to: other) >= TextLikeness.leastResemblance - Self.slack
    }

    /// Nearly two standard errors of the estimate.
    private static let slack = 0.1

    /// The share of their runs of words that both texts have, 0 to 1, estimated to about ±0.06.
    package func resemblance(to other: TextSketch) -> Double {
        guard bytes.count == other.bytes.count, !bytes.isEmpty else { return 0 }
        let equal = zip(bytes, other.bytes).count { $0 == $1 }
        // One byte in 256 agrees by chance.
        let share = Double(equal) / Double(bytes.count)
        return max(0, (share - 1 / 256) / (1 - 1 / 256))
    }
}
