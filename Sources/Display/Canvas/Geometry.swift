/// How large a screen, or a part of it, is; counted in columns and rows.
package struct Size: Hashable, Sendable {
    /// Columns from left to right; never negative.
    package var columns: Int
    /// Rows from top to bottom; never negative.
    package var rows: Int

    /// Makes a size; anything negative becomes zero.
    package init(columns: Int, rows: Int) {
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }
}

/// A place on the screen, counted from the top left, both from zero.
package struct Point: Hashable, Sendable {
    /// Columns from the left edge.
    package var column: Int
    /// Rows from the top edge.
    package var row: Int

    /// Makes a point; it may lie outside any canvas.
    package init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }
}

/// A part of the screen.
package struct Rect: Hashable, Sendable {
    /// The leftmost column.
    package var column: Int
    /// The topmost row.
    package var row: Int
    /// How many columns it spans; never negative.
    package var columns: Int
    /// How many rows it spans; never negative.
    package var rows: Int

    /// Makes a rectangle; a negative extent becomes zero.
    package init(column: Int, row: Int, columns: Int, rows: Int) {
        self.column = column
        self.row = row
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }

    /// Makes the rectangle that covers a whole canvas of this size.
    package init(_ size: Size) {
        self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
    }

    /// The first column to the right of it.
    package var right: Int { column + columns }

    /// The first row below it.
    package var bottom: Int { row + rows }

    /// The top left corner.
    package var origin: Point { Point(column: column, row: row) }

    /// Its extent alone.
    package var size: Size { Size(columns: columns, rows: rows) }

    /// Whether it covers no cell.
    package var isEmpty: Bool { columns == 0 || rows == 0 }

    /// Whether the point lies in it.
    package func contains(_ point: Point) -> Bool {
        point.column >= column && point.column < right && point.row >= row && point.row < bottom
    }

    /// The rectangle with as much taken off all four sides; a negative amount widens it.
    package func inset(by amount: Int) -> Rect {
        inset(left: amount, right: amount, top: amount, bottom: amount)
    }

    /// The rectangle with something taken off each side; one that has nothing left is empty and stays inside.
    package func inset(left: Int = 0, right: Int = 0, top: Int = 0, bottom: Int = 0) -> Rect {
        Rect(
            column: column + min(left, columns), row: row + min(top, rows), columns: columns - left - right,
            rows: rows - top - bottom)
    }

    /// The part both rectangles cover; empty where they do not meet.
    package func intersection(_ other: Rect) -> Rect {
        let left = max(column, other.column)
        let top = max(row, other.row)
        return Rect(
            column: left, row: top, columns: min(right, other.right) - left, rows: min(bottom, other.bottom) - top)
    }

    // MARK: Splitting

    /// The uppermost rows, and what is left below them.
    package func splitTop(_ rows: Int) -> (Rect, Rect) {
        let upper = Rect(column: column, row: row, columns: columns, rows: min(max(0, rows), self.rows))
        return (upper, Rect(column: column, row: upper.bottom, columns: columns, rows: self.rows - upper.rows))
    }

    /// The lowermost rows, and what is left above them.
    package func splitBottom(_ rows: Int) -> (Rect, Rect) {
        let (rest, lower) = splitTop(self.rows - min(max(0, rows), self.rows))
        return (lower, rest)
    }

    /// The leftmost columns, and what is left beside them.
    package func splitLeft(_ columns: Int) -> (Rect, Rect) {
        let first = Rect(column: column, row: row, columns: min(max(0, columns), self.columns), rows: rows)
        return (first, Rect(column: first.right, row: row, columns: self.columns - first.columns, rows: rows))
    }

    /// The rightmost columns, and what is left beside them.
    package func splitRight(_ columns: Int) -> (Rect, Rect) {
        let (rest, last) = splitLeft(self.columns - min(max(0, columns), self.columns))
        return (last, rest)
    }
}
