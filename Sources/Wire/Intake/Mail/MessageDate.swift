package import SituationModel

/// Reads the date of a mail: `Fri, 18 Oct 2024 14:05:00 +0900 (KST)`, RFC 5322, with the older forms it tells to accept.
package enum MessageDate {
    /// The moment; `nil` for what is no such date.
    package static func instant(_ text: some StringProtocol) -> Instant? {
        var words = withoutComments(text).split { $0 == " " || $0 == "," || $0 == "\t" || $0 == "\n" || $0 == "\r" }
        guard let first = words.first else { return nil }
        // The day of the week says nothing that the date does not.
        if Int(first) == nil { words.removeFirst() }
        guard words.count >= 4, let dayNumber = Int(words[0]), let month = month(words[1]),
            let year = year(words[2]), let day = CalendarDay(year: year, month: month, day: dayNumber),
            let seconds = seconds(words[3])
        else { return nil }
        let offset = words.count > 4 ? minutesEast(words[4]) : 0
        return Instant(day).advanced(byMilliseconds: Int64(seconds - offset * 60) * 1_000)
    }

    private static func withoutComments(_ text: some StringProtocol) -> String {
        var depth = 0
        var result = ""
        for scalar in text.unicodeScalars.prefix(200) {
            if scalar == "(" { depth += 1 }
            if depth == 0 { result.unicodeScalars.append(scalar) }
            if scalar == ")", depth > 0 { depth -= 1 }
        }
        return result
    }

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    private static func month(_ word: Substring) -> Int? {
        months.firstIndex(of: word.lowercased().prefix(3).description).map { $0 + 1 }
    }

    /// Years of two digits are those from 1950 to 2049, of three those since 1900.
    private static func year(_ word: Substring) -> Int? {
        guard let number = Int(word), number >= 0 else { return nil }
        switch word.count {
        case 2: return number < 50 ? 2000 + number : 1900 + number
        case 3: return 1900 + number
        default: return number
        }
    }

    private static func seconds(_ word: Substring) -> Int? {
        let parts = word.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard (2...3).contains(parts.count), let hour = parts[0], (0...23).contains(hour), let minute = parts[1],
            (0...59).contains(minute)
        else { return nil }
        guard parts.count == 3 else { return hour * 3_600 + minute * 60 }
        guard let second = parts[2], (0...60).contains(second) else { return nil }
        return hour * 3_600 + minute * 60 + second
    }

    private static let zones = [
        "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420,
    ]

    /// An offset such as `+0900`, or one of the few names that mean something; the others count as UTC.
    private static func minutesEast(_ word: Substring) -> Int {
        guard let sign = word.first, sign == "+" || sign == "-" else { return zones[word.uppercased()] ?? 0 }
        guard word.utf8.count == 5, let number = Int(word.dropFirst()), number >= 0 else { return 0 }
        let minutes = number / 100 * 60 + number % 100
        return sign == "-" ? -minutes : minutes
    }
}
