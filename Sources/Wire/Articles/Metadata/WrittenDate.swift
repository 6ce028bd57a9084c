import SituationModel

/// A written date, read word by word.
struct WrittenDate {
    private var words: [Substring]
    private var place = 0

    init(_ text: String) {
        // A date stands at the beginning, or soon behind it: what is longer is no date.
        words = text.prefix(120).split {
            !($0.isLetter || $0.isNumber || $0 == ":" || $0 == "+" || $0 == "." || $0 == "-" || $0 == "/")
        }
        .flatMap(Self.parts)
    }

    /// Numbers, words and the marks between them: `2024-10-18T14:05` is 2024 - 10 - 18 T 14 : 05.
    private static func parts(_ word: Substring) -> [Substring] {
        var parts: [Substring] = []
        var rest = word
        while let first = rest.first {
            let part: Substring
            if first.isNumber {
                part = rest.prefix { $0.isNumber }
            } else if first.isLetter {
                part = rest.prefix { $0.isLetter }
            } else {
                part = rest.prefix(1)
            }
            parts.append(part)
            rest = rest[part.endIndex...]
        }
        return parts
    }

    private func number(_ offset: Int, digits: ClosedRange<Int>) -> Int? {
        guard place + offset < words.count, digits.contains(words[place + offset].utf8.count) else { return nil }
        return Int(words[place + offset])
    }

    private func word(_ offset: Int) -> Substring? { place + offset < words.count ? words[place + offset] : nil }

    private func isMark(_ offset: Int) -> Bool { word(offset).map { $0 == "-" || $0 == "/" || $0 == "." } ?? false }

    /// The first day among the words; reading goes on behind it.
    mutating func day() -> CalendarDay? {
        while place < words.count, place < 24 {
            if let (day, length) = dayHere() {
                place += length
                return day
            }
            place += 1
        }
        return nil
    }

    private func dayHere() -> (CalendarDay, length: Int)? {
        if let year = number(0, digits: 4...4), isMark(1), isMark(3), let month = number(2, digits: 1...2),
            let day = number(4, digits: 1...2)
        {
            return CalendarDay(year: year, month: month, day: day).map { ($0, 5) }
        }
        if let first = number(0, digits: 1...2), isMark(1), isMark(3), let second = number(2, digits: 1...2),
            let year = number(4, digits: 4...4)
        {
            // Month first as in America, where it can be; day first with full stops, as in Europe.
            let american = word(1) == "." ? nil : CalendarDay(year: year, month: first, day: second)
            return (american ?? CalendarDay(year: year, month: second, day: first)).map { ($0, 5) }
        }
        if let number = number(0, digits: 8...8),
            let day = CalendarDay(year: number / 10_000, month: number / 100 % 100, day: number % 100)
        {
            return (day, 1)
        }
        return writtenDayHere()
    }

    /// `October 18, 2024`, `18 October 2024`, `Oct. 18th, 2024`.
    private func writtenDayHere() -> (CalendarDay, length: Int)? {
        var offset = 0
        var day: Int?
        if let number = number(0, digits: 1...2) {
            day = number
            offset = 1
            if let ending = word(offset), ["st", "nd", "rd", "th"].contains(ending.lowercased()) { offset += 1 }
            if isMark(offset) { offset += 1 }
            if word(offset) == "of" { offset += 1 }
        }
        guard let month = word(offset).flatMap(Self.month) else { return nil }
        offset += 1
        if isMark(offset) { offset += 1 }
        if day == nil {
            day = number(offset, digits: 1...2)
            offset += 1
            if let ending = word(offset), ["st", "nd", "rd", "th"].contains(ending.lowercased()) { offset += 1 }
        }
        guard let day, let year = number(offset, digits: 4...4) else { return nil }
        return CalendarDay(year: year, month: month, day: day).map { ($0, offset + 1) }
    }

    /// The seconds since the day began.
    mutating func time() -> Int? {
        var look = 0
        while look < 5, let word = word(look), !(number(look, digits: 1...2) != nil && self.word(look + 1) == ":") {
            // Between a day and its time stand a “T”, an “at”, or a mark.
            guard word.count <= 2 else { return nil }
            look += 1
        }
        guard var hour = number(look, digits: 1...2), word(look + 1) == ":",
            let minute = number(look + 2, digits: 1...2),
            hour < 24, minute < 60
        else { return nil }
        look += 3
        var second = 0
        if word(look) == ":", let number = number(look + 1, digits: 1...2) {
            second = min(number, 59)
            look += 2
            if word(look) == "." { look += 2 }
        }
        var half = word(look)?.lowercased()
        if half == "a" || half == "p", word(look + 1) == ".", word(look + 2)?.lowercased() == "m" {
            half?.append("m")
            look += 3
        } else if half == "am" || half == "pm" {
            look += 1
        }
        if half == "pm", hour < 12 { hour += 12 }
        if half == "am", hour == 12 { hour = 0 }
        place += look
        return hour * 3_600 + minute * 60 + second
    }

    /// Minutes east of Greenwich, of the zone that stands here.
    mutating func zone() -> Int? {
        if word(0) == "." { place += 1 }
        guard let first = word(0) else { return nil }
        if let known = Self.zones[first.uppercased()] {
            // `GMT+0200` is reckoned from there.
            if known == 0, let sign = word(1), sign == "+" || sign == "-", number(2, digits: 1...4) != nil {
                place += 1
                return zone()
            }
            return known * 60
        }
        guard first == "+" || first == "-", let digits = word(1), let number = Int(digits) else { return nil }
        let minutes: Int
        if digits.count == 4 {
            minutes = number / 100 * 60 + number % 100
        } else {
            minutes = number * 60 + (word(2) == ":" ? self.number(3, digits: 2...2) ?? 0 : 0)
        }
        guard minutes <= 15 * 60 else { return nil }
        return first == "-" ? -minutes : minutes
    }

    /// The zones that English news pages name, in hours.
    private static let zones = [
        "Z": 0, "UTC": 0, "GMT": 0, "BST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "KST": 9, "JST": 9,
        "EST": -5, "EDT": -4, "ET": -5, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "PT": -8,
    ]

    /// The number of a month by its English name, whole or cut to three letters or more.
    static func month(_ word: Substring) -> Int? {
        guard word.count >= 3 else { return nil }
        let lower = word.lowercased()
        return months.firstIndex { $0.hasPrefix(lower) }.map { $0 + 1 }
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
}
