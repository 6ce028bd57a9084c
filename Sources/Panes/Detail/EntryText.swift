import Controller
import Display
import SituationModel

/// What the detail pane says of journal entries.
enum EntryText {
    static func write(_ id: EntryID, board: Board, to text: inout DetailText) {
        guard let logged = board.detail.data?.entry ?? board.log.rows.first(where: { $0.entry.id == id }) else {
            return ItemText.gone("entry", board: board, to: &text)
        }
        let entry = logged.entry
        text.title(entry.change.inWords(in: board.situation))
        text.blank()
        text.field("who", "\(entry.author.name)\(entry.author.kind == .machine ? " (machine)" : "")")
        text.field("known", entry.known.inWords)
        text.field("recorded", entry.id.recorded.inWords)
        text.field("entry", entry.id.description, .textDim)
        if logged.isTakenBack { text.field("state", "undone", .warning) }
        switch entry.change {
        case .revise(let before, let after): writeRevision(before, after, to: &text)
        case .move(let rung, let move):
            text.heading("Rung")
            text.link(.item(.rung(rung)), StyledText(board.situation.title(of: rung), .textLink))
            text.evidence(move.evidence, board: board, heads: board.detail.data?.documents ?? [:])
        case .read(let indicator, let reading):
            text.heading("Indicator")
            text.link(
                .item(.indicator(indicator.rung, indicator.indicator)),
                StyledText(board.situation.summary(of: indicator), .textLink))
            text.evidence(reading.evidence, board: board, heads: board.detail.data?.documents ?? [:])
        case .note(_, let about?): writeSubject(about, to: &text)
        case .undo(let target):
            text.heading("Took back")
            text.link(.item(.entry(target)), StyledText(target.description, .textLink))
        case .add, .remove, .note, .batch: break
        }
        if let subject = entry.change.subject { writeSubject(subject, to: &text) }
    }

    private static func writeSubject(_ key: RecordKey, to text: inout DetailText) {
        text.heading("About")
        text.link(.item(.record(key)), StyledText(key.description, .textLink))
    }

    private static func writeRevision(_ before: Record, _ after: Record, to text: inout DetailText) {
        text.heading("Changed")
        for difference in after.differences(from: before) {
            text.paragraph(StyledText(difference.name, Style(.text, bold: true)), indent: 2)
            text.paragraph(StyledText("- \(difference.before)", .textDim), indent: 4)
            text.paragraph(StyledText("+ \(difference.after)", .textStrong), indent: 4)
        }
    }

    /// The entries that made what is open what it is.
    static func writeHistory(_ board: Board, to text: inout DetailText) {
        guard let history = board.detail.data?.history, !history.isEmpty else { return }
        text.heading("History")
        for logged in history {
            var line = StyledText("\(logged.entry.known.short)  ", .time)
            line.append("\(logged.entry.author.name) ", .textDim)
            if logged.isTakenBack { line.append("(undone) ", .warning) }
            line.append(logged.entry.change.inWords(in: board.situation), .text)
            text.link(.item(.entry(logged.entry.id)), line)
        }
    }
}
