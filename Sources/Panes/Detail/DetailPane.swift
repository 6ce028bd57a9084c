import Commands
import Controller
import Display
import SituationModel

/// The detail pane: all there is about what is open, scrolled, with the link the cursor is on.
struct DetailPane {
    let board: Board
    let glyphs: Glyphs
    /// The inside of the pane.
    let frame: Rect

    func draw(on canvas: inout Canvas, _ region: inout Region) {
        guard frame.columns > 4, frame.rows > 0 else { return }
        if let matrix = board.detail.subject?.matrix, let reading = board.judging.matrices[matrix] {
            MatrixPane(board: board, reading: reading, glyphs: glyphs, frame: frame).draw(on: &canvas, &region)
            return
        }
        if case .deedMatrix(let window)? = board.detail.subject {
            DeedMatrixPainter(board: board, window: window, glyphs: glyphs, frame: frame).draw(on: &canvas, &region)
            return
        }
        let text = self.text
        region.lineCount = text.lines.count
        region.shownLines = frame.rows
        region.links = text.links
        region.highlights = text.highlights
        let limit = max(0, text.lines.count - frame.rows)
        var scroll = min(max(0, board.detail.scroll), limit)
        if board.detail.seeksAnchor, case .document(_, .some)? = board.detail.subject, let first = text.highlights.first
        {
            scroll = min(limit, max(0, first - frame.rows / 3))
        }
        region.scroll = scroll
        for (row, line) in text.lines.dropFirst(scroll).prefix(frame.rows).enumerated() {
            canvas.draw(line, at: Point(column: frame.column + 1, row: frame.row + row), width: frame.columns - 2)
        }
        markLink(text, scroll: scroll, on: &canvas)
        drawScrollMark(scroll, limit, on: &canvas)
    }

    private func markLink(_ text: DetailText, scroll: Int, on canvas: inout Canvas) {
        guard board.focus == .detail, let chosen = text.links.first(where: { $0.link == board.detail.link }) else {
            return
        }
        // In a document the words themselves stand out, not the line they begin on.
        let isInText =
            board.detail.subject?.document != nil && board.findings.contains { .item($0.item) == chosen.link }
        for line in chosen.lines where (scroll..<scroll + frame.rows).contains(line) {
            let row = frame.row + line - scroll
            canvas.draw(
                glyphs.cursorBar, at: Point(column: frame.column, row: row), width: 1, style: Style(.titleFocused))
            if line == chosen.lines.lowerBound, !isInText {
                canvas.lay(
                    .selectionFocused, over: Rect(column: frame.column, row: row, columns: frame.columns, rows: 1))
            }
        }
    }

    private func drawScrollMark(_ scroll: Int, _ limit: Int, on canvas: inout Canvas) {
        guard limit > 0, frame.rows > 2 else { return }
        let row = frame.row + scroll * (frame.rows - 1) / limit
        canvas.draw(
            glyphs.scrollMark, at: Point(column: frame.right, row: row), width: 1,
            style: Style(board.focus == .detail ? .borderFocused : .border))
    }

    private var text: DetailText {
        var text = DetailText(width: frame.columns - 2, glyphs: glyphs)
        guard let subject = board.detail.subject else {
            text.paragraph("\(board.way(to: .open)) opens here what the cursor is on.", .textDim)
            return text
        }
        switch subject {
        case .document(let id, let anchor): DocumentText.write(id, at: anchor, board: board, to: &text)
        case .item(.record(.document(let id))): DocumentText.write(id, at: nil, board: board, to: &text)
        case .whatIf: WhatIfText.write(board: board, to: &text)
        case .judgements: RecordsText.write(board, to: &text)
        case .item(let item): ItemText.write(item, board: board, to: &text)
        case .chart(let scope, _): ChartText.write(scope, board: board, rows: frame.rows, to: &text)
        case .deeds(let wish): DeedsText.write(wish, board: board, to: &text)
        case .timeline(let actor): DeedsText.writeTimeline(of: actor, board: board, to: &text)
        case .found(let query): FoundText.write(query, board: board, to: &text)
        case .deedMatrix: break
        }
        return text
    }
}
