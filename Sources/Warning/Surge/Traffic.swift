package import SituationModel

/// The traffic of a situation: every event that counts, and how many there were between whom and when.
///
/// A deed counts for the state or the topmost actor that its doer belongs to. Kept up by what has changed alone: an event
/// that comes, is rejected or comes back costs the same however many there are. Whatever the order of the changes, the
/// traffic is the one that its deeds and ties would make from the start.
package struct Traffic: Sendable {
    private var deeds: [EventID: Deed] = [:]
    private var ties: [ActorID: ActorTie] = [:]
    /// For whom those count that have done something or suffered it.
    private var tops: [ActorID: ActorID] = [:]
    /// By day, so that a window can begin and end on any.
    private var days: [Direction: [CalendarDay: QuadCounts]] = [:]
    private var table: SurgeTable<ActorPair>

    package init(rule: SurgeRule = SurgeRule()) {
        table = SurgeTable(rule: rule)
    }

    package var rule: SurgeRule { table.rule }

    // MARK: Keeping up

    /// Takes in what an event now counts as; `nil` where it does not count, or is there no more.
    package mutating func put(_ deed: Deed?, for event: EventID) {
        let former = deeds[event]
        guard former != deed else { return }
        if let former { count(former, by: -1) }
        deeds[event] = deed
        if let deed { count(deed, by: 1) }
    }

    /// Takes in to whom actors belong; `nil` for one that is there no more.
    package mutating func put(_ changed: [ActorID: ActorTie?]) {
        var isChanged = false
        for (actor, tie) in changed where ties[actor] != tie {
            ties[actor] = tie
            isChanged = true
        }
        // New actors seldom change for whom anybody counts.
        guard isChanged, tops.contains(where: { top(above: $0.key) != $0.value }) else { return }
        let kept = deeds.values
        tops = [:]
        days = [:]
        table.removeAll()
        for deed in kept { count(deed, by: 1) }
    }

    /// Says in which weeks something was collected, and up to which day anything can have been.
    ///
    /// A week without is a gap, unless an event of any pair is known of it: then it was looked at later.
    package mutating func collected(in weeks: Set<Week>, until day: CalendarDay) {
        table.watch(in: weeks, until: Week(day))
    }

    private mutating func count(_ deed: Deed, by amount: Int) {
        let direction = Direction(from: remember(deed.source), to: remember(deed.target))
        days[direction, default: [:]][deed.day, default: QuadCounts()][deed.quad] += amount
        if days[direction]?[deed.day]?.total == 0 { days[direction]?[deed.day] = nil }
        if days[direction]?.isEmpty == true { days[direction] = nil }
        guard deed.isOfAWeek, let pair = ActorPair(direction.source, direction.target) else { return }
        if amount > 0 {
            table.add(deed.quad, between: pair, on: deed.day)
        } else {
            table.remove(deed.quad, between: pair, on: deed.day)
        }
    }

    private mutating func remember(_ actor: ActorID) -> ActorID {
        if let known = tops[actor] { return known }
        let top = top(above: actor)
        tops[actor] = top
        return top
    }

    private func top(above actor: ActorID) -> ActorID {
        var (present, seen) = (actor, Set([actor]))
        while let tie = ties[present], !tie.isState, let owner = tie.affiliation, seen.insert(owner).inserted {
            present = owner
        }
        return present
    }

    // MARK: Reading

    /// For whom an actor's deeds count: itself, or the state or topmost actor that it belongs to.
    package func top(of actor: ActorID) -> ActorID { tops[actor] ?? top(above: actor) }

    /// From the first week that is known of to the last; `nil` where nothing is.
    package var span: ClosedRange<Week>? { table.span }

    /// Every pair between whom something has happened.
    package var pairs: [ActorPair] { table.pairs.sorted() }

    /// All pairs that some actors make among themselves; of a single one, those it makes with everybody else.
    package func pairs(among actors: [ActorID]) -> [ActorPair] {
        let tops = Set(actors.map(top(of:)))
        guard let only = tops.first, tops.count == 1 else {
            return table.pairs.filter { tops.contains($0.first) && tops.contains($0.second) }.sorted()
        }
        return table.pairs.filter { $0.first == only || $0.second == only }.sorted()
    }

    /// The counts of several pairs taken together, week by week, to be read like those of one.
    package func history(of pairs: [ActorPair]) -> SurgeHistory { table.history(of: pairs) }

    /// Who did what to whom, and how often, from one day to another, both included.
    package func counts(from first: CalendarDay?, to last: CalendarDay?) -> [Direction: QuadCounts] {
        days.compactMapValues { counts in
            let sum = counts.reduce(into: QuadCounts()) { sum, day in
                if first.map({ $0 <= day.key }) ?? true, last.map({ day.key <= $0 }) ?? true { sum += day.value }
            }
            return sum.total == 0 ? nil : sum
        }
    }

    /// The events that count between pairs in a week.
    package func events(of pairs: [ActorPair], in week: Week) -> [EventID] {
        let wanted = Set(pairs)
        return events { deed, direction in
            deed.isOfAWeek && Week(deed.day) == week
                && ActorPair(direction.source, direction.target).map(wanted.contains) == true
        }
    }

    /// The events that count as done by one actor to another, from one day to another.
    package func events(
        _ wanted: Direction, from first: CalendarDay?, to last: CalendarDay?
    ) -> [EventID] {
        events { deed, direction in
            direction == wanted && first.map { $0 <= deed.day } ?? true && last.map { deed.day <= $0 } ?? true
        }
    }

    private func events(where isWanted: (Deed, Direction) -> Bool) -> [EventID] {
        deeds.filter { _, deed in isWanted(deed, Direction(from: top(of: deed.source), to: top(of: deed.target))) }
            .sorted { ($1.value.day, $1.key) < ($0.value.day, $0.key) }.map(\.key)
    }

    /// How many events of pairs fell on each of some days.
    func count(of pairs: [ActorPair], on wanted: some Sequence<CalendarDay>) -> Int {
        let directions = pairs.flatMap {
            [Direction(from: $0.first, to: $0.second), Direction(from: $0.second, to: $0.first)]
        }
        let known = directions.compactMap { days[$0] }
        return wanted.reduce(0) { sum, day in known.reduce(sum) { $0 + ($1[day]?.total ?? 0) } }
    }

    func isGap(_ week: Week) -> Bool { table.isGap(week) }
}
