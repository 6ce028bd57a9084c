package import SituationModel

/// Reads the three forms in which ACLED has written days: `2022-06-30`, `30 June 2022`, `30-06-2022`.
package enum AcledDay {
    /// The day; `nil` for every other form.
    package static func read(_ text: String) -> CalendarDay? {
        let parts = text.split { $0 == "-" || $0 == " " || $0 == "/" }
        guard parts.count == 3, let first = Int(parts[0]), let last = Int(parts[2]) else { return nil }
        let middle = parts[1].lowercased()
        let month =
            Int(middle) ?? (1...12).first { MonthName.full($0).lowercased() == middle }
            ?? (1...12).first { MonthName.short($0).lowercased() == middle }
        guard let month else { return nil }
        return parts[0].utf8.count == 4
            ? CalendarDay(year: first, month: month, day: last)
            : parts[2].utf8.count == 4 ? CalendarDay(year: last, month: month, day: first) : nil
    }
}
