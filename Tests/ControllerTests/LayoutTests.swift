import Controller
import Display
import Testing

@Suite struct LayoutTests {
    /// At every size from the least on, in every state: nothing outside the screen, nothing on top of another but the
    /// borders that neighbours share, the focus in sight, every list in sight or behind a tab.
    @Test func everySizeHoldsEverything() {
        for columns in Layout.least.columns...210 {
            for rows in Layout.least.rows...64 where (columns + rows) % 3 == 0 {
                for focus in Pane.allCases {
                    for (isZoomed, isOpen) in [(false, focus == .detail), (true, focus == .detail), (false, true)] {
                        check(
                            Size(columns: columns, rows: rows),
                            LayoutWish(focus: focus, isZoomed: isZoomed, isDetailOpen: isOpen))
                    }
                }
            }
        }
    }

    private func check(_ size: Size, _ wish: LayoutWish) {
        let layout = Layout(size: size, wish: wish)
        let screen = Rect(column: 0, row: 0, columns: size.columns, rows: size.rows)
        let place = layout.place(of: wish.focus)
        guard place != nil else {
            Issue.record("\(wish) has no place at \(size)")
            return
        }
        let reachable = Set(layout.places.flatMap(\.tabs))
        if !(wish.focus == .detail && layout.places.count == 1) {
            #expect(reachable.isSuperset(of: Pane.lists), "\(wish) at \(size)")
        }
        for place in layout.places {
            #expect(place.frame.intersection(screen) == place.frame, "\(place) at \(size)")
            #expect(place.frame.columns >= 12 && place.frame.rows >= 4, "\(place) at \(size)")
            #expect(place.frame.row > layout.status.row && place.frame.bottom <= layout.footer.row)
        }
        for (index, place) in layout.places.enumerated() {
            for other in layout.places[(index + 1)...] {
                let inside = place.frame.inset(by: 1).intersection(other.frame.inset(by: 1))
                #expect(inside.isEmpty, "\(place.pane) and \(other.pane) overlap at \(size)")
            }
        }
    }
}
