/// HTML as text for reading.
enum MarkupText {
    /// Tags that begin a new line.
    private static let blocks: Set<String> = [
        "p", "br", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre",
        "hr",
        "section", "article", "figure", "figcaption", "dd", "dt", "td", "th",
    ]
    private static let hidden: Set<String> = ["script", "style"]

    /// The text without tags, comments, scripts and styles, its references resolved, its white space drawn together, and
    /// blocks on lines of their own.
    ///
    /// Cost: linear in the text.
    static func plain(_ markup: String) -> String {
        var writer = Writer()
        var markup = markup
        markup.withUTF8 { bytes in
            let text = Piece(bytes, isLast: true)
            var position = 0
            while position < text.count {
                switch text.all[position] {
                case UInt8(ascii: "<"): position = skipTag(text, at: position, &writer)
                case UInt8(ascii: "&"):
                    if let (scalar, end) = reference(text, at: position) {
                        for byte in scalar.utf8 { writer.write(byte) }
                        position = end
                    } else {
                        writer.write(text.all[position])
                        position += 1
                    }
                case let byte:
                    writer.write(byte)
                    position += 1
                }
            }
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private static func skipTag(_ text: Piece, at position: Int, _ writer: inout Writer) -> Int {
        switch text[position + 1] {
        case UInt8(ascii: "/"):
            guard case .end(let name, let end) = text.endTag(at: position) else { break }
            writer.step(String(decoding: text.bytes(name), as: UTF8.self).lowercased())
            return end
        case UInt8(ascii: "!"):
            switch text.declaration(at: position, expectsType: false) {
            case .comment(let body):
                return text.find("-->", in: body..<max(body, text.count)).map { $0 + 3 } ?? text.count
            case .dropped(let end): return end
            default: break
            }
        default:
            guard case .start(let tag) = text.startTag(at: position) else { break }
            let name = String(decoding: text.bytes(tag.name), as: UTF8.self).lowercased()
            writer.step(name)
            if !tag.isEmpty, hidden.contains(name) { return endOfHidden(name, text, from: tag.end) }
            return tag.end
        }
        writer.write(UInt8(ascii: "<"))
        return position + 1
    }

    /// The end of a script or style: its end tag, or the end of all.
    private static func endOfHidden(_ name: String, _ text: Piece, from start: Int) -> Int {
        var position = start
        while let tag = text.find("</", in: position..<text.count) {
            if text.holds(name == "script" ? "SCRIPT" : "STYLE", at: tag + 2) == true { return tag }
            position = tag + 2
        }
        return text.count
    }

    private static func reference(_ text: Piece, at position: Int) -> (Unicode.Scalar, end: Int)? {
        let limit = min(text.count, position + 40)
        guard let end = text.find(";", in: position + 1..<max(limit, position + 1)),
            let scalar = EntityReader.scalar(text.bytes(position + 1..<end))
        else { return nil }
        return (scalar, end + 1)
    }

    /// Draws white space together as it writes.
    private struct Writer {
        private(set) var bytes: [UInt8] = []
        private var waiting: UInt8?

        mutating func write(_ byte: UInt8) {
            if byte.isXMLSpace {
                waiting = waiting ?? 0x20
                return
            }
            if let waiting, !bytes.isEmpty { bytes.append(waiting) }
            waiting = nil
            bytes.append(byte)
        }

        /// Passes a tag: of a block, it ends the line.
        mutating func step(_ name: String) {
            if MarkupText.blocks.contains(name) { waiting = 0x0A }
        }
    }
}
