import Controller
import Display
import SituationModel

/// The events: when, who did what to whom, how sure.
struct TimelinePane: ListPane {
    let board: Board
    let glyphs: Glyphs

    var emptyText: String { board.events.isLoaded ? "No events yet" : "Reading…" }

    func lines(at index: Int, width: Int) -> [StyledText] {
        let listed = board.events.rows[index]
        let event = listed.value
        var head = board.leadingSign(.event(event.id), isUnseen: listed.isUnseen, glyphs)
        head.append(event.category.quad.sign + " ", event.category.quad.role)
        head.append(event.summary, event.mode == .actual ? .text : .textDim)
        head.append(contentsOf: event.reviewSign(glyphs))
        var right = StyledText()
        if event.mode != .actual { right.append("\(event.mode.rawValue) ", .warning) }
        if let grade = board.grade(of: listed) { right.append(grade.description, grade.role) }
        let indent = 4
        guard head.width + right.width + 1 > width else {
            return [head.flanked(by: right, width: width, ellipsis: glyphs.ellipsis), tail(listed, indent, width)]
        }
        var lines = head.wrapped(to: max(12, width - right.width - 1), atMost: 2, ellipsis: glyphs.ellipsis)
        lines[0] = lines[0].flanked(by: right, width: width, ellipsis: glyphs.ellipsis)
        if lines.count > 1 { lines[1] = lines[1].indented(by: indent) }
        return lines + [tail(listed, indent, width)]
    }

    /// When, who to whom, and on whose word.
    private func tail(_ listed: Listed<Event>, _ indent: Int, _ width: Int) -> StyledText {
        let event = listed.value
        var line = StyledText(event.when?.inWords ?? "undated", .time)
        let who = [event.source, event.target].map { $0.map(board.name(of:)) }
        let arrow = " \(glyphs.relation) "
        switch (who[0], who[1]) {
        case (let source?, let target?): line.append("  \(source)\(arrow)\(target)", .textDim)
        case (let source?, nil): line.append("  \(source)", .textDim)
        case (nil, let target?): line.append("  \(arrow)\(target)", .textDim)
        case (nil, nil): break
        }
        let manners = event.accounts.map(\.manner.rawValue)
        let distinct = manners.enumerated().filter { manners.firstIndex(of: $0.element) == $0.offset }.map(\.element)
        if !distinct.isEmpty {
            line.append(" \(glyphs.separator) \(distinct.joined(separator: ", "))", .textDim)
        }
        return line.indented(by: indent).truncated(to: width, ellipsis: glyphs.ellipsis)
    }
}
