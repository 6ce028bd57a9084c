/// When the traffic between two actors counts as a surge.
///
/// Counts are brought to Anscombe's scale √(x + 3/8) (F. J. Anscombe, *The transformation of Poisson, binomial and
/// negative-binomial data*, Biometrika 35, 1948), on which the noise of counting has a variance of 1/4 however busy the pair
/// is. The change of a quad is this week's distance from the mean of the weeks before it, over √(s² + 1/4), s² being their
/// variance: a pair that was silent for a year is measured by the noise of counting alone, and nothing is divided by zero.
/// The score is the mean of the four quads' changes. When a war begins, deeds, threats, talks and appeals all rise in the
/// same week; one story told many times, a round of talks or a burst of shelling in a war that goes on stands out in one
/// or two quads only.
///
/// A week is flagged when the score reaches ``leastScore``, when material conflict has its part in it, and when there was
/// more than in any of the last few weeks: what lasts is no news.
///
/// The thresholds were chosen on Kansas event series with fourteen known onsets of war, as the score that leaves about
/// half a false week a year and pair on one series, and looked at on the others: it came to 1.25 to 1.45 whichever
/// series it was chosen on.
package struct SurgeRule: Hashable, Sendable, Codable {
    /// The weeks before a week that it is measured against.
    package var baselineWeeks = 52
    /// With fewer weeks than that behind it, nothing is said of a week.
    package var leastHistory = 8
    package var leastScore = 1.25
    /// How far material conflict by itself must have risen, in the same units.
    package var leastConflict = 1.0
    /// The week must have more events than each of that many weeks before it.
    package var weeksOutdone = 4

    package init() {}

    /// The variance of Poisson counts on Anscombe's scale.
    static let countingVariance = 0.25

    /// A count on Anscombe's scale.
    static func stabilised(_ count: Int) -> Double { (Double(count) + 0.375).squareRoot() }
}
