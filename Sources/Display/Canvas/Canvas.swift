/// A grid of styled cells that panes draw on, and that a screen or a test then shows.
///
/// Nothing on it is wider than its cells or means anything to a terminal: all text comes in through ``SafeText``.
package struct Canvas: Hashable, Sendable {
    /// How large it is. A canvas keeps its size.
    package let size: Size
    private var slots: [Slot]
    private let blank: Slot

    /// A cell as it is kept: sixteen bytes and no reference, so that a canvas is one block of memory.
    private struct Slot: Hashable, Sendable {
        var grapheme: Grapheme
        var style: Style
    }

    /// Makes an empty canvas.
    package init(size: Size, style: Style = Style(.text)) {
        self.size = size
        blank = Slot(grapheme: .blank, style: style)
        slots = Array(repeating: blank, count: size.columns * size.rows)
    }

    /// The cell at a place; outside the canvas, a blank one.
    package subscript(column: Int, row: Int) -> Cell {
        guard let index = index(column, row) else { return Cell(text: " ", style: blank.style) }
        return Cell(text: slots[index].grapheme.text, style: slots[index].style)
    }

    /// What stands at a place, without the cost of a string; outside the canvas, a blank.
    package func grapheme(column: Int, row: Int) -> Grapheme {
        index(column, row).map { slots[$0].grapheme } ?? .blank
    }

    /// How the cell at a place is to look.
    package func style(column: Int, row: Int) -> Style {
        index(column, row).map { slots[$0].style } ?? blank.style
    }

    private func index(_ column: Int, _ row: Int) -> Int? {
        guard column >= 0, row >= 0, column < size.columns, row < size.rows else { return nil }
        return row * size.columns + column
    }

    /// Whether a row is the same as on another canvas, of the same size.
    package func hasSameRow(_ row: Int, as other: Canvas) -> Bool {
        guard size == other.size, (0..<size.rows).contains(row) else { return false }
        let range = row * size.columns..<(row + 1) * size.columns
        return slots[range] == other.slots[range]
    }

    // MARK: Drawing

    /// Draws text in one row, and tells how many columns it took.
    ///
    /// What does not fit into the width or the canvas is left out; half of a wide character is never drawn, a blank
    /// takes its place. Hostile characters appear as marks in the role ``Role/textUnsafe``.
    @discardableResult
    package mutating func draw(_ text: String, at point: Point, width: Int, style: Style) -> Int {
        guard width > 0 else { return 0 }
        if let length = SafeText.lengthIfPlainASCII(text) {
            return drawASCII(text, length: min(length, width), at: point, style: style)
        }
        let unsafe = style.with(.textUnsafe)
        var used = 0
        SafeText.forEachPiece(in: text) { piece in
            let pieceStyle = piece.isUnsafe ? unsafe : style
            guard used + piece.columns <= width else {
                if used < width { put(.blank, columns: 1, at: point.column + used, row: point.row, style: pieceStyle) }
                used = width
                return false
            }
            put(piece.grapheme, columns: piece.columns, at: point.column + used, row: point.row, style: pieceStyle)
            used += piece.columns
            return used < width
        }
        return used
    }

    /// Draws styled text in one row, and tells how many columns it took.
    @discardableResult
    package mutating func draw(_ text: StyledText, at point: Point, width: Int) -> Int {
        var used = 0
        for span in text.spans where used < width {
            used += draw(
                span.text, at: Point(column: point.column + used, row: point.row), width: width - used,
                style: span.style)
        }
        return used
    }

    private mutating func drawASCII(_ text: String, length: Int, at point: Point, style: Style) -> Int {
        let first = max(0, point.column)
        let end = min(point.column + length, size.columns)
        guard point.row >= 0, point.row < size.rows, first < end else { return length }
        let start = point.row * size.columns
        mendHalves(from: first, to: end, row: point.row)
        text.utf8.withContiguousStorageIfAvailable { bytes in
            for column in first..<end {
                slots[start + column] = Slot(grapheme: Grapheme(ascii: bytes[column - point.column]), style: style)
            }
        }
        return length
    }

    /// Writes one grapheme. One that does not lie in the canvas whole is a blank where it does.
    mutating func put(_ grapheme: Grapheme, columns: Int, at column: Int, row: Int, style: Style) {
        guard row >= 0, row < size.rows, column < size.columns, column + columns > 0 else { return }
        let isWhole = column >= 0 && column + columns <= size.columns
        let first = max(0, column)
        let end = min(column + columns, size.columns)
        mendHalves(from: first, to: end, row: row)
        let start = row * size.columns
        for place in first..<end {
            slots[start + place] = Slot(grapheme: isWhole ? .rightHalf : .blank, style: style)
        }
        if isWhole { slots[start + column].grapheme = grapheme }
    }

    /// Blanks the other half of each wide character that writing these columns would cut in two.
    private mutating func mendHalves(from first: Int, to end: Int, row: Int) {
        let start = row * size.columns
        if first > 0, slots[start + first].grapheme == .rightHalf { slots[start + first - 1].grapheme = .blank }
        if end < size.columns, slots[start + end].grapheme == .rightHalf { slots[start + end].grapheme = .blank }
    }

    /// Fills a rectangle with one character. A wide one is set side by side as often as it fits.
    package mutating func fill(_ rect: Rect, with character: Character = " ", style: Style) {
        var filling = SafeText.Piece(grapheme: .blank, columns: 1, isUnsafe: false)
        if character != " " {
            SafeText.forEachPiece(in: String(character)) { piece in
                filling = piece
                return false
            }
        }
        let part = rect.intersection(Rect(size))
        for row in part.row..<part.bottom {
            var column = part.column
            while column < part.right {
                let fits = column + filling.columns <= part.right
                put(
                    fits ? filling.grapheme : .blank, columns: fits ? filling.columns : 1, at: column, row: row,
                    style: style)
                column += filling.columns
            }
        }
    }

    /// Lays a ground under the cells of a rectangle: they keep their text and roles.
    package mutating func lay(_ ground: Role, over rect: Rect) {
        let part = rect.intersection(Rect(size))
        for row in part.row..<part.bottom {
            for column in part.column..<part.right { slots[row * size.columns + column].style.ground = ground }
        }
    }

    /// The canvas with each grapheme exchanged for another of the same width.
    func replacingGraphemes(_ replacement: (Grapheme) -> Grapheme) -> Canvas {
        var canvas = self
        for index in slots.indices { canvas.slots[index].grapheme = replacement(slots[index].grapheme) }
        return canvas
    }
}
