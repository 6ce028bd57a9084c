/// Reads header text with words in other encodings: `=?utf-8?Q?Se=C3=BAl?=` (RFC 2047).
enum EncodedWords {
    /// The text that is meant. Bytes outside such words are decoded as text of unknown encoding is.
    static func decode(_ header: [UInt8]) -> String {
        var result = ""
        // Neighbours of one encoding are decoded together, as a character may be cut in two between them.
        var pending: (charset: String, bytes: [UInt8])?
        var plain: [UInt8] = []
        func flush() {
            if let word = pending { result += TextDecoding.decode(word.bytes, declared: word.charset).text }
            pending = nil
        }
        var index = 0
        while index < header.count {
            if header[index] == UInt8(ascii: "="), let (word, end) = word(header, at: index) {
                // White space between two such words is not meant.
                let isBetween = pending != nil && plain.allSatisfy { $0 == 0x20 || $0 == 0x09 }
                if isBetween, pending?.charset == word.charset {
                    pending?.bytes.append(contentsOf: word.bytes)
                } else {
                    flush()
                    if !isBetween { result += TextDecoding.decode(plain).text }
                    pending = word
                }
                plain = []
                index = end
            } else {
                plain.append(header[index])
                index += 1
            }
        }
        flush()
        return result + TextDecoding.decode(plain).text
    }

    /// The longest encoded word that is looked at. The standard allows 75 bytes; real mail does not keep to that.
    private static let longest = 1_024

    private static func word(
        _ header: [UInt8], at start: Int
    ) -> (word: (charset: String, bytes: [UInt8]), end: Int)? {
        let window = header[start..<min(header.count, start + longest)]
        guard window.starts(with: "=?".utf8) else { return nil }
        let question = UInt8(ascii: "?")
        guard let second = window.dropFirst(2).firstIndex(of: question),
            let third = window[(second + 1)...].firstIndex(of: question),
            let fourth = window[(third + 1)...].firstIndex(of: question), fourth + 1 < window.endIndex,
            window[fourth + 1] == UInt8(ascii: "=")
        else { return nil }
        // A language may follow the charset (RFC 2231): “utf-8*en”.
        let charset = String(decoding: window[(start + 2)..<second].prefix { $0 != UInt8(ascii: "*") }, as: UTF8.self)
        let content = window[(third + 1)..<fourth]
        let bytes: [UInt8]
        switch window[(second + 1)..<third] {
        case [UInt8(ascii: "B")], [UInt8(ascii: "b")]: bytes = TransferEncoding.base64(content)
        case [UInt8(ascii: "Q")], [UInt8(ascii: "q")]:
            bytes = TransferEncoding.quotedPrintable(content, isInHeader: true)
        default: return nil
        }
        return ((charset.lowercased(), bytes), fourth + 2)
    }
}
