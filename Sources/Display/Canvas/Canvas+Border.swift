extension Canvas {
    /// Draws a box along the inner edge of a rectangle.
    ///
    /// Where it meets lines that are there already they are joined: two boxes drawn over a common edge meet in `┬`,
    /// `├` or `┼`. A rectangle of less than two columns or rows becomes a line.
    package mutating func border(_ rect: Rect, style: Style, glyphs: Glyphs) {
        guard !rect.isEmpty else { return }
        let lastColumn = rect.right - 1
        let lastRow = rect.bottom - 1
        for row in rect.row...lastRow {
            let isEdge = row == rect.row || row == lastRow
            for column in rect.column...lastColumn where isEdge || column == rect.column || column == lastColumn {
                var arms: LineArms = []
                if isEdge {
                    if column > rect.column { arms.insert(.left) }
                    if column < lastColumn { arms.insert(.right) }
                }
                if column == rect.column || column == lastColumn {
                    if row > rect.row { arms.insert(.up) }
                    if row < lastRow { arms.insert(.down) }
                }
                join(arms, column: column, row: row, style: style, glyphs: glyphs)
            }
        }
    }

    /// Draws a horizontal line that joins the lines it touches.
    package mutating func horizontalLine(at point: Point, columns: Int, style: Style, glyphs: Glyphs) {
        border(
            Rect(column: point.column, row: point.row, columns: columns, rows: 1), style: style, glyphs: glyphs)
    }

    /// Draws a vertical line that joins the lines it touches.
    package mutating func verticalLine(at point: Point, rows: Int, style: Style, glyphs: Glyphs) {
        border(Rect(column: point.column, row: point.row, columns: 1, rows: rows), style: style, glyphs: glyphs)
    }

    private mutating func join(_ arms: LineArms, column: Int, row: Int, style: Style, glyphs: Glyphs) {
        let there = LineArms(grapheme(column: column, row: row), in: glyphs)
        put(
            arms.union(there).grapheme(in: glyphs), columns: 1, at: column, row: row, style: style)
    }
}

/// The directions in which a line leaves the middle of a cell.
private struct LineArms: OptionSet, Hashable {
    let rawValue: UInt8
    static let up = LineArms(rawValue: 1)
    static let down = LineArms(rawValue: 2)
    static let left = LineArms(rawValue: 4)
    static let right = LineArms(rawValue: 8)

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// The arms of a line that stands in a cell; none if something else does.
    init(_ grapheme: Grapheme, in glyphs: Glyphs) {
        guard grapheme != .blank else {
            self = []
            return
        }
        // In ASCII every corner is the same "+", and so reads as a cross.
        switch grapheme.text {
        case glyphs.cross: self = [.up, .down, .left, .right]
        case glyphs.horizontal: self = [.left, .right]
        case glyphs.vertical: self = [.up, .down]
        case glyphs.topLeft: self = [.down, .right]
        case glyphs.topRight: self = [.down, .left]
        case glyphs.bottomLeft: self = [.up, .right]
        case glyphs.bottomRight: self = [.up, .left]
        case glyphs.teeDown: self = [.left, .right, .down]
        case glyphs.teeUp: self = [.left, .right, .up]
        case glyphs.teeRight: self = [.up, .down, .right]
        case glyphs.teeLeft: self = [.up, .down, .left]
        default: self = []
        }
    }

    func grapheme(in glyphs: Glyphs) -> Grapheme {
        let sign =
            switch self {
            case [.down, .right]: glyphs.topLeft
            case [.down, .left]: glyphs.topRight
            case [.up, .right]: glyphs.bottomLeft
            case [.up, .left]: glyphs.bottomRight
            case [.left, .right, .down]: glyphs.teeDown
            case [.left, .right, .up]: glyphs.teeUp
            case [.up, .down, .right]: glyphs.teeRight
            case [.up, .down, .left]: glyphs.teeLeft
            case [.up, .down, .left, .right]: glyphs.cross
            case [.up], [.down], [.up, .down]: glyphs.vertical
            default: glyphs.horizontal
            }
        return sign.unicodeScalars.first.map(Grapheme.init) ?? .blank
    }
}
