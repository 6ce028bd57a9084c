/// Makes well-formed XML of what feeds have instead, so that the parser behind it has nothing to stumble over.
///
/// Where a parser has to stop, at a bare `&`, an entity of HTML, a `<` that begins no tag, an end tag that ends nothing, the
/// mender knows what was meant and writes that. What only a parser's resources could suffer from never reaches it: comments,
/// document types and their entities, nesting without end. Line feeds all stay, so that line numbers stay true.
///
/// The text comes in blocks and is clean (see `TextCleaner`). Every piece of it is looked at a bounded number of times.
struct XMLMender {
    enum Mode {
        case text
        case comment(line: Int)
        case characterData(line: Int)
    }

    /// The longest tag, instruction or document type that is taken for one; where its end is farther, its `<` is text.
    static let longestTag = 1 << 16
    private static let mostDeclarations = 4

    private var mode = Mode.text
    private var hasBegun = false
    /// Document types, and what might have been some; after a few, none is looked for.
    private var declarations = 0
    private(set) var line = 1
    /// Text that waits for what follows it.
    private var rest: [UInt8] = []
    var open = OpenElements()
    var entities = EntityReader()

    /// Appends the next text, mended, but for what has to wait; `isLast` when nothing follows.
    mutating func mend(_ text: [UInt8], isLast: Bool, into out: inout MendedText, warnings: inout WarningList) {
        if !hasBegun {
            // An element around all others, so that the feed may have junk before its root, several roots, or none.
            out.xml.append("<whole>")
            hasBegun = true
        }
        let whole = rest.isEmpty ? text : rest + text
        whole.withUnsafeBufferPointer { bytes in
            let piece = Piece(bytes, isLast: isLast)
            let used = mend(piece, into: &out, warnings: &warnings)
            rest = Array(bytes[used...])
            line += piece.lineFeeds(in: 0..<used)
        }
    }

    /// Whether elements are open.
    var isInside: Bool { open.innermost != nil }

    private mutating func mend(_ text: Piece, into out: inout MendedText, warnings: inout WarningList) -> Int {
        var position = 0
        var nextTag = -1
        var nextReference = -1
        let start = line
        while position < text.count {
            switch mode {
            case .text:
                if nextTag < position { nextTag = text.find(UInt8(ascii: "<"), from: position) }
                if nextReference < position { nextReference = text.find(UInt8(ascii: "&"), from: position) }
                let stop = min(nextTag, nextReference)
                out.write(text, position..<stop)
                position = stop
                guard position < text.count else { break }
                let next =
                    nextTag < nextReference
                    ? markup(text, at: position, into: &out, &warnings)
                    : reference(text, at: position, into: &out) { problem in
                        warnings.note(problem, line: start + text.lineFeeds(in: 0..<stop))
                    }
                guard let next else {
                    out.endText()
                    return position
                }
                position = next
            case .comment:
                let end = text.find("-->", in: position..<text.count)
                let stop = end ?? max(position, text.isLast ? text.count : text.count - 2)
                out.keepLineFeeds(of: text, position..<stop)
                guard let end else {
                    out.endText()
                    return stop
                }
                position = end + 3
                mode = .text
            case .characterData:
                let end = text.find("]]>", in: position..<text.count)
                let stop = end ?? max(position, text.isLast ? text.count : text.count - 2)
                out.write(text, position..<stop)
                guard let end else {
                    out.endText()
                    return stop
                }
                position = end + 3
                mode = .text
            }
        }
        out.endText()
        return position
    }

    /// What begins with `&`. Returns where the text goes on, or `nil` if it has to wait for more.
    private mutating func reference(
        _ text: Piece, at position: Int, into out: inout MendedText, _ problem: (String) -> Void
    ) -> Int? {
        switch entities.read(text, at: position) {
        case .unfinished: return nil
        case .literal(let words):
            problem(words)
            out.write("&")
            return position + 1
        case .character(let scalar, let end, let words):
            if let words { problem(words) }
            if let scalar { out.write(scalar) }
            return end
        case .value(let value, let end):
            value.withUnsafeBufferPointer { out.write(Piece($0, isLast: true), 0..<value.count) }
            return end
        }
    }

    /// What begins with `<`. Returns where the text goes on, or `nil` if it has to wait for more.
    private mutating func markup(
        _ text: Piece, at position: Int, into out: inout MendedText, _ warnings: inout WarningList
    ) -> Int? {
        let found: Markup
        switch text[position + 1] {
        case nil: found = text.isLast ? .literal : .unfinished
        case UInt8(ascii: "!"):
            found = text.declaration(at: position, expectsType: declarations < Self.mostDeclarations)
        case UInt8(ascii: "?"): found = text.instruction(at: position)
        case UInt8(ascii: "/"): found = text.endTag(at: position)
        default: found = text.startTag(at: position)
        }
        let start = line
        func problem(_ words: String) {
            warnings.note(words, line: start + text.lineFeeds(in: 0..<position))
        }
        switch found {
        case .unfinished: return nil
        case .literal:
            declarations += 1
            problem("“<” that begins no tag; taken as text")
            out.write("<")
            return position + 1
        case .comment(let body):
            mode = .comment(line: line + text.lineFeeds(in: 0..<position))
            return body
        case .characterData(let body):
            mode = .characterData(line: line + text.lineFeeds(in: 0..<position))
            return body
        case .dropped(let end):
            out.keepLineFeeds(of: text, position..<end)
            return end
        case .documentType(let end):
            declarations += 1
            entities.declare(in: text, position..<end)
            out.keepLineFeeds(of: text, position..<end)
            return end
        case .end(let name, let end):
            out.endText()
            if end == name.upperBound + 1, open.closeInnermost(text.bytes(name)) {
                text.copy(position..<end, into: &out.xml)
                return end
            }
            if let words = open.close(text.bytes(name), into: &out.xml) { problem(words) }
            text.keepLineFeeds(position..<end, into: &out.xml)
            return end
        case .start(let tag):
            out.endText()
            guard open.open(tag, in: text) else {
                problem("elements more than \(FeedLimits.depth) deep; taken without their tags")
                text.keepLineFeeds(position..<tag.end, into: &out.xml)
                return tag.end
            }
            if tag.needsMending {
                mendedTag(tag, in: text, into: &out.xml, problem)
            } else if tag.isVoid, !tag.isEmpty {
                text.copy(position..<tag.end - 1, into: &out.xml)
                out.xml.append("/>")
            } else {
                text.copy(position..<tag.end, into: &out.xml)
            }
            return tag.end
        }
    }

    /// Ends everything that is open, after the last text.
    mutating func end(into out: inout MendedText, warnings: inout WarningList) {
        switch mode {
        case .text: break
        case .comment(let line): warnings.note("a comment begins here and does not end", line: line)
        case .characterData(let line): warnings.note("a CDATA section begins here and does not end", line: line)
        }
        if let name = open.innermost {
            warnings.note("the feed breaks off inside <\(name)>", line: line)
        }
        open.closeAll(into: &out.xml)
        out.xml.append("</whole>")
    }
}
