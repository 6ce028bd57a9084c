import Commands
import Controller
import Display
import SituationModel

/// The quotes, each as one reads a quotation: who, the words, and where and when they were said.
struct QuotesPane: ListPane {
    let board: Board
    let glyphs: Glyphs
    let rows: Int

    var emptyText: String {
        board.quotes.isLoaded ? "No quotes yet; \(board.way(to: .add)) adds one from a document" : "Reading…"
    }

    func lines(at index: Int, width: Int) -> [StyledText] {
        let listed = board.quotes.rows[index]
        let quote = listed.value
        var head = board.leadingSign(.quote(quote.id), isUnseen: listed.isUnseen, glyphs)
        let alignment = quote.speaker.flatMap { board.situation.actors[$0]?.alignment } ?? .unknown
        head.append("\(alignment.sign) ", alignment.role)
        head.append(board.speakerName(quote), Style(alignment.role, bold: true))
        let grade = board.grade(of: listed)
        head.append(contentsOf: quote.reviewSign(glyphs))
        var right = StyledText()
        if quote.isNegated { right.append("declined ", .warning) }
        if quote.kind != .direct { right.append("\(quote.kind.rawValue) ", .textDim) }
        right.append(grade.description, grade.role)
        let words = QuoteWords.text(quote, glyphs: glyphs)
            .wrapped(to: max(8, width - 3), atMost: rows >= 20 ? 5 : 3, ellipsis: glyphs.ellipsis)
        var lines = [head.flanked(by: right, width: width, ellipsis: glyphs.ellipsis)]
        lines += words.map { $0.indented(by: 3) }
        if let origin = QuoteWords.origin(quote, board: board, glyphs: glyphs) {
            lines.append(origin.indented(by: 3).truncated(to: width, ellipsis: glyphs.ellipsis))
        }
        return lines
    }
}

/// How a quote's words and origin read.
enum QuoteWords {
    /// The words: between quotation marks where they are the speaker's own.
    static func text(_ quote: Quote, glyphs: Glyphs) -> StyledText {
        guard quote.kind == .direct else { return StyledText(quote.text, Style(.textQuotation)) }
        return StyledText(glyphs.openQuote + quote.text + glyphs.closeQuote, Style(.textQuotation, italic: true))
    }

    /// Where and when, and about whom.
    static func origin(_ quote: Quote, board: Board, glyphs: Glyphs) -> StyledText? {
        var parts: [String] = []
        if let venue = quote.venue { parts.append(venue) }
        if let said = quote.said { parts.append(said.inWords) }
        if !quote.about.isEmpty { parts.append("on " + quote.about.map(board.name(of:)).joined(separator: ", ")) }
        return parts.isEmpty ? nil : StyledText(parts.joined(separator: " \(glyphs.separator) "), .textDim)
    }
}
