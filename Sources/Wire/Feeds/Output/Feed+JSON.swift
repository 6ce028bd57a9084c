import SituationModel

/// Feeds as the command line promises them.
extension Feed {
    /// One JSON object, in UTF-8, without a line break; every field is there, as `null` where the feed has none.
    package func json() -> [UInt8] {
        var writer = FeedJSON()
        writer.object { writer in
            writer.field("format", format.rawValue)
            writer.field("version", version)
            writer.field("title", title?.value)
            writer.field("link", link)
            writer.field("description", description?.value)
            writer.field("language", language)
            writer.field("updated", updated?.description)
            writer.list("entries", entries) { $0.entry($1) }
        }
        return writer.bytes
    }
}

/// Writes the JSON of a feed, byte by byte.
private struct FeedJSON {
    private(set) var bytes: [UInt8] = []
    private var isFirst = true

    mutating func object(_ body: (inout FeedJSON) -> Void) {
        bytes.append(UInt8(ascii: "{"))
        isFirst = true
        body(&self)
        bytes.append(UInt8(ascii: "}"))
        isFirst = false
    }

    mutating func entry(_ entry: FeedEntry) {
        field("id", entry.id)
        field("title", entry.title?.value)
        field("link", entry.link)
        list("authors", entry.authors) { writer, author in
            writer.optionalField("name", author.name)
            writer.optionalField("email", author.email)
            writer.optionalField("uri", author.uri)
        }
        field("published", entry.published?.description)
        field("updated", entry.updated?.description)
        field("summary", entry.summary?.value)
        field("content", entry.content?.value)
        list("categories", entry.categories) { writer, category in
            writer.field("term", category.term)
            writer.optionalField("label", category.label)
            writer.optionalField("scheme", category.scheme)
        }
        list("enclosures", entry.enclosures) { writer, file in
            writer.field("url", file.url)
            writer.optionalField("type", file.type)
            if let length = file.length { writer.number("length", length) }
        }
    }

    mutating func field(_ name: StaticString, _ value: String?) {
        key(name)
        if let value { string(value) } else { bytes.append(contentsOf: "null".utf8) }
    }

    mutating func optionalField(_ name: StaticString, _ value: String?) {
        if value != nil { field(name, value) }
    }

    mutating func number(_ name: StaticString, _ value: Int) {
        key(name)
        bytes.append(contentsOf: String(value).utf8)
    }

    mutating func list<Element>(
        _ name: StaticString, _ elements: [Element], _ body: (inout FeedJSON, Element) -> Void
    ) {
        key(name)
        bytes.append(UInt8(ascii: "["))
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            object { body(&$0, element) }
        }
        bytes.append(UInt8(ascii: "]"))
        isFirst = false
    }

    private mutating func key(_ name: StaticString) {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: "\":".utf8)
    }

    private mutating func string(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(contentsOf: [UInt8(ascii: "\\"), byte])
            case 0x0A: bytes.append(contentsOf: "\\n".utf8)
            // Nothing else below the space reaches a feed's text but the tab.
            case 0x00..<0x20, 0x7F:
                let digits = String(byte, radix: 16)
                bytes.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
