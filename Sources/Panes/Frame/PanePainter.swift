import Commands
import Controller
import Display
import SituationModel

/// Draws one pane: its frame, its title with the panes that share its place, and what it lists or shows.
struct PanePainter {
    let board: Board
    let place: Layout.Place
    let glyphs: Glyphs

    private var isFocused: Bool { board.focus == place.pane }
    private var inside: Rect { place.frame.inset(by: 1) }

    func drawFrame(on canvas: inout Canvas) {
        canvas.border(place.frame, style: Style(isFocused ? .borderFocused : .border), glyphs: glyphs)
    }

    /// Draws the title and what is inside the frame.
    func draw(on canvas: inout Canvas) -> Region {
        var region = Region(pane: place.pane, frame: place.frame)
        drawTitle(on: &canvas, &region)
        switch place.pane {
        case .actors: drawList(ActorsPane(board: board, glyphs: glyphs, rows: inside.rows), on: &canvas, &region)
        case .ladders: drawList(LaddersPane(board: board, glyphs: glyphs, rows: inside.rows), on: &canvas, &region)
        case .quotes: drawList(QuotesPane(board: board, glyphs: glyphs, rows: inside.rows), on: &canvas, &region)
        case .timeline: drawList(TimelinePane(board: board, glyphs: glyphs), on: &canvas, &region)
        case .wire: drawList(WirePane(board: board, glyphs: glyphs), on: &canvas, &region)
        case .log: drawList(LogPane(board: board, glyphs: glyphs), on: &canvas, &region)
        case .detail: DetailPane(board: board, glyphs: glyphs, frame: inside).draw(on: &canvas, &region)
        }
        return region
    }

    // MARK: Title

    private func drawTitle(on canvas: inout Canvas, _ region: inout Region) {
        let top = place.frame.row
        var column = place.frame.column + 1
        let end = place.frame.right - 1
        let note = self.note
        let room = end - column - (note.isEmpty ? 0 : note.width + 2)
        let tabs = self.tabs(in: room)
        for (pane, text) in tabs {
            let isFront = pane == place.pane
            let role: Role = isFront ? (isFocused ? .titleFocused : .title) : .textDim
            let label = StyledText(" \(text) ", Style(role, bold: isFront && isFocused))
            let start = column
            column += canvas.draw(label, at: Point(column: column, row: top), width: max(0, end - column))
            region.tabs.append((pane, start..<column))
        }
        if !note.isEmpty {
            let width = min(note.width, max(0, end - column))
            canvas.draw(note, at: Point(column: end - width, row: top), width: width)
        }
    }

    /// The titles of the panes in this place: as much of each as there is room for.
    private func tabs(in room: Int) -> [(Pane, String)] {
        let long = place.tabs.map { ($0, label($0)) }
        let middle = place.tabs.map { ($0, $0 == place.pane ? label($0) : key($0)) }
        for form in [long, middle] where form.reduce(0, { $0 + TextWidth.columns(of: $1.1) + 2 }) <= room {
            return form
        }
        return [(place.pane, label(place.pane))]
    }

    private func key(_ pane: Pane) -> String {
        board.keymap.keys(for: Invocation(.pane, [pane.rawValue])).first ?? String(pane.title.prefix(1))
    }

    private func label(_ pane: Pane) -> String {
        let mark = board.hasUnseen(in: pane) ? " " + glyphs.unseen : ""
        guard let key = board.keymap.keys(for: Invocation(.pane, [pane.rawValue])).first else {
            return pane.title + mark
        }
        return "\(key) \(pane.title)\(mark)"
    }

    /// What stands at the right end of the title: what has come in out of sight, or the filter in force.
    private var note: StyledText {
        if let count = board.arrivals[place.pane] {
            return StyledText(" \(glyphs.up) \(count) above ", .unseen)
        }
        guard let filter = board.filters[place.pane], !filter.isEmpty else {
            if place.pane == .detail, board.detail.trail.count > 1 {
                return StyledText(" step \(board.detail.trail.count) ", .textDim)
            }
            return StyledText()
        }
        if let view = board.view(of: place.pane) { return StyledText(" view \(view.name.prefix(24)) ", .match) }
        return StyledText(" /\(filter.prefix(24)) ", .match)
    }

    // MARK: Lists

    private func drawList(_ list: some ListPane, on canvas: inout Canvas, _ region: inout Region) {
        let items = board.items(in: place.pane)
        guard !items.isEmpty else {
            drawEmpty(list.emptyText, on: &canvas)
            return
        }
        let painter = ListPainter(
            items: items, cursor: board.cursors[place.pane], top: board.tops[place.pane], frame: inside,
            isFocused: isFocused, glyphs: glyphs)
        painter.draw(list, on: &canvas, &region)
    }

    private func drawEmpty(_ text: String, on canvas: inout Canvas) {
        let isFiltered = !(board.filters[place.pane] ?? "").isEmpty
        let back = board.way(to: .back)
        let past = board.asOf.map { "Nothing of this was known on \($0.inWords)" }
        let words = isFiltered ? "Nothing here matches the filter; \(back) shows everything again" : past ?? text
        for (row, line) in StyledText(words, .textDim).wrapped(to: inside.columns - 2).enumerated()
        where row < inside.rows {
            canvas.draw(line, at: Point(column: inside.column + 1, row: inside.row + row), width: inside.columns - 2)
        }
    }
}
