import Display
package import QueryLanguage
import SituationModel

extension Board {
    static let pageLength = 120

    /// What the filter of a pane asks for.
    package func query(of pane: Pane) -> Query { Query(filters[pane] ?? "") }

    /// Asks for everything anew.
    mutating func reloadAll(landing: Landing) -> [Effect] {
        [.load(.outline(asOf: asOf))] + ListKind.allCases.flatMap { reload($0, landing: landing) } + reloadDetail()
            + [.load(.traffic(asOf: asOf))]
    }

    /// Asks for a list anew: around the cursor, where that is to stay. A jump to an end that is under way still goes there.
    mutating func reload(_ kind: ListKind, landing: Landing) -> [Effect] {
        var landing = landing
        if landing == .keep, let jump = awaitedLanding(of: kind), jump == .first || jump == .last { landing = jump }
        var position = PageRequest.Position.newest
        if landing == .last {
            position = .oldest
        } else if landing == .keep, case .record(let key)? = cursors[kind.pane] {
            position = .around(key)
        }
        return request(kind, position, landing)
    }

    private func awaitedLanding(of kind: ListKind) -> Landing? {
        switch kind {
        case .quotes: quotes.awaited?.landing
        case .events: events.awaited?.landing
        case .documents: documents.awaited?.landing
        case .log: log.awaited?.landing
        }
    }

    private mutating func request(_ kind: ListKind, _ position: PageRequest.Position, _ landing: Landing) -> [Effect] {
        var request = PageRequest(
            situation: situation.id, asOf: asOf, reader: asOf == nil ? settings.reader : nil,
            query: query(of: kind.pane),
            position: position, limit: Self.pageLength)
        // The same may be asked for again while the answer is under way; that answer is older than what was asked about then.
        pagesAsked += 1
        request.number = pagesAsked
        switch kind {
        case .quotes: quotes.awaited = .init(request: request, landing: landing)
        case .events: events.awaited = .init(request: request, landing: landing)
        case .documents: documents.awaited = .init(request: request, landing: landing)
        case .log: log.awaited = .init(request: request, landing: landing)
        }
        return [.load(.page(kind, request, landing))]
    }

    /// Goes on with a search that stopped before it had found a screen full.
    mutating func searchOn(_ kind: ListKind) -> [Effect] {
        let (stopped, count) =
            switch kind {
            case .quotes: (quotes.stoppedOlder, quotes.rows.count)
            case .events: (events.stoppedOlder, events.rows.count)
            case .documents: (documents.stoppedOlder, documents.rows.count)
            case .log: (log.stoppedOlder, log.rows.count)
            }
        guard let stopped, count < size.rows else { return [] }
        return request(kind, .before(stopped), .extendOlder)
    }

    /// Asks for more rows where the cursor has come near the end of those at hand.
    mutating func extendIfNeeded(_ pane: Pane) -> [Effect] {
        guard let kind = pane.listKind, let index = cursorIndex(in: pane) else { return [] }
        let ends: (newest: PageKey?, oldest: PageKey?, hasNewer: Bool, hasOlder: Bool, isWaiting: Bool) =
            switch kind {
            case .quotes: quotes.ends
            case .events: events.ends
            case .documents: documents.ends
            case .log: log.ends
            }
        guard !ends.isWaiting else { return [] }
        let margin = 30
        if ends.hasOlder, let oldest = ends.oldest, index > items(in: pane).count - margin {
            return request(kind, .before(oldest), .extendOlder)
        }
        if ends.hasNewer, let newest = ends.newest, index < margin {
            return request(kind, .after(newest), .extendNewer)
        }
        return []
    }

    /// The items of a pane that the cursor can stand on, from the top.
    package func items(in pane: Pane) -> [Item] {
        switch pane {
        case .actors: actorRows.map { .actor($0.actor.id) }
        case .ladders: ladderRows.map(\.item)
        case .quotes: quotes.rows.map { .quote($0.value.id) }
        case .timeline: events.rows.map { .event($0.value.id) }
        case .wire: documents.rows.map { .document($0.value.id) }
        case .log: log.rows.map { .entry($0.entry.id) }
        case .detail: []
        }
    }

    /// Computes the lists that are made from the outline.
    mutating func refreshRows() {
        actorRows =
            ActorTree(situation, query: query(of: .actors)) { folds[.actor($0)] ?? false }.rows
        ladderRows =
            LadderRows(situation, query: query(of: .ladders), room: ladderRoom, folds: folds).rows
    }

    /// The inside of the pane of the ladders, wherever it is or would be.
    private var ladderRoom: Size {
        let wish = LayoutWish(focus: .ladders, isZoomed: isZoomed && focus == .ladders, isDetailOpen: detail.isOpen)
        let frame = Layout(size: size, wish: wish).place(of: .ladders)?.frame.inset(by: 1)
        return Size(columns: frame?.columns ?? size.columns, rows: frame?.rows ?? size.rows)
    }
}

extension ListWindow {
    fileprivate var ends: (newest: PageKey?, oldest: PageKey?, hasNewer: Bool, hasOlder: Bool, isWaiting: Bool) {
        (newestKey, oldestKey, hasNewer, hasOlder, awaited != nil)
    }

    /// Takes in a page if it is the one that is waited for; answers whether it was.
    mutating func take(_ page: Page<Row>, for request: PageRequest, landing: Landing) -> Bool {
        guard let awaited, awaited.landing == landing else { return false }
        if awaited.request == request {
            self.awaited = nil
        } else {
            // The answer to an equal question before: where changes come faster than answers it is all there is for a while, and
            // the present one, which shows more, is still to come.
            guard !landing.extends, awaited.request.isEqual(toEarlier: request) else { return false }
        }
        switch landing {
        case .extendOlder: extendOlder(with: page)
        case .extendNewer: extendNewer(with: page)
        case .keep, .first, .last: replace(with: page)
        }
        return true
    }
}
