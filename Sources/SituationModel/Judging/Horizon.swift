/// By when something is held to come: a date, counted to its end, or so long from now.
package enum Horizon: Hashable, Sendable {
    case date(DateExpression)
    /// So many units from now, to the end of that day.
    case after(Int, Unit)

    package enum Unit: String, CaseIterable, Hashable, Sendable {
        case days = "d"
        case weeks = "w"
        case months = "m"
        case years = "y"
    }

    /// What a horizon can look like, for people.
    package static let expected = "a date such as 2025-06-30, or a time from now such as 90d, 12w, 6m or 1y"

    /// A horizon from its text; `nil` for what is none, and for a date that is only about then.
    package init?(_ text: String) {
        let word = text.lowercased()
        if let unit = word.last.flatMap({ Unit(rawValue: String($0)) }) {
            let digits = word.dropLast()
            guard (1...4).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) }),
                let count = Int(digits), count > 0
            else { return nil }
            self = .after(count, unit)
        } else if let date = DateExpression(text), !date.isApproximate, date.lastMoment != nil {
            self = .date(date)
        } else {
            return nil
        }
    }

    /// The last moment of it.
    package func end(from now: Instant) -> Instant {
        switch self {
        case .date(let date): date.lastMoment ?? date.start
        case .after(let count, .days): Self.endOfDay(now.day.adding(days: count))
        case .after(let count, .weeks): Self.endOfDay(now.day.adding(days: count * 7))
        case .after(let count, .months): Self.endOfDay(Self.day(now.day, monthsLater: count))
        case .after(let count, .years): Self.endOfDay(Self.day(now.day, monthsLater: count * 12))
        }
    }

    private static func endOfDay(_ day: CalendarDay) -> Instant {
        Instant(day).advanced(byMilliseconds: Instant.millisecondsADay - 1)
    }

    /// The same day of a later month, or its last where it is shorter.
    private static func day(_ day: CalendarDay, monthsLater count: Int) -> CalendarDay {
        let months = day.year * 12 + day.month - 1 + count
        let (year, month) = (months / 12, months % 12 + 1)
        let last = CalendarDay.length(ofMonth: month, year: year)
        return CalendarDay(year: year, month: month, day: min(day.day, last)) ?? day
    }
}

extension Judgement {
    /// The horizon as it is written: the day where it ends with one, else the moment.
    package var horizonText: String {
        let day = DateExpression(.day(horizonEnd.day))
        return day.lastMoment == horizonEnd ? day.description : horizonEnd.description
    }
}
