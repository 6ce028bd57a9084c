package import SituationModel

/// Who did what to whom: how many events of each quad one actor did to another in a window of time.
package struct DeedMatrix: Hashable, Sendable {
    /// The busiest first.
    package let sources: [ActorID]
    package let targets: [ActorID]
    /// By source, then by target; without those between whom nothing happened.
    package let cells: [ActorID: [ActorID: QuadCounts]]
    /// The days counted, both included; `nil` where all are.
    package let first: CalendarDay?
    package let last: CalendarDay?
    /// How many events there are outside the window.
    package let outside: Int

    package init(
        sources: [ActorID], targets: [ActorID], cells: [ActorID: [ActorID: QuadCounts]], first: CalendarDay?,
        last: CalendarDay?, outside: Int
    ) {
        self.sources = sources
        self.targets = targets
        self.cells = cells
        self.first = first
        self.last = last
        self.outside = outside
        var most = 0
        var place = DeedPlace()
        for (row, source) in sources.enumerated() {
            for (column, target) in targets.enumerated() {
                guard let count = cells[source]?[target]?.total, count > most else { continue }
                (most, place) = (count, DeedPlace(row: row, column: column))
            }
        }
        busiest = place
    }

    /// The cell with the most events, the first of several.
    package let busiest: DeedPlace

    package subscript(row: Int, column: Int) -> QuadCounts? {
        guard sources.indices.contains(row), targets.indices.contains(column) else { return nil }
        return cells[sources[row]]?[targets[column]]
    }
}

/// A place in a matrix.
package struct DeedPlace: Hashable, Sendable {
    package var row: Int
    package var column: Int

    package init(row: Int = 0, column: Int = 0) {
        self.row = row
        self.column = column
    }
}

/// What one actor did to another in a window of time.
package struct DeedsWish: Hashable, Sendable {
    package let source: ActorID
    package let target: ActorID
    package let window: TimeWindow

    package init(source: ActorID, target: ActorID, window: TimeWindow) {
        self.source = source
        self.target = target
        self.window = window
    }
}
