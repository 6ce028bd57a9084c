/// A date as far as it is known: a year, a month, a day, a moment, or a span of days; perhaps approximate.
///
/// Written as the Extended Date/Time Format of ISO 8601-2 has it, level 1 in part: `2019`, `2024-06`, `2024-10-18`,
/// `2024-10-18T14:05:00Z`, `2024-10-14/2024-10-20`, each with `~` behind it when it is only about then.
package struct DateExpression: Hashable, Sendable {
    package enum Extent: Hashable, Sendable {
        case year(Int)
        case month(year: Int, month: Int)
        case day(CalendarDay)
        case moment(Instant)
        /// First and last day, both included.
        case days(CalendarDay, CalendarDay)
    }

    package let extent: Extent
    /// Whether the date is only about then.
    package let isApproximate: Bool

    package init(_ extent: Extent, isApproximate: Bool = false) {
        self.extent = extent
        self.isApproximate = isApproximate
    }

    /// The first moment that the expression covers: what it sorts by.
    package var start: Instant {
        switch extent {
        case .year(let year): Self.first(year: year, month: 1)
        case .month(let year, let month): Self.first(year: year, month: month)
        case .day(let day), .days(let day, _): Instant(day)
        case .moment(let instant): instant
        }
    }

    private static func first(year: Int, month: Int) -> Instant {
        CalendarDay(year: year, month: month, day: 1).map(Instant.init) ?? Instant(milliseconds: 0)
    }
}

extension DateExpression {
    /// Of the moments that the expression covers, the one nearest to another: what happened “in October” and was known on
    /// the 18th stands among what happened on the 18th.
    package func moment(nearest other: Instant) -> Instant {
        max(start, min(other, lastMoment ?? other))
    }
}

extension DateExpression: CustomStringConvertible {
    /// The expression in the Extended Date/Time Format.
    package var description: String {
        let text =
            switch extent {
            case .year(let year): padded(year, to: 4)
            case .month(let year, let month): "\(padded(year, to: 4))-\(padded(month, to: 2))"
            case .day(let day): day.description
            case .moment(let instant): instant.description
            case .days(let first, let last): "\(first)/\(last)"
            }
        return isApproximate ? text + "~" : text
    }

    /// An expression from its text; `nil` for what is none.
    package init?(_ text: some StringProtocol) {
        isApproximate = text.hasSuffix("~")
        let bare = isApproximate ? Substring(text.dropLast()) : Substring(text)
        let parts = bare.split(separator: "/", omittingEmptySubsequences: false)
        if parts.count == 2 {
            guard let first = Self.day(parts[0]), let last = Self.day(parts[1]), first <= last else { return nil }
            extent = .days(first, last)
            return
        }
        if let day = Self.day(bare) {
            extent = .day(day)
        } else if let moment = Instant(bare) {
            extent = .moment(moment)
        } else {
            var reader = DigitReader(bare)
            guard let year = reader.number(digits: 4) else { return nil }
            if reader.isAtEnd {
                extent = .year(year)
            } else {
                guard reader.skip("-"), let month = reader.number(digits: 2), (1...12).contains(month), reader.isAtEnd
                else { return nil }
                extent = .month(year: year, month: month)
            }
        }
    }

    private static func day(_ text: some StringProtocol) -> CalendarDay? {
        var reader = DigitReader(text)
        guard let day = CalendarDay(reading: &reader), reader.isAtEnd else { return nil }
        return day
    }
}

extension DateExpression {
    /// The date in words for a reader: `18 Oct 2024`, `June 2024`, `about 18 Oct 2024, 14:05Z`, `14–20 Oct 2024`.
    package var inWords: String {
        let words =
            switch extent {
            case .year(let year): String(year)
            case .month(let year, let month): "\(MonthName.full(month)) \(year)"
            case .day(let day): day.inWords
            case .moment(let instant): "\(instant.day.inWords), \(instant.clock)Z"
            case .days(let first, let last): Self.words(first, last)
            }
        return isApproximate ? "about " + words : words
    }

    private static func words(_ first: CalendarDay, _ last: CalendarDay) -> String {
        if first == last { return first.inWords }
        if (first.year, first.month) == (last.year, last.month) { return "\(first.day)–\(last.inWords)" }
        if first.year == last.year { return "\(first.day) \(MonthName.short(first.month)) – \(last.inWords)" }
        return "\(first.inWords) – \(last.inWords)"
    }
}

extension CalendarDay {
    /// The day for a reader: `18 Oct 2024`.
    package var inWords: String { "\(day) \(MonthName.short(month)) \(year)" }
}

extension Instant {
    /// Hours and minutes, `14:05`, in UTC.
    package var clock: String { "\(padded(timeOfDay.hour, to: 2)):\(padded(timeOfDay.minute, to: 2))" }

    /// Day and time for a reader: `18 Oct 2024 14:05Z`.
    package var inWords: String { "\(day.inWords) \(clock)Z" }
}

/// The English names of the months.
package enum MonthName {
    private static let names = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// `October` for 10; months outside 1 to 12 have no name.
    package static func full(_ month: Int) -> String {
        names.indices.contains(month - 1) ? names[month - 1] : ""
    }

    /// `Oct` for 10.
    package static func short(_ month: Int) -> String { String(full(month).prefix(3)) }
}

extension DateExpression {
    /// The last millisecond that the expression covers; `nil` where the calendar ends.
    package var lastMoment: Instant? {
        switch extent {
        case .moment(let instant): return instant
        case .day(let day), .days(_, let day):
            return Instant(day).advanced(byMilliseconds: Instant.millisecondsADay - 1)
        case .month(let year, let month):
            let next = CalendarDay(year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1, day: 1)
            return next.map { Instant($0).advanced(byMilliseconds: -1) }
        case .year(let year):
            return CalendarDay(year: year + 1, month: 1, day: 1).map { Instant($0).advanced(byMilliseconds: -1) }
        }
    }
}

extension DateExpression: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let expression = DateExpression(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "“\(text)” is not a date such as 2024, 2024-06 or 2024-10-18~")
        }
        self = expression
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
