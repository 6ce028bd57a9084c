package import SituationModel

/// Dates as feeds and mails write them.
///
/// RFC 822 and its successors with every slip that is met (missing or wrong weekdays, full names of months, two-digit
/// years, missing seconds, zones by name or spelled in any way), ISO 8601 and the W3C's form of it, the forms of
/// `asctime`, of American and of Korean writing, names of months in the larger languages of Europe, seconds since 1970. A date
/// without a zone is taken to be in UTC.
package enum FeedDate {
    /// The moment that a text names; `nil` if no moment can be made of it.
    ///
    /// Where it could be read in two ways, it is read as year-month-day before day-month-year, and with slashes as the
    /// American month/day/year.
    package static func instant(_ text: String) -> Instant? {
        Array(text.utf8).withUnsafeBufferPointer { instant($0) }
    }

    /// The same, of UTF-8.
    static func instant(_ bytes: UnsafeBufferPointer<UInt8>) -> Instant? {
        // No date is longer; what is longer is none.
        guard bytes.count <= 80 else { return nil }
        if let instant = MailDate.instant(bytes) { return instant }
        if let instant = ISODate.instant(bytes) { return instant }
        if let seconds = secondsSince1970(bytes) { return Instant(milliseconds: seconds) }
        var reading = DateReading(DateToken.tokens(bytes))
        return reading.instant()
    }

    /// Ten digits of seconds, or thirteen of milliseconds.
    private static func secondsSince1970(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
        guard bytes.count == 10 || bytes.count == 13, let number = Int64(String(decoding: bytes, as: UTF8.self)) else {
            return nil
        }
        return bytes.count == 10 ? number * 1_000 : number
    }
}

/// A moment by its parts.
struct DateParts {
    var year: Int?
    var month: Int?
    var day: Int?
    var hour = 0
    var minute = 0
    var second = 0
    var millisecond = 0
    /// Minutes east of Greenwich.
    var offset = 0

    /// The moment; `nil` where the parts make none. 24:00 is the next day's beginning, second 60 that of the next minute.
    var instant: Instant? {
        guard let year, let day = CalendarDay(year: year, month: month ?? 1, day: day ?? 1), (1...9_999).contains(year),
            (0...24).contains(hour), (0...59).contains(minute), (0...60).contains(second),
            hour < 24 || minute == 0 && second == 0, abs(offset) < 24 * 60
        else { return nil }
        let minutes = Int64(hour * 60 + minute - offset)
        let milliseconds = minutes * 60_000 + Int64(second * 1_000 + millisecond)
        return Instant(day).advanced(byMilliseconds: milliseconds)
    }

    /// A year of two digits is the nearest one to our time: 69 is 1969, 68 is 2068.
    static func wholeYear(_ number: Int, digits: Int) -> Int {
        guard digits <= 2 else { return digits == 3 ? number + 1_900 : number }
        return number < 69 ? number + 2_000 : number + 1_900
    }
}
