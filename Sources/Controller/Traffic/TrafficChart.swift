package import SituationModel

/// The traffic between actors, week by week, as it is drawn.
package struct TrafficChart: Hashable, Sendable {
    /// One week.
    package struct Week: Hashable, Sendable {
        package let monday: CalendarDay
        package let counts: QuadCounts
        /// Whether anything was collected in it.
        package let isCollected: Bool
        /// The week against those before it; `nil` where too few are known.
        package let reading: Reading?

        package init(monday: CalendarDay, counts: QuadCounts, isCollected: Bool, reading: Reading?) {
            self.monday = monday
            self.counts = counts
            self.isCollected = isCollected
            self.reading = reading
        }

        package var conflict: Int { counts.verbalConflict + counts.materialConflict }
    }

    /// A week against the pair's own weeks before it.
    package struct Reading: Hashable, Sendable {
        /// What is usual in a week, and how far this one is from it in standard deviations.
        package struct Change: Hashable, Sendable {
            package let usual: Double
            package let z: Double

            package init(usual: Double, z: Double) {
                self.usual = usual
                self.z = z
            }
        }

        package let change: [Event.Quad: Change]
        package let score: Double
        /// 1 for the week with the most events of those compared.
        package let rank: Int
        package let weeksCompared: Int
        package let isFlagged: Bool
        /// Why it is flagged or not, in words.
        package let reason: String

        package init(
            change: [Event.Quad: Change], score: Double, rank: Int, weeksCompared: Int, isFlagged: Bool, reason: String
        ) {
            self.change = change
            self.score = score
            self.rank = rank
            self.weeksCompared = weeksCompared
            self.isFlagged = isFlagged
            self.reason = reason
        }

        package var usual: Double { change.values.reduce(0) { $0 + $1.usual } }
        package var usualConflict: Double {
            [Event.Quad.verbalConflict, .materialConflict].reduce(0) { $0 + (change[$1]?.usual ?? 0) }
        }
    }

    /// Other traffic that this one is made up of, and how much of the chosen week it is.
    package struct Part: Hashable, Sendable {
        package let first: ActorID
        package let second: ActorID
        package let count: Int

        package init(first: ActorID, second: ActorID, count: Int) {
            self.first = first
            self.second = second
            self.count = count
        }
    }

    /// The states or topmost actors that those asked for count as.
    package let scope: TrafficScope
    /// Oldest first.
    package let weeks: [Week]
    /// Which of them is looked at closely.
    package internal(set) var chosen: Int?
    /// Whether the last week is not over yet.
    package let isLastOpen: Bool
    /// The pairs it is made up of, where it is of more than one, the busiest of the chosen week first.
    package let parts: [Part]
    /// With fewer weeks before it nothing is said of one.
    package let leastHistory: Int
    package let trend: Actor.Trend?

    package init(
        scope: TrafficScope, weeks: [Week], chosen: Int?, isLastOpen: Bool, parts: [Part], leastHistory: Int,
        trend: Actor.Trend?
    ) {
        self.scope = scope
        self.weeks = weeks
        self.chosen = chosen
        self.isLastOpen = isLastOpen
        self.parts = parts
        self.leastHistory = leastHistory
        self.trend = trend
    }

    package var chosenWeek: Week? { chosen.flatMap { weeks.indices.contains($0) ? weeks[$0] : nil } }
}
