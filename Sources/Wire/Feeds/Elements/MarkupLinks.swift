/// Makes the links in HTML text absolute.
enum MarkupLinks {
    /// The attributes that hold an address.
    static let attributes: Set<String> = ["href", "src", "cite", "action", "poster", "longdesc", "background", "data"]

    /// The text with its relative links resolved; links stay as they are once the text has no more room to grow.
    ///
    /// Cost: linear in the text.
    static func resolved(_ text: UnsafeBufferPointer<UInt8>, base: String, room: Int) -> String {
        let piece = Piece(text, isLast: true)
        var out: [UInt8] = []
        out.reserveCapacity(text.count + 64)
        var position = 0
        while position < piece.count {
            let tag = piece.find(UInt8(ascii: "<"), from: position)
            piece.copy(position..<tag, into: &out)
            guard tag < piece.count else { break }
            if case .start(let found) = piece.startTag(at: tag), found.attributes > 0, out.count < room {
                copy(found, from: tag, in: piece, base: base, into: &out)
                position = found.end
            } else {
                out.append(UInt8(ascii: "<"))
                position = tag + 1
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func copy(_ tag: StartTag, from start: Int, in text: Piece, base: String, into out: inout [UInt8]) {
        var copied = start
        var place = text.skipSpace(tag.name.upperBound)
        while place < tag.end - 1, let attribute = text.attribute(at: place, limit: tag.end) {
            let name = String(decoding: text.bytes(attribute.name), as: UTF8.self).lowercased()
            if let value = attribute.value, attributes.contains(name) {
                text.copy(copied..<value.lowerBound, into: &out)
                let link = String(decoding: text.bytes(value), as: UTF8.self)
                out.append(contentsOf: (link.hasPrefix("#") ? link : Link.resolve(link, base: base)).utf8)
                copied = value.upperBound
            }
            place = text.skipSpace(max(attribute.end, place + 1))
        }
        text.copy(copied..<tag.end, into: &out)
    }
}
