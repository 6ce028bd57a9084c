/// White space as a reader sees it.
enum Spacing {
    /// Text on one line: every run of white space, no-break and other wide spaces among it, is one space; none at the ends; what
    /// takes no room (zero-width space, soft hyphen, byte order mark) is gone.
    static func oneLine(_ text: some RandomAccessCollection<UInt8>) -> String {
        String(decoding: oneLineBytes(text), as: UTF8.self)
    }

    static func oneLine(_ text: String) -> String { oneLine(Array(text.utf8)) }

    static func oneLineBytes(_ text: some RandomAccessCollection<UInt8>) -> [UInt8] {
        // Never longer than the text is.
        [UInt8](unsafeUninitializedCapacity: text.count) { line, count in count = write(text, to: line) }
    }

    /// Writes the text on one line; how many bytes that takes.
    private static func write(
        _ text: some RandomAccessCollection<UInt8>, to line: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        var count = 0
        var isSpaced = true
        func put(_ byte: UInt8) {
            line.initializeElement(at: count, to: byte)
            count += 1
        }
        var place = text.startIndex
        while place < text.endIndex {
            let byte = text[place]
            if byte.isSpace {
                if !isSpaced { put(Byte.space) }
                isSpaced = true
            } else if byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF,
                let (length, isWide) = space(text[place...])
            {
                if isWide {
                    if !isSpaced { put(Byte.space) }
                    isSpaced = true
                }
                place = text.index(place, offsetBy: length)
                continue
            } else if byte >= 32, byte != 127 {
                put(byte)
                isSpaced = false
            }
            place = text.index(after: place)
        }
        if count > 0, isSpaced { count -= 1 }
        return count
    }

    /// The length of a space beyond ASCII that begins the text, and whether it takes room.
    private static func space(_ text: some RandomAccessCollection<UInt8>) -> (length: Int, isWide: Bool)? {
        var bytes = text.makeIterator()
        let first = bytes.next()
        guard let second = bytes.next() else { return nil }
        if first == 0xC2 {
            switch second {
            case 0xA0, 0x85: return (2, true)
            case 0xAD, 0x80...0x9F: return (2, false)
            default: return nil
            }
        }
        guard let third = bytes.next() else { return nil }
        switch (first, second, third) {
        case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F),
            (0xE3, 0x80, 0x80):
            return (3, true)
        case (0xE2, 0x80, 0x8B), (0xE2, 0x80, 0x8E), (0xE2, 0x80, 0x8F), (0xE2, 0x80, 0xAA...0xAE),
            (0xE2, 0x81, 0xA0...0xAF), (0xEF, 0xBB, 0xBF), (0xEF, 0xBF, 0xBC):
            return (3, false)
        default: return nil
        }
    }
}
