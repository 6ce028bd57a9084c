import Controller
import Display
import SituationModel

/// Who does what to whom: a row for each who did something, a column for each to whom, in each cell how much conflict and how
/// much cooperation.
struct DeedMatrixPainter {
    let board: Board
    let window: TimeWindow
    let glyphs: Glyphs
    /// The inside of the pane.
    let frame: Rect

    /// Lines above the rows and below them.
    private static let above = 3
    private static let below = 3

    func draw(on canvas: inout Canvas, _ region: inout Region) {
        region.shownLines = max(1, frame.rows - Self.above - Self.below)
        guard let matrix = board.detail.data?.deeds else {
            draw(StyledText("Reading…", .textDim), row: 0, on: &canvas)
            return
        }
        draw(title(matrix), row: 0, on: &canvas)
        guard !matrix.sources.isEmpty else {
            drawEmpty(matrix, on: &canvas)
            return
        }
        let place = board.deedPlace
        let longest = matrix.sources.map { TextWidth.columns(of: board.trafficName(of: $0)) }.max() ?? 0
        let grid = Grid(matrix, place, longestName: longest, width: frame.columns - 2, rows: region.shownLines)
        region.lineCount = matrix.sources.count
        region.scroll = grid.rows.lowerBound
        draw(header(matrix, grid, place), row: 2, on: &canvas)
        for (offset, row) in grid.rows.enumerated() {
            draw(line(row, matrix, grid, place), row: Self.above + offset, on: &canvas)
        }
        for (offset, text) in footer(matrix, grid, place).enumerated() {
            draw(text, row: min(Self.above + grid.rows.count + 1, frame.rows - Self.below + 1) + offset, on: &canvas)
        }
    }

    private func draw(_ text: StyledText, row: Int, on canvas: inout Canvas) {
        guard row < frame.rows else { return }
        canvas.draw(
            text.truncated(to: frame.columns - 2, ellipsis: glyphs.ellipsis),
            at: Point(column: frame.column + 1, row: frame.row + row), width: frame.columns - 2)
    }

    private func drawEmpty(_ matrix: DeedMatrix, on canvas: inout Canvas) {
        let words =
            matrix.outside == 0
            ? "No event is known that anybody did to anybody."
            : "No event in this window; \(matrix.outside) outside of it, which :matrix all shows."
        for (row, line) in StyledText(words, .textDim).wrapped(to: frame.columns - 2).enumerated() {
            draw(line, row: 2 + row, on: &canvas)
        }
    }

    // MARK: What is on the screen

    /// The part of the matrix that is drawn: a page of rows and columns, the one that the cursor is on.
    private struct Grid {
        let rows: Range<Int>
        let columns: Range<Int>
        let nameWidth: Int
        let cellWidth: Int

        init(_ matrix: DeedMatrix, _ place: DeedPlace, longestName: Int, width: Int, rows: Int) {
            nameWidth = min(longestName + 3, max(10, width / 4))
            let room = width - nameWidth
            cellWidth = min(18, max(10, room / max(1, matrix.targets.count)))
            self.columns = Self.page(of: place.column, by: max(1, room / cellWidth), among: matrix.targets.count)
            self.rows = Self.page(of: place.row, by: rows, among: matrix.sources.count)
        }

        private static func page(of index: Int, by length: Int, among count: Int) -> Range<Int> {
            let first = index / length * length
            return first..<min(count, first + length)
        }
    }

    private func title(_ matrix: DeedMatrix) -> StyledText {
        var line = StyledText("Who does what to whom", Style(.textStrong, bold: true))
        line.append("  \(window.inWords)", .textDim)
        if let first = matrix.first, let last = matrix.last {
            line.append(", \(first.inWords) to \(last.inWords)", .time)
        }
        return line
    }

    private func header(_ matrix: DeedMatrix, _ grid: Grid, _ place: DeedPlace) -> StyledText {
        var line = StyledText(pad("did \\ to", grid.nameWidth, atEnd: true), .textDim)
        for column in grid.columns {
            let name = StyledText(
                board.trafficName(of: matrix.targets[column]),
                Style(column == place.column ? .titleFocused : .heading, bold: column == place.column)
            ).truncated(to: grid.cellWidth - 1, ellipsis: glyphs.ellipsis)
            line.append(String(repeating: " ", count: grid.cellWidth - name.width))
            line.append(contentsOf: name)
        }
        return line
    }

    private func line(_ row: Int, _ matrix: DeedMatrix, _ grid: Grid, _ place: DeedPlace) -> StyledText {
        let isHere = row == place.row
        let name = StyledText(
            (isHere ? glyphs.cursorBar : " ") + board.trafficName(of: matrix.sources[row]),
            Style(isHere ? .titleFocused : .text, bold: isHere)
        ).truncated(to: grid.nameWidth - 1, ellipsis: glyphs.ellipsis)
        var line = name
        line.append(String(repeating: " ", count: grid.nameWidth - name.width))
        for column in grid.columns {
            let isChosen = isHere && column == place.column
            let cell = cell(matrix[row, column], isChosen: isChosen)
            let blanks = String(repeating: " ", count: max(0, grid.cellWidth - cell.width))
            // The cursor's cell is marked by signs as well, for screens without colour.
            if isChosen, !blanks.isEmpty {
                line.append(String(blanks.dropLast()))
                line.append(glyphs.cursorBar, Style(.titleFocused, ground: .selectionFocused))
            } else {
                line.append(blanks)
            }
            line.append(contentsOf: cell)
        }
        return line
    }

    /// `-12 +3`: so much conflict, so much cooperation.
    private func cell(_ counts: QuadCounts?, isChosen: Bool) -> StyledText {
        let ground: Role? = isChosen ? .selectionFocused : nil
        guard let counts else { return StyledText(glyphs.separator, Style(.textDim, ground: ground)) }
        let conflict = counts.verbalConflict + counts.materialConflict
        let cooperation = counts.verbalCooperation + counts.materialCooperation
        var text = StyledText()
        if conflict > 0 {
            let role: Role = counts.materialConflict > 0 ? .eventMaterialConflict : .eventVerbalConflict
            text.append("-\(Self.short(conflict))", Style(role, ground: ground, bold: conflict > cooperation))
        }
        if conflict > 0, cooperation > 0 { text.append(" ", Style(.text, ground: ground)) }
        if cooperation > 0 {
            let role: Role = counts.materialCooperation > 0 ? .eventMaterialCooperation : .eventVerbalCooperation
            text.append("+\(Self.short(cooperation))", Style(role, ground: ground, bold: cooperation > conflict))
        }
        return text
    }

    /// A number in three signs at the most: `999`, `1k`, `12k`.
    private static func short(_ number: Int) -> String {
        number < 1_000 ? String(number) : number < 1_000_000 ? "\(number / 1_000)k" : "\(number / 1_000_000)M"
    }

    /// The cell that the cursor is on, in words, and where in the matrix the page is.
    private func footer(_ matrix: DeedMatrix, _ grid: Grid, _ place: DeedPlace) -> [StyledText] {
        let names = [matrix.sources[place.row], matrix.targets[place.column]].map(board.trafficName(of:))
        var line = StyledText("\(names[0]) \(glyphs.relation) \(names[1]): ", Style(.textStrong, bold: true))
        if let counts = matrix[place.row, place.column] {
            for quad in Event.Quad.allCases where counts[quad] > 0 {
                line.append("\(quad.sign.filter { $0 != " " }) \(counts[quad]) \(quad.inWords)  ", quad.role)
            }
        } else {
            line.append("nothing", .textDim)
        }
        var place = StyledText(
            "rows \(grid.rows.lowerBound + 1)-\(grid.rows.upperBound) of \(matrix.sources.count), columns "
                + "\(grid.columns.lowerBound + 1)-\(grid.columns.upperBound) of \(matrix.targets.count)", .textDim)
        place.append("  - conflict  + cooperation", .textDim)
        return [line, place]
    }

    private func pad(_ text: String, _ width: Int, atEnd: Bool) -> String {
        let blanks = String(repeating: " ", count: max(0, width - text.count))
        return atEnd ? text + blanks : blanks + text
    }
}
