package import SituationModel

/// Which way the traffic between actors is going.
package enum TrafficTrend: String, CaseIterable, Codable, Sendable {
    case rising, steady, falling

    /// The rule in words.
    package static let rule =
        "rising or falling: the last 28 days against the 28 before them, by more than the noise of counting"

    /// Days of which so many must have been collected on either side.
    private static let days = 28
    private static let leastDays = 14

    /// Whether more happened of late than before; `nil` where too few days were collected to tell.
    ///
    /// On Anscombe's scale (see ``SurgeRule``) the difference of two counts has a variance of 1/2 whatever they are: one
    /// standard deviation of it makes a rise. Where fewer days of one side were collected, its count is scaled up to them.
    package init?(_ traffic: Traffic, among pairs: [ActorPair], until last: CalendarDay) {
        func half(endingBefore end: Int) -> (count: Double, days: Double) {
            let days = (end - Self.days..<end).map { last.adding(days: $0) }.filter { !traffic.isGap(Week($0)) }
            return (Double(traffic.count(of: pairs, on: days)), Double(days.count))
        }
        let (late, early) = (half(endingBefore: 1), half(endingBefore: 1 - Self.days))
        guard late.days >= Double(Self.leastDays), early.days >= Double(Self.leastDays) else { return nil }
        let longest = max(late.days, early.days)
        let scaled = [late, early].map { ($0.count * longest / $0.days + 0.375).squareRoot() }
        let deviations = (scaled[0] - scaled[1]) / 0.5.squareRoot()
        self = deviations >= 1 ? .rising : deviations <= -1 ? .falling : .steady
    }
}
