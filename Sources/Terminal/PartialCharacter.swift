/// The bytes of a UTF-8 character as they come in, maybe over several readings.
nonisolated struct PartialCharacter {
    private var bytes: [UInt8] = []
    private var length = 0

    /// Takes a byte, and gives the character it completes. What is no UTF-8 comes out as a replacement character, so that
    /// nothing typed after it is lost.
    mutating func append(_ byte: UInt8) -> Unicode.Scalar? {
        guard (0x80..<0xC0).contains(byte), !bytes.isEmpty else { return begin(byte) }
        bytes.append(byte)
        guard bytes.count == length else { return nil }
        defer { bytes.removeAll() }
        let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
        return scalars.count == 1 ? scalars.first : "\u{FFFD}"
    }

    private mutating func begin(_ byte: UInt8) -> Unicode.Scalar? {
        bytes.removeAll()
        switch byte {
        case 0..<0x80: return Unicode.Scalar(byte)
        case 0xC2..<0xE0: length = 2
        case 0xE0..<0xF0: length = 3
        case 0xF0..<0xF5: length = 4
        default: return "\u{FFFD}"
        }
        bytes.append(byte)
        return nil
    }
}
