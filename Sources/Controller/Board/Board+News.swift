import QueryLanguage
import SituationModel

extension Board {
    /// Takes in news, and answers with what is to be done about them.
    package mutating func take(_ news: News) -> [Effect] {
        switch news {
        case .outline(let outline, let tally, let asOf):
            guard outline.id == situation.id, asOf == self.asOf else { return [] }
            let places = cursorPlaces()
            situation = outline
            self.tally = tally
            refreshRows()
            for pane in [Pane.actors, .ladders] { settleCursor(in: pane, landing: .keep, formerPlace: places[pane]) }
            return followCursor()
        case .page(let page):
            return take(page)
        case .detail(let data, let asOf):
            guard data.subject == detail.subject, asOf == self.asOf else { return [] }
            detail.data = data
            chooseFindingAtAnchor()
            return []
        case .situations(let headers):
            situations = headers
            return []
        case .moment(let moment, let step):
            return arrive(at: moment, by: step)
        case .anchored(let anchor):
            return take(anchor: anchor)
        case .collecting(let news):
            collecting = news
            if case .list(let list) = overlay, list.kind == .sources {
                overlay = .list(list.told(anew: sourcesOverlay()))
            }
            return []
        case .whatIf(let report, let sheet):
            if sheet == sandboxAsked { sandboxReport = report }
            return []
        case .judging(let news, let asOf):
            if asOf == self.asOf { judging = news }
            return []
        case .patterns(let patterns):
            self.patterns = patterns
            return []
        case .views(let views, let problem):
            self.views = views
            if let problem, message == nil { tell(problem) }
            if case .list(let list) = overlay, list.kind == .views { overlay = .list(list.told(anew: viewsOverlay())) }
            return []
        case .traffic(let news, let id, let asOf):
            guard id == situation.id, asOf == self.asOf else { return [] }
            traffic = news
            return []
        case .othersChanged where isHeld:
            hasHeldNews = true
            return [.load(.collecting)]
        case .archiveChanged, .othersChanged:
            return reloadAll(landing: .keep) + [.load(.situations), .load(.collecting)]
        case .done(let text):
            message = Message(text)
            beingSaved = nil
            // What one has just done stands first in the log, when one looks.
            if focus != .log { (cursors[.log], tops[.log]) = (nil, nil) }
            return []
        case .failed(let text):
            message = Message(text, kind: .error)
            takeBackUnsaved()
            // A page that failed will not come; it may be asked for again.
            (quotes.awaited, events.awaited, documents.awaited, log.awaited) = (nil, nil, nil, nil)
            return [.bell]
        }
    }

    /// Opens again what could not be written, as it was typed.
    private mutating func takeBackUnsaved() {
        if case .form(var form)? = overlay, form.awaitsAnchor {
            form.awaitsAnchor = false
            overlay = .form(form)
        }
        if case nil = overlay { overlay = beingSaved }
        beingSaved = nil
    }

    private mutating func take(_ page: PageNews) -> [Effect] {
        let isTaken: Bool
        let kind: ListKind
        let aboveBefore = itemsAbove()
        let places = cursorPlaces()
        switch page.rows {
        case .quotes(let rows):
            kind = .quotes
            isTaken = quotes.take(rows, for: page.request, landing: page.landing)
        case .events(let rows):
            kind = .events
            isTaken = events.take(rows, for: page.request, landing: page.landing)
        case .documents(let rows):
            kind = .documents
            isTaken = documents.take(rows, for: page.request, landing: page.landing)
        case .log(let rows):
            kind = .log
            isTaken = log.take(rows, for: page.request, landing: page.landing)
        }
        guard isTaken else { return [] }
        settleCursor(in: kind.pane, landing: page.landing, formerPlace: places[kind.pane])
        countArrivals(in: kind.pane, before: aboveBefore, landing: page.landing)
        return (kind.pane == focus ? arriveAtCursor() : []) + searchOn(kind)
    }

    /// Where in their lists the cursors stand.
    private func cursorPlaces() -> [Pane: Int] {
        Pane.lists.reduce(into: [:]) { places, pane in places[pane] = cursorIndex(in: pane) }
    }

    /// How many items each list holds above what it shows.
    private func itemsAbove() -> [Pane: Int] {
        tops.reduce(into: [:]) { result, top in
            result[top.key] = items(in: top.key).firstIndex(of: top.value.item)
        }
    }

    /// Counts what has come in above, where the list was read again and stays where it was.
    private mutating func countArrivals(in pane: Pane, before: [Pane: Int], landing: Landing) {
        guard landing == .keep, asOf == nil, let old = before[pane], let now = itemsAbove()[pane], now > old else {
            return
        }
        arrivals[pane, default: 0] += now - old
    }

    /// Puts the cursor of a pane where it belongs after its rows have changed.
    ///
    /// - Parameter formerPlace: Where in its list the cursor stood before: if its item has gone, it stays there.
    private mutating func settleCursor(in pane: Pane, landing: Landing, formerPlace: Int?) {
        let items = items(in: pane)
        switch landing {
        case .first: cursors[pane] = items.first
        case .last: cursors[pane] = items.last
        case .keep, .extendOlder, .extendNewer:
            guard let cursor = cursors[pane], items.contains(cursor) else {
                if let formerPlace, !items.isEmpty {
                    cursors[pane] = items[min(formerPlace, items.count - 1)]
                } else {
                    cursors[pane] = pane == .ladders ? firstLadderItem(items) : items.first
                }
                return
            }
        }
        if landing == .first || landing == .last { tops[pane] = nil }
    }

    /// The first thing to look at on the ladders: the rung on which the first actor stands.
    private func firstLadderItem(_ items: [Item]) -> Item? {
        guard let ladder = situation.ladders.inOrder.first, let rung = situation.presentRung(of: ladder) else {
            return items.first
        }
        let item = Item.rung(RungKey(ladder.id, rung.id))
        return items.contains(item) ? item : items.first
    }
}
