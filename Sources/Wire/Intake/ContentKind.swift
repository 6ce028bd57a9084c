/// What a file is, by its first bytes and its name.
package enum ContentKind: Hashable, Sendable {
    case text, page, feed, subscriptions, mail
    /// One object a line.
    case jsonLines
    /// One object over several lines, or a list of them.
    case json
    case gdelt(GdeltFileKind), acled
    /// None of these, with the reason in words.
    case unknown(String)

    /// How many bytes from the start are enough to tell.
    package static let headLength = 65_536

    /// Tells by the head of the (decompressed) content; the name's ending decides only where it is plain what it means.
    package init(head: [UInt8], name: String) {
        let ending = Self.ending(of: name)
        switch ending {
        case "eml": self = .mail
        case "jsonl", "ndjson": self = .jsonLines
        case "opml": self = .subscriptions
        case _ where Self.isBinary(head): self = .unknown("its bytes are no text")
        case "txt", "text", "md": self = .text
        default: self = Self.kind(head, isNamedHTML: ending == "html" || ending == "htm" || ending == "xhtml")
        }
    }

    /// The last ending of a name in lower case, that of a compressed file's content: `csv` for `a.CSV.gz`.
    private static func ending(of name: String) -> String {
        let parts = name.lowercased().split(separator: "/").last?.split(separator: ".") ?? []
        let known = parts.last == "gz" ? parts.dropLast() : parts[...]
        return known.count > 1 ? String(known[known.endIndex - 1]) : ""
    }

    private static func kind(_ head: [UInt8], isNamedHTML: Bool) -> ContentKind {
        let text = TextDecoding.decode(head).text
        let start = text.prefix(8_192).drop { $0.isWhitespace }
        guard let first = start.first else { return isNamedHTML ? .page : .text }
        if first == "<" { return markup(start, isNamedHTML: isNamedHTML) }
        if isNamedHTML { return .page }
        let line = start.prefix { !$0.isNewline }
        if first == "{" {
            if isJSONFeed(start) { return .feed }
            return line.endIndex == start.endIndex || line.last { !$0.isWhitespace } == "}" ? .jsonLines : .json
        }
        if first == "[", start.dropFirst().first(where: { !$0.isWhitespace }) == "{" { return .json }
        if let kind = GdeltFileKind(firstLine: firstLine(head)) { return .gdelt(kind) }
        if AcledColumns.isHeader(String(line)) { return .acled }
        return isMail(start) ? .mail : .text
    }

    private static func firstLine(_ head: [UInt8]) -> ArraySlice<UInt8> { head.prefix { $0 != 0x0A } }

    /// Whether the bytes are no text in any encoding that is read.
    private static func isBinary(_ head: [UInt8]) -> Bool {
        if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return false }
        let strange = head.count { $0 < 0x09 || (0x0E...0x1A).contains($0) || (0x1C...0x1F).contains($0) }
        guard strange > head.count / 50 else { return false }
        return !TextDecoding.decode(head).encoding.hasPrefix("UTF-16")
    }

    // MARK: Markup

    /// The kind by the name of the root element, after declarations, comments and processing instructions.
    private static func markup(_ start: Substring, isNamedHTML: Bool) -> ContentKind {
        var rest = start
        while rest.first == "<" {
            if rest.hasPrefix("<!--") {
                rest = after("-->", in: rest)
            } else if rest.hasPrefix("<?") {
                rest = after("?>", in: rest)
            } else if rest.hasPrefix("<!") {
                if rest.dropFirst(2).prefix(12).lowercased().hasPrefix("doctype html") { return .page }
                rest = after(">", in: rest)
            } else {
                let name = rest.dropFirst().prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
                switch name.split(separator: ":").last?.lowercased() ?? "" {
                case "rss", "rdf", "feed", "channel": return .feed
                case "opml": return .subscriptions
                default: return .page
                }
            }
            rest = rest.drop { $0.isWhitespace }
        }
        // A feed with garbage, or a text, before its root: the next parser sees more of it than this one.
        return isNamedHTML || !start.hasPrefix("<?xml") ? .page : .feed
    }

    private static func after(_ mark: String, in text: Substring) -> Substring {
        guard let end = text.firstRange(of: mark)?.upperBound else { return "" }
        return text[end...]
    }

    /// JSON Feed names its version by an address; the same words inside a string have backslashes before their quotes.
    private static func isJSONFeed(_ start: Substring) -> Bool {
        guard let key = start.prefix(4_096).firstRange(of: "\"version\""), start[..<key.lowerBound].last != "\\" else {
            return false
        }
        let value = start[key.upperBound...].prefix(80).filter { !$0.isWhitespace && $0 != "\\" }
        return value.hasPrefix(":\"http") && value.contains("://jsonfeed.org/version/")
    }

    // MARK: Mail

    private static let mailFields: Set<String> = [
        "from", "to", "date", "subject", "message-id", "mime-version", "received", "return-path", "delivered-to",
        "content-type", "reply-to", "sender",
    ]

    /// Whether it begins with the fields of a mail: at least three of the usual ones before the first empty line.
    private static func isMail(_ start: Substring) -> Bool {
        var known: Set<String> = []
        for line in start.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).prefix(60) {
            if line.isEmpty { break }
            if line.first == " " || line.first == "\t" || line.hasPrefix("From ") { continue }
            guard let colon = line.firstIndex(of: ":") else { return false }
            let name = line[..<colon].lowercased()
            guard !name.isEmpty, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }) else {
                return false
            }
            if mailFields.contains(name) { known.insert(name) }
        }
        return known.count >= 3
    }
}
