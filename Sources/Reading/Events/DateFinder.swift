import SituationModel

/// Finds when: days, months and years as a text tells them, reckoned from the day it was published.
struct DateFinder {
    let document: Document
    /// The day the text was published; without it only full dates and years are resolved.
    let published: CalendarDay?

    private var tokens: [Token] { document.tokens }

    /// The times told among some tokens, in order.
    func dates(in range: Range<Int>) -> [(place: Int, date: DateFinding)] {
        var found: [(place: Int, date: DateFinding)] = []
        var place = range.lowerBound
        while place < range.upperBound {
            if let (iso, end) = date(at: place, upTo: range.upperBound) {
                found.append((place, DateFinding(passage: document.passage(place..<end), iso: iso)))
                place = end
            } else {
                place += 1
            }
        }
        return found
    }

    private func date(at place: Int, upTo upper: Int) -> (String, end: Int)? {
        let token = tokens[place]
        let next = place + 1 < upper ? tokens[place + 1] : nil
        if let written = writtenDay(at: place, upTo: upper) {
            return day(written).map { ($0.description, written.end) }
        }
        if let month = Self.months[token.word], token.isCapitalised { return monthDate(month, at: place, upTo: upper) }
        if let weekday = Self.weekdays[token.word] {
            return weekdayDate(weekday, at: place, direction: 0, end: place + 1)
        }
        if token.word == "last" || token.word == "next" || token.word == "this" || token.word == "past", let next {
            return relative(token.word, next.word, end: place + 2)
        }
        if let published {
            switch token.word {
            case "yesterday": return (published.adding(days: -1).description, place + 1)
            case "today", "tonight": return (published.description, place + 1)
            case "tomorrow": return (published.adding(days: 1).description, place + 1)
            default: break
            }
        }
        if let year = yearNumber(place), place > 0, Self.yearWords.contains(tokens[place - 1].word) {
            return (String(year), place + 1)
        }
        return nil
    }

    private static let yearWords: WordSet = "in since from until by during before after early late mid of"

    // MARK: Full dates

    /// A day of a month, with its year where that is said.
    struct WrittenDay {
        var year: Int?
        var month: Int
        var day: Int
        /// The first token behind it.
        var end: Int
    }

    /// "June 5", "June 5, 2024", "5 June", "5 June 2024", with the month in full or cut.
    func writtenDay(at place: Int, upTo upper: Int) -> WrittenDay? {
        guard place + 1 < upper else { return nil }
        if let month = month(place), let day = smallNumber(place + 1) {
            if place + 3 < upper, tokens[place + 2].tag == .comma, let year = yearNumber(place + 3) {
                return WrittenDay(year: year, month: month, day: day, end: place + 4)
            }
            return WrittenDay(month: month, day: day, end: place + 2)
        }
        guard let day = smallNumber(place), let month = month(place + 1) else { return nil }
        let year = place + 2 < upper ? yearNumber(place + 2) : nil
        return WrittenDay(year: year, month: month, day: day, end: place + (year == nil ? 2 : 3))
    }

    private func month(_ place: Int) -> Int? {
        let token = tokens[place]
        return token.isCapitalised ? Self.months[token.word] ?? Self.cutMonths[token.word] : nil
    }

    private func day(_ written: WrittenDay) -> CalendarDay? {
        guard let year = written.year else { return nearest(month: written.month, day: written.day) }
        return CalendarDay(year: year, month: written.month, day: written.day)
    }

    /// "June", "June 2024".
    private func monthDate(_ month: Int, at place: Int, upTo upper: Int) -> (String, end: Int)? {
        if place + 1 < upper, let year = yearNumber(place + 1) { return (Self.month(year, month), place + 2) }
        // "may" and "march" are also other words.
        guard place > 0, TimeWordsBefore.month.contains(tokens[place - 1].word), let published else { return nil }
        let year = month <= published.month ? published.year : published.year - 1
        return (Self.month(year, month), place + 1)
    }

    /// The day of a month that lies nearest to the day of publication.
    private func nearest(month: Int, day: Int) -> CalendarDay? {
        guard let published else { return nil }
        return (-1...1).compactMap { CalendarDay(year: published.year + $0, month: month, day: day) }
            .min { abs($0.daysSince1970 - published.daysSince1970) < abs($1.daysSince1970 - published.daysSince1970) }
    }

    private static func month(_ year: Int, _ month: Int) -> String {
        "\(padded(year, to: 4))-\(padded(month, to: 2))"
    }

    // MARK: Relative dates

    private func weekdayDate(_ weekday: Int, at place: Int, direction: Int, end: Int) -> (String, end: Int)? {
        guard let published else { return nil }
        let back = (published.weekday - weekday + 7) % 7
        switch direction {
        case 1: return (published.adding(days: 7 - back).description, end)
        case -1: return (published.adding(days: back == 0 ? -7 : -back).description, end)
        default: return (published.adding(days: -back).description, end)
        }
    }

    /// "last week", "next Monday", "this year"
    private func relative(_ which: Word, _ unit: Word, end: Int) -> (String, end: Int)? {
        guard let published else { return nil }
        let step = which == "next" ? 1 : which == "this" ? 0 : -1
        if let weekday = Self.weekdays[unit] { return weekdayDate(weekday, at: end - 1, direction: step, end: end) }
        switch unit {
        case "week":
            let monday = published.adding(days: -published.weekday + 7 * step)
            return ("\(monday.description)/\(monday.adding(days: 6).description)", end)
        case "month":
            let index = published.year * 12 + published.month - 1 + step
            return (Self.month(index / 12, index % 12 + 1), end)
        case "year": return (String(published.year + step), end)
        case "night": return step == -1 ? (published.adding(days: -1).description, end) : nil
        default:
            guard let month = Self.months[unit] else { return nil }
            let isBefore = month < published.month
            let year =
                step == -1
                ? (isBefore ? published.year : published.year - 1)
                : step == 1 && isBefore ? published.year + 1 : published.year
            return (Self.month(year, month), end)
        }
    }

    // MARK: Numbers

    private func smallNumber(_ place: Int) -> Int? {
        let token = tokens[place]
        guard token.end - token.start <= 4, let first = document.source.scalars[token.start..<token.end].first,
            first.properties.numericType != nil
        else { return nil }
        let digits = document.source.slice(token.span).prefix { $0.isNumber }
        let rest = document.source.slice(token.span).dropFirst(digits.count)
        guard rest.isEmpty || ["st", "nd", "rd", "th"].contains(rest), let value = Int(digits), (1...31).contains(value)
        else { return nil }
        return value
    }

    private func yearNumber(_ place: Int) -> Int? {
        let token = tokens[place]
        guard token.kind == .number, token.end - token.start == 4, let year = Int(document.source.slice(token.span)),
            (1800...2100).contains(year)
        else { return nil }
        return year
    }

    private static let weekdays: [Word: Int] = [
        "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    ]
    private static let months: [Word: Int] = [
        "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
        "september": 9, "october": 10,
        "november": 11, "december": 12,
        "jan.": 1, "feb.": 2, "mar.": 3, "apr.": 4, "jun.": 6, "jul.": 7, "aug.": 8,
        "sep.": 9,
        "sept.": 9, "oct.": 10, "nov.": 11, "dec.": 12,
    ]
    /// Cut without a full stop: months beside a number only, since some are names as well.
    private static let cutMonths: [Word: Int] = [
        "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11,
        "dec": 12,
    ]
}

/// Words after which a month alone is a time.
enum TimeWordsBefore {
    static let month: WordSet = "in since last this until by during from early late mid before after of next"
}
