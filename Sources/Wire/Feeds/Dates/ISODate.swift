import SituationModel

/// Dates of ISO 8601: `2024-10-18T14:05:00Z`, `20241018T1405`, `2024-W42-5`, `2024-292`, `2024-10` and what lies between.
enum ISODate {
    static func instant(_ bytes: UnsafeBufferPointer<UInt8>) -> Instant? {
        var scanner = DigitScanner(bytes)
        var parts = DateParts()
        guard date(&scanner, &parts) else { return nil }
        if !scanner.isAtEnd {
            guard scanner.skip("T") || scanner.skip("t") || scanner.skip(" ") || scanner.skip("_") else { return nil }
            scanner.skipSpaces()
            guard time(&scanner, &parts), zone(&scanner, &parts) else { return nil }
        }
        return scanner.isAtEnd ? parts.instant : nil
    }

    private static func date(_ scanner: inout DigitScanner, _ parts: inout DateParts) -> Bool {
        let digits = scanner.digits
        guard digits == 4 || digits == 7 || digits == 8, let year = scanner.number(4) else { return false }
        parts.year = year
        switch digits {
        case 7: return scanner.number(3).map { setDay(ofYear: $0, &parts) } ?? false
        case 8:
            parts.month = scanner.number(2)
            parts.day = scanner.number(2)
            return true
        default: break
        }
        guard scanner.skip("-") || scanner.skip("/") else {
            return scanner.isAtEnd || scanner.next == UInt8(ascii: "T") || week(&scanner, &parts)
        }
        if week(&scanner, &parts) { return true }
        switch scanner.digits {
        case 3: return scanner.number(3).map { setDay(ofYear: $0, &parts) } ?? false
        case 1, 2: parts.month = scanner.number(scanner.digits)
        default: return false
        }
        guard scanner.skip("-") || scanner.skip("/") else { return true }
        guard scanner.digits == 1 || scanner.digits == 2 else { return false }
        parts.day = scanner.number(scanner.digits)
        return true
    }

    private static func setDay(ofYear day: Int, _ parts: inout DateParts) -> Bool {
        guard let year = parts.year, let first = CalendarDay(year: year, month: 1, day: 1), (1...366).contains(day)
        else { return false }
        set(CalendarDay(daysSince1970: first.daysSince1970 + day - 1), &parts)
        return parts.year == year
    }

    /// `W42`, `W42-5` or `W425`: week 1 is the one with 4 January in it, and weeks begin on Monday.
    private static func week(_ scanner: inout DigitScanner, _ parts: inout DateParts) -> Bool {
        guard scanner.skip("W"), let week = scanner.number(2), (1...53).contains(week), let year = parts.year,
            let fourth = CalendarDay(year: year, month: 1, day: 4)
        else { return false }
        var weekday = 1
        _ = scanner.skip("-")
        if scanner.digits == 1 {
            guard let number = scanner.number(1), (1...7).contains(number) else { return false }
            weekday = number
        }
        // 1 January 1970 was a Thursday.
        let sinceMonday = ((fourth.daysSince1970 + 3) % 7 + 7) % 7
        set(CalendarDay(daysSince1970: fourth.daysSince1970 - sinceMonday + (week - 1) * 7 + weekday - 1), &parts)
        return true
    }

    private static func set(_ day: CalendarDay, _ parts: inout DateParts) {
        (parts.year, parts.month, parts.day) = (day.year, day.month, day.day)
    }

    private static func time(_ scanner: inout DigitScanner, _ parts: inout DateParts) -> Bool {
        let digits = scanner.digits
        guard [1, 2, 4, 6].contains(digits), let hour = scanner.number(min(2, digits)) else { return false }
        parts.hour = hour
        if digits >= 4 {
            parts.minute = scanner.number(2) ?? 0
            if digits == 6 { parts.second = scanner.number(2) ?? 0 }
        } else if scanner.skip(":") {
            guard let minute = scanner.number(min(2, scanner.digits)) else { return false }
            parts.minute = minute
            if scanner.skip(":") {
                guard let second = scanner.number(min(2, scanner.digits)) else { return false }
                parts.second = second
            }
        }
        if scanner.skip(".") || scanner.skip(",") {
            guard let fraction = scanner.fraction() else { return false }
            parts.millisecond = fraction
        }
        return true
    }

    private static func zone(_ scanner: inout DigitScanner, _ parts: inout DateParts) -> Bool {
        scanner.skipSpaces()
        if scanner.isAtEnd { return true }
        if scanner.skip("Z") || scanner.skip("z") { return scanner.isAtEnd }
        let sign: Int
        if scanner.skip("+") {
            sign = 1
        } else if scanner.skip("-") {
            sign = -1
        } else {
            // By name, which is for those who know the names.
            return false
        }
        let digits = scanner.digits
        guard [1, 2, 4].contains(digits), let hours = scanner.number(min(2, digits)) else { return false }
        _ = scanner.skip(":")
        let minutes = scanner.digits == 0 ? 0 : scanner.number(2)
        guard let minutes, hours < 24, minutes < 60 else { return false }
        parts.offset = sign * (hours * 60 + minutes)
        return true
    }
}

/// Reads digits and single marks from the beginning of a short text, which it must not outlive.
struct DigitScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { position >= bytes.count }
    var next: UInt8? { isAtEnd ? nil : bytes[position] }

    /// How many digits come next.
    var digits: Int {
        var end = position
        while end < bytes.count, bytes[end].isASCIIDigit { end += 1 }
        return end - position
    }

    mutating func skip(_ mark: Unicode.Scalar) -> Bool {
        guard let next, UInt32(next) == mark.value else { return false }
        position += 1
        return true
    }

    func starts(with word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        guard bytes.count - position >= length else { return false }
        for offset in 0..<length where bytes[position + offset] != word.utf8Start[offset] { return false }
        return true
    }

    mutating func skip(_ count: Int) { position = min(position + count, bytes.count) }

    mutating func skipSpaces() {
        while let next, next.isXMLSpace { position += 1 }
    }

    /// A number of exactly so many digits.
    mutating func number(_ digits: Int) -> Int? {
        guard digits > 0, digits < 10, bytes.count - position >= digits else { return nil }
        var number = 0
        for byte in bytes[position..<position + digits] {
            guard byte.isASCIIDigit else { return nil }
            number = number * 10 + Int(byte - 48)
        }
        position += digits
        return number
    }

    /// The milliseconds of a decimal fraction of a second.
    mutating func fraction() -> Int? {
        let digits = digits
        guard digits > 0 else { return nil }
        let fraction = zip([100, 10, 1], bytes[position..<position + digits])
        position += digits
        return fraction.reduce(0) { $0 + $1.0 * Int($1.1 - 48) }
    }
}
