import SituationModel
import Testing

@testable import Warning

@Suite struct WeekTests {
    @Test(arguments: [
        ("1970-01-01", "1969-12-29"), ("2000-09-28", "2000-09-25"), ("2024-10-20", "2024-10-14"),
        ("2024-10-21", "2024-10-21"), ("1969-12-28", "1969-12-22"), ("0001-01-01", "0001-01-01"),
    ])
    func beginsOnMonday(day: String, monday: String) throws {
        #expect(Week(try #require(.day(day))).description == monday)
    }

    @Test func everyDayLiesInItsWeek() {
        for days in stride(from: -800_000, through: 800_000, by: 997) {
            let day = CalendarDay(daysSince1970: days)
            let week = Week(day)
            #expect(week.monday <= day && day <= week.sunday, "\(day)")
            #expect(week.sunday.daysSince1970 - week.monday.daysSince1970 == 6)
            #expect(Week(week.monday) == week && Week(week.sunday) == week)
            #expect(Week(week.advanced(by: 1).monday) == week.advanced(by: 1))
        }
    }
}

extension CalendarDay {
    /// A day from `2000-09-28`.
    static func day(_ text: String) -> CalendarDay? { Instant(text)?.day }
}
