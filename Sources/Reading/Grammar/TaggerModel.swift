/// The weights of a tagger in the form in which they are kept in a file.
///
/// Little endian: the letters "WTAG", a count of frequent words and as many records (fingerprint 8 bytes, tags 4), a count of
/// features and as many records (key 4 bytes, number of weights 1, then pairs of tag and signed weight, 1 byte each).
package struct TaggerModel: Sendable {
    /// Fingerprints of frequent words, with the tags each was seen with, one bit a tag.
    var lexicon: [(word: UInt64, tags: UInt32)] = []
    /// Weights by feature and tag.
    var features: [(key: UInt32, weights: [(tag: UInt8, weight: Int8)])] = []

    init() {}

    /// `nil` where the bytes are not a whole model.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        var reader = ByteReader(bytes)
        guard reader.take(4) == 0x4741_5457, let words = reader.take(4) else { return nil }
        for _ in 0..<words {
            guard let word = reader.take(8), let tags = reader.take(4) else { return nil }
            lexicon.append((word, UInt32(tags)))
        }
        guard let count = reader.take(4) else { return nil }
        features.reserveCapacity(Int(count))
        for _ in 0..<count {
            guard let key = reader.take(4), let size = reader.take(1) else { return nil }
            var weights: [(tag: UInt8, weight: Int8)] = []
            weights.reserveCapacity(Int(size))
            for _ in 0..<size {
                guard let tag = reader.take(1), tag < Tag.guessed, let weight = reader.take(1) else { return nil }
                weights.append((UInt8(tag), Int8(bitPattern: UInt8(weight))))
            }
            features.append((UInt32(key), weights))
        }
    }

    /// The bytes of the file.
    package func encoded() -> [UInt8] {
        var bytes = Array("WTAG".utf8)
        func put(_ value: UInt64, _ size: Int) {
            for place in 0..<size { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * UInt64(place)))) }
        }
        put(UInt64(lexicon.count), 4)
        for (word, tags) in lexicon {
            put(word, 8)
            put(UInt64(tags), 4)
        }
        put(UInt64(features.count), 4)
        for (key, weights) in features {
            put(UInt64(key), 4)
            put(UInt64(weights.count), 1)
            for (tag, weight) in weights {
                put(UInt64(tag), 1)
                put(UInt64(UInt8(bitPattern: weight)), 1)
            }
        }
        return bytes
    }

    private struct ByteReader {
        private let bytes: UnsafeBufferPointer<UInt8>
        private var place = 0

        init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

        mutating func take(_ size: Int) -> UInt64? {
            guard place + size <= bytes.count else { return nil }
            var value: UInt64 = 0
            for offset in 0..<size { value |= UInt64(bytes[place + offset]) << (8 * UInt64(offset)) }
            place += size
            return value
        }
    }
}
