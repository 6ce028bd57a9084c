package import SituationModel

/// The traffic of many pairs, collected together.
///
/// The collection begins with the first event of any pair, or with the first week in which anything was collected: a pair
/// that is silent at first was watched all the same, and its first outbreak is measured against that silence.
package struct SurgeTable<Pair: Hashable & Sendable>: Sendable {
    package let rule: SurgeRule
    private var counts: [Pair: [Week: QuadCounts]] = [:]
    /// How many events there were of any pair.
    private var totals: [Week: Int] = [:]
    /// The weeks in which anything was collected, where that is known.
    private var watched: Set<Week>?
    /// The last week in which anything can have been collected.
    private var end: Week?
    /// Weeks in which nothing was collected, for any pair.
    private var gaps: Set<Week> = []

    package init(rule: SurgeRule = SurgeRule()) {
        self.rule = rule
    }

    package var pairs: some Collection<Pair> { counts.keys }

    /// From the first week in which anything was collected to the last.
    package var span: ClosedRange<Week>? {
        let weeks = (totals.keys.map { $0 } + (watched ?? [])).filter { week in end.map { week <= $0 } ?? true }
        guard let first = weeks.min(), let last = weeks.max() else { return nil }
        return first...last
    }

    /// Whether nothing was collected in a week.
    package func isGap(_ week: Week) -> Bool {
        gaps.contains(week) || watched.map { !$0.contains(week) && totals[week] == nil } ?? false
    }

    /// The pair's counts, from the beginning of the collection on.
    package func history(of pair: Pair) -> SurgeHistory { history(of: [pair]) }

    /// The counts of several pairs taken together.
    package func history(of pairs: [Pair]) -> SurgeHistory {
        var sums = pairs.first.flatMap { counts[$0] } ?? [:]
        for pair in pairs.dropFirst() {
            for (week, more) in counts[pair] ?? [:] { sums[week, default: QuadCounts()] += more }
        }
        var history = SurgeHistory(counts: sums)
        guard let span else { return history }
        history.begin(noLaterThan: span.lowerBound)
        for number in span.lowerBound.number...span.upperBound.number where isGap(Week(number: number)) {
            history.markGap(Week(number: number))
        }
        return history
    }

    /// Adds an event; it may be earlier than those already there. Returns the weeks of the pair whose reading may change.
    @discardableResult
    package mutating func add(_ quad: Event.Quad, between pair: Pair, on day: CalendarDay) -> ClosedRange<Week> {
        let week = Week(day)
        totals[week, default: 0] += 1
        counts[pair, default: [:]][week, default: QuadCounts()][quad] += 1
        return week...week.advanced(by: max(rule.baselineWeeks, rule.weeksOutdone))
    }

    /// Takes an event away again; one that was never there is left alone.
    package mutating func remove(_ quad: Event.Quad, between pair: Pair, on day: CalendarDay) {
        let week = Week(day)
        guard var here = counts[pair]?[week], here[quad] > 0 else { return }
        here[quad] -= 1
        counts[pair]?[week] = here.total == 0 ? nil : here
        if counts[pair]?.isEmpty == true { counts[pair] = nil }
        let total = (totals[week] ?? 1) - 1
        totals[week] = total == 0 ? nil : total
    }

    /// Takes all events away.
    package mutating func removeAll() {
        counts = [:]
        totals = [:]
    }

    /// Says that nothing was collected in a week: it is not quiet, but unknown.
    package mutating func markGap(_ week: Week) {
        gaps.insert(week)
    }

    /// Says in which weeks anything was collected, up to the last that can have been: of the others, those without an event
    /// of any pair are gaps.
    package mutating func watch(in weeks: Set<Week>, until end: Week) {
        watched = weeks
        self.end = end
    }

    /// The pair's readings from its first event to the end of the collection, as far as there is a past to measure against.
    package func readings(of pair: Pair) -> [SurgeReading] {
        guard let span, let first = counts[pair]?.keys.min(), first <= span.upperBound else { return [] }
        let history = history(of: pair)
        return (first.number...span.upperBound.number).compactMap {
            history.reading(of: Week(number: $0), under: rule)
        }
    }
}

extension SurgeTable<ActorPair> {
    /// Adds an event of a situation on the day it counts for; what does not count between two actors changes nothing.
    @discardableResult
    package mutating func add(_ event: Event, on day: CalendarDay) -> ClosedRange<Week>? {
        guard let pair = ActorPair(event), let quad = event.countedQuad else { return nil }
        return add(quad, between: pair, on: day)
    }
}
