import Commands
import QueryLanguage
import SituationModel

/// The chart of the traffic between actors, the matrix of who did what to whom, the timeline of an actor.
extension Board {
    // MARK: Opening

    /// Opens the chart of the named actors, or of those that the cursor is on.
    mutating func openChart(of names: [String]) -> [Effect] {
        var actors: [ActorID] = []
        for name in names {
            guard let actor = actor(called: name) else { return [.bell] }
            actors.append(actor)
        }
        if names.isEmpty, let item = itemInHand { actors = self.actors(of: item) }
        guard let scope = TrafficScope(actors) else {
            message = Message(
                "The cursor is on nothing that has actors; name one or two: chart ACTOR ACTOR", kind: .warning)
            return []
        }
        return openFresh(.chart(scope, week: nil))
    }

    /// Opens the matrix of a window of time.
    mutating func openDeedMatrix(_ window: String?) -> [Effect] {
        let text = window.flatMap { $0.lowercased() == "all" ? nil : $0 }
        if let text, QueryDate(text) == nil {
            message = Message("“\(text)” is no window: expected \(QueryDate.expected), or all", kind: .error)
            return [.bell]
        }
        let subject = Subject.deedMatrix(TimeWindow(text))
        // Only a matrix that is opened begins at its busiest cell; one that is come back to has the cursor where it was.
        if detail.subject != subject { detail.cell = nil }
        return openFresh(subject)
    }

    /// Opens the timeline of the named actor, or of the one that the cursor is on.
    mutating func openTimeline(of name: String?) -> [Effect] {
        var actor: ActorID?
        if let name {
            actor = self.actor(called: name)
            if actor == nil { return [.bell] }
        } else {
            actor = itemInHand.flatMap { actors(of: $0).first }
        }
        guard let actor else {
            message = Message("The cursor is on nothing that has an actor; name one: timeline ACTOR", kind: .warning)
            return []
        }
        return openFresh(.timeline(actor))
    }

    /// Opens something from a list, or as the next step from what is open.
    mutating func openFresh(_ subject: Subject) -> [Effect] {
        if focus != .detail {
            detail.trail = []
        } else if detail.trail.isEmpty, let present = detail.subject {
            detail.trail = [present]
        }
        return open(subject)
    }

    /// What the cursor is on, or in the detail pane the link that is chosen there, or else what is open.
    private var itemInHand: Item? {
        guard focus == .detail else { return cursors[focus] }
        if case .item(let item)? = currentLink { return item }
        switch detail.subject {
        case .item(let item): return item
        case .timeline(let actor): return .actor(actor)
        case .chart, .deedMatrix, .deeds, .document, .found, .judgements, .whatIf, nil: return nil
        }
    }

    /// The actors that something is about, those first that it is about most.
    private func actors(of item: Item) -> [ActorID] {
        switch item {
        case .record(.actor(let id)): return [id]
        case .record(.relation(let id)): return situation.relations[id].map { [$0.from, $0.to] } ?? []
        case .record(.event(let id)):
            return event(id).map { [$0.value.source, $0.value.target].compactMap(\.self) } ?? []
        case .record(.quote(let id)):
            return quote(id).map { [$0.value.speaker].compactMap(\.self) + $0.value.about.prefix(1) } ?? []
        case .record(.ladder(let id)): return situation.ladders[id]?.actors ?? []
        case .rung(let rung), .indicator(let rung, _): return situation.ladders[rung.ladder]?.actors ?? []
        case .record(.coupling(let id)), .incoming(let id):
            guard let coupling = situation.couplings[id] else { return [] }
            return [coupling.from, coupling.to].flatMap { situation.ladders[$0.ladder]?.actors ?? [] }
        case .record, .entry: return []
        }
    }

    /// The actor of that identifier, name or other name, whatever the case; says so where there is none.
    private mutating func actor(called name: String) -> ActorID? {
        let wanted = name.lowercased()
        let actors = situation.actors.inOrder
        let found =
            actors.first { $0.id.text == wanted } ?? actors.first { $0.name.lowercased() == wanted }
            ?? actors.first { $0.aliases.contains { $0.text.lowercased() == wanted } }
        if found == nil {
            message = Message("There is no actor “\(name)”; Tab on the prompt proposes those there are", kind: .error)
        }
        return found?.id
    }

    // MARK: Moving in them

    /// Whether the keys that go sideways stay in the detail pane.
    var movesInDetail: Bool {
        guard focus == .detail else { return false }
        switch detail.subject {
        case .chart, .deedMatrix: return true
        case .item, .document, .deeds, .timeline, .found, .judgements, .whatIf, nil: return false
        }
    }

    /// Goes to a neighbouring week of the chart or column of the matrix.
    mutating func stepSideways(_ direction: Int) -> [Effect] {
        switch detail.subject {
        case .deedMatrix: moveInDeedMatrix(columns: direction)
        case .chart: return chooseWeek { $0 + direction }
        default: break
        }
        return []
    }

    /// Goes to the next or previous week of the chart that is a surge.
    mutating func stepToFlag(_ direction: Int) -> [Effect] {
        guard case .chart = detail.subject, let weeks = detail.data?.chart?.weeks else { return [] }
        return chooseWeek { present in
            let indices = direction > 0 ? Array(present + 1..<max(present + 1, weeks.count)) : (0..<present).reversed()
            return indices.first { weeks[$0].reading?.isFlagged == true }
        }
    }

    private mutating func chooseWeek(_ choose: (Int) -> Int?) -> [Effect] {
        guard case .chart(let scope, _)? = detail.subject, let chart = detail.data?.chart, let present = chart.chosen
        else { return [] }
        guard let next = choose(present), chart.weeks.indices.contains(next) else {
            message = Message("There is no such week in that direction")
            return []
        }
        let subject = Subject.chart(scope, week: chart.weeks[next].monday)
        // Weeks of one chart are not steps of the way one came.
        if !detail.trail.isEmpty { detail.trail[detail.trail.count - 1] = subject }
        return show(subject)
    }

    /// Whether what is shown is another week of the chart at hand, which then stays on the screen while the week's events are
    /// read.
    mutating func keepsChart(for subject: Subject) -> Bool {
        guard case .chart(let scope, let day?) = subject, let data = detail.data, var chart = data.chart,
            case .chart(scope, _) = data.subject
        else { return false }
        chart.chosen = chart.weeks.lastIndex { $0.monday <= day }
        detail.data = DetailData(subject: subject)
        detail.data?.chart = chart
        return true
    }

    /// A key that moves in the matrix.
    mutating func moveInDeedMatrix(_ action: Action) {
        let page = max(1, (picture.region(of: .detail)?.shownLines ?? 2) - 1)
        switch action {
        case .moveDown, .nextMatch: moveInDeedMatrix(rows: 1)
        case .moveUp, .previousMatch: moveInDeedMatrix(rows: -1)
        case .halfPageDown: moveInDeedMatrix(rows: max(1, page / 2))
        case .halfPageUp: moveInDeedMatrix(rows: -max(1, page / 2))
        case .pageDown: moveInDeedMatrix(rows: page)
        case .pageUp: moveInDeedMatrix(rows: -page)
        case .top: moveInDeedMatrix(rows: -deedPlace.row)
        case .bottom: moveInDeedMatrix(rows: detail.data?.deeds?.sources.count ?? 0)
        default: break
        }
    }

    private mutating func moveInDeedMatrix(rows: Int = 0, columns: Int = 0) {
        guard let matrix = detail.data?.deeds, !matrix.sources.isEmpty else { return }
        let present = deedPlace
        detail.cell = DeedPlace(
            row: min(max(0, present.row + rows), matrix.sources.count - 1),
            column: min(max(0, present.column + columns), matrix.targets.count - 1))
    }

    /// The cell of the matrix that the cursor is on: at first the busiest.
    package var deedPlace: DeedPlace {
        guard let matrix = detail.data?.deeds else { return DeedPlace() }
        let place = detail.cell ?? matrix.busiest
        return DeedPlace(
            row: max(0, min(place.row, matrix.sources.count - 1)),
            column: max(0, min(place.column, matrix.targets.count - 1)))
    }

    /// What Enter opens from the matrix: the events of the cell that the cursor is on.
    var deedsInHand: Subject? {
        guard case .deedMatrix(let window)? = detail.subject, let matrix = detail.data?.deeds,
            matrix[deedPlace.row, deedPlace.column] != nil
        else { return nil }
        return .deeds(
            DeedsWish(
                source: matrix.sources[deedPlace.row], target: matrix.targets[deedPlace.column], window: window))
    }
}
