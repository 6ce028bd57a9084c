package import Display

/// Which panes are on the screen, and where. Panes share their borders: neighbours' frames overlap by one.
package struct Layout: Hashable, Sendable {
    package struct Place: Hashable, Sendable {
        package let pane: Pane
        package let frame: Rect
        /// The panes that take turns in this place, itself among them.
        package let tabs: [Pane]
    }

    package var places: [Place] = []
    /// The line with the situation's name, and the one or two lines that say where it stands.
    package var status: Rect
    package var headline: Rect?
    /// The line for hints, messages and the prompt.
    package var footer: Rect
    /// Whether the detail pane has a place of its own and follows the cursor.
    package var showsDetailAlways = false

    /// The least size at which the board can be read.
    package static let least = Size(columns: 40, rows: 10)

    package func place(of pane: Pane) -> Place? { places.first { $0.pane == pane } }

    /// The panes that are on the screen, as the eye goes through them.
    package var visible: [Pane] { places.map(\.pane) }
}

/// What decides a layout besides the size.
package struct LayoutWish: Hashable, Sendable {
    package var focus: Pane
    package var isZoomed: Bool
    package var isDetailOpen: Bool
    /// Whether what is open is a table that wants the whole width.
    package var isDetailWide: Bool
    /// Of the panes that share a place, the one shown last.
    package var fronts: [Pane]

    package init(
        focus: Pane, isZoomed: Bool, isDetailOpen: Bool, isDetailWide: Bool = false, fronts: [Pane] = []
    ) {
        self.focus = focus
        self.isZoomed = isZoomed
        self.isDetailOpen = isDetailOpen
        self.isDetailWide = isDetailWide
        self.fronts = fronts
    }

    /// Of these panes, the one in front: the one with the focus, else the one shown last, else the first.
    func front(of panes: [Pane]) -> Pane {
        if panes.contains(focus) { return focus }
        return fronts.last { panes.contains($0) } ?? panes[0]
    }
}

extension Layout {
    /// The layout for a size: three columns and more when it is wide, fewer when it is narrow.
    package init(size: Size, wish: LayoutWish) {
        let whole = Rect(column: 0, row: 0, columns: size.columns, rows: size.rows)
        let (status, belowStatus) = whole.splitTop(1)
        self.status = status
        let (footer, body) = belowStatus.splitBottom(1)
        self.footer = footer
        var area = body
        if size.rows >= 20 {
            let (headline, rest) = body.splitTop(size.rows >= 36 ? 2 : 1)
            self.headline = headline
            area = rest
        }
        if wish.isZoomed || size.columns < 72 || size.rows < 20 {
            let panes = Pane.lists + (wish.isDetailOpen ? [.detail] : [])
            places = [Place(pane: wish.focus, frame: area, tabs: panes)]
        } else if wish.isDetailWide, wish.isDetailOpen, wish.focus == .detail {
            places = [Place(pane: .detail, frame: area, tabs: [.detail])]
        } else if size.columns < 110 {
            twoColumns(area, wish)
        } else if size.columns < 176 {
            threeColumns(area, wish)
        } else {
            fourColumns(area, wish)
        }
    }

    private mutating func put(_ panes: [Pane], _ frame: Rect, _ wish: LayoutWish) {
        places.append(Place(pane: wish.front(of: panes), frame: frame, tabs: panes))
    }

    private mutating func twoColumns(_ area: Rect, _ wish: LayoutWish) {
        if wish.isDetailOpen, wish.focus == .detail {
            places = [Place(pane: .detail, frame: area, tabs: [.detail])]
            return
        }
        let (upper, lower) = Self.stacked(area, upper: area.rows * 68 / 100)
        let (left, right) = Self.beside(upper, left: area.columns * 60 / 100)
        put([.ladders], left, wish)
        put([.quotes, .actors], right, wish)
        put([.timeline, .wire, .log], lower, wish)
    }

    private mutating func threeColumns(_ area: Rect, _ wish: LayoutWish) {
        guard !wish.isDetailOpen else {
            listsAndDetail(area, wish)
            return
        }
        let (upper, lower) = Self.stacked(area, upper: area.rows * 70 / 100)
        let (actors, rest) = Self.beside(upper, left: area.columns * 28 / 100)
        let (ladders, quotes) = Self.beside(rest, left: area.columns * 42 / 100)
        let (timeline, lowerRight) = Self.beside(lower, left: area.columns * 50 / 100)
        put([.actors], actors, wish)
        put([.ladders], ladders, wish)
        put([.quotes], quotes, wish)
        put([.timeline], timeline, wish)
        put([.wire, .log], lowerRight, wish)
    }

    /// What is being read takes the right of the board from top to bottom, wide enough for sentences, and follows the
    /// cursor in the lists beside it.
    private mutating func listsAndDetail(_ area: Rect, _ wish: LayoutWish) {
        showsDetailAlways = true
        let (lists, detail) = Self.beside(area, left: area.columns - max(area.columns * 46 / 100, 56))
        let (upper, lower) = Self.stacked(lists, upper: area.rows * 60 / 100)
        put([.ladders, .actors, .quotes], upper, wish)
        put([.timeline, .wire, .log], lower, wish)
        put([.detail], detail, wish)
    }

    private mutating func fourColumns(_ area: Rect, _ wish: LayoutWish) {
        showsDetailAlways = true
        let detailColumns = area.columns * 28 / 100
        let (main, detail) = Self.beside(area, left: area.columns - detailColumns)
        let (upper, lower) = Self.stacked(main, upper: main.rows * 64 / 100)
        let (actors, rest) = Self.beside(upper, left: main.columns * 27 / 100)
        let (ladders, quotes) = Self.beside(rest, left: main.columns * 40 / 100)
        let (timeline, lowerRight) = Self.beside(lower, left: main.columns * 40 / 100)
        let (wire, log) = Self.beside(lowerRight, left: main.columns * 34 / 100)
        put([.actors], actors, wish)
        put([.ladders], ladders, wish)
        put([.quotes], quotes, wish)
        put([.timeline], timeline, wish)
        put([.wire], wire, wish)
        put([.log], log, wish)
        put([.detail], detail, wish)
    }

    /// Two frames beside one another that share a border.
    private static func beside(_ rect: Rect, left columns: Int) -> (Rect, Rect) {
        let (left, right) = rect.splitLeft(columns)
        return (
            left,
            Rect(column: right.column - 1, row: right.row, columns: right.columns + 1, rows: right.rows)
        )
    }

    /// Two frames one above the other that share a border.
    private static func stacked(_ rect: Rect, upper rows: Int) -> (Rect, Rect) {
        let (upper, lower) = rect.splitTop(rows)
        return (
            upper,
            Rect(column: lower.column, row: lower.row - 1, columns: lower.columns, rows: lower.rows + 1)
        )
    }
}
