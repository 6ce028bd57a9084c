package import SituationModel

/// How the traffic between the actors of each ladder has gone, week by week.
package struct TrafficNews: Hashable, Sendable {
    package var ladders: [LadderID: WeeklyLevels]

    package init(ladders: [LadderID: WeeklyLevels] = [:]) {
        self.ladders = ladders
    }
}

/// How many events there were in each of the last weeks, and which way that goes.
package struct WeeklyLevels: Hashable, Sendable {
    /// Oldest first; `nil` for a week in which nothing was collected.
    package var levels: [Int?]
    /// `rising`, `steady` or `falling`; `nil` where too little was collected to tell.
    package var trend: Actor.Trend?
    /// Whether the last week is a surge.
    package var isFlagged: Bool

    package init(levels: [Int?], trend: Actor.Trend?, isFlagged: Bool) {
        self.levels = levels
        self.trend = trend
        self.isFlagged = isFlagged
    }
}
