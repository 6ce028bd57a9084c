/// What stands in one cell: a spacing character and at most two marks on it, in eight bytes.
///
/// A scalar value needs 21 bits, so three fit into a word, and a canvas needs no strings. No scalar at all means the
/// right half of a wide character.
package struct Grapheme: Hashable, Sendable {
    private var bits: UInt64

    /// Nothing: the right half of a wide character.
    package static let rightHalf = Grapheme(bits: 0)
    /// An empty cell.
    package static let blank = Grapheme(" ")

    private init(bits: UInt64) {
        self.bits = bits
    }

    /// Makes a grapheme without marks. It is the caller's to know that the character is safe.
    init(_ scalar: Unicode.Scalar) {
        bits = UInt64(scalar.value)
    }

    init(ascii byte: UInt8) {
        bits = UInt64(byte)
    }

    /// Puts a combining mark on it, and tells whether there was room.
    mutating func add(_ mark: Unicode.Scalar) -> Bool {
        if bits >> 21 == 0 {
            bits |= UInt64(mark.value) << 21
        } else if bits >> 42 == 0 {
            bits |= UInt64(mark.value) << 42
        } else {
            return false
        }
        return true
    }

    /// The spacing character, nil in the right half of a wide one.
    var base: Unicode.Scalar? {
        bits == 0 ? nil : Unicode.Scalar(UInt32(bits & 0x1F_FFFF))
    }

    /// Whether it is one printable ASCII character.
    package var isASCII: Bool { bits < 0x7F }

    /// Appends its UTF-8 to a buffer.
    package func write(to bytes: inout [UInt8]) {
        if bits < 0x80 {
            if bits != 0 { bytes.append(UInt8(truncatingIfNeeded: bits)) }
            return
        }
        forEachScalar { bytes.append(contentsOf: UTF8.encode($0) ?? UTF8.encodedReplacementCharacter) }
    }

    /// Its text; empty for the right half of a wide character.
    package var text: String {
        var scalars = String.UnicodeScalarView()
        forEachScalar { scalars.append($0) }
        return String(scalars)
    }

    private func forEachScalar(_ body: (Unicode.Scalar) -> Void) {
        var rest = bits
        while rest != 0 {
            if let scalar = Unicode.Scalar(UInt32(rest & 0x1F_FFFF)) { body(scalar) }
            rest >>= 21
        }
    }
}
