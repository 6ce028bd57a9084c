import SituationModel

/// Dates as mail and most RSS have them, to the letter: `Fri, 18 Oct 2024 14:05:00 +0200`, or `GMT`.
///
/// Others are left to `DateReading`, which takes twenty times as long.
enum MailDate {
    static func instant(_ bytes: UnsafeBufferPointer<UInt8>) -> Instant? {
        guard bytes.count > 20, bytes[3] == 0x2C, bytes[4] == 0x20 else { return nil }
        var scanner = DigitScanner(bytes)
        scanner.skip(5)
        var parts = DateParts()
        guard scanner.digits == 1 || scanner.digits == 2, let day = scanner.number(scanner.digits), scanner.skip(" "),
            let month = scanner.month(), scanner.skip(" "), scanner.digits == 4, let year = scanner.number(4),
            scanner.skip(" "), let hour = scanner.number(2), scanner.skip(":"), let minute = scanner.number(2),
            scanner.skip(":"), let second = scanner.number(2), scanner.skip(" ")
        else { return nil }
        (parts.year, parts.month, parts.day) = (year, month, day)
        (parts.hour, parts.minute, parts.second) = (hour, minute, second)
        if scanner.skip("G") {
            guard scanner.skip("M"), scanner.skip("T"), scanner.isAtEnd else { return nil }
        } else {
            let isWest = scanner.skip("-")
            guard isWest || scanner.skip("+"), let hours = scanner.number(2), let minutes = scanner.number(2),
                scanner.isAtEnd
            else { return nil }
            parts.offset = (isWest ? -1 : 1) * (hours * 60 + minutes)
        }
        return parts.instant
    }
}

extension DigitScanner {
    /// The month of three English letters, the first a capital.
    fileprivate mutating func month() -> Int? {
        for (index, name) in Self.months.enumerated() where starts(with: name) {
            skip(3)
            return index + 1
        }
        return nil
    }

    private static let months: [StaticString] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
