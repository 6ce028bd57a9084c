/// By what the machine tells whether an indicator is seen: which findings count, and how many of them it takes.
package struct IndicatorRule: Hashable, Sendable, Codable {
    /// What counts as evidence, in the query language.
    package var query: String
    /// How many findings it takes, at least 1; where evidence fades, the sum of what is left of each.
    package var count: Int
    /// The least number that one of them must give; `nil` where none need give any.
    package var amount: Double?
    /// The worst grade that counts; what cannot be judged does not count where there is one.
    package var grade: Grade?
    /// Only what happened in that many days counts; all of it where `nil`.
    package var windowDays: Int?
    /// After that many days a finding counts half, after twice as many a quarter; it does not fade where `nil`.
    package var halfLifeDays: Int?
    /// What is to be said of the rung when the indicator is observed; see ``outcome(_:)``.
    package var arguesFor: Rung.State?

    package init(
        query: String, count: Int = 1, amount: Double? = nil, grade: Grade? = nil, windowDays: Int? = nil,
        halfLifeDays: Int? = nil, arguesFor: Rung.State? = nil
    ) {
        self.query = query
        self.count = count
        self.amount = amount
        self.grade = grade
        self.windowDays = windowDays
        self.halfLifeDays = halfLifeDays
        self.arguesFor = arguesFor
    }

    /// What the indicator argues for: reached where it leads up and does not say otherwise, stood down where it leads down.
    package func outcome(_ direction: Indicator.Direction) -> Rung.State {
        arguesFor ?? (direction == .up ? .reached : .stoodDown)
    }
}

/// The name of an indicator across ladders, written `seoul/defensive-weapons/in-combat`.
package struct IndicatorKey: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
    package let rung: RungKey
    package let indicator: IndicatorID

    package init(_ rung: RungKey, _ indicator: IndicatorID) {
        self.rung = rung
        self.indicator = indicator
    }

    package var description: String { "\(rung)/\(indicator)" }

    package static func < (left: Self, right: Self) -> Bool {
        (left.rung, left.indicator) < (right.rung, right.indicator)
    }
}

/// What the machine reads of an indicator.
package struct IndicatorReading: Hashable, Sendable, Codable {
    package let state: Indicator.State
    /// The rule and what answers it, in plain words: `2 of 2 publishers, B2 or better, since 12 Oct 2024`.
    package let reason: String
    /// The latest of what it rests on, one of each publisher at least.
    package let evidence: [Anchor]

    package init(_ state: Indicator.State, reason: String, evidence: [Anchor] = []) {
        self.state = state
        self.reason = reason
        self.evidence = evidence
    }
}
