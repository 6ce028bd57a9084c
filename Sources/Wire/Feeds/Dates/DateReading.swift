import SituationModel

/// Makes a moment of the pieces of a date that follows no standard.
struct DateReading {
    private let tokens: [DateToken]
    private var position = 0
    private var parts = DateParts()
    private var hasTime = false
    private var hasZone = false
    private var isAfterNoon: Bool?
    /// Numbers that are neither named nor part of a time, with the mark that follows each.
    private var loose: [(number: Int, digits: Int, mark: UInt8?)] = []

    init(_ tokens: [DateToken]) {
        self.tokens = tokens
    }

    private func token(_ offset: Int) -> DateToken? {
        position + offset < tokens.count ? tokens[position + offset] : nil
    }

    private func number(_ offset: Int) -> Int? {
        if case .number(let number, _)? = token(offset) { number } else { nil }
    }

    /// The moment; `nil` if the pieces make none.
    mutating func instant() -> Instant? {
        while let token = token(0) {
            switch token {
            case .word(let word): readWord(word)
            case .number(let number, let digits): readNumber(number, digits)
            case .mark(let mark): readMark(mark)
            }
        }
        guard setDate() else { return nil }
        if let isAfterNoon, (1...12).contains(parts.hour) {
            parts.hour = parts.hour % 12 + (isAfterNoon ? 12 : 0)
        }
        return parts.instant
    }

    private mutating func readWord(_ word: String) {
        position += 1
        if let month = DateWords.month(word), parts.month == nil {
            parts.month = month
        } else if let half = DateWords.isAfterNoon(word) {
            isAfterNoon = half
        } else if hasTime, !hasZone, let offset = DateWords.offset(word) {
            parts.offset = offset
            // After `GMT` there may still be `+2`, which then is all that counts.
            hasZone = offset != 0
        }
    }

    private mutating func readNumber(_ number: Int, _ digits: Int) {
        position += 1
        if !hasTime, digits <= 2, token(0) == .mark(UInt8(ascii: ":")), let minute = self.number(1) {
            readTime(hour: number, minute: minute)
        } else if case .word(let word)? = token(0), let unit = Self.units[word] {
            position += 1
            set(number, digits, as: unit)
        } else if !hasTime, digits <= 2, loose.count + (parts.month == nil ? 0 : 1) >= 3,
            case .word(let word)? = token(0), DateWords.isAfterNoon(word) != nil
        {
            (parts.hour, hasTime) = (number, true)
        } else {
            var mark: UInt8?
            if case .mark(let next)? = token(0) { mark = next }
            loose.append((number, digits, mark))
        }
    }

    private mutating func readTime(hour: Int, minute: Int) {
        (parts.hour, parts.minute, hasTime) = (hour, minute, true)
        position += 2
        guard token(0) == .mark(UInt8(ascii: ":")), let second = number(1) else { return }
        parts.second = second
        position += 2
        guard token(0) == .mark(UInt8(ascii: ".")), case .number(let fraction, let digits)? = token(1) else { return }
        position += 2
        var milliseconds = fraction
        for _ in 0..<abs(digits - 3) where digits < 9 {
            milliseconds = digits > 3 ? milliseconds / 10 : milliseconds * 10
        }
        parts.millisecond = digits < 9 ? milliseconds : 0
    }

    /// `+` and `-` after the time begin a zone: `+02`, `+0200`, `+02:00`.
    private mutating func readMark(_ mark: UInt8) {
        position += 1
        guard hasTime, !hasZone, mark == UInt8(ascii: "+") || mark == UInt8(ascii: "-"),
            case .number(let number, let digits)? = token(0), digits <= 4
        else { return }
        position += 1
        var minutes = digits > 2 ? number / 100 * 60 + number % 100 : number * 60
        if digits <= 2, token(0) == .mark(UInt8(ascii: ":")), let more = self.number(1) {
            minutes += more
            position += 2
        }
        parts.offset = mark == UInt8(ascii: "+") ? minutes : -minutes
        hasZone = true
    }

    private enum Unit { case year, month, day, hour, minute, second }

    /// The words that follow a number in Korean, Japanese and Chinese.
    private static let units: [String: Unit] = [
        "년": .year, "年": .year, "월": .month, "月": .month, "일": .day, "日": .day, "시": .hour, "時": .hour, "时": .hour,
        "분": .minute, "分": .minute, "초": .second, "秒": .second,
    ]

    private mutating func set(_ number: Int, _ digits: Int, as unit: Unit) {
        switch unit {
        case .year: parts.year = DateParts.wholeYear(number, digits: digits)
        case .month: parts.month = number
        case .day: parts.day = number
        case .hour: (parts.hour, hasTime) = (number, true)
        case .minute: parts.minute = number
        case .second: parts.second = number
        }
    }

    /// Finds year, month and day among the numbers that were not named.
    private mutating func setDate() -> Bool {
        if let year = loose.firstIndex(where: { $0.digits == 4 || $0.number > 31 }), parts.year == nil {
            parts.year = DateParts.wholeYear(loose[year].number, digits: loose[year].digits)
            let isFirst = year == 0
            loose.remove(at: year)
            if parts.month == nil, parts.day == nil, loose.count >= 2 { setMonthAndDay(isYearFirst: isFirst) }
        }
        if parts.month == nil, parts.day == nil, loose.count >= 3 { setMonthAndDay(isYearFirst: false) }
        if parts.day == nil, !loose.isEmpty { parts.day = loose.removeFirst().number }
        if parts.year == nil, let last = loose.first {
            parts.year = DateParts.wholeYear(last.number, digits: last.digits)
        }
        return parts.year != nil && parts.month != nil && parts.day != nil
    }

    private mutating func setMonthAndDay(isYearFirst: Bool) {
        let (first, second) = (loose[0], loose[1])
        let isMonthFirst = isYearFirst || first.mark == UInt8(ascii: "/") && first.number <= 12 || second.number > 12
        (parts.month, parts.day) = isMonthFirst ? (first.number, second.number) : (second.number, first.number)
        loose.removeFirst(2)
    }
}
