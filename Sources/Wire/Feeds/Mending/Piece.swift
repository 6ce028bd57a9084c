import Glibc

/// A block of text that the mender works on: the bytes, and whether they are the last.
struct Piece {
    let all: UnsafeBufferPointer<UInt8>
    let isLast: Bool

    init(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) {
        (all, self.isLast) = (bytes, isLast)
    }

    var count: Int { all.count }

    /// The byte at the position; `nil` after the end.
    subscript(position: Int) -> UInt8? { position < all.count ? all[position] : nil }

    func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: all[range]) }

    func copy(_ range: Range<Int>, into out: inout [UInt8]) {
        if !range.isEmpty { out.append(contentsOf: bytes(range)) }
    }

    /// The next place of the byte, or the end.
    func find(_ byte: UInt8, from start: Int) -> Int {
        guard start < count, let base = all.baseAddress, let found = memchr(base + start, Int32(byte), count - start)
        else { return count }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// The next place of the word, whole, within the range.
    func find(_ word: StaticString, in range: Range<Int>) -> Int? {
        let length = word.utf8CodeUnitCount
        var position = range.lowerBound
        while position + length <= range.upperBound, let base = all.baseAddress,
            let found = memchr(base + position, Int32(word.utf8Start[0]), range.upperBound - length - position + 1)
        {
            position = UnsafeRawPointer(found) - UnsafeRawPointer(base)
            if memcmp(found, word.utf8Start, length) == 0 { return position }
            position += 1
        }
        return nil
    }

    /// Whether the word stands there; `nil` if the text ends before that can be said.
    func holds(_ word: StaticString, at position: Int) -> Bool? {
        let length = min(word.utf8CodeUnitCount, count - position)
        for offset in 0..<max(0, length) {
            let byte = all[position + offset]
            let letter = byte >= 0x61 && byte <= 0x7A ? byte - 0x20 : byte
            if letter != word.utf8Start[offset] { return false }
        }
        return length == word.utf8CodeUnitCount || isLast ? length == word.utf8CodeUnitCount : nil
    }

    func lineFeeds(in range: Range<Int>) -> Int {
        var feeds = 0
        var position = range.lowerBound
        while position < range.upperBound, let base = all.baseAddress,
            let found = memchr(base + position, 0x0A, range.upperBound - position)
        {
            feeds += 1
            position = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
        }
        return feeds
    }

    /// Nothing but the line feeds of something that is left out.
    func keepLineFeeds(_ range: Range<Int>, into out: inout [UInt8]) {
        let feeds = lineFeeds(in: range)
        if feeds > 0 { out.append(contentsOf: repeatElement(0x0A, count: feeds)) }
    }

    /// The first place from `start` on that is no white space.
    func skipSpace(_ start: Int) -> Int {
        var position = start
        while position < count, all[position].isXMLSpace { position += 1 }
        return position
    }

    /// The end of the name that begins at `start`; `start` itself if none does.
    ///
    /// Names of one or two parts, in ASCII: no others mean anything in a feed, and some stop the parser.
    func nameEnd(_ start: Int) -> Int {
        func part(_ start: Int) -> Int {
            guard start < count, all[start].beginsName else { return start }
            var position = start + 1
            while position < count, all[position].isInName { position += 1 }
            return position
        }
        let first = part(start)
        guard first > start, self[first] == UInt8(ascii: ":") else { return first }
        let second = part(first + 1)
        // What the end of the block cuts off may have a second part yet.
        if first + 1 == count { return count }
        return second > first + 1 ? second : start
    }
}

extension UInt8 {
    var isXMLSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D }
    var isASCIILetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
    var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }
    fileprivate var beginsName: Bool { isASCIILetter || self == UInt8(ascii: "_") }
    fileprivate var isInName: Bool {
        beginsName || isASCIIDigit || self == UInt8(ascii: "-") || self == UInt8(ascii: ".")
    }
}
