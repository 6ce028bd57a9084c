extension XMLMender {
    /// The attributes of one tag that are taken; a parser compares each with each.
    private static let mostAttributes = 64

    /// Writes a tag anew, with all its attributes in quotes and what stands in them escaped.
    mutating func mendedTag(
        _ tag: StartTag, in text: Piece, into out: inout [UInt8], _ problem: (String) -> Void
    ) {
        let start = out.count
        out.append(UInt8(ascii: "<"))
        text.copy(tag.name, into: &out)
        var place = text.skipSpace(tag.name.upperBound)
        var count = 0
        let last = tag.end - (tag.isEmpty ? 2 : 1)
        while place < last, let attribute = text.attribute(at: place, limit: tag.end) {
            // Where quotes are wrong, the reading of the tag as a whole decides where it ends.
            let end = min(attribute.end, last)
            count += 1
            let isNamed = text.nameEnd(attribute.name.lowerBound) == attribute.name.upperBound
            if isNamed, count <= Self.mostAttributes, attribute.end <= last {
                write(attribute, in: text, into: &out)
            } else {
                problem("a start tag with words in it that are no attributes; left out")
            }
            place = text.skipSpace(max(end, place + 1))
        }
        let lost = text.lineFeeds(in: tag.name.lowerBound..<tag.end) - out[start...].count { $0 == 0x0A }
        if lost > 0 { out.append(contentsOf: repeatElement(0x0A, count: lost)) }
        out.append(contentsOf: tag.isEmpty || tag.isVoid ? "/>".utf8 : ">".utf8)
    }

    private mutating func write(
        _ attribute: Attribute, in text: Piece, into out: inout [UInt8]
    ) {
        out.append(UInt8(ascii: " "))
        text.copy(attribute.name, into: &out)
        out.append(contentsOf: "=\"".utf8)
        if let value = attribute.value {
            // The value alone, so that a reference cannot reach beyond it.
            let inside = Piece(text.bytes(value), isLast: true)
            var place = 0
            while place < inside.count {
                guard inside.all[place] == UInt8(ascii: "&") else {
                    out.append(escaping: inside.all[place])
                    place += 1
                    continue
                }
                switch entities.read(inside, at: place) {
                case .unfinished, .literal:
                    out.append(escaping: inside.all[place])
                    place += 1
                case .character(let scalar, let end, _):
                    if let scalar { for byte in scalar.utf8 { out.append(escaping: byte) } }
                    place = end
                case .value(let value, let end):
                    for byte in value { out.append(escaping: byte) }
                    place = end
                }
            }
        } else {
            text.copy(attribute.name, into: &out)
        }
        out.append(UInt8(ascii: "\""))
    }
}

extension [UInt8] {
    /// Appends a byte of text so that XML takes it for text, in quotes as well.
    mutating func append(escaping byte: UInt8) {
        switch byte {
        case UInt8(ascii: "<"): append(contentsOf: "&lt;".utf8)
        case UInt8(ascii: ">"): append(contentsOf: "&gt;".utf8)
        case UInt8(ascii: "&"): append(contentsOf: "&amp;".utf8)
        case UInt8(ascii: "\""): append(contentsOf: "&quot;".utf8)
        default: append(byte)
        }
    }
}
