/// Cuts markup into tags and text, by HTML's rules and at a cost linear in its size, whatever the bytes are.
///
/// A scanner of its own, since libxml2 2.9's is neither linear (a tag with 100,000 attributes takes it 9 seconds, a
/// megabyte of unclosed elements 24) nor HTML 5 (it ends a document at 256 levels).
struct MarkupScanner {
    /// One piece of markup. Ranges are places in the source.
    enum Piece {
        case text(Range<Int>)
        /// What stands in an element whose content is no markup, and in `<![CDATA[`: taken as it is.
        case rawText(Range<Int>)
        case start(Element, name: NameHash, closesItself: Bool)
        case end(Element, name: NameHash)
    }

    /// An attribute of the last start tag, if it is one that is looked at.
    struct Attribute {
        let name: AttributeName
        let value: Range<Int>
    }

    let source: [UInt8]
    /// Those of the last start tag.
    private(set) var attributes: [Attribute] = []
    private var place = 0
    /// The element whose content is no markup and comes next.
    private var rawElement: Element?

    init(_ source: [UInt8]) {
        self.source = source
    }

    /// The next piece, or `nil` at the end.
    mutating func next() -> Piece? {
        while place < source.count {
            if let element = rawElement {
                rawElement = nil
                let range = rawContent(of: element)
                if !range.isEmpty { return .rawText(range) }
                continue
            }
            let start = place
            skipText()
            if place > start { return .text(start..<place) }
            if let piece = markup() { return piece }
        }
        return nil
    }

    /// Content that the caller will not have read as markup, `<svg><title>` above all, is markup after all.
    mutating func readContentAsMarkup() { rawElement = nil }

    /// Goes to the next `<` that begins something.
    private mutating func skipText() {
        while place < source.count {
            if source[place] == Byte.less, place + 1 < source.count {
                let next = source[place + 1]
                if next.isLetter || next == Byte.slash || next == Byte.exclamation || next == Byte.question { return }
            }
            place += 1
        }
    }

    // MARK: What begins with `<`

    private mutating func markup() -> Piece? {
        switch source[place + 1] {
        case Byte.exclamation: return declaration()
        case Byte.question: skip(behind: Byte.greater)
        case Byte.slash:
            guard place + 2 < source.count, source[place + 2].isLetter else {
                skip(behind: Byte.greater)
                return nil
            }
            place += 2
            let (name, element) = readName()
            skip(behind: Byte.greater)
            return .end(element, name: name)
        default:
            place += 1
            let (name, element) = readName()
            let closesItself = readAttributes()
            if element.traits.contains(.raw) { rawElement = element }
            return .start(element, name: name, closesItself: closesItself)
        }
        return nil
    }

    private mutating func readName() -> (NameHash, Element) {
        let start = place
        var hash = NameHash()
        while place < source.count {
            let byte = source[place]
            if byte.isSpace || byte == Byte.slash || byte == Byte.greater { break }
            hash.add(byte.lowered)
            place += 1
        }
        return (hash, Element(named: source[start..<place].lazy.map(\.lowered)))
    }

    private mutating func declaration() -> Piece? {
        if starts(with: "<!--") {
            place += 4
            // `<!-->` and `<!--->` are whole comments.
            if starts(with: ">") { place += 1 } else if starts(with: "->") { place += 2 } else { skipComment() }
            return nil
        }
        if starts(with: "<![CDATA[") {
            let start = place + 9
            place = start
            while place < source.count, !starts(with: "]]>") { place += 1 }
            let range = start..<place
            place = min(place + 3, source.count)
            return .rawText(range)
        }
        skip(behind: Byte.greater)
        return nil
    }

    private mutating func skipComment() {
        while place < source.count {
            if source[place] == Byte.hyphen, starts(with: "-->") {
                place += 3
                return
            }
            if source[place] == Byte.hyphen, starts(with: "--!>") {
                place += 4
                return
            }
            place += 1
        }
    }

    private func starts(with text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard place + count <= source.count else { return false }
        return text.withUTF8Buffer { text in (0..<count).allSatisfy { source[place + $0] == text[$0] } }
    }

    private mutating func skip(behind mark: UInt8) {
        while place < source.count, source[place] != mark { place += 1 }
        place = min(place + 1, source.count)
    }

    /// Everything up to the end tag of an element, the tag left standing; all the rest where it has none.
    private mutating func rawContent(of element: Element) -> Range<Int> {
        let start = place
        let name = "\(element)".utf8
        while place < source.count {
            if source[place] == Byte.less, place + 1 < source.count, source[place + 1] == Byte.slash {
                let rest = source[(place + 2)...].prefix(name.count)
                let behind = place + 2 + name.count
                if rest.lazy.map(\.lowered).elementsEqual(name), behind >= source.count || !source[behind].isLetter {
                    return start..<place
                }
            }
            place += 1
        }
        return start..<place
    }

    // MARK: Attributes

    /// Reads up to and with the `>` of a start tag.
    ///
    /// - Returns: Whether the tag ends in `/>`.
    private mutating func readAttributes() -> Bool {
        attributes.removeAll(keepingCapacity: true)
        while place < source.count {
            let byte = source[place]
            if byte == Byte.greater {
                place += 1
                return false
            }
            if byte == Byte.slash {
                place += 1
                if place < source.count, source[place] == Byte.greater {
                    place += 1
                    return true
                }
            } else if byte.isSpace {
                place += 1
            } else {
                readAttribute()
            }
        }
        return false
    }

    private mutating func readAttribute() {
        var hash = NameHash()
        let start = place
        while place < source.count {
            let byte = source[place]
            if byte.isSpace || byte == Byte.slash || byte == Byte.greater { break }
            if byte == Byte.equals, place > start { break }
            hash.add(byte.lowered)
            place += 1
        }
        var behind = place
        while behind < source.count, source[behind].isSpace { behind += 1 }
        var value = place..<place
        if behind < source.count, source[behind] == Byte.equals {
            place = behind + 1
            value = readValue()
        }
        // Of an attribute given twice the first counts; and no honest tag has so many that are looked at.
        if let name = AttributeName.named[hash], attributes.count < 32, !attributes.contains(where: { $0.name == name })
        {
            attributes.append(Attribute(name: name, value: value))
        }
    }

    private mutating func readValue() -> Range<Int> {
        while place < source.count, source[place].isSpace { place += 1 }
        guard place < source.count else { return place..<place }
        let mark = source[place]
        guard mark == Byte.quote || mark == Byte.apostrophe else {
            let start = place
            while place < source.count, !source[place].isSpace, source[place] != Byte.greater { place += 1 }
            return start..<place
        }
        let start = place + 1
        place = start
        while place < source.count, source[place] != mark { place += 1 }
        let range = start..<place
        place = min(place + 1, source.count)
        return range
    }
}

/// The attributes that are looked at.
enum AttributeName: String, CaseIterable, Sendable {
    case id, `class`, role, rel, href, content, name, property, itemprop, datetime, type, lang, hidden, style, charset
    case title
    case httpEquiv = "http-equiv"
    case ariaHidden = "aria-hidden"
    case ariaLabel = "aria-label"
    case testID = "data-testid"
    case component = "data-component"
    case shadowRoot = "shadowrootmode"

    static let named: [NameHash: AttributeName] = Dictionary(
        uniqueKeysWithValues: allCases.map { (NameHash($0.rawValue.utf8), $0) })
}
