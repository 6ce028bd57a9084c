import Commands
import Controller
import Display

/// The bottom line: what is being written, else a message, else the keys that matter here.
enum Footer {
    static func draw(_ board: Board, layout: Layout, glyphs: Glyphs, on drawing: inout BoardPainter.Drawing) {
        let frame = layout.footer
        if case .prompt(let prompt)? = board.overlay {
            drawPrompt(prompt, frame, glyphs: glyphs, on: &drawing)
        } else if let message = board.message {
            let role: Role =
                switch message.kind {
                case .information: .text
                case .warning: .warning
                case .error: .error
                }
            let sign = message.kind == .information ? " " : " ! "
            let line = StyledText(sign + message.text, role).truncated(to: frame.columns, ellipsis: glyphs.ellipsis)
            drawing.canvas.draw(line, at: frame.origin, width: frame.columns)
        } else if !board.pendingKeys.isEmpty {
            drawPending(board, frame, glyphs: glyphs, on: &drawing)
        } else {
            drawing.canvas.draw(hints(board, width: frame.columns), at: frame.origin, width: frame.columns)
        }
    }

    // MARK: Hints

    private static func hints(_ board: Board, width: Int) -> StyledText {
        var line = StyledText()
        for (actions, label) in wanted(board) {
            let keys = actions.compactMap { board.keys(for: $0).first }
            guard keys.count == actions.count else { continue }
            var hint = StyledText(" ")
            hint.append(keys.joined(separator: " "), .key)
            hint.append(" \(label) ", .textDim)
            guard line.width + hint.width <= width else { break }
            line.append(contentsOf: hint)
        }
        return line
    }

    /// The commands worth a hint where the focus is, the most wanted first.
    private static func wanted(_ board: Board) -> [([Action], String)] {
        switch board.overlay {
        case .list: return [([.accept], "choose"), ([.nextChoice, .previousChoice], "move"), ([.cancel], "close")]
        case .form: return [([.save], "save"), ([.nextField, .previousField], "field"), ([.cancel], "leave")]
        case .prompt, nil: break
        }
        let editing: [([Action], String)] =
            switch board.focus {
            case .actors: [([.add], "add"), ([.edit], "edit"), ([.relate], "relate")]
            case .ladders: [([.state], "set state"), ([.judge], "judge")]
            case .quotes: [([.add], "add"), ([.edit], "edit")]
            case .log: [([.add], "note"), ([.undo], "undo")]
            case .timeline: [([.add], "add"), ([.edit], "edit")]
            case .wire, .detail: []
            }
        let reviewing: [([Action], String)] =
            board.offersReview
            ? [([.confirm], "confirm"), ([.reject], "reject"), ([.edit], "edit"), ([.mark], "mark")] : []
        if board.openMatrix != nil {
            return [
                ([.help], "keys"), ([.open], "sentence"), ([.addHypothesis], "hypothesis"), ([.addItem], "evidence"),
                ([.edit], "edit"), ([.remove], "take out"), ([.undo], "undo"), ([.back], "back"),
            ]
        }
        let reading: [([Action], String)] =
            board.focus == .detail
            ? detailHints(board) : [([.open], "open"), ([.source], "source"), ([.filter], "filter")]
        return [([.help], "keys")] + reviewing + reading
            + editing.filter { edit in !reviewing.contains { $0.0 == edit.0 } } + [
                ([.nextPane], "pane"), ([.palette], "find"), ([.command], "command"), ([.earlier, .later], "time"),
                ([.zoom], "zoom"), ([.copy], "copy"), ([.quit], "quit"),
            ]
    }

    /// What the keys do in the detail pane.
    private static func detailHints(_ board: Board) -> [([Action], String)] {
        switch board.detail.subject {
        case .whatIf: [([.back], "back"), ([.open], "take as given, or choose")]
        case let subject? where subject.isOfTraffic: trafficHints(board)
        default: [([.back], "back"), ([.open], "follow"), ([.nextMatch, .previousMatch], "findings")]
        }
    }

    /// What the keys do in a chart or a matrix.
    private static func trafficHints(_ board: Board) -> [([Action], String)] {
        if case .deedMatrix? = board.detail.subject {
            return [([.back], "back"), ([.moveLeft, .moveDown, .moveUp, .moveRight], "cell"), ([.open], "its events")]
        }
        return [
            ([.back], "back"), ([.moveLeft, .moveRight], "week"), ([.previousGroup, .nextGroup], "surge"),
            ([.moveDown], "events"), ([.open], "open"),
        ]
    }

    private static func drawPending(
        _ board: Board, _ frame: Rect, glyphs: Glyphs, on drawing: inout BoardPainter.Drawing
    ) {
        var line = StyledText(" \(KeyLabel.text(for: board.pendingKeys)) ", .key)
        for (keys, summary) in board.pendingContinuations {
            line.append(" \(keys)", .key)
            line.append(" \(summary) ", .textDim)
        }
        drawing.canvas.draw(
            line.truncated(to: frame.columns, ellipsis: glyphs.ellipsis), at: frame.origin, width: frame.columns)
    }

    // MARK: Prompt

    private static func drawPrompt(
        _ prompt: Prompt, _ frame: Rect, glyphs: Glyphs, on drawing: inout BoardPainter.Drawing
    ) {
        let sign = StyledText(prompt.sign, Style(.prompt, bold: true))
        let start = drawing.canvas.draw(sign, at: frame.origin, width: frame.columns)
        let field = Rect(column: frame.column + start, row: frame.row, columns: frame.columns - start, rows: 1)
        let column = EditorPainter.draw(prompt.editor, in: field, style: Style(.prompt), on: &drawing.canvas)
        drawing.cursor = Point(column: column, row: frame.row)
        if let complaint = prompt.complaint {
            let box = Rect(column: frame.column, row: frame.row - 1, columns: frame.columns, rows: 1)
            drawing.canvas.fill(box, style: Style(.error))
            drawing.canvas.draw(
                StyledText(" ! \(complaint)", .error).truncated(to: box.columns, ellipsis: glyphs.ellipsis),
                at: box.origin, width: box.columns)
        }
        guard let completion = prompt.completion else { return }
        drawProposals(completion, chosen: prompt.proposal, above: frame, glyphs: glyphs, on: &drawing)
    }

    /// What could be written, in a box above the line.
    private static func drawProposals(
        _ completion: Completion, chosen: Int?, above frame: Rect, glyphs: Glyphs,
        on drawing: inout BoardPainter.Drawing
    ) {
        guard !completion.candidates.isEmpty else {
            drawing.canvas.draw(
                "nothing to propose", at: Point(column: max(0, frame.right - 20), row: frame.row), width: 20,
                style: Style(.promptHint))
            return
        }
        let rows = min(10, completion.candidates.count, max(1, frame.row - 3))
        let first = min(max(0, (chosen ?? 0) - rows + 1), completion.candidates.count - rows)
        let shown = completion.candidates[first..<first + rows]
        let nameWidth = min(32, shown.map { TextWidth.columns(of: $0.text) }.max() ?? 0)
        let width = min(
            frame.columns, nameWidth + 4 + (shown.map { TextWidth.columns(of: $0.summary) }.max() ?? 0))
        let box = Rect(column: frame.column, row: frame.row - rows, columns: width, rows: rows)
        drawing.canvas.fill(box, style: Style(.completion))
        for (offset, candidate) in shown.enumerated() {
            let isChosen = first + offset == chosen
            let role: Role = isChosen ? .completionSelected : .completion
            var line = StyledText("\(isChosen ? glyphs.cursorBar : " ")", role)
            let name = StyledText(candidate.text, role).truncated(to: nameWidth, ellipsis: glyphs.ellipsis)
            line.append(contentsOf: name)
            line.append(String(repeating: " ", count: nameWidth - name.width + 2), role)
            line.append(candidate.summary, role)
            line.append(String(repeating: " ", count: max(0, width - line.width)), role)
            drawing.canvas.draw(
                line.truncated(to: width, ellipsis: glyphs.ellipsis),
                at: Point(column: box.column, row: box.row + offset), width: width)
        }
    }
}

/// Draws a line that is being written, scrolled so that the cursor is in sight.
enum EditorPainter {
    /// - Returns: The column of the cursor.
    static func draw(_ editor: LineEditor, in frame: Rect, style: Style, on canvas: inout Canvas) -> Int {
        let room = max(1, frame.columns - 1)
        // Read backwards from the cursor as far as there is room, however much lies before.
        var shown = 0
        var columns = 0
        for character in editor.beforeCursor.reversed() {
            let next = columns + TextWidth.columns(of: String(character))
            guard next <= room else { break }
            (shown, columns) = (shown + 1, next)
        }
        let visible = editor.text.dropFirst(editor.cursor - shown).prefix(shown + frame.columns)
        canvas.draw(String(visible), at: frame.origin, width: frame.columns, style: style)
        return frame.column + columns
    }
}
