import Commands
import Controller
import Display
import SituationModel

/// Where the crisis stands, in a line read off the ladders, so that it is true at any moment that is shown; below it, where
/// there is room, what the desk says of it at present.
enum Headline {
    static func draw(_ board: Board, _ frame: Rect, glyphs: Glyphs, on canvas: inout Canvas) {
        let sign = StyledText(" \(glyphs.present) ", .rungPresent)
        let room = frame.columns - sign.width - 1
        let line = Detail.allCases.lazy.map { standing(board, $0, glyphs: glyphs) }.first { $0.width <= room }
        let words = line ?? standing(board, .least, glyphs: glyphs)
        canvas.draw(
            sign + words.truncated(to: room, ellipsis: glyphs.ellipsis), at: frame.origin, width: frame.columns)
        guard frame.rows > 1 else { return }
        canvas.draw(
            said(board).truncated(to: frame.columns, ellipsis: glyphs.ellipsis),
            at: Point(column: frame.column, row: frame.row + 1), width: frame.columns)
    }

    /// How much is said of each ladder: as much as there is room for.
    private enum Detail: CaseIterable {
        /// The rung stood on by its name, and all that is in play above it.
        case most
        /// Numbers only, and all that is in play.
        case numbers
        /// Numbers only, and the highest in play.
        case least
    }

    private static func standing(_ board: Board, _ detail: Detail, glyphs: Glyphs) -> StyledText {
        let ladders = board.situation.ladders.inOrder
        guard !ladders.isEmpty else {
            return StyledText(board.asOf == nil ? "no ladders yet" : "no ladder was known then", .textDim)
        }
        var line = StyledText()
        for ladder in ladders {
            if !line.isEmpty { line.append("  \(glyphs.separator)  ", .textDim) }
            line.append(contentsOf: standing(of: ladder, board, detail))
        }
        return line
    }

    private static func standing(of ladder: Ladder, _ board: Board, _ detail: Detail) -> StyledText {
        var line = StyledText(ladder.title + " ", Style(.textStrong, bold: true))
        let present = board.situation.presentRung(of: ladder).flatMap { ladder.rung($0.id) }
        let name = detail == .most ? present.map { " \($0.rung.title)" } ?? "" : ""
        line.append(
            present.map { "\($0.number)/\(ladder.rungs.count)\(name)" } ?? "on no rung",
            Style(present == nil ? .textDim : .rungReached, bold: true))
        var inPlay = ladder.rungs.enumerated().filter { index, rung in
            let state = board.situation.state(of: RungKey(ladder.id, rung.id))
            return index + 1 > present?.number ?? 0 && state != .notReached
        }
        if detail == .least { inPlay = inPlay.suffix(1) }
        for (index, rung) in inPlay {
            let state = board.situation.state(of: RungKey(ladder.id, rung.id))
            line.append(", ", .textDim)
            line.append("\(index + 1) \(state.rawValue)", state.role)
        }
        return line
    }

    /// What the desk says, which is of the present; of the past, that it is the past.
    private static func said(_ board: Board) -> StyledText {
        if let asOf = board.asOf {
            let key = board.way(to: .live)
            return StyledText("   as it was known on \(asOf.inWords); \(key) returns to the present", .statusAsOf)
        }
        let headline = board.situation.header?.headline ?? ""
        return headline.isEmpty ? StyledText() : StyledText("   the desk: \(headline)", .textDim)
    }
}
