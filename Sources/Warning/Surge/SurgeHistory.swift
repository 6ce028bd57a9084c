package import SituationModel

/// The traffic between two actors, week by week.
///
/// Only the counts are kept, so an event that comes late is added like any other, and a reading made afterwards is the one that
/// a history built in order would give.
package struct SurgeHistory: Hashable, Sendable, Codable {
    /// The first week in which an event between the two would have been seen; weeks from then on without events are
    /// quiet, weeks before are not known.
    package private(set) var start: Week?
    private var counts: [Week: QuadCounts] = [:]
    /// Weeks in which nothing was collected: not quiet, but unknown.
    package private(set) var gaps: Set<Week> = []

    /// A history that begins with `start`, or with the first event where that is `nil` or earlier.
    package init(start: Week? = nil) {
        self.start = start
    }

    package subscript(week: Week) -> QuadCounts { counts[week] ?? QuadCounts() }

    /// A history of counts that are there already; it begins where it is told to, see ``begin(noLaterThan:)``.
    init(counts: [Week: QuadCounts]) {
        self.counts = counts
        start = counts.keys.min()
    }

    /// Adds an event. Returns the weeks whose reading that may change: its own, and those measured against it.
    ///
    /// Costs one look-up.
    @discardableResult
    package mutating func add(
        _ quad: Event.Quad, on week: Week, under rule: SurgeRule = SurgeRule()
    ) -> ClosedRange<Week> {
        if start.map({ week < $0 }) ?? true { start = week }
        counts[week, default: QuadCounts()][quad] += 1
        return week...week.advanced(by: max(rule.baselineWeeks, rule.weeksOutdone))
    }

    /// Takes an event away again that was rejected or moved; one that was never there is left alone.
    @discardableResult
    package mutating func remove(
        _ quad: Event.Quad, from week: Week, under rule: SurgeRule = SurgeRule()
    ) -> ClosedRange<Week>? {
        guard var here = counts[week], here[quad] > 0 else { return nil }
        here[quad] -= 1
        counts[week] = here.total == 0 ? nil : here
        return week...week.advanced(by: max(rule.baselineWeeks, rule.weeksOutdone))
    }

    /// Lets the history begin no later than with a week.
    package mutating func begin(noLaterThan week: Week) {
        start = min(start ?? week, week)
    }

    /// Says that nothing was collected in a week. Its events, if there are any, are not read, and no week is measured
    /// against it.
    package mutating func markGap(_ week: Week) {
        gaps.insert(week)
    }

    /// What a week was; `nil` where nothing was collected in it or too few weeks before it are known.
    ///
    /// Rests on the events up to the week's Sunday. Costs as many look-ups as the baseline has weeks.
    package func reading(of week: Week, under rule: SurgeRule = SurgeRule()) -> SurgeReading? {
        guard let start, !gaps.contains(week) else { return nil }
        let first = max(start, week.advanced(by: -rule.baselineWeeks))
        guard first < week else { return nil }
        let before = (first.number..<week.number).map(Week.init(number:)).filter { !gaps.contains($0) }
        guard !before.isEmpty, before.count >= rule.leastHistory else { return nil }
        let (here, past) = (self[week], before.map { self[$0] })
        let recent = before.filter { $0 >= week.advanced(by: -rule.weeksOutdone) }.map { self[$0].total }.max() ?? 0
        func change(_ quad: Event.Quad) -> SurgeReading.Change { Self.change(here[quad], from: past.map { $0[quad] }) }
        var reading = SurgeReading(
            week: week,
            verbalCooperation: change(.verbalCooperation), materialCooperation: change(.materialCooperation),
            verbalConflict: change(.verbalConflict), materialConflict: change(.materialConflict),
            score: 0, rank: 1 + past.count { $0.total > here.total }, weeksCompared: past.count + 1,
            recentMaximum: recent, isFlagged: false)
        let quads = Event.Quad.allCases
        reading.score = quads.reduce(0) { $0 + reading[$1].z } / Double(quads.count)
        reading.isFlagged =
            reading.score >= rule.leastScore && reading.materialConflict.z >= rule.leastConflict && here.total > recent
        return reading
    }

    private static func change(_ count: Int, from past: [Int]) -> SurgeReading.Change {
        let scaled = past.map(SurgeRule.stabilised)
        return SurgeReading.Change(
            count: count, usual: past.map(Double.init).mean,
            z: (SurgeRule.stabilised(count) - scaled.mean) / (scaled.variance + SurgeRule.countingVariance).squareRoot()
        )
    }
}
