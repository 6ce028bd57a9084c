import SituationModel
import Wire

extension FeedEntry {
    /// Stands for all of the entry that a text is made of: what gives the same gives the same text.
    func form(from source: SourceID) -> UInt64 {
        func parts(_ text: FeedText?) -> [String] {
            text.map { [$0.kind == .plain ? "plain" : "markup", $0.value] } ?? []
        }
        return StableHash.ofLong(
            ["entry", source.text, link ?? ""] + parts(title) + ["body"] + parts(content ?? summary))
    }
}

/// What comes off the wire, as texts for the archive.
extension Arrival {
    /// An entry of a feed; `nil` where it has no words at all.
    init?(_ entry: FeedEntry, from source: SourceID, language: String?, received: Instant) {
        let body = (entry.content ?? entry.summary).map(Self.plain) ?? ""
        let title = entry.title.map { Self.oneLine(Self.plain($0)) } ?? ""
        guard !body.isEmpty || !title.isEmpty else { return nil }
        self.init(
            source: source, title: title.isEmpty ? Self.beginning(of: body) : title, text: body.isEmpty ? title : body,
            published: (entry.published ?? entry.updated).map { DateExpression(.moment($0)) },
            language: entry.language ?? language, link: entry.link, received: received, name: entry.id)
    }

    /// The article inside a page; `nil` where it has none.
    init?(_ article: Article, at address: String?, from source: SourceID, received: Instant) {
        let text = article.text
        guard !text.isEmpty else { return nil }
        self.init(
            source: source, title: article.title.isEmpty ? Self.beginning(of: text) : article.title, text: text,
            published: article.published.flatMap { DateExpression($0.description) }, language: article.language,
            link: article.canonical ?? address, received: received)
    }

    /// A text that was handed in, with what was said about it.
    init?(_ text: String, _ particulars: IncomingItem.Particulars, from source: SourceID, received: Instant) {
        guard text.contains(where: { !$0.isWhitespace }) else { return nil }
        self.init(
            source: source, title: particulars.title.map(Self.oneLine) ?? Self.beginning(of: text), text: text,
            published: particulars.published.map { DateExpression(.moment($0)) }, language: particulars.language,
            link: particulars.link, received: received, name: particulars.id)
    }

    private static func plain(_ text: FeedText) -> String {
        text.kind == .plain ? text.value : HTMLText.plain(text.value)
    }

    /// The first line of a text, or as much of it as makes a headline.
    private static func beginning(of text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).first { !$0.allSatisfy(\.isWhitespace) } ?? ""
        let words = oneLine(String(line.prefix(400)))
        return words.count > headlineLength ? words.prefix(headlineLength - 1) + "…" : words
    }

    private static let headlineLength = 160

    private static func oneLine(_ text: String) -> String {
        // Nearly every headline is on one line already.
        var isSpaced = true
        let isOneLine = text.utf8.allSatisfy { byte in
            defer { isSpaced = byte == 32 }
            return (33...126).contains(byte) || byte == 32 && !isSpaced
        }
        if isOneLine, !isSpaced { return text }
        return text.unicodeScalars.split(whereSeparator: isSpace).map { String($0) }.joined(separator: " ")
    }

    /// Looked up in Unicode's tables only where it must be: every headline of every feed is asked this, letter by letter.
    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? scalar == " " || (9...13).contains(scalar.value) : scalar.properties.isWhitespace
    }
}

extension Arrival {
    /// A record of GDELT's knowledge graph that says what its page is called: the headline, and what is quoted in it.
    init?(_ row: GdeltKnowledge, from source: SourceID, received: Instant) {
        guard let title = row.page.title.map(Self.oneLine), !title.isEmpty else { return nil }
        let quotes = row.quotations.map { "“\($0.text)”" }
        self.init(
            source: source, title: title, text: ([title] + quotes).joined(separator: "\n\n"),
            published: DateExpression(.moment(row.page.published ?? row.added)), link: row.identifier,
            received: received, name: row.id)
    }
}
