package import SituationModel

/// The traffic of many pairs, collected together.
///
/// The collection begins with the first event of any pair: one that is silent at first was watched all the same, and its
/// first outbreak is measured against that silence.
package struct SurgeTable<Pair: Hashable & Sendable>: Sendable {
    package let rule: SurgeRule
    private var histories: [Pair: SurgeHistory] = [:]
    /// Each pair's first week with an event.
    private var firstWeeks: [Pair: Week] = [:]
    /// From the first week with an event of any pair to the last.
    package private(set) var span: ClosedRange<Week>?
    /// Weeks in which nothing was collected, for any pair.
    private var gaps: Set<Week> = []

    package init(rule: SurgeRule = SurgeRule()) {
        self.rule = rule
    }

    package var pairs: some Collection<Pair> { histories.keys }

    /// The pair's counts, from the beginning of the collection on.
    package func history(of pair: Pair) -> SurgeHistory {
        var history = histories[pair] ?? SurgeHistory()
        if let span { history.begin(noLaterThan: span.lowerBound) }
        for week in gaps { history.markGap(week) }
        return history
    }

    /// Adds an event; it may be earlier than those already there. Returns the weeks of the pair whose reading may change.
    @discardableResult
    package mutating func add(_ quad: Event.Quad, between pair: Pair, on day: CalendarDay) -> ClosedRange<Week> {
        let week = Week(day)
        span = span.map { min($0.lowerBound, week)...max($0.upperBound, week) } ?? week...week
        firstWeeks[pair] = min(firstWeeks[pair] ?? week, week)
        return histories[pair, default: SurgeHistory()].add(quad, on: week, under: rule)
    }

    /// Says that nothing was collected in a week: it is not quiet, but unknown.
    package mutating func markGap(_ week: Week) {
        gaps.insert(week)
    }

    /// The pair's readings from its first event to the end of the collection, as far as there is a past to measure against.
    package func readings(of pair: Pair) -> [SurgeReading] {
        guard let span, let first = firstWeeks[pair] else { return [] }
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
