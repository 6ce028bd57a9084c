import Controller
import Display
import SituationModel

/// The top line: which situation, how far it may be passed on, live or as of when, what is new.
enum StatusLine {
    static func draw(_ board: Board, layout: Layout, glyphs: Glyphs, on canvas: inout Canvas) {
        let frame = layout.status
        canvas.fill(frame, style: Style(.status))
        var left = StyledText(" ", Style(.status))
        // Before the situation was known it still has its name.
        let header = board.situation.header ?? board.situations.first { $0.id == board.situation.id }
        let title = header?.title ?? board.situation.id.text
        left.append(title, Style(.status, bold: true))
        // The facts give way before the title does, as far as they can.
        let room = frame.columns - 2 - min(left.width, frame.columns * 2 / 5)
        let lengths = frame.columns < 100 ? Length.allCases.dropFirst() : Length.allCases[...]
        let right =
            lengths.lazy.map { facts(board, glyphs: glyphs, $0) }.first { $0.width <= room }
            ?? facts(board, glyphs: glyphs, .least)
        let line = left.flanked(by: right, width: frame.columns - 1, ellipsis: glyphs.ellipsis)
        canvas.draw(line.on(.status), at: frame.origin, width: frame.columns)
        if let headline = layout.headline { Headline.draw(board, headline, glyphs: glyphs, on: &canvas) }
    }

    /// How much is said beside the title: as much as there is room for.
    private enum Length: CaseIterable {
        case full
        /// Times without their words.
        case short
        /// Trouble in as few words as tell what it is.
        case terse
        /// Only what somebody has to know who acts on what the board shows.
        case least
    }

    /// That what comes in is held back, and whether anything has.
    private static func held(_ board: Board) -> StyledText? {
        guard board.isHeld else { return nil }
        return StyledText(board.hasHeldNews ? "HELD, news waits" : "HELD", Style(.statusAsOf, bold: true))
    }

    /// How fresh the board is: as fresh as its oldest source; and how many sources are in trouble.
    private static func collecting(_ board: Board, _ length: Length) -> [StyledText] {
        let collecting = board.collecting
        guard !collecting.sources.isEmpty else { return [] }
        var facts: [StyledText] = []
        if collecting.troubles > 0 {
            facts.append(StyledText("\(collecting.troubles) failing", Style(.warning, bold: true)))
        }
        if collecting.collector == nil {
            let isLong = length == .full || length == .short
            facts.append(StyledText(isLong ? "not collecting" : "idle", .warning))
        }
        if let work = collecting.work {
            facts.append(StyledText(words(for: work, length), Style(.status, bold: true)))
            return facts
        }
        guard length != .least else { return facts }
        if let oldest = collecting.oldest {
            facts.append(
                StyledText(length == .full ? "oldest source \(oldest.inWords)" : oldest.short + "Z", .status))
        } else if length != .terse, collecting.sources.contains(where: \.isLive) {
            facts.append(StyledText("not all fetched", .status))
        }
        return facts
    }

    /// How far long work is, how fast it goes and how long it will take yet.
    private static func words(for work: LongWork, _ length: Length) -> String {
        let left = work.secondsLeft.map { $0 < 120 ? "\($0) s left" : "\(($0 + 59) / 60) min left" }
        let parts: [String?] =
            switch length {
            case .full:
                ["taking in \(work.done)" + (work.total.map { " of \($0)" } ?? ""), "\(work.rate) a second", left]
            case .short: [work.total.map { "\(work.done)/\($0)" } ?? "\(work.done) in", "\(work.rate)/s", left]
            case .terse, .least: [work.total.map { "\(work.done * 100 / max(1, $0))%" } ?? "\(work.done) in", left]
            }
        return parts.compactMap { $0 }.joined(separator: ", ")
    }

    private static func facts(_ board: Board, glyphs: Glyphs, _ length: Length) -> StyledText {
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
            facts += collecting(board, length)
            let unseen = board.tally.unseen
            if unseen > 0 {
                let isLong = length == .full || length == .short
                facts.append(StyledText("\(glyphs.unseen)\(unseen)\(isLong ? " new" : "")", .unseen))
            }
        }
        if let newest = board.tally.newestReceived, length != .least,
            board.asOf != nil || board.collecting.oldest == nil && board.collecting.work == nil
        {
            facts.append(
                StyledText(length == .full ? "latest report \(newest.inWords)" : newest.short + "Z", .status))
        } else if length == .full, board.collecting.sources.isEmpty {
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
