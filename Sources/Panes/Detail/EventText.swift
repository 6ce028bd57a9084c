import Controller
import Display
import SituationModel

/// What the detail pane says of an event: what happened, and on whose word.
enum EventText {
    static func write(_ id: EventID, board: Board, to text: inout DetailText) {
        guard let listed = board.event(id) else { return ItemText.gone("event", board: board, to: &text) }
        let event = listed.value
        var note = StyledText(event.category.rawValue, event.category.quad.role)
        note.append(" \(text.glyphs.separator) \(event.category.quad.inWords)", .textDim)
        if event.mode != .actual { note.append(" \(text.glyphs.separator) \(event.mode.rawValue)", .warning) }
        text.title(event.summary, note: note)
        text.blank()
        text.field("when", event.when?.inWords ?? "not said")
        text.field("where", event.place)
        for amount in event.amounts { text.field("how many", amount.inWords) }
        let families = board.families(of: event.accounts.map(\.anchor.document), heads: listed.documents)
        text.field("rests on", families == 1 ? "1 publisher" : "\(families) independent publishers")
        text.field("remarks", event.remarks)
        text.review(event.review)
        let actors = [("who", event.source), ("whom", event.target)]
        if actors.contains(where: { $0.1 != nil }) {
            text.heading("Actors")
            for (role, actor) in actors {
                guard let actor else { continue }
                var line = StyledText(role == "who" ? "who   " : "whom  ", .textDim)
                line.append(board.name(of: actor), .textLink)
                text.link(.item(.actor(actor)), line)
            }
        }
        writeAccounts(listed, board: board, to: &text)
        if let condition = listed.value.condition {
            // “if …”, “unless …”: the words themselves say which.
            text.heading("Condition")
            text.anchor(condition, board: board, heads: listed.documents)
        }
        QuoteText.writeSources(listed.documents, board: board, to: &text)
        EntryText.writeHistory(board, to: &text)
    }

    private static func writeAccounts(_ listed: Listed<Event>, board: Board, to text: inout DetailText) {
        guard !listed.value.accounts.isEmpty else { return }
        text.heading("Accounts")
        for account in listed.value.accounts {
            let grade = board.grade(account.credibility, document: account.anchor.document, heads: listed.documents)
            var line = StyledText(account.manner.rawValue, Style(account.manner.role, bold: true))
            if let by = account.by { line.append(" by \(board.name(of: by))", .text) }
            line.append("  \(grade) ", Style(grade.role, bold: true))
            line.append(grade.inWords, .textDim)
            text.blank()
            text.paragraph(line, indent: 2)
            text.anchor(account.anchor, board: board, heads: listed.documents)
        }
    }
}

extension Event.Account.Manner {
    /// Whether the account bears the event out or not.
    var role: Role {
        switch self {
        case .notConfirmed, .denied: .warning
        case .confirmed, .announced: .textStrong
        case .reported, .assessed, .claimed, .seeminglyShown: .text
        }
    }
}
