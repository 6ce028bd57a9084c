import Display
import Testing

@Suite struct GeometryTests {
    private let rect = Rect(column: 2, row: 1, columns: 10, rows: 4)

    @Test func splitsCoverTheWholeAndClamp() {
        for amount in -2...12 {
            let (top, below) = rect.splitTop(amount)
            #expect(top.rows + below.rows == 4 && below.row == top.bottom)
            let (bottom, above) = rect.splitBottom(amount)
            #expect(bottom.rows + above.rows == 4 && bottom.bottom == rect.bottom && above.row == rect.row)
            let (left, beside) = rect.splitLeft(amount)
            #expect(left.columns + beside.columns == 10 && beside.column == left.right)
            let (right, before) = rect.splitRight(amount)
            #expect(right.columns + before.columns == 10 && right.right == rect.right && before.column == rect.column)
        }
        #expect(rect.splitTop(1).0 == Rect(column: 2, row: 1, columns: 10, rows: 1))
        #expect(rect.splitRight(3).0 == Rect(column: 9, row: 1, columns: 3, rows: 4))
    }

    @Test func insetsAndContains() {
        #expect(rect.inset(by: 1) == Rect(column: 3, row: 2, columns: 8, rows: 2))
        #expect(rect.inset(by: 9).isEmpty)
        #expect(rect.contains(Point(column: 11, row: 4)))
        #expect(!rect.contains(Point(column: 12, row: 4)))
        #expect(!rect.contains(Point(column: 2, row: 0)))
    }
}
