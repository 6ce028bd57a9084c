import Commands
import Controller
import Display

/// Draws the palette, the help and the pickers: a box over the board, a line to narrow it, the entries below.
enum ListOverlayPainter {
    static func draw(_ list: ListOverlay, board: Board, glyphs: Glyphs, on drawing: inout BoardPainter.Drawing) {
        let size = board.size
        let columns = min(size.columns - 2, list.kind == .themes ? 40 : 92)
        let rows = min(
            size.rows - 2,
            max(
                6,
                list.kind == .help
                    ? size.rows - 2 : min(22, list.entries.count + 4 + (list.kind == .sources ? sentenceRows : 0))))
        // The themes stand aside, so that the board is seen in them.
        let column = list.kind == .themes ? size.columns - columns - 1 : (size.columns - columns) / 2
        let frame = Rect(column: column, row: max(1, (size.rows - rows) / 3), columns: columns, rows: rows)
        drawing.picture.overlayFrame = frame
        drawing.canvas.fill(frame, style: Style(.text))
        drawing.canvas.border(frame, style: Style(.borderFocused), glyphs: glyphs)
        drawing.canvas.draw(
            " \(list.title) ", at: Point(column: frame.column + 2, row: frame.row), width: columns - 4,
            style: Style(.titleFocused, bold: true))
        let inside = frame.inset(by: 1)
        drawing.canvas.draw("/", at: inside.origin, width: 1, style: Style(.prompt))
        let field = Rect(column: inside.column + 2, row: inside.row, columns: inside.columns - 3, rows: 1)
        let cursor = EditorPainter.draw(list.editor, in: field, style: Style(.prompt), on: &drawing.canvas)
        drawing.cursor = Point(column: cursor, row: inside.row)
        // What a source answered is a sentence that may be longer than a line: that of the chosen one stands below, whole.
        let room = list.kind == .sources && inside.rows > sentenceRows + 1 ? sentenceRows : 0
        let body = inside.inset(left: 0, right: 0, top: 1, bottom: room)
        drawEntries(list, in: body, glyphs: glyphs, on: &drawing)
        guard room > 0, let chosen = list.chosen else { return }
        let lines = StyledText(chosen.detail, .text).wrapped(
            to: inside.columns - 2, atMost: sentenceRows, ellipsis: glyphs.ellipsis)
        for (offset, line) in lines.enumerated() {
            drawing.canvas.draw(
                line, at: Point(column: inside.column + 1, row: body.bottom + offset), width: inside.columns - 2)
        }
    }

    private static let sentenceRows = 3

    private static func drawEntries(
        _ list: ListOverlay, in frame: Rect, glyphs: Glyphs, on drawing: inout BoardPainter.Drawing
    ) {
        guard !list.entries.isEmpty else {
            drawing.canvas.draw(
                "Nothing matches", at: Point(column: frame.column + 1, row: frame.row), width: frame.columns - 2,
                style: Style(.textDim))
            return
        }
        // Headings stand between the entries where they are in their own order.
        let hasHeadings = list.kind == .help
        var rows: [Int?] = []
        for (index, entry) in list.entries.enumerated() {
            if hasHeadings, index == 0 || list.entries[index - 1].group != entry.group { rows.append(nil) }
            rows.append(index)
        }
        let cursorRow = rows.firstIndex(of: list.cursor) ?? 0
        let first = min(max(0, cursorRow - frame.rows * 2 / 3), max(0, rows.count - frame.rows))
        for (offset, row) in rows[first...].prefix(frame.rows).enumerated() {
            let point = Point(column: frame.column, row: frame.row + offset)
            guard let index = row else {
                let next = rows[(first + offset)...].lazy.compactMap { $0 }.first
                let group = next.map { list.entries[$0].group } ?? ""
                drawing.canvas.draw(
                    StyledText(" " + group, Style(.heading, bold: true)), at: point, width: frame.columns)
                continue
            }
            drawing.picture.overlayRows[point.row] = index
            let entry = list.entries[index]
            drawing.canvas.draw(
                line(entry, list, width: frame.columns, glyphs: glyphs), at: point, width: frame.columns)
            if index == list.cursor {
                drawing.canvas.lay(
                    .selectionFocused, over: Rect(column: frame.column, row: point.row, columns: frame.columns, rows: 1)
                )
                drawing.canvas.draw(
                    glyphs.cursorBar, at: point, width: 1, style: Style(.titleFocused, ground: .selectionFocused))
            }
        }
    }

    private static func line(_ entry: ListOverlay.Entry, _ list: ListOverlay, width: Int, glyphs: Glyphs) -> StyledText
    {
        var line = StyledText(" ")
        if list.kind == .help {
            // Where there is no room for all, the name gives way: what it does is what is asked for.
            let isNarrow = width < 70
            let keyWidth = isNarrow ? 12 : 19
            let keys = StyledText(entry.keys, .key).truncated(to: keyWidth - 1, ellipsis: glyphs.ellipsis)
            line.append(contentsOf: keys)
            line.append(String(repeating: " ", count: max(1, keyWidth - keys.width)))
            if !isNarrow {
                let title = StyledText(entry.title, .text).truncated(to: 24, ellipsis: glyphs.ellipsis)
                line.append(contentsOf: title)
                line.append(String(repeating: " ", count: max(1, 25 - title.width)))
            }
            line.append(entry.detail, .textDim)
            return line.truncated(to: width, ellipsis: glyphs.ellipsis)
        }
        let positions = Set(entry.positions)
        for (offset, character) in entry.title.enumerated() {
            line.append(String(character), positions.contains(offset) ? Style(.match, bold: true) : Style(.text))
        }
        if !entry.detail.isEmpty { line.append("  \(entry.detail)", .textDim) }
        var right = StyledText(entry.keys, .key)
        if !entry.group.isEmpty { right.append("  \(entry.group) ", .textDim) }
        return line.flanked(by: right, width: width, ellipsis: glyphs.ellipsis)
    }
}
