import Controller
import Display

/// A pane that lists items, each some lines high.
protocol ListPane {
    /// What to say when there is nothing.
    var emptyText: String { get }

    /// The lines of the item at that place in the list, for a width in columns; at least one.
    func lines(at index: Int, width: Int) -> [StyledText]
}

/// Draws the part of a list that fits, with the cursor in it. Asks for the lines of those items only that it draws or
/// must look at to place the cursor.
struct ListPainter {
    let items: [Item]
    let cursor: Item?
    let top: ScrollTop?
    let frame: Rect
    let isFocused: Bool
    let glyphs: Glyphs

    /// Columns to the left of the lines, for the cursor's mark.
    private static let gutter = 1

    private var width: Int { max(1, frame.columns - Self.gutter) }

    func draw(_ list: some ListPane, on canvas: inout Canvas, _ region: inout Region) {
        guard frame.rows > 0, frame.columns > 2 else { return }
        var cache: [Int: [StyledText]] = [:]
        func lines(_ index: Int) -> [StyledText] {
            if let known = cache[index] { return known }
            let made = list.lines(at: index, width: width)
            let result = made.isEmpty ? [StyledText()] : made
            cache[index] = result
            return result
        }

        var (first, hidden) = start(lines)
        region.top = ScrollTop(item: items[first], hiddenLines: hidden)
        var row = 0
        while row < frame.rows, items.indices.contains(first) {
            let own = lines(first)
            let shown = own.dropFirst(hidden).prefix(frame.rows - row)
            let isCursor = items[first] == cursor
            for (offset, line) in shown.enumerated() {
                draw(
                    line, row: frame.row + row + offset, isCursor: isCursor, isFirst: hidden + offset == 0, on: &canvas)
            }
            region.visible.append((items[first], (frame.row + row)..<(frame.row + row + shown.count)))
            row += shown.count
            hidden = 0
            first += 1
        }
        drawScrollMark(on: &canvas, region)
    }

    private func draw(_ line: StyledText, row: Int, isCursor: Bool, isFirst: Bool, on canvas: inout Canvas) {
        let start = frame.column + Self.gutter
        canvas.draw(
            line.truncated(to: width, ellipsis: glyphs.ellipsis), at: Point(column: start, row: row), width: width)
        // The first line alone is marked: on a slow line every mark that moves is paid for twice.
        guard isCursor, isFirst else { return }
        canvas.lay(
            isFocused ? .selectionFocused : .selection,
            over: Rect(column: frame.column, row: row, columns: frame.columns, rows: 1))
        if isFocused {
            canvas.draw(
                glyphs.cursorBar, at: Point(column: frame.column, row: row), width: 1,
                style: Style(.titleFocused, ground: .selectionFocused))
        }
    }

    /// The item to begin with and how many of its lines are above the edge, so that the cursor's item is in sight and as
    /// little moves as can be.
    private func start(_ lines: (Int) -> [StyledText]) -> (first: Int, hidden: Int) {
        let cursorIndex = cursor.flatMap(items.firstIndex(of:)) ?? 0
        // A list shown for the first time begins at its beginning; one whose first item has gone, at the cursor.
        var first = top == nil ? 0 : cursorIndex
        var hidden = 0
        if let top, let index = items.firstIndex(of: top.item) {
            first = index
            hidden = min(top.hiddenLines, lines(index).count - 1)
        }
        if cursorIndex < first || (cursorIndex == first && hidden > 0) {
            return beginning(atCursor: cursorIndex, linesAbove: frame.rows / 3, lines)
        }
        // Where the cursor's last line falls, counted from the top of the frame.
        var end = -hidden
        for index in first...cursorIndex {
            end += lines(index).count
            if index < cursorIndex, end > frame.rows { break }
        }
        guard end > frame.rows || cursorIndex - first > frame.rows else { return filled(first, hidden, lines) }
        return beginning(
            atCursor: cursorIndex, linesAbove: frame.rows - frame.rows / 3 - lines(cursorIndex).count, lines)
    }

    /// The beginning that leaves so many lines above the cursor's item. Not as few as would do: a pane that moves by a
    /// stretch now and then costs the line less than one that moves with every key.
    private func beginning(
        atCursor index: Int, linesAbove: Int, _ lines: (Int) -> [StyledText]
    ) -> (first: Int, hidden: Int) {
        var first = index
        var above = 0
        while first > 0, above < linesAbove {
            first -= 1
            above += lines(first).count
        }
        return filled(first, max(0, above - max(0, linesAbove)), lines)
    }

    /// The same beginning, or an earlier one where rows would stay empty below the last item.
    private func filled(_ first: Int, _ hidden: Int, _ lines: (Int) -> [StyledText]) -> (first: Int, hidden: Int) {
        var height = -hidden
        for index in first..<items.count {
            height += lines(index).count
            if height >= frame.rows { return (first, hidden) }
        }
        var start = items.count - 1
        height = lines(start).count
        while start > 0, height < frame.rows {
            start -= 1
            height += lines(start).count
        }
        return (start, max(0, height - frame.rows))
    }

    /// A mark on the right border that tells where in the list one is, unless all of it is in sight.
    private func drawScrollMark(on canvas: inout Canvas, _ region: Region) {
        guard region.visible.count < items.count, frame.rows > 2, let firstItem = region.visible.first?.item,
            let first = items.firstIndex(of: firstItem)
        else { return }
        let hidden = items.count - region.visible.count
        let row = frame.row + min(frame.rows - 1, first * (frame.rows - 1) / max(1, hidden))
        canvas.draw(
            glyphs.scrollMark, at: Point(column: frame.right, row: row), width: 1,
            style: Style(isFocused ? .borderFocused : .border))
    }
}

extension Glyphs {
    /// The cursor's mark to the left of a line.
    var cursorBar: String { self == .ascii ? ">" : "▌" }
}
