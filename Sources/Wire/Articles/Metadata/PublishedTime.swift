package import SituationModel

/// When a page says it was published: a moment, or only a day.
package struct PublishedTime: Hashable, Sendable, CustomStringConvertible {
    /// The day as the page writes it, where the page was written.
    package let day: CalendarDay
    /// The moment, if the page says more than the day; the first moment of the day in UTC otherwise.
    package let instant: Instant
    /// Minutes east of Greenwich as the page writes them; `nil` where it gives no zone, or no time.
    package let offset: Int?
    package let hasTime: Bool

    /// RFC 3339 as far as it goes: `2024-10-18T14:05:00+02:00`, in UTC where the page gives no zone, or `2024-10-18`.
    package var description: String {
        guard hasTime else { return day.description }
        guard let offset, offset != 0 else { return instant.description }
        let local = instant.advanced(byMilliseconds: Int64(offset) * 60_000).description
        let minutes = abs(offset)
        let zone = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        return local.dropLast() + (offset < 0 ? "-" : "+") + zone
    }

    init(day: CalendarDay) {
        self.day = day
        instant = Instant(day)
        offset = nil
        hasTime = false
    }

    /// A date as metadata or a byline has it, `nil` for what is none. Anything may stand behind it.
    ///
    /// `2024-10-18`, with a time and a zone or without; `2024/10/18`; `October 18, 2024`; `18 Oct 2024`, with a weekday
    /// before and a time behind it; `10/18/2024` (month first, unless that cannot be); milliseconds or seconds since 1970.
    init?(_ text: String) {
        var words = WrittenDate(text)
        guard let day = words.day(), Self.years.contains(day.year) else {
            guard let instant = Self.counted(text) else { return nil }
            (self.day, self.instant, offset, hasTime) = (instant.day, instant, 0, true)
            return
        }
        self.day = day
        guard let time = words.time() else {
            (instant, offset, hasTime) = (Instant(day), nil, false)
            return
        }
        offset = words.zone()
        instant = Instant(day).advanced(byMilliseconds: Int64(time - (offset ?? 0) * 60) * 1_000)
        hasTime = true
    }

    /// The years that a page on the web can be of.
    private static let years = 1990...2100

    private static func counted(_ text: String) -> Instant? {
        let digits = text.utf8.filter { !$0.isSpace }
        guard digits.allSatisfy(\.isDigit), digits.count == 10 || digits.count == 13,
            let number = Int64(String(decoding: digits, as: UTF8.self))
        else { return nil }
        let instant = Instant(milliseconds: digits.count == 10 ? number * 1_000 : number)
        return years.contains(instant.day.year) ? instant : nil
    }
}

extension PublishedTime {
    /// The day in an address: `/2024/10/18/`, `/2024/oct/18/`, `/2024-10-18-`, `/20241018/`.
    init?(address: String) {
        let path = Array(address.lowercased().utf8)
        let parts = path.split { !$0.isLetter && !$0.isDigit }.map { String(decoding: $0, as: UTF8.self) }
        for (place, part) in parts.enumerated().dropFirst() {
            if part.count == 4, let year = Int(part), Self.years.contains(year), place + 2 < parts.count,
                let month = Int(parts[place + 1]).flatMap({ parts[place + 1].count <= 2 ? $0 : nil })
                    ?? WrittenDate.month(parts[place + 1][...]), parts[place + 2].count <= 2,
                let number = Int(parts[place + 2]), let day = CalendarDay(year: year, month: month, day: number)
            {
                self.init(day: day)
                return
            }
            if part.count == 8, let number = Int(part), Self.years.contains(number / 10_000),
                let day = CalendarDay(year: number / 10_000, month: number / 100 % 100, day: number % 100)
            {
                self.init(day: day)
                return
            }
        }
        return nil
    }
}
