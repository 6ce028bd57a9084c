/// The text of one element while it comes in, its markup written out again.
struct TextCapture {
    /// How the text of an element is to be taken.
    enum Form {
        /// As it stands.
        case plain
        /// As it stands, and it is HTML.
        case html
        /// Elements, whose text is to be escaped anew.
        case elements
        case base64
        /// Base64 by the rules, and often not in truth.
        case perhapsBase64
    }

    private(set) var element = FeedElement.unknown
    private(set) var place = FeedPlace.ignored
    private(set) var form = Form.plain
    /// How deep the element lies; 0 when none is being read.
    private(set) var depth = 0
    /// The one attribute that the element's meaning hangs on.
    private(set) var attribute: String?
    private(set) var isCut = false
    private(set) var hasElements = false
    private var bytes: [UInt8] = []
    private var room = 0
    /// The first `<div>` and its end, which may be an envelope only.
    private var envelope: (open: Range<Int>, close: Range<Int>?)?

    var isActive: Bool { depth > 0 }

    /// Begins with an element.
    ///
    /// - Parameter room: The bytes that may be taken; the rest is cut off.
    mutating func begin(
        _ element: FeedElement, in place: FeedPlace, as form: Form, depth: Int, room: Int, attribute: String? = nil
    ) {
        (self.element, self.place, self.form, self.depth, self.room) = (element, place, form, depth, room)
        self.attribute = attribute
        (isCut, hasElements, envelope) = (false, false, nil)
        bytes.removeAll(keepingCapacity: true)
    }

    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        guard !isCut else { return }
        if form == .elements {
            for byte in text { byte == UInt8(ascii: "\"") ? bytes.append(byte) : bytes.append(escaping: byte) }
        } else {
            bytes.append(contentsOf: text)
        }
        cutToRoom()
    }

    /// An element inside: its tag is text.
    mutating func beginElement(_ name: XMLName, _ attributes: XMLAttributes, depth: Int, base: String?) {
        guard !isCut else { return }
        let start = bytes.count
        hasElements = true
        bytes.append(UInt8(ascii: "<"))
        bytes.append(contentsOf: name.tag.utf8)
        for (key, value) in attributes.plain where key != "base" {
            let isLink = base != nil && MarkupLinks.attributes.contains(key.lowercased())
            bytes.append(UInt8(ascii: " "))
            bytes.append(contentsOf: key.utf8)
            bytes.append(contentsOf: "=\"".utf8)
            for byte in (isLink ? Link.resolve(value, base: base) : value).utf8 { bytes.append(escaping: byte) }
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(contentsOf: name.isVoid ? "/>".utf8 : ">".utf8)
        if depth == self.depth + 1, envelope == nil, name.local == "div" { envelope = (start..<bytes.count, nil) }
        cutToRoom()
    }

    mutating func endElement(_ name: XMLName, depth: Int) {
        guard !isCut, !name.isVoid else { return }
        let start = bytes.count
        bytes.append(contentsOf: "</\(name.tag)>".utf8)
        if depth == self.depth + 1, envelope?.close == nil { envelope?.close = start..<bytes.count }
        cutToRoom()
    }

    /// Ends the capture.
    ///
    /// - Returns: The bytes, and where in them the text is without white space around it, and without the one `<div>` that
    ///   Atom puts around XHTML.
    mutating func end() -> (bytes: [UInt8], text: Range<Int>) {
        depth = 0
        var range = trimmed(bytes.startIndex..<bytes.endIndex)
        let isTyped = element == .content || element == .summary || element == .title
        if isTyped, form == .elements || form == .html, let envelope, let close = envelope.close,
            envelope.open.lowerBound == range.lowerBound, close.upperBound == range.upperBound
        {
            range = trimmed(envelope.open.upperBound..<close.lowerBound)
        }
        var given: [UInt8] = []
        swap(&given, &bytes)
        return (given, range)
    }

    /// Takes back bytes that are no longer needed, as room for the next.
    mutating func reuse(_ bytes: consuming [UInt8]) { self.bytes = bytes }

    /// Ends the capture and forgets it.
    mutating func abandon() { depth = 0 }

    private func trimmed(_ whole: Range<Int>) -> Range<Int> {
        var (start, end) = (whole.lowerBound, whole.upperBound)
        while start < end, bytes[start].isXMLSpace { start += 1 }
        while end > start, bytes[end - 1].isXMLSpace { end -= 1 }
        return start..<end
    }

    private mutating func cutToRoom() {
        guard bytes.count > room else { return }
        isCut = true
        var end = max(0, room)
        while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        bytes.removeLast(bytes.count - end)
        if let close = envelope?.close, close.upperBound > end { envelope = nil }
    }
}

extension XMLName {
    /// As it stands in HTML; names from elsewhere keep their prefix.
    var tag: String {
        guard let prefix, FeedNamespace(self, core: nil) != .xhtml else { return local }
        return prefix + ":" + local
    }

    /// Whether HTML has no end tag for it.
    fileprivate var isVoid: Bool {
        switch local.lowercased() {
        case "br", "hr", "img", "wbr", "input", "area", "col", "embed", "source", "track": true
        default: false
        }
    }
}
