package import SituationModel

/// What one week's traffic between two actors is, against their own weeks before it.
package struct SurgeReading: Hashable, Sendable, Codable {
    /// One quad: how many events, how many are usual, and how unusual that is.
    package struct Change: Hashable, Sendable, Codable {
        package var count: Int
        /// The mean of the weeks before, in events a week.
        package var usual: Double
        /// In standard deviations on a scale where counting noise is alike for all counts; see ``SurgeRule``.
        package var z: Double
    }

    package var week: Week
    package var verbalCooperation: Change
    package var materialCooperation: Change
    package var verbalConflict: Change
    package var materialConflict: Change
    /// The mean of the four quads' changes.
    package var score: Double
    /// 1 for the week with the most events among ``weeksCompared``.
    package var rank: Int
    /// How many weeks the rank is out of, this one among them.
    package var weeksCompared: Int
    /// The most events in any of the last few weeks; see ``SurgeRule/weeksOutdone``.
    package var recentMaximum: Int
    package var isFlagged: Bool

    package subscript(quad: Event.Quad) -> Change {
        switch quad {
        case .verbalCooperation: verbalCooperation
        case .materialCooperation: materialCooperation
        case .verbalConflict: verbalConflict
        case .materialConflict: materialConflict
        }
    }

    package var count: Int { Event.Quad.allCases.reduce(0) { $0 + self[$1].count } }

    /// Events a week in the weeks before.
    package var usual: Double { Event.Quad.allCases.reduce(0) { $0 + self[$1].usual } }

    /// Why the week is flagged or not, in plain words; `rule` is the one it was read by.
    package func reason(under rule: SurgeRule) -> String {
        let traffic =
            "\(count == 1 ? "1 event" : "\(count) events") where \(inDecimals(usual, places: 1)) a week are usual (rank \(rank) of \(weeksCompared) "
            + "weeks), \(materialConflict.count) of them material conflict"
        let rise =
            "\(inDecimals(abs(score))) standard deviations \(score < 0 ? "below" : "above"), \(inDecimals(rule.leastScore)) asked for"
        if isFlagged || score < rule.leastScore { return "\(traffic): \(rise)" }
        if materialConflict.z < rule.leastConflict {
            return "\(traffic): material conflict has little part in the rise"
        }
        return "\(traffic): no more than the \(recentMaximum) in one of the last \(rule.weeksOutdone) weeks"
    }
}
