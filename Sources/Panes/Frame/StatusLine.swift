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

    /// That what comes in is held back, and whether anything has.
    private static func held(_ board: Board) -> StyledText? {
        guard board.isHeld else { return nil }
        return StyledText(board.hasHeldNews ? "HELD, news waits" : "HELD", Style(.statusAsOf, bold: true))
    }

    /// How fresh the board is: as fresh as its oldest source; and how many sources are in trouble.
    private static func collecting(_ board: Board, isShort: Bool) -> [StyledText] {
        let collecting = board.collecting
        guard !collecting.sources.isEmpty else { return [] }
        var facts: [StyledText] = []
        if collecting.troubles > 0 {
            facts.append(StyledText("\(collecting.troubles) failing", Style(.warning, bold: true)))
        }
        if collecting.collector == nil { facts.append(StyledText("not collecting", .warning)) }
        if let oldest = collecting.oldest {
            facts.append(StyledText(isShort ? oldest.short + "Z" : "oldest source \(oldest.inWords)", .status))
        } else if collecting.sources.contains(where: \.isLive) {
            facts.append(StyledText("not all fetched", .status))
        }
        return facts
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
            facts.append(held(board) ?? StyledText("live", .statusLive))
            facts += collecting(board, isShort: isShort)
            let unseen = board.tally.unseen
            if unseen > 0 { facts.append(StyledText("\(glyphs.unseen)\(unseen) new", .unseen)) }
        }
        if let newest = board.tally.newestReceived, board.asOf != nil || board.collecting.oldest == nil {
            facts.append(StyledText(isShort ? newest.short + "Z" : "latest report \(newest.inWords)", .status))
        } else if !isShort, board.collecting.sources.isEmpty {
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
