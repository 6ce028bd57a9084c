import Controller
import Display
import SituationModel

/// What one actor did to another in a window of time, and all that an actor said, did and suffered.
enum DeedsText {
    static func write(_ wish: DeedsWish, board: Board, to text: inout DetailText) {
        let names = [wish.source, wish.target].map(board.trafficName(of:))
        let events = board.detail.data?.events
        var note = StyledText(wish.window.inWords, .textDim)
        if let events { note.append(events.count == 1 ? ", 1 event" : ", \(events.count) events", .textDim) }
        text.title("\(names[0]) \(text.glyphs.relation) \(names[1])", note: note)
        text.link(.chart(.among([wish.source, wish.target])), StyledText("chart of the two", .textLink))
        guard let events else { return text.paragraph("Reading…", .textDim) }
        text.heading("Events")
        for event in events { text.event(event, board: board) }
    }

    // MARK: Timeline of an actor

    private enum Row {
        case quote(Listed<Quote>)
        case event(Listed<Event>)

        var moment: Instant {
            switch self {
            case .quote(let row): row.moment
            case .event(let row): row.moment
            }
        }

        /// What keeps rows of one moment in the same order.
        var name: String {
            switch self {
            case .quote(let row): "quote " + row.value.id.text
            case .event(let row): "event " + row.value.id.text
            }
        }
    }

    /// Events and quotes on one line of time, day by day, the newest first.
    static func writeTimeline(of actor: ActorID, board: Board, to text: inout DetailText) {
        let data = board.detail.data
        text.title(
            board.trafficName(of: actor),
            note: StyledText("said, done and suffered, newest first", .textDim))
        text.link(.item(.actor(actor)), StyledText("about \(board.trafficName(of: actor))", .textLink))
        guard let data else { return text.paragraph("Reading…", .textDim) }
        let rows = (data.quotes.map(Row.quote) + data.events.map(Row.event)).sorted {
            ($1.moment, $1.name) < ($0.moment, $0.name)
        }
        guard !rows.isEmpty else {
            text.blank()
            return text.paragraph("Nothing is known of them yet.", .textDim)
        }
        var day: CalendarDay?
        for row in rows {
            if row.moment.day != day {
                day = row.moment.day
                text.heading(row.moment.day.inWords)
            }
            switch row {
            case .event(let event): text.event(event, board: board, isDated: false)
            case .quote(let quote): write(quote, board: board, to: &text)
            }
        }
        if data.isCutOff { text.paragraph("Older ones are in the lists.", .textDim, indent: 2) }
    }

    private static func write(_ listed: Listed<Quote>, board: Board, to text: inout DetailText) {
        let quote = listed.value
        var line = StyledText(text.glyphs.openQuote + "  ", .textQuotation)
        line.append(
            board.speakerName(quote) + (quote.kind == .direct ? " " : ": "), Style(.text, bold: true))
        line.append(contentsOf: QuoteWords.text(quote, glyphs: text.glyphs))
        line.append(contentsOf: quote.reviewSign(text.glyphs))
        let grade = board.grade(of: listed)
        line.append("  \(grade)", grade.role)
        text.link(.item(.quote(quote.id)), line)
    }
}
