package import Controller
package import SituationModel
import Warning

/// What the board shows of the traffic, made here because the board knows neither the archive nor the rule.
extension TrafficBook {
    /// Weeks of a spark line.
    private static let sparkWeeks = 12
    /// Weeks of a chart at the most: ten years.
    private static let chartWeeks = 520
    /// What lies before so many weeks in a row in which nothing was collected is background, and not drawn.
    private static let longestGap = 26

    /// The last weeks of the actors of each ladder, of those that have had any traffic.
    package func news(for ladders: some Sequence<Ladder>) -> TrafficNews {
        var news = TrafficNews()
        for ladder in ladders { news.ladders[ladder.id] = levels(of: traffic.pairs(among: ladder.actors)) }
        return news
    }

    private func levels(of pairs: [ActorPair]) -> WeeklyLevels? {
        guard !pairs.isEmpty, let span = traffic.span else { return nil }
        let history = traffic.history(of: pairs)
        let first = max(span.lowerBound, span.upperBound.advanced(by: 1 - Self.sparkWeeks))
        let levels = (first.number...span.upperBound.number).map(Week.init(number:)).map { week in
            history.gaps.contains(week) ? nil : history[week].total
        }
        return WeeklyLevels(
            levels: levels, trend: trend(of: pairs),
            isFlagged: history.reading(of: span.upperBound, under: traffic.rule)?.isFlagged ?? false)
    }

    private func trend(of pairs: [ActorPair]) -> Actor.Trend? {
        end.flatMap { TrafficTrend(traffic, among: pairs, until: $0) }.flatMap { Actor.Trend(rawValue: $0.rawValue) }
    }

    // MARK: Chart

    private func pairs(of scope: TrafficScope) -> [ActorPair] { traffic.pairs(among: scope.actors) }

    /// The week that a chart shows closely: the one that holds a day, else the last flagged one of the last thirteen weeks,
    /// else the last in which anything happened.
    private func chosen(_ day: CalendarDay?, among weeks: [TrafficChart.Week]) -> Int? {
        if let day, let index = weeks.lastIndex(where: { $0.monday <= day }) { return index }
        let recent = max(0, weeks.count - 13)..<weeks.count
        return recent.last { weeks[$0].reading?.isFlagged == true } ?? weeks.lastIndex { $0.counts.total > 0 }
            ?? weeks.indices.last
    }

    /// The traffic of a scope, with one week chosen.
    package func chart(of scope: TrafficScope, week day: CalendarDay?) -> TrafficChart {
        let pairs = pairs(of: scope)
        let tops = TrafficScope(scope.actors.map(traffic.top(of:))) ?? scope
        let rule = traffic.rule
        guard let span = traffic.span else {
            return TrafficChart(
                scope: tops, weeks: [], chosen: nil, isLastOpen: false, parts: [], leastHistory: rule.leastHistory,
                trend: nil)
        }
        let history = traffic.history(of: pairs)
        let first = Self.beginning(of: history, in: span)
        let weeks = (first.number...span.upperBound.number).map(Week.init(number:)).map { week in
            TrafficChart.Week(
                monday: week.monday, counts: history[week], isCollected: !history.gaps.contains(week),
                reading: history.reading(of: week, under: rule).map { TrafficChart.Reading($0, under: rule) })
        }
        let chosen = chosen(day, among: weeks)
        var parts: [TrafficChart.Part] = []
        if pairs.count > 1, let chosen {
            let week = Week(weeks[chosen].monday)
            parts = pairs.map { pair in
                TrafficChart.Part(
                    first: pair.first, second: pair.second, count: traffic.history(of: [pair])[week].total)
            }
            parts.sort { ($1.count, $0.first, $0.second) < ($0.count, $1.first, $1.second) }
        }
        return TrafficChart(
            scope: tops, weeks: weeks, chosen: chosen, isLastOpen: span.upperBound.sunday >= lastDay, parts: parts,
            leastHistory: rule.leastHistory, trend: trend(of: pairs))
    }

    private static func beginning(of history: SurgeHistory, in span: ClosedRange<Week>) -> Week {
        var (first, missing) = (span.upperBound, 0)
        for number in (span.lowerBound.number...span.upperBound.number).reversed().prefix(chartWeeks) {
            let week = Week(number: number)
            missing = history.gaps.contains(week) ? missing + 1 : 0
            if missing > longestGap { break }
            if missing == 0 { first = week }
        }
        return first
    }

    /// The events of a scope in a week, newest first.
    package func events(of scope: TrafficScope, inWeekOf day: CalendarDay) -> [EventID] {
        traffic.events(of: pairs(of: scope), in: Week(day))
    }

    // MARK: Matrix

    /// Who did what to whom, from one day to another.
    package func matrix(from first: CalendarDay?, to last: CalendarDay?) -> DeedMatrix {
        let counts = traffic.counts(from: first, to: last)
        let all = traffic.counts(from: nil, to: nil).values.reduce(0) { $0 + $1.total }
        var cells: [ActorID: [ActorID: QuadCounts]] = [:]
        var done: [ActorID: Int] = [:]
        var suffered: [ActorID: Int] = [:]
        for (direction, count) in counts {
            cells[direction.source, default: [:]][direction.target] = count
            done[direction.source, default: 0] += count.total
            suffered[direction.target, default: 0] += count.total
        }
        func busiest(_ totals: [ActorID: Int]) -> [ActorID] {
            totals.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        }
        return DeedMatrix(
            sources: busiest(done), targets: busiest(suffered), cells: cells, first: first, last: last,
            outside: all - counts.values.reduce(0) { $0 + $1.total })
    }

    /// The events that one actor did to another, newest first.
    package func events(
        from source: ActorID, to target: ActorID, between first: CalendarDay?, and last: CalendarDay?
    ) -> [EventID] {
        traffic.events(Direction(from: source, to: target), from: first, to: last)
    }
}

extension TrafficChart.Reading {
    fileprivate init(_ reading: SurgeReading, under rule: SurgeRule) {
        var changes: [Event.Quad: Change] = [:]
        for quad in Event.Quad.allCases {
            changes[quad] = Change(usual: reading[quad].usual, z: reading[quad].z)
        }
        self.init(
            change: changes, score: reading.score, rank: reading.rank, weeksCompared: reading.weeksCompared,
            isFlagged: reading.isFlagged, reason: reading.reason(under: rule))
    }
}
