package import SituationModel

/// A week from Monday to Sunday, in UTC.
package struct Week: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
    /// Weeks since the one that holds 1 January 1970, which began on Monday, 29 December 1969; negative before.
    package let number: Int

    package init(number: Int) {
        self.number = number
    }

    /// The week in which a day falls.
    package init(_ day: CalendarDay) {
        let days = day.daysSince1970 + Self.daysFromMondayTo1970
        number = days >= 0 ? days / 7 : -((-days + 6) / 7)
    }

    /// 1 January 1970 was a Thursday.
    private static let daysFromMondayTo1970 = 3

    package var monday: CalendarDay { CalendarDay(daysSince1970: number * 7 - Self.daysFromMondayTo1970) }

    package var sunday: CalendarDay { CalendarDay(daysSince1970: number * 7 - Self.daysFromMondayTo1970 + 6) }

    /// The week that many weeks later; earlier for a negative number.
    package func advanced(by weeks: Int) -> Week { Week(number: number + weeks) }

    package static func < (left: Week, right: Week) -> Bool { left.number < right.number }

    /// Its Monday: `2000-09-25`.
    package var description: String { monday.description }
}
