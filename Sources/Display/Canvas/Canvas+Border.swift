extension Canvas {
    /// Draws a box along the inner edge of a rectangle.
    ///
    /// Where it meets lines that are there already they are joined: two boxes drawn over a common edge meet in `┬`,
    /// `├` or `┼`. A rectangle of less than two columns or rows becomes a line.
    package mutating func border(_ rect: Rect, style: Style, glyphs: Glyphs) {
        guard !rect.isEmpty else { return }
        let joints = Joints(glyphs)
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
                join(arms, column: column, row: row, style: style, joints)
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

    private mutating func join(_ arms: LineArms, column: Int, row: Int, style: Style, _ joints: Joints) {
        let there = joints.arms(of: grapheme(column: column, row: row))
        put(joints[arms.union(there)], columns: 1, at: column, row: row, style: style)
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
}

/// The signs for all the ways in which lines can meet.
private struct Joints {
    /// By their arms.
    private var signs: [Grapheme]
    /// Read back from the cross on: in ASCII every corner is the same "+", and so reads as a cross.
    private let order: [LineArms] = [
        [.up, .down, .left, .right], [.left, .right], [.up, .down], [.down, .right], [.down, .left], [.up, .right],
        [.up, .left], [.left, .right, .down], [.left, .right, .up], [.up, .down, .right], [.up, .down, .left],
    ]

    init(_ glyphs: Glyphs) {
        signs = (UInt8(0)..<16).map { arms in
            let sign =
                switch LineArms(rawValue: arms) {
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

    subscript(arms: LineArms) -> Grapheme { signs[Int(arms.rawValue)] }

    /// The arms of a line that stands in a cell; none if something else does.
    func arms(of grapheme: Grapheme) -> LineArms {
        guard grapheme != .blank else { return [] }
        return order.first { self[$0] == grapheme } ?? []
    }
}
