import Controller
import Display
import SituationModel

/// What the detail pane says of a quote.
enum QuoteText {
    static func write(_ id: QuoteID, board: Board, to text: inout DetailText) {
        guard let listed = board.quote(id) else { return ItemText.gone("quote", board: board, to: &text) }
        let quote = listed.value
        text.title(board.speakerName(quote), note: speakerNote(quote, board))
        text.blank()
        text.paragraph(QuoteWords.text(quote, glyphs: text.glyphs), indent: 2)
        text.blank()
        text.field("kind", quote.kind == .direct ? "direct, verbatim" : quote.kind.rawValue)
        if quote.isNegated { text.field("said?", "no: refused or not said", .warning) }
        text.field("cue", quote.cue)
        text.field("venue", quote.venue)
        text.field("said", quote.said?.inWords)
        let grade = board.grade(of: listed)
        var graded = StyledText(grade.description + " ", Style(grade.role, bold: true))
        graded.append(grade.inWords, .text)
        text.field("grade", graded)
        text.field("remarks", quote.remarks)
        text.review(quote.review)
        let actors = ([quote.speaker].compactMap { $0 } + quote.about)
        if !actors.isEmpty {
            text.heading("Actors")
            for actor in actors {
                var line = StyledText(actor == quote.speaker ? "speaker  " : "about    ", .textDim)
                line.append(board.name(of: actor), .textLink)
                text.link(.item(.actor(actor)), line)
            }
        }
        text.evidence(quote.content, board: board, heads: listed.documents)
        writeSources(listed.documents, board: board, to: &text)
        EntryText.writeHistory(board, to: &text)
    }

    private static func speakerNote(_ quote: Quote, _ board: Board) -> StyledText {
        let role = quote.speaker.flatMap { board.situation.actors[$0]?.role }
        let described = quote.speakerDescription.map { "in the text: \($0)" }
        return StyledText([role, described].compactMap { $0 }.joined(separator: "; "), .textDim)
    }

    /// The sources behind something, with their grades and the reasons for them.
    static func writeSources(_ heads: [DocumentID: DocumentHead], board: Board, to text: inout DetailText) {
        let sources = Set(heads.values.map(\.source)).compactMap { board.situation.sources[$0] }.sorted {
            $0.id < $1.id
        }
        guard !sources.isEmpty else { return }
        text.heading("Sources")
        for source in sources {
            var line = StyledText(source.name, .textLink)
            line.append("  \(source.reliability.rawValue) ", Grade(source.reliability, .possiblyTrue).reliabilityRole)
            line.append(source.reliability.inWords, .textDim)
            text.link(.item(.record(.source(source.id))), line)
        }
    }
}
