import Commands
import Controller
import Display

/// Draws a form: a box over the board with a line for each field, complaints beside them.
enum FormPainter {
    private static let labelWidth = 13
    private static let proposalRows = 7

    static func draw(_ form: Form, board: Board, glyphs: Glyphs, on drawing: inout BoardPainter.Drawing) {
        let columns = min(board.size.columns - 2, 86)
        // Room for what could be written in one of the fields, whichever has the focus: the form does not jump.
        let proposals = min(form.fields.map(\.proposals.count).max() ?? 0, proposalRows)
        let wanted = form.fields.count + 4 + proposals
        let rows = min(board.size.rows - 2, wanted)
        let frame = Rect(
            column: (board.size.columns - columns) / 2, row: max(1, (board.size.rows - rows) / 3), columns: columns,
            rows: rows)
        drawing.canvas.fill(frame, style: Style(.text))
        drawing.canvas.border(frame, style: Style(.borderFocused), glyphs: glyphs)
        drawing.canvas.draw(
            StyledText(" \(form.title) ", Style(.titleFocused, bold: true))
                .truncated(to: columns - 4, ellipsis: glyphs.ellipsis),
            at: Point(column: frame.column + 2, row: frame.row), width: columns - 4)
        let inside = frame.inset(by: 1)
        let listed = min(proposals, max(0, inside.rows - 2 - form.fields.count))
        let room = max(1, inside.rows - 2 - listed)
        let first = min(max(0, form.focus - room + 1), max(0, form.fields.count - room))
        for (offset, field) in form.fields[first...].prefix(room).enumerated() {
            draw(
                field, isFocused: first + offset == form.focus,
                in: Rect(column: inside.column, row: inside.row + offset, columns: inside.columns, rows: 1),
                glyphs: glyphs, on: &drawing)
        }
        if form.fields.indices.contains(form.focus), listed > 0 {
            let area = inside.splitTop(room).1.splitTop(listed).0
            drawProposals(of: form.fields[form.focus], in: area, glyphs: glyphs, on: &drawing)
        }
        drawKeys(form, board: board, row: inside.bottom - 1, inside, on: &drawing)
    }

    private static func draw(
        _ field: FormField, isFocused: Bool, in frame: Rect, glyphs: Glyphs, on drawing: inout BoardPainter.Drawing
    ) {
        let label = StyledText(
            "\(isFocused ? glyphs.cursorBar : " ")\(field.name.label)\(field.isRequired ? "*" : "")",
            isFocused ? .titleFocused : .textDim)
        drawing.canvas.draw(label, at: frame.origin, width: labelWidth)
        let complaint = field.complaint.map { StyledText(" ! \($0)", .error) } ?? StyledText()
        let space = frame.inset(left: labelWidth, right: min(complaint.width + 1, frame.columns / 2), top: 0, bottom: 0)
        let role: Role = isFocused ? .fieldFocused : .field
        drawing.canvas.fill(space, style: Style(role))
        switch field.content {
        case .text(let editor):
            if editor.text.isEmpty, !field.hint.isEmpty {
                drawing.canvas.draw(
                    StyledText("(\(field.hint))", Style(.textDim, ground: role, italic: true)).truncated(
                        to: space.columns, ellipsis: glyphs.ellipsis),
                    at: space.origin, width: space.columns)
            }
            if isFocused {
                let column = EditorPainter.draw(editor, in: space, style: Style(role), on: &drawing.canvas)
                drawing.cursor = Point(column: column, row: space.row)
            } else {
                drawing.canvas.draw(
                    StyledText(editor.text, Style(role)).truncated(to: space.columns, ellipsis: glyphs.ellipsis),
                    at: space.origin, width: space.columns)
            }
        case .choice(let choices, let chosen, let typed):
            let choice = choices.indices.contains(chosen) ? choices[chosen] : nil
            let words = choice.map { $0.summary.isEmpty ? $0.text : $0.summary } ?? "nothing to choose from"
            var line = StyledText(isFocused ? "< \(words) >" : "  \(words)", Style(role, bold: isFocused))
            // What is typed and fits nothing chooses nothing: what stood there before is not to look as if it did.
            if field.complaint != nil, !typed.isEmpty {
                line = StyledText("  \(typed)", Style(role, bold: isFocused))
            } else if isFocused, !typed.isEmpty {
                line.append("  /\(typed)", Style(.match, ground: role))
            }
            drawing.canvas.draw(
                line.truncated(to: space.columns, ellipsis: glyphs.ellipsis), at: space.origin, width: space.columns)
        }
        drawing.canvas.draw(
            complaint, at: Point(column: space.right, row: frame.row), width: max(0, frame.right - space.right))
    }

    /// What could be written in a field, each with a word about it, the one that stands there marked.
    private static func drawProposals(
        of field: FormField, in frame: Rect, glyphs: Glyphs, on drawing: inout BoardPainter.Drawing
    ) {
        let fitting = field.fitting
        let first = min(max(0, (field.proposal ?? 0) - frame.rows + 1), max(0, fitting.count - frame.rows))
        let nameWidth = field.proposals.map { TextWidth.columns(of: $0.text) }.max() ?? 0
        for (offset, candidate) in fitting.dropFirst(first).prefix(frame.rows).enumerated() {
            let isChosen = first + offset == field.proposal
            var line = StyledText(String(repeating: " ", count: labelWidth - 1) + (isChosen ? glyphs.cursorBar : " "))
            line.append(candidate.text, isChosen ? .completionSelected : .textDim)
            line.append(
                String(repeating: " ", count: nameWidth - TextWidth.columns(of: candidate.text) + 2)
                    + candidate.summary, .textDim)
            drawing.canvas.draw(
                line.truncated(to: frame.columns, ellipsis: glyphs.ellipsis),
                at: Point(column: frame.column, row: frame.row + offset), width: frame.columns)
        }
    }

    private static func drawKeys(
        _ form: Form, board: Board, row: Int, _ frame: Rect, on drawing: inout BoardPainter.Drawing
    ) {
        var line = StyledText(" ")
        let hints: [(String?, String)] = [
            (board.keymap.keys(for: .save, in: [.form]).first, "save"),
            (board.keymap.keys(for: .nextField, in: [.form]).first, "next"),
            (board.keymap.keys(for: .nextChoice, in: [.form]).first, "choose, or type"),
            (board.keymap.keys(for: .cancel, in: [.form]).first, "leave"),
        ]
        for (key, label) in hints {
            guard let key else { continue }
            line.append(key, .key)
            line.append(" \(label)   ", .textDim)
        }
        drawing.canvas.draw(line, at: Point(column: frame.column, row: row), width: frame.columns)
    }
}
