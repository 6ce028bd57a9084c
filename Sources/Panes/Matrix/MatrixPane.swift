import Commands
import Controller
import Display
import SituationModel

/// A matrix of competing hypotheses: what is refuted least on top, the items against the hypotheses below, and at the
/// foot all there is about the cell under the cursor.
struct MatrixPane {
    let board: Board
    let reading: MatrixReading
    let glyphs: Glyphs
    /// The inside of the pane.
    let frame: Rect

    private var matrix: HypothesisMatrix { reading.matrix }
    private var place: MatrixPlace { board.place(in: matrix) }
    private var isFocused: Bool { board.focus == .detail }

    private static let cellWidth = 7
    /// Credibility, relevance, diagnosticity and a blank.
    private static let weightsWidth = 17
    private static let leastSummary = 18

    func draw(on canvas: inout Canvas, _ region: inout Region) {
        guard frame.columns > 30, frame.rows > 4 else { return }
        let inside = frame.inset(left: 1, right: 1, top: 0, bottom: 0)
        let head = self.head(width: inside.columns)
        let foot = MatrixFoot(board: board, reading: reading, place: place, glyphs: glyphs)
            .lines(width: inside.columns)
        // The items have the room that is left, and some of it in any case.
        let least = min(3, max(1, matrix.items.count)) + 1
        let footRows = min(foot.count, max(0, frame.rows - head.count - least - 1))
        let (top, rest) = inside.splitTop(min(head.count, max(0, inside.rows - least)))
        let (bottom, middle) = rest.splitBottom(footRows == 0 ? 0 : footRows + 1)
        put(head, in: top, on: &canvas)
        drawTable(in: middle, on: &canvas, &region)
        guard footRows > 0 else { return }
        let line = String(repeating: glyphs.horizontal, count: bottom.columns)
        put([StyledText(line, .border)] + foot, in: bottom, on: &canvas)
    }

    private func put(_ lines: [StyledText], in frame: Rect, on canvas: inout Canvas) {
        for (row, line) in lines.prefix(frame.rows).enumerated() {
            canvas.draw(
                line.truncated(to: frame.columns, ellipsis: glyphs.ellipsis),
                at: Point(column: frame.column, row: frame.row + row), width: frame.columns)
        }
    }

    // MARK: The order

    private func head(width: Int) -> [StyledText] {
        var lines = StyledText(matrix.title, Style(.textStrong, bold: true))
            .wrapped(to: width, atMost: 2, ellipsis: glyphs.ellipsis)
        if matrix.hypotheses.isEmpty {
            lines.append(
                StyledText("No hypotheses yet: \(board.way(to: .addHypothesis)) adds one", .warning))
        } else {
            lines.append(
                StyledText(
                    "Least inconsistent first. It lays evidence out; it calculates no truth.", .textDim))
        }
        for standing in reading.standings {
            var line = StyledText(" \(standing.rank). ", .textDim)
            line.append(reading.label(of: standing.hypothesis.id), Style(.textStrong, bold: true))
            line.append("  \(inDecimals(standing.inconsistency))  ", .textStrong)
            line.append(standing.hypothesis.title)
            let note = standing.unrated == 0 ? StyledText() : StyledText("\(standing.unrated) unrated", .warning)
            lines.append(line.flanked(by: note, width: width, ellipsis: glyphs.ellipsis))
        }
        return lines
    }

    // MARK: The table

    private func drawTable(in frame: Rect, on canvas: inout Canvas, _ region: inout Region) {
        guard frame.rows > 0 else { return }
        let shown = hypotheses(width: frame.columns)
        let summaryWidth = frame.columns - Self.weightsWidth - shown.count * Self.cellWidth
        canvas.draw(heading(shown, summaryWidth), at: frame.origin, width: frame.columns)
        if place.item == nil { mark(row: frame.row, frame, on: &canvas) }
        let rows = frame.rows - 1
        region.shownLines = max(1, rows)
        guard !reading.items.isEmpty else {
            let keys =
                "\(board.way(to: .addItem)) adds one by hand, \(board.way(to: .takeEvidence)) on a quote or an event takes it"
            put(
                [StyledText("No evidence yet: \(keys)", .textDim)],
                in: frame.inset(left: 1, right: 0, top: 1, bottom: 0), on: &canvas)
            return
        }
        let cursor = reading.items.firstIndex { $0.item.id == place.item } ?? 0
        let first = min(max(0, cursor - rows * 2 / 3), max(0, reading.items.count - rows))
        for (offset, item) in reading.items.dropFirst(first).prefix(max(0, rows)).enumerated() {
            let row = frame.row + 1 + offset
            canvas.draw(
                line(item, number: first + offset + 1, shown, summaryWidth),
                at: Point(column: frame.column, row: row), width: frame.columns)
            if item.item.id == place.item { mark(row: row, frame, on: &canvas) }
        }
        let hidden = reading.items.count - rows
        guard hidden > 0, rows > 1 else { return }
        canvas.draw(
            glyphs.scrollMark,
            at: Point(column: self.frame.right, row: frame.row + 1 + first * (rows - 1) / hidden), width: 1,
            style: Style(isFocused ? .borderFocused : .border))
    }

    /// The cursor's row.
    private func mark(row: Int, _ frame: Rect, on canvas: inout Canvas) {
        canvas.lay(
            isFocused ? .selectionFocused : .selection,
            over: Rect(column: self.frame.column, row: row, columns: self.frame.columns, rows: 1))
        guard isFocused else { return }
        canvas.draw(
            glyphs.cursorBar, at: Point(column: self.frame.column, row: row), width: 1,
            style: Style(.titleFocused, ground: .selectionFocused))
    }

    /// The hypotheses whose columns have room, the cursor's among them.
    private func hypotheses(width: Int) -> ArraySlice<Hypothesis> {
        let count = max(1, (width - Self.weightsWidth - Self.leastSummary) / Self.cellWidth)
        let all = matrix.hypotheses
        let cursor = all.firstIndex { $0.id == place.hypothesis } ?? 0
        let first = min(max(0, cursor - count + 1), max(0, all.count - count))
        return all.dropFirst(first).prefix(count)
    }

    private func heading(_ shown: ArraySlice<Hypothesis>, _ summaryWidth: Int) -> StyledText {
        let hiddenLeft = (shown.first?.id == matrix.hypotheses.first?.id) ? "" : "<"
        let hiddenRight = (shown.last?.id == matrix.hypotheses.last?.id) ? "" : ">"
        var line = fitted(StyledText("   evidence", .textDim), summaryWidth)
        line.append("cred rel  diag \(hiddenLeft.isEmpty ? " " : hiddenLeft) ", .textDim)
        for hypothesis in shown {
            let isHere = place.item == nil && place.hypothesis == hypothesis.id
            line.append(
                centred(reading.label(of: hypothesis.id), isHere: isHere), Style(.heading, bold: true))
        }
        line.append(hiddenRight, .textDim)
        return line
    }

    private func line(
        _ item: MatrixReading.Item, number: Int, _ shown: ArraySlice<Hypothesis>, _ summaryWidth: Int
    ) -> StyledText {
        // What does not bear on the order is marked, not left out.
        let role: Role = item.counts ? .text : .textDim
        var summary = StyledText("\(item.counts ? " " : glyphs.noWeight)\(number < 10 ? " " : "")\(number) ", .textDim)
        summary.append(item.item.summary, role)
        var line = fitted(summary, summaryWidth)
        line.append("\(item.item.credibility.short) \(item.item.relevance.short) ", .textDim)
        line.append(inDecimals(item.diagnosticity), role)
        line.append(item.disagreement > 0 ? " ~ " : "   ", .warning)
        for hypothesis in shown {
            let cell = item.cells[hypothesis.id]
            let isHere = place.item == item.item.id && place.hypothesis == hypothesis.id
            line.append(centred(cell?.text ?? glyphs.separator, isHere: isHere), style(of: cell))
        }
        return line
    }

    /// One's own ratings stand out from those of others.
    private func style(of cell: MatrixReading.Cell?) -> Style {
        guard let cell else { return Style(.textDim) }
        let isOwn = cell.ratings[board.settings.reader] != nil
        let role: Role = cell.inconsistency > 0 ? .warning : isOwn ? .text : .textDim
        return Style(role, bold: isOwn)
    }

    private func centred(_ text: String, isHere: Bool) -> String {
        let room = Self.cellWidth - 2
        let blanks = max(0, room - TextWidth.columns(of: text))
        let inner =
            String(repeating: " ", count: blanks / 2) + text + String(repeating: " ", count: blanks - blanks / 2)
        return isHere && isFocused ? "[\(inner)]" : " \(inner) "
    }

    private func fitted(_ text: StyledText, _ width: Int) -> StyledText {
        var line = text.truncated(to: max(0, width - 1), ellipsis: glyphs.ellipsis)
        line.append(String(repeating: " ", count: max(0, width - line.width)))
        return line
    }
}

extension EvidenceItem.Weight {
    fileprivate var short: String {
        switch self {
        case .low: "low "
        case .medium: "med "
        case .high: "high"
        }
    }
}

extension Glyphs {
    /// Before an item that does not change the order.
    fileprivate var noWeight: String { self == .ascii ? "=" : "≡" }
}
