import Glibc
package import SituationModel

/// What answers an indicator, and what that comes to.
struct IndicatorTally: Sendable {
    let indicator: Indicator
    let rule: IndicatorRule
    /// In order of time.
    private var evidence: [Evidence] = []
    /// By when each of it stands in that order.
    private var moments: [RecordKey: Instant] = [:]

    init(_ indicator: Indicator, _ rule: IndicatorRule) {
        self.indicator = indicator
        self.rule = rule
    }

    /// Takes in what answers; says whether anything is different now.
    ///
    /// Cost: that of moving what is later by one place.
    mutating func put(_ finding: Evidence) -> Bool {
        if let moment = moments[finding.key] {
            let place = place(of: moment, finding.key)
            guard evidence[place] != finding else { return false }
            evidence.remove(at: place)
        }
        evidence.insert(finding, at: place(of: finding.moment, finding.key))
        moments[finding.key] = finding.moment
        return true
    }

    mutating func remove(_ key: RecordKey) -> Bool {
        guard let moment = moments.removeValue(forKey: key) else { return false }
        evidence.remove(at: place(of: moment, key))
        return true
    }

    /// Where something of that time and name stands, or would.
    private func place(of moment: Instant, _ key: RecordKey) -> Int {
        evidence.partitioningIndex { ($0.moment, $0.key) >= (moment, key) }
    }

    /// What it comes to at a moment.
    ///
    /// - Parameter coverage: which live sources could see such a thing.
    func standing(at now: Instant, coverage: SourceCoverage) -> IndicatorStanding {
        let start = rule.windowDays.map { now.advanced(byMilliseconds: -Int64($0) * Instant.millisecondsADay) }
        let present =
            start.map { start in evidence[evidence.partitioningIndex { $0.moment >= start }...] } ?? evidence[...]
        let counted = rule.grade.map { grade in present.filter { $0.isAtLeast(grade) }[...] } ?? present
        let families = counted.reduce(into: Set<String>()) { $0.formUnion($1.families) }
        let weight = rule.halfLifeDays.map { halfLife in
            counted.reduce(0) { $0 + Self.weight(of: $1, at: now, halfLifeDays: halfLife) }
        }
        let greatest = counted.compactMap(\.amount).max()
        let isObserved =
            weight ?? Double(counted.count) >= Double(rule.count) - Self.tolerance
            && !counted.isEmpty && families.count >= indicator.requiredFamilies
            && (rule.amount.map { greatest ?? -.infinity >= $0 } ?? true)
        let state: Indicator.State =
            if isObserved {
                .observed
            } else if !present.isEmpty {
                .stirring
            } else {
                coverage.isEmpty ? .notCollected : .quiet
            }
        return IndicatorStanding(
            state: state,
            words: RuleWords(
                indicator: indicator, rule: rule, present: present.count, counted: counted.count,
                families: families.count, weight: weight, amount: greatest, since: counted.first?.moment,
                coverage: coverage
            ).text(of: state),
            evidence: Self.choice(counted.isEmpty ? present : counted),
            latest: counted.last?.moment, families: families.count)
    }

    /// Fading sums of powers of two are not exact.
    private static let tolerance = 1e-9

    /// What is left of a finding: half after a half-life, all of one that is dated ahead.
    private static func weight(of finding: Evidence, at now: Instant, halfLifeDays: Int) -> Double {
        let days = Double(now.milliseconds - finding.moment.milliseconds) / Double(Instant.millisecondsADay)
        return days <= 0 ? 1 : exp2(-days / Double(halfLifeDays))
    }

    /// Anchors to show: those of the latest findings, one of each publisher at least, in order of time.
    private static func choice(_ findings: ArraySlice<Evidence>) -> [Anchor] {
        var families: Set<String> = []
        var chosen: [Evidence] = []
        for finding in findings.reversed() {
            let isNew = !finding.families.isSubset(of: families)
            guard chosen.count < shown || isNew, chosen.count < mostShown else { continue }
            families.formUnion(finding.families)
            chosen.append(finding)
        }
        var anchors: [Anchor] = []
        for anchor in chosen.reversed().flatMap(\.anchors) where !anchors.contains(anchor) { anchors.append(anchor) }
        return Array(anchors.suffix(mostShown))
    }

    private static let shown = 3
    private static let mostShown = 8
}

/// How an indicator stands, with what its rung is told by.
package struct IndicatorStanding: Hashable, Sendable {
    package let state: Indicator.State
    /// The rule and what answers it, in plain words.
    package let words: String
    package let evidence: [Anchor]
    /// When the last of what counts was.
    package let latest: Instant?
    /// How many publishers have it.
    package let families: Int

    package var reading: IndicatorReading { IndicatorReading(state, reason: words, evidence: evidence) }
}

/// The live sources that could see what an indicator is about.
package struct SourceCoverage: Hashable, Sendable {
    package let families: Set<String>

    package init(families: Set<String> = []) {
        self.families = families
    }

    package var isEmpty: Bool { families.isEmpty }
}

extension [Evidence] {
    /// The first place for which something holds that holds for all behind it; the end where it holds for none.
    fileprivate func partitioningIndex(where holds: (Evidence) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
