import Controller
import Display
import SituationModel

/// The escalation scenarios, drawn as ladders: the severest rung on top, the rung stood on marked, beside each rung what
/// would lead up to it and down from it, and how it bears on other ladders.
struct LaddersPane: ListPane {
    let board: Board
    let glyphs: Glyphs
    /// Whether there are rows enough to set the ladders apart.
    let hasRoomForGaps: Bool
    /// Whether the machine reads any of the rungs, so that its marks have a column.
    private let hasMachine: Bool

    init(board: Board, glyphs: Glyphs, rows: Int) {
        self.board = board
        self.glyphs = glyphs
        hasRoomForGaps = rows > 12
        hasMachine = board.ladderRows.contains { if case .rung(let row) = $0 { row.machine != nil } else { false } }
    }

    var emptyText: String { "No ladders yet; a dossier brings them: watchfloor import FILE" }

    func lines(at index: Int, width: Int) -> [StyledText] {
        let lines = row(at: index, width: width)
        // A gap before the next ladder, where all of it has room.
        let next = index + 1
        guard hasRoomForGaps, board.ladderRows.indices.contains(next), case .ladder = board.ladderRows[next] else {
            return lines
        }
        return lines + [StyledText()]
    }

    private func row(at index: Int, width: Int) -> [StyledText] {
        switch board.ladderRows[index] {
        case .ladder(let ladder, let isFolded): [title(of: ladder, isFolded: isFolded, width: width)]
        case .rung(let row): [rung(row, width: width)]
        case .indicator(let rung, let indicator): indicatorLines(indicator, below: rung, width: width)
        case .outgoing(let coupling): couplingLines(coupling, isOutgoing: true, width: width)
        case .incoming(let coupling): couplingLines(coupling, isOutgoing: false, width: width)
        }
    }

    private func title(of ladder: Ladder, isFolded: Bool, width: Int) -> StyledText {
        var left = StyledText(isFolded ? glyphs.folded : glyphs.unfolded, .textDim)
        left.append(" \(ladder.title.uppercased())", Style(.heading, bold: true))
        let titleWidth = left.width
        if let subject = ladder.subject { left.append("  \(subject)", .textDim) }
        let present = board.situation.presentRung(of: ladder).flatMap { ladder.rung($0.id) }
        let right = StyledText(
            present.map { "on \($0.number) of \(ladder.rungs.count)" } ?? "on no rung yet", .textStrong)
        return left.flanked(
            by: spark(of: ladder, room: width - min(left.width, titleWidth + Self.leastSubject) - right.width - 1)
                + right, width: width,
            ellipsis: glyphs.ellipsis)
    }

    /// Columns that a ladder's subject keeps beside the spark line.
    private static let leastSubject = 12

    /// How the traffic of a ladder's actors has gone: as many weeks of it as there is room for, the latest last.
    private func spark(of ladder: Ladder, room: Int) -> StyledText {
        guard let levels = board.traffic.ladders[ladder.id] else { return StyledText() }
        for (weeks, isInWords) in [(12, true), (8, true), (8, false)] {
            var text = StyledText(
                glyphs.sparkLine(levels.levels.suffix(weeks)), levels.isFlagged ? .warning : .textStrong)
            if levels.isFlagged { text.append(glyphs.surge, Style(.warning, bold: true)) }
            if let trend = levels.trend {
                text.append(" " + (isInWords ? trend.rawValue : trend.sign(glyphs)), .textDim)
            }
            text.append("  ")
            if text.width <= room { return text }
        }
        return StyledText()
    }

    private func rung(_ row: LadderRows.RungRow, width: Int) -> StyledText {
        var left = StyledText(row.isPresent ? glyphs.present : " ", .rungPresent)
        left.append(row.number < 10 ? " \(row.number) " : "\(row.number) ", row.isPresent ? .rungPresent : .text)
        // People's mark and the machine's side by side, the machine's only where it has one.
        left.append(row.analyst?.sign(glyphs) ?? (row.machine == nil ? row.state.sign(glyphs) : " "), row.state.role)
        left.append(row.machine?.sign(glyphs) ?? (hasMachine ? " " : ""), .machine)
        left.append(" ")
        left.append(row.rung.title, Style(row.state.role, bold: row.isPresent))
        if row.isFolded, row.hasMore { left.append(contentsOf: marks(row.thresholds)) }
        var right = StyledText(row.state.rawValue, row.state.role)
        if let machine = row.machine, let analyst = row.analyst, machine != analyst, width >= 56 {
            right = StyledText("machine: \(machine.rawValue)  ", .machine) + right
        }
        return left.flanked(by: right, width: width, ellipsis: glyphs.ellipsis)
    }

    /// What a folded rung holds: thresholds seen of those there are, up and down, and couplings.
    private func marks(_ thresholds: LadderRows.Thresholds) -> StyledText {
        var text = StyledText()
        if thresholds.up > 0 {
            text.append(" \(glyphs.up)\(thresholds.upObserved)/\(thresholds.up)", .thresholdUp)
        }
        if thresholds.down > 0 {
            text.append(" \(glyphs.down)\(thresholds.downObserved)/\(thresholds.down)", .thresholdDown)
        }
        if thresholds.couplings > 0 { text.append(" \(glyphs.triggers)\(thresholds.couplings)", .coupling) }
        return text
    }

    /// The rail between the rungs, in the colour of the way already climbed or still to climb.
    private func rail(isClimbed: Bool) -> StyledText {
        StyledText("  \(glyphs.ladderRail)  ", isClimbed ? .rungReached : .rungNotReached)
    }

    private func isClimbed(_ key: RungKey) -> Bool { board.situation.state(of: key).isStoodOn }

    private func indicatorLines(_ indicator: Indicator, below rung: RungKey, width: Int) -> [StyledText] {
        let state = board.situation.state(of: indicator, rung)
        var text = StyledText(indicator.direction.sign(glyphs) + " ", indicator.direction.role)
        text.append(state.sign(glyphs) + " ", state.role)
        text.append(indicator.summary, .text)
        return railed(text, note: StyledText(state.rawValue, state.role), isClimbed(rung), width)
    }

    private func couplingLines(_ coupling: Coupling, isOutgoing: Bool, width: Int) -> [StyledText] {
        let other = isOutgoing ? coupling.to : coupling.from
        let ladder = board.situation.ladders[other.ladder]
        let number = ladder?.rung(other.rung)?.number
        var text = StyledText((isOutgoing ? glyphs.triggers : glyphs.from) + " ", .coupling)
        let verb = isOutgoing ? coupling.effect.rawValue : (coupling.effect == .raises ? "raised by" : "lowered by")
        let title = ladder?.title ?? "\(other.ladder) (gone)"
        text.append("\(verb) \(title)\(number.map { " \($0)" } ?? "")", .coupling)
        if let factor = coupling.factor { text.append(" \(glyphs.times)\(inFull(factor))", .coupling) }
        let origin = isOutgoing ? coupling.from : coupling.to
        return railed(text, note: StyledText(), isClimbed(origin), width)
    }

    /// Text beside the rail: two lines at the most, the note at the end of the last.
    private func railed(_ text: StyledText, note: StyledText, _ isClimbed: Bool, _ width: Int) -> [StyledText] {
        let rail = rail(isClimbed: isClimbed)
        let room = width - rail.width
        if text.width + note.width + 1 <= room {
            return [rail + text.flanked(by: note, width: room, ellipsis: glyphs.ellipsis)]
        }
        var lines = text.wrapped(to: max(8, room), atMost: 2, ellipsis: glyphs.ellipsis)
        let last = lines.count - 1
        if lines.count == 1 {
            lines.append(StyledText().flanked(by: note, width: room, ellipsis: glyphs.ellipsis))
        } else {
            lines[last] = lines[last].indented(by: 4).flanked(by: note, width: room, ellipsis: glyphs.ellipsis)
        }
        return lines.map { rail + $0 }
    }
}
