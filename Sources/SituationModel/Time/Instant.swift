/// A moment, to the millisecond, in UTC.
package struct Instant: Hashable, Sendable, Comparable {
    /// Milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
    package let milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    package static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }

    /// The first moment of a calendar day in UTC.
    package init(_ day: CalendarDay) {
        milliseconds = Int64(day.daysSince1970) * Self.millisecondsADay
    }

    /// The day in UTC on which the moment falls.
    package var day: CalendarDay {
        CalendarDay(daysSince1970: Int(Self.floorDivide(milliseconds, Self.millisecondsADay)))
    }

    /// Hours, minutes, seconds and milliseconds since the day began, in UTC.
    package var timeOfDay: (hour: Int, minute: Int, second: Int, millisecond: Int) {
        let rest = Int(milliseconds - Self.floorDivide(milliseconds, Self.millisecondsADay) * Self.millisecondsADay)
        return (rest / 3_600_000, rest / 60_000 % 60, rest / 1_000 % 60, rest % 1_000)
    }

    /// The moment this many milliseconds later; negative for earlier. Stops at the ends of what can be counted.
    package func advanced(byMilliseconds amount: Int64) -> Instant {
        let (sum, overflow) = milliseconds.addingReportingOverflow(amount)
        guard overflow else { return Instant(milliseconds: sum) }
        return Instant(milliseconds: amount > 0 ? .max : .min)
    }

    package static let millisecondsADay: Int64 = 86_400_000

    private static func floorDivide(_ number: Int64, _ divisor: Int64) -> Int64 {
        number >= 0 ? number / divisor : -((-number + divisor - 1) / divisor)
    }
}

// MARK: - RFC 3339

extension Instant: CustomStringConvertible {
    /// The moment as RFC 3339 has it, in UTC: `2024-10-18T14:05:00Z`, with milliseconds only where there are any.
    package var description: String {
        let time = timeOfDay
        let fraction = time.millisecond == 0 ? "" : "." + padded(time.millisecond, to: 3)
        return
            "\(day)T\(padded(time.hour, to: 2)):\(padded(time.minute, to: 2)):\(padded(time.second, to: 2))\(fraction)Z"
    }

    /// A moment from RFC 3339 text: a date, `T` or a space, a time with or without seconds and fraction, and `Z` or an
    /// offset. A date alone is its first moment in UTC. `nil` for everything else.
    package init?(_ text: some StringProtocol) {
        var reader = DigitReader(text)
        guard let day = CalendarDay(reading: &reader) else { return nil }
        let start = Instant(day).milliseconds
        if reader.isAtEnd {
            milliseconds = start
            return
        }
        guard reader.skip("T") || reader.skip("t") || reader.skip(" "), let hour = reader.number(digits: 2), hour < 24,
            reader.skip(":"), let minute = reader.number(digits: 2), minute < 60
        else { return nil }
        var second = 0
        var millisecond = 0
        if reader.skip(":") {
            // 60 is a leap second; it is counted as the first moment of the next minute.
            guard let number = reader.number(digits: 2), number <= 60 else { return nil }
            second = number
            if reader.skip(".") {
                guard let fraction = reader.milliseconds() else { return nil }
                millisecond = fraction
            }
        }
        guard let offset = Self.offset(&reader), reader.isAtEnd else { return nil }
        let minutes = hour * 60 + minute - offset
        milliseconds = start + Int64(minutes) * 60_000 + Int64(second) * 1_000 + Int64(millisecond)
    }

    /// Minutes east of Greenwich.
    private static func offset(_ reader: inout DigitReader) -> Int? {
        if reader.skip("Z") || reader.skip("z") { return 0 }
        let sign: Int
        if reader.skip("+") { sign = 1 } else if reader.skip("-") { sign = -1 } else { return nil }
        guard let hours = reader.number(digits: 2), hours < 24 else { return nil }
        _ = reader.skip(":")
        guard let minutes = reader.number(digits: 2), minutes < 60 else { return nil }
        return sign * (hours * 60 + minutes)
    }
}

extension Instant: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let instant = Instant(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "“\(text)” is not a moment such as 2024-10-18T14:05:00Z")
        }
        self = instant
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
