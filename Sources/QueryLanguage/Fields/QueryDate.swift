package import SituationModel

/// A date in a query: one of the calendar, or one that is reckoned from the moment of asking.
package enum QueryDate: Hashable, Sendable {
    case date(DateExpression)
    /// So many units before now: `30d`.
    case ago(Int, Unit)
    case named(Name)

    package enum Unit: String, CaseIterable, Hashable, Sendable {
        case hours = "h"
        case days = "d"
        case weeks = "w"
        case months = "m"
        case years = "y"
    }

    /// Days and longer by the calendar, in UTC; weeks begin on Monday.
    package enum Name: String, CaseIterable, Hashable, Sendable {
        case now, today, yesterday
        case thisWeek = "this-week"
        case lastWeek = "last-week"
        case thisMonth = "this-month"
        case lastMonth = "last-month"
        case thisYear = "this-year"
        case lastYear = "last-year"
    }

    /// What a date can look like, for people.
    package static let expected =
        "a date such as 2024-10-18, 2024-10, 2024, 2024-10-14/2024-10-20, 30d, 2w, 6m, today, yesterday or last-week"
}

extension QueryDate: CustomStringConvertible {
    package var description: String {
        switch self {
        case .date(let date): date.description
        case .ago(let count, let unit): "\(count)\(unit.rawValue)"
        case .named(let name): name.rawValue
        }
    }

    /// A date from its text; `nil` for what is none.
    package init?(_ text: String) {
        let word = text.lowercased()
        if let name = Name(rawValue: word) {
            self = .named(name)
        } else if let unit = word.last.flatMap({ Unit(rawValue: String($0)) }) {
            let digits = word.dropLast()
            guard (1...4).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) }),
                let count = Int(digits)
            else { return nil }
            self = .ago(count, unit)
        } else if let date = DateExpression(text) {
            self = .date(date)
        } else {
            return nil
        }
    }

    /// First and last moment that the date covers; what is reckoned back lasts until now.
    package func extent(at now: Instant) -> (first: Instant, last: Instant) {
        switch self {
        case .date(let date): (date.start, date.lastMoment ?? Instant(milliseconds: .max))
        case .ago(let count, let unit): (Self.moment(count, unit, before: now), now)
        case .named(.now): (now, now)
        case .named(.today): Self.days(now.day.daysSince1970, 1)
        case .named(.yesterday): Self.days(now.day.daysSince1970 - 1, 1)
        case .named(.thisWeek): Self.days(Self.monday(of: now), 7)
        case .named(.lastWeek): Self.days(Self.monday(of: now) - 7, 7)
        case .named(.thisMonth): Self.months(from: now.day, 0, 1)
        case .named(.lastMonth): Self.months(from: now.day, -1, 1)
        case .named(.thisYear): Self.months(from: now.day, 1 - now.day.month, 12)
        case .named(.lastYear): Self.months(from: now.day, -11 - now.day.month, 12)
        }
    }

    private static func moment(_ count: Int, _ unit: Unit, before now: Instant) -> Instant {
        switch unit {
        case .hours: return now.advanced(byMilliseconds: Int64(-count) * 3_600_000)
        case .days: return now.advanced(byMilliseconds: Int64(-count) * Instant.millisecondsADay)
        case .weeks: return now.advanced(byMilliseconds: Int64(-count) * 7 * Instant.millisecondsADay)
        case .months, .years:
            let back = unit == .years ? count * 12 : count
            let day = now.day
            // The same day of that month, or its last where it is shorter; the same time of day.
            let first = monthsAfter(day, -back)
            let length = CalendarDay.length(ofMonth: first.month, year: first.year)
            let time = now.milliseconds - Instant(day).milliseconds
            let days = first.daysSince1970 + min(day.day, length) - 1
            return Instant(milliseconds: Int64(days) * Instant.millisecondsADay + time)
        }
    }

    /// The first day of the month that many months later.
    private static func monthsAfter(_ day: CalendarDay, _ count: Int) -> CalendarDay {
        let months = max(0, day.year * 12 + day.month - 1 + count)
        return CalendarDay(year: min(months / 12, 9999), month: months % 12 + 1, day: 1) ?? day
    }

    private static func monday(of moment: Instant) -> Int {
        let days = moment.day.daysSince1970
        // 1 January 1970 was a Thursday.
        return days - ((days + 3) % 7 + 7) % 7
    }

    private static func days(_ first: Int, _ count: Int) -> (first: Instant, last: Instant) {
        let start = Int64(first) * Instant.millisecondsADay
        return (
            Instant(milliseconds: start), Instant(milliseconds: start + Int64(count) * Instant.millisecondsADay - 1)
        )
    }

    private static func months(from day: CalendarDay, _ offset: Int, _ count: Int) -> (first: Instant, last: Instant) {
        (Instant(monthsAfter(day, offset)), Instant(monthsAfter(day, offset + count)).advanced(byMilliseconds: -1))
    }
}
