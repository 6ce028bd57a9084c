import Commands
import Display
import QueryLanguage
import SituationModel

extension Board {
    /// The item that the cursor of a pane is on.
    package func cursorItem(in pane: Pane) -> Item? { cursors[pane] }

    func cursorIndex(in pane: Pane) -> Int? {
        guard let cursor = cursors[pane] else { return nil }
        return items(in: pane).firstIndex(of: cursor)
    }

    /// How many items fit on a page of the focused pane.
    private var itemsOnPage: Int { max(1, picture.region(of: focus)?.visible.count ?? 1) }

    /// Moves the cursor of the focused list by that many items.
    mutating func moveCursor(by distance: Int) -> [Effect] {
        let items = items(in: focus)
        guard !items.isEmpty else { return [] }
        let index = min(max((cursorIndex(in: focus) ?? 0) + distance, 0), items.count - 1)
        guard items[index] != cursors[focus] else { return [] }
        cursors[focus] = items[index]
        return arriveAtCursor() + extendIfNeeded(focus)
    }

    mutating func move(_ action: Action) -> [Effect] {
        if focus == .detail { return moveInDetail(action) }
        switch action {
        case .moveDown, .nextMatch: return moveCursor(by: 1)
        case .moveUp, .previousMatch: return moveCursor(by: -1)
        case .halfPageDown: return moveCursor(by: max(1, itemsOnPage / 2))
        case .halfPageUp: return moveCursor(by: -max(1, itemsOnPage / 2))
        case .pageDown: return moveCursor(by: itemsOnPage)
        case .pageUp: return moveCursor(by: -itemsOnPage)
        case .top: return moveToEnd(newest: true)
        case .bottom: return moveToEnd(newest: false)
        default: return []
        }
    }

    /// Goes to an end of the list, reading it from the archive where it is not at hand.
    private mutating func moveToEnd(newest: Bool) -> [Effect] {
        if let kind = focus.listKind, newest ? hasNewer(kind) : hasOlder(kind) {
            return reload(kind, landing: newest ? .first : .last)
        }
        return moveCursor(by: newest ? -items(in: focus).count : items(in: focus).count)
    }

    private func hasNewer(_ kind: ListKind) -> Bool {
        switch kind {
        case .quotes: quotes.hasNewer
        case .events: events.hasNewer
        case .documents: documents.hasNewer
        case .log: log.hasNewer
        }
    }

    private func hasOlder(_ kind: ListKind) -> Bool {
        switch kind {
        case .quotes: quotes.hasOlder
        case .events: events.hasOlder
        case .documents: documents.hasOlder
        case .log: log.hasOlder
        }
    }

    /// What follows from the cursor's being where it is: what it is on counts as seen, and the detail pane follows it.
    mutating func arriveAtCursor() -> [Effect] { markCursorSeen() + followCursor() }

    // MARK: Groups

    /// Goes to the next or previous ladder, actor of its own, or day.
    mutating func moveByGroup(_ direction: Int) -> [Effect] {
        if movesInDetail { return stepToFlag(direction) }
        let items = items(in: focus)
        guard let start = cursorIndex(in: focus) else { return [] }
        var index = start + direction
        while items.indices.contains(index) {
            if startsGroup(index) {
                cursors[focus] = items[index]
                return arriveAtCursor() + extendIfNeeded(focus)
            }
            index += direction
        }
        return moveCursor(by: direction * items.count)
    }

    private func startsGroup(_ index: Int) -> Bool {
        switch focus {
        case .actors: return actorRows[index].depth == 0
        case .ladders:
            if case .ladder = ladderRows[index] { return true }
            return false
        case .quotes, .timeline, .wire, .log:
            guard index > 0 else { return true }
            return day(of: index) != day(of: index - 1)
        case .detail: return false
        }
    }

    private func day(of index: Int) -> CalendarDay? {
        switch focus {
        case .quotes: quotes.rows[index].value.said?.start.day
        case .timeline: events.rows[index].value.when?.start.day
        case .wire: documents.rows[index].value.received.day
        case .log: log.rows[index].entry.known.day
        case .actors, .ladders, .detail: nil
        }
    }

    // MARK: Sideways

    /// Unfolds or folds what the cursor is on; where there is nothing to fold, goes to the pane on that side.
    mutating func moveSideways(_ direction: Int) -> [Effect] {
        if let matrix = openMatrix {
            moveSideways(direction, in: matrix)
            return []
        }
        if movesInDetail { return stepSideways(direction) }
        let isLeft = direction < 0
        if isLeft ? foldHere() : unfoldHere() { return followCursor() }
        guard let place = layout.place(of: focus) else { return [] }
        let row = picture.region(of: focus)?.visible.first { $0.item == cursors[focus] }?.rows.lowerBound
        let middle = row ?? (place.frame.row + place.frame.rows / 2)
        let neighbours = layout.places.filter { other in
            let isBeside = isLeft ? other.frame.column < place.frame.column : other.frame.column > place.frame.column
            return isBeside && other.frame.row <= middle && middle < other.frame.bottom
        }
        let nearest = neighbours.min { left, right in
            abs(left.frame.column - place.frame.column) < abs(right.frame.column - place.frame.column)
        }
        return nearest.map { focus(on: $0.pane) } ?? []
    }

    private mutating func unfoldHere() -> Bool {
        guard let cursor = cursors[focus], isFolded(cursor) else { return false }
        folds[cursor] = false
        refreshRows()
        return true
    }

    /// Folds what the cursor is on, or else what that belongs to.
    private mutating func foldHere() -> Bool {
        guard let index = cursorIndex(in: focus) else { return false }
        switch focus {
        case .actors:
            let row = actorRows[index]
            if row.hasMembers, !row.isFolded {
                folds[.actor(row.actor.id)] = true
            } else if row.depth > 0, let owner = row.actor.affiliation {
                cursors[focus] = .actor(owner)
                return true
            } else {
                return false
            }
        case .ladders:
            switch ladderRows[index] {
            case .ladder(let ladder, let isFolded):
                guard !isFolded else { return false }
                folds[.ladder(ladder.id)] = true
            case .rung(let row):
                if row.hasMore, !row.isFolded {
                    folds[.rung(row.key)] = true
                } else {
                    cursors[focus] = .ladder(row.key.ladder)
                }
            case .indicator, .outgoing, .incoming:
                let rung = ladderRows[..<index].last { if case .rung = $0 { true } else { false } }
                if let rung { cursors[focus] = rung.item }
            }
        case .quotes, .timeline, .wire, .log, .detail: return false
        }
        refreshRows()
        return true
    }

    private func isFolded(_ item: Item) -> Bool {
        switch focus {
        case .actors: actorRows.contains { item == .actor($0.actor.id) && $0.isFolded }
        case .ladders:
            ladderRows.contains { row in
                switch row {
                case .ladder(_, let isFolded): row.item == item && isFolded
                case .rung(let rung): row.item == item && rung.isFolded
                case .indicator, .outgoing, .incoming: false
                }
            }
        case .quotes, .timeline, .wire, .log, .detail: false
        }
    }

    /// Folds or unfolds everything in the focused pane.
    mutating func foldAll(_ folded: Bool) {
        switch focus {
        case .actors:
            for row in ActorTree(situation, query: .everything, isFolded: { _ in false }).rows where row.hasMembers {
                folds[.actor(row.actor.id)] = folded
            }
        case .ladders:
            for ladder in situation.ladders.inOrder {
                if !folded { folds[.ladder(ladder.id)] = false }
                for rung in ladder.rungs { folds[.rung(RungKey(ladder.id, rung.id))] = folded }
            }
        case .quotes, .timeline, .wire, .log, .detail:
            message = Message("Nothing folds in the \(focus.title) pane", kind: .warning)
            return
        }
        refreshRows()
        keepCursorOnARow()
    }

    /// Puts the cursors of actors and ladders on what holds the item that has been folded away from under them.
    mutating func keepCursorOnARow() {
        for pane in [Pane.actors, .ladders] {
            guard let cursor = cursors[pane] else { continue }
            let items = items(in: pane)
            // Lists that have not come yet say nothing about where the cursor belongs.
            guard !items.isEmpty, !items.contains(cursor) else { continue }
            cursors[pane] = holders(of: cursor).first(where: items.contains) ?? items.first
        }
    }

    /// What an item may be folded into, the nearest first.
    private func holders(of item: Item) -> [Item] {
        switch item {
        case .rung(let rung): return [.ladder(rung.ladder)]
        case .indicator(let rung, _): return [.rung(rung), .ladder(rung.ladder)]
        case .record(.coupling(let id)):
            return situation.couplings[id].map { [.rung($0.from), .ladder($0.from.ladder)] } ?? []
        case .incoming(let id):
            return situation.couplings[id].map { [.rung($0.to), .ladder($0.to.ladder)] } ?? []
        case .record(.actor(let id)):
            return situation.actors[id]?.affiliation.map { [.actor($0)] } ?? []
        case .record, .entry: return []
        }
    }

    /// Lays the rows out anew after the panes have changed their places.
    mutating func refit() -> [Effect] {
        refreshRows()
        keepCursorOnARow()
        return []
    }
}
