/// Names for the bytes that markup and dates are made of.
enum Byte {
    static let tab = UInt8(ascii: "\t")
    static let newline = UInt8(ascii: "\n")
    static let space = UInt8(ascii: " ")
    static let exclamation = UInt8(ascii: "!")
    static let quote = UInt8(ascii: "\"")
    static let ampersand = UInt8(ascii: "&")
    static let apostrophe = UInt8(ascii: "'")
    static let hyphen = UInt8(ascii: "-")
    static let slash = UInt8(ascii: "/")
    static let semicolon = UInt8(ascii: ";")
    static let less = UInt8(ascii: "<")
    static let equals = UInt8(ascii: "=")
    static let greater = UInt8(ascii: ">")
    static let question = UInt8(ascii: "?")
    static let backslash = UInt8(ascii: "\\")
    static let number = UInt8(ascii: "#")
}

extension UInt8 {
    /// Space, tab and the line ends.
    var isSpace: Bool { self == 32 || (9...13).contains(self) }

    var isLetter: Bool { (97...122).contains(self | 0x20) }

    var isDigit: Bool { (48...57).contains(self) }

    /// The small letter of a capital one; everything else as it is.
    var lowered: UInt8 { (65...90).contains(self) ? self | 0x20 : self }
}

extension RandomAccessCollection<UInt8> where Index == Int {
    /// Where a run of bytes, given in lower case, first begins; capitals count as small letters.
    func firstIndex(ofLowered needle: StaticString, from start: Int? = nil) -> Int? {
        let count = needle.utf8CodeUnitCount
        let last = endIndex - count
        var place = start ?? startIndex
        return needle.withUTF8Buffer { needle in
            guard let first = needle.first else { return nil }
            while place <= last {
                if self[place].lowered == first {
                    var length = 1
                    while length < count, self[place + length].lowered == needle[length] { length += 1 }
                    if length == count { return place }
                }
                place += 1
            }
            return nil
        }
    }

    /// Without space at either end.
    var trimmed: SubSequence {
        var (low, high) = (startIndex, endIndex)
        while low < high, self[low].isSpace { low += 1 }
        while high > low, self[high - 1].isSpace { high -= 1 }
        return self[low..<high]
    }
}
