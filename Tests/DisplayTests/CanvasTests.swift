import Display
import TestSupport
import Testing

@Suite struct CanvasTests {
    private func canvas(_ columns: Int, _ rows: Int) -> Canvas {
        Canvas(size: Size(columns: columns, rows: rows))
    }

    private let plain = Style(.text)

    @Test func drawsWithinWidthAndCanvas() {
        var canvas = canvas(10, 2)
        #expect(canvas.draw("situation", at: Point(column: 2, row: 0), width: 4, style: plain) == 4)
        #expect(canvas.draw("한국어", at: Point(column: 0, row: 1), width: 5, style: plain) == 5)
        #expect(canvas.draw("late", at: Point(column: 8, row: 1), width: 4, style: plain) == 4)
        canvas.draw("nowhere", at: Point(column: 0, row: 7), width: 9, style: plain)
        canvas.draw("early", at: Point(column: -3, row: 0), width: 9, style: plain)
        #expect(canvas.text() == "lysitu\n한국    la")
    }

    @Test func wideCharactersAreNeverHalved() {
        var canvas = canvas(6, 1)
        canvas.draw("한국어", at: Point(column: 0, row: 0), width: 6, style: plain)
        #expect(canvas[1, 0].text == "")
        canvas.draw("x", at: Point(column: 1, row: 0), width: 1, style: plain)
        #expect(canvas.text() == " x국어")
        canvas.draw("y", at: Point(column: 4, row: 0), width: 1, style: plain)
        #expect(canvas.text() == " x국y")
        canvas.draw("서", at: Point(column: 5, row: 0), width: 2, style: plain)
        #expect(canvas.text() == " x국y")
        canvas.draw("서", at: Point(column: -1, row: 0), width: 2, style: plain)
        #expect(canvas.text() == " x국y")
    }

    @Test func hostileTextIsMarkedInItsOwnRole() {
        var canvas = canvas(6, 1)
        canvas.draw("a\u{1B}b", at: Point(column: 0, row: 0), width: 6, style: Style(.title, ground: .selection))
        #expect(canvas.text() == "a␛b")
        #expect(canvas[1, 0].style == Style(.textUnsafe, ground: .selection))
        #expect(canvas[2, 0].style == Style(.title, ground: .selection))
    }

    @Test func bordersJoin() {
        var canvas = canvas(13, 5)
        canvas.border(Rect(column: 0, row: 0, columns: 7, rows: 3), style: plain, glyphs: .unicode)
        canvas.border(Rect(column: 6, row: 0, columns: 7, rows: 3), style: plain, glyphs: .unicode)
        canvas.border(Rect(column: 0, row: 2, columns: 10, rows: 3), style: plain, glyphs: .unicode)
        canvas.border(Rect(column: 9, row: 2, columns: 4, rows: 3), style: Style(.borderFocused), glyphs: .unicode)
        #expect(
            canvas.text() == """
                ┌─────┬─────┐
                │     │     │
                ├─────┴──┬──┤
                │        │  │
                └────────┴──┘
                """)
        #expect(canvas[9, 2].style == Style(.borderFocused))
    }

    @Test func bordersOfASCII() {
        var canvas = canvas(7, 3)
        canvas.border(Rect(column: 0, row: 0, columns: 4, rows: 3), style: plain, glyphs: .ascii)
        canvas.border(Rect(column: 3, row: 0, columns: 4, rows: 3), style: plain, glyphs: .ascii)
        #expect(canvas.text() == "+--+--+\n|  |  |\n+--+--+")
    }

    @Test func linesCrossAndEnd() {
        var canvas = canvas(5, 3)
        canvas.horizontalLine(at: Point(column: 0, row: 1), columns: 5, style: plain, glyphs: .unicode)
        canvas.verticalLine(at: Point(column: 2, row: 0), rows: 3, style: plain, glyphs: .unicode)
        #expect(canvas.text() == "  │\n──┼──\n  │")
    }

    @Test func groundsKeepRoles() {
        var canvas = canvas(4, 1)
        canvas.draw(StyledText("ab", .time) + StyledText("c", .unseen), at: Point(column: 0, row: 0), width: 4)
        canvas.lay(.selection, over: Rect(column: 0, row: 0, columns: 9, rows: 9))
        #expect(
            canvas.rolePicture() == """
                aabc

                a time on selection
                b unseen on selection
                c text on selection
                """)
    }

    @Test func fillsWithWideCharactersToo() {
        var canvas = canvas(5, 2)
        canvas.fill(Rect(column: 0, row: 0, columns: 5, rows: 1), with: "한", style: plain)
        canvas.fill(Rect(column: 1, row: 1, columns: 3, rows: 1), with: "\u{1B}", style: plain)
        #expect(canvas.text() == "한한\n ␛␛␛")
    }

    @Test func asciiIsColumnForColumn() {
        var canvas = canvas(12, 1)
        canvas.border(Rect(column: 0, row: 0, columns: 3, rows: 1), style: plain, glyphs: .unicode)
        canvas.draw("“é” 한 ●", at: Point(column: 3, row: 0), width: 9, style: plain)
        #expect(canvas.asciiOnly().text() == "---\"e\" ?? *")
    }

    @Test func whatPrintersSetStaysReadableInASCII() {
        var canvas = canvas(30, 1)
        canvas.draw("so… ‘a’ – b — • 2×3 → ← ↑↓", at: Point(column: 0, row: 0), width: 30, style: plain)
        #expect(canvas.asciiOnly().text() == "so. 'a' - b - * 2x3 > < ^v")
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func anySoupFillsExactlyTheColumns(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<40 {
            var canvas = canvas(Int.random(in: 0...24, using: &generator), 3)
            for _ in 0..<6 {
                let text = generator.text(length: 16)
                let width = Int.random(in: -1...26, using: &generator)
                let place = Point(
                    column: Int.random(in: -6...26, using: &generator), row: Int.random(in: -1...3, using: &generator))
                let used = canvas.draw(text, at: place, width: width, style: plain)
                #expect(used == min(max(0, width), TextWidth.columns(of: text)), "seed \(seed)")
            }
            for row in 0..<3 {
                var columns = 0
                for column in 0..<canvas.size.columns {
                    let text = canvas[column, row].text
                    #expect(!text.unicodeScalars.contains(where: isForbidden), "seed \(seed)")
                    let isLast = column + 1 == canvas.size.columns
                    let isWide = !isLast && canvas[column + 1, row].text.isEmpty
                    #expect(TextWidth.columns(of: text) == (text.isEmpty ? 0 : isWide ? 2 : 1), "seed \(seed)")
                    columns += TextWidth.columns(of: text)
                }
                #expect(columns == canvas.size.columns, "seed \(seed)")
            }
        }
    }
}
