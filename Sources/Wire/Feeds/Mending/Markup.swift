/// What a `<` begins.
enum Markup {
    /// Cannot be said before more text has come.
    case unfinished
    /// Nothing: it is a character of the text.
    case literal
    /// A comment, whose body begins there.
    case comment(Int)
    /// A CDATA section, whose body begins there.
    case characterData(Int)
    /// Something without a meaning in feeds, up to there.
    case dropped(Int)
    case documentType(Int)
    case end(name: Range<Int>, end: Int)
    case start(StartTag)
}

/// Where the parts of a start tag are.
struct StartTag {
    var name: Range<Int>
    /// Behind the `>`.
    var end: Int
    /// Whether it ends with `/>`.
    var isEmpty: Bool
    /// Whether it is an element of HTML that holds nothing and is not closed there, though in XML it must be.
    var isVoid: Bool
    var attributes: Int
    var namespaces: Int
    /// Whether it cannot be handed on as it stands.
    var needsMending: Bool
}

/// One attribute of a start tag.
struct Attribute {
    var name: Range<Int>
    /// Without its quotes; `nil` where there is none.
    var value: Range<Int>?
    /// Behind all of it.
    var end: Int
    var isProper: Bool
}

extension Piece {
    /// As far as a tag that begins there is followed.
    private func reach(from position: Int) -> Int { min(count, position + XMLMender.longestTag) }

    /// For an end that was not found: it may still come, or it is too far away.
    private func absent(from position: Int) -> Markup {
        isLast || count - position >= XMLMender.longestTag ? .literal : .unfinished
    }

    /// What begins with `<!`; a document type only where one is expected.
    func declaration(at position: Int, expectsType: Bool) -> Markup {
        switch holds("<!--", at: position) {
        case true?: return .comment(position + 4)
        case nil: return .unfinished
        case false?: break
        }
        switch holds("<![CDATA[", at: position) {
        case true?: return .characterData(position + 9)
        case nil: return .unfinished
        case false?: break
        }
        if expectsType {
            guard let isType = holds("<!DOCTYPE", at: position) else { return .unfinished }
            if isType, let end = documentTypeEnd(from: position) { return .documentType(end) }
            if isType, case .unfinished = absent(from: position) { return .unfinished }
        }
        return oneTag(at: position)
    }

    /// What ends with the next `>`, if no other tag begins before it.
    private func oneTag(at position: Int) -> Markup {
        let next = find(UInt8(ascii: "<"), from: position + 1)
        if let close = find(">", in: position..<next) { return .dropped(close + 1) }
        return next < count ? .literal : absent(from: position)
    }

    private func documentTypeEnd(from position: Int) -> Int? {
        var quote: UInt8?
        var isInside = false
        for place in position..<reach(from: position) {
            let byte = all[place]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: "[") {
                isInside = true
            } else if byte == UInt8(ascii: "]") {
                isInside = false
            } else if byte == UInt8(ascii: ">"), !isInside {
                return place + 1
            }
        }
        return nil
    }

    /// What begins with `<?`. It ends before the next tag, with or without its `?`, lest it take the feed along.
    func instruction(at position: Int) -> Markup {
        let next = find(UInt8(ascii: "<"), from: position + 1)
        if let end = find("?>", in: position..<next) { return .dropped(end + 2) }
        return oneTag(at: position)
    }

    func endTag(at position: Int) -> Markup {
        let name = position + 2..<nameEnd(position + 2)
        if name.upperBound == count, !isLast { return absent(from: position) }
        guard !name.isEmpty else { return .literal }
        var place = skipSpace(name.upperBound)
        let limit = reach(from: position)
        while place < limit {
            if all[place] == UInt8(ascii: ">") { return .end(name: name, end: place + 1) }
            if all[place] == UInt8(ascii: "<") { return .end(name: name, end: name.upperBound) }
            place += 1
        }
        return isLast ? .end(name: name, end: name.upperBound) : absent(from: position)
    }

    func startTag(at position: Int) -> Markup {
        let nameEnd = self.nameEnd(position + 1)
        if nameEnd == count { return absent(from: position) }
        guard nameEnd > position + 1 else { return .literal }
        let name = position + 1..<nameEnd
        var tag = StartTag(
            name: name, end: 0, isEmpty: false, isVoid: isVoid(name), attributes: 0, namespaces: 0, needsMending: false)
        var place = nameEnd
        let limit = reach(from: position)
        while place < limit {
            let next = skipSpace(place)
            guard let byte = self[next] else { break }
            if byte == UInt8(ascii: ">") {
                tag.end = next + 1
                return .start(tag)
            }
            if byte == UInt8(ascii: "/"), next + 1 == count { break }
            if byte == UInt8(ascii: "/"), all[next + 1] == UInt8(ascii: ">") {
                tag.end = next + 2
                tag.isEmpty = true
                return .start(tag)
            }
            if byte == UInt8(ascii: "<") { return .literal }
            // A name with an `@` or a `/` in it is an address between angle brackets, and no tag.
            if next == nameEnd { return .literal }
            guard let attribute = attribute(at: next, limit: limit) else { break }
            tag.attributes += 1
            if holds("XMLNS", at: attribute.name.lowerBound) == true { tag.namespaces += 1 }
            if !attribute.isProper || next == place { tag.needsMending = true }
            place = attribute.end
        }
        return absent(from: position)
    }

    /// The attribute that begins there; `nil` if its end is not to be seen.
    func attribute(at position: Int, limit: Int) -> Attribute? {
        var nameEnd = self.nameEnd(position)
        let isNamed = nameEnd > position
        if !isNamed {
            nameEnd = position + 1
            while nameEnd < limit, !all[nameEnd].endsWord, all[nameEnd] != UInt8(ascii: "=") { nameEnd += 1 }
        }
        let equals = skipSpace(nameEnd)
        guard equals < limit else { return nil }
        guard all[equals] == UInt8(ascii: "=") else {
            return Attribute(name: position..<nameEnd, value: nil, end: nameEnd, isProper: false)
        }
        let start = skipSpace(equals + 1)
        guard start < limit else { return nil }
        let quote = all[start]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let end = find(quote, from: start + 1)
            guard end < limit else { return nil }
            let value = start + 1..<end
            var isClean = true
            for place in value where all[place] == UInt8(ascii: "<") || all[place] == UInt8(ascii: "&") {
                isClean = false
            }
            return Attribute(name: position..<nameEnd, value: value, end: end + 1, isProper: isNamed && isClean)
        }
        var end = start
        while end < limit, !all[end].endsWord { end += 1 }
        guard end < limit else { return nil }
        return Attribute(name: position..<nameEnd, value: start..<end, end: max(end, equals + 1), isProper: false)
    }

    private func isVoid(_ name: Range<Int>) -> Bool {
        func holds(_ word: StaticString) -> Bool { self.holds(word, at: name.lowerBound) == true }
        return switch name.count {
        case 2: holds("BR") || holds("HR")
        case 3: holds("IMG") || holds("WBR")
        case 5: holds("INPUT")
        default: false
        }
    }
}

extension UInt8 {
    /// Whether an unquoted value or a stray word ends before it.
    fileprivate var endsWord: Bool { isXMLSpace || self == UInt8(ascii: ">") || self == UInt8(ascii: "<") }
}
