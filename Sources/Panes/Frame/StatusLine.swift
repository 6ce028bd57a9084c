import Controller
import Display
import SituationModel

/// The top line: which situation, how far it may be passed on, live or as of when, what is new.
enum StatusLine {
    static func draw(_ board: Board, layout: Layout, glyphs: Glyphs, on canvas: inout Canvas) {
        let frame = layout.status
        canvas.fill(frame, style: Style(.status))
        let right = facts(board, glyphs: glyphs, isShort: frame.columns < 100)
        var left = StyledText(" ", Style(.status))
        // Before the situation was known it still has its name.
        let header = board.situation.header ?? board.situations.first { $0.id == board.situation.id }
        let title = header?.title ?? board.situation.id.text
        left.append(title, Style(.status, bold: true))
        let line = left.flanked(by: right, width: frame.columns - 1, ellipsis: glyphs.ellipsis)
        canvas.draw(line.on(.status), at: frame.origin, width: frame.columns)
        if let headline = layout.headline { Headline.draw(board, headline, glyphs: glyphs, on: &canvas) }
    }

    private static func facts(_ board: Board, glyphs: Glyphs, isShort: Bool) -> StyledText {
        var facts: [StyledText] = []
        if board.isZoomed { facts.append(StyledText("zoomed", .status)) }
        if board.settings.readOnlyReason != nil { facts.append(StyledText("READ-ONLY", .statusReadOnly)) }
        let header = board.situation.header ?? board.situations.first { $0.id == board.situation.id }
        if let marking = header?.marking {
            facts.append(StyledText(marking.label, Style(marking.role, bold: true)))
        }
        if let asOf = board.asOf {
            facts.append(StyledText("AS OF \(asOf.inWords)", Style(.statusAsOf, bold: true)))
        } else {
            facts.append(StyledText("live", .statusLive))
            let unseen = board.tally.unseen
            if unseen > 0 { facts.append(StyledText("\(glyphs.unseen)\(unseen) new", .unseen)) }
        }
        if let newest = board.tally.newestReceived {
            facts.append(StyledText(isShort ? newest.short + "Z" : "latest report \(newest.inWords)", .status))
        } else if !isShort {
            facts.append(StyledText("no reports yet", .status))
        }
        var line = StyledText()
        for (index, fact) in facts.enumerated() {
            if index > 0 { line.append("  ", .status) }
            line.append(contentsOf: fact)
        }
        return line
    }
}
