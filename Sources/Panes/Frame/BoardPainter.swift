package import Controller
package import Display

/// Draws the board: a function of its state, nothing else.
package enum BoardPainter {
    /// A drawn board.
    package struct Drawing: Sendable {
        package var canvas: Canvas
        /// What was drawn where, to be told back to the board.
        package var picture: Picture
        /// Where the terminal's cursor belongs, while something is written.
        package var cursor: Point?
    }

    /// Cost: depends on the size of the screen, not on how much the situation holds.
    package static func draw(_ board: Board, glyphs: Glyphs) -> Drawing {
        var drawing = Drawing(canvas: Canvas(size: board.size), picture: Picture(), cursor: nil)
        guard !board.isTooSmall else {
            drawTooSmall(board, &drawing)
            return drawing
        }
        let layout = board.layout
        StatusLine.draw(board, layout: layout, glyphs: glyphs, on: &drawing.canvas)
        // The focused pane comes last, so that the borders it shares with others are in its colour.
        let places = layout.places.sorted { left, _ in left.pane != board.focus }
        let painters = places.map { PanePainter(board: board, place: $0, glyphs: glyphs) }
        // All frames before all titles, since a title stands on a border that the pane above shares.
        for painter in painters { painter.drawFrame(on: &drawing.canvas) }
        for painter in painters { drawing.picture.regions.append(painter.draw(on: &drawing.canvas)) }
        Footer.draw(board, layout: layout, glyphs: glyphs, on: &drawing)
        switch board.overlay {
        case .list(let list): ListOverlayPainter.draw(list, board: board, glyphs: glyphs, on: &drawing)
        case .form(let form): FormPainter.draw(form, board: board, glyphs: glyphs, on: &drawing)
        case .prompt, nil: break
        }
        return drawing
    }

    private static func drawTooSmall(_ board: Board, _ drawing: inout Drawing) {
        let least = Layout.least
        let words = StyledText(
            "Too small: \(board.size.columns)x\(board.size.rows), the board needs \(least.columns)x\(least.rows)",
            Style(.warning))
        for (row, line) in words.wrapped(to: max(1, board.size.columns)).enumerated() where row < board.size.rows {
            drawing.canvas.draw(line, at: Point(column: 0, row: row), width: board.size.columns)
        }
    }
}
