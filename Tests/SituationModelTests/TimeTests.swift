import Foundation
import SituationModel
import TestSupport
import Testing

@Suite struct TimeTests {
    @Test(arguments: 1...50)
    func instantsRoundTripAndAgreeWithFoundation(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<40 {
            // The years 0000 to 9999.
            let milliseconds = Int64.random(in: -62_167_219_200_000...253_402_300_799_999, using: &generator)
            let instant = Instant(milliseconds: milliseconds)
            #expect(Instant(instant.description) == instant, "seed \(seed)")
            #expect(try JSONDecoder().decode([Instant].self, from: JSONEncoder().encode([instant])) == [instant])
        }
        // Foundation's calendar turns Julian before 1582.
        let modern = Int64.random(in: -11_000_000_000...253_402_300_799, using: &generator)
        let formatter = ISO8601DateFormatter()
        let text = formatter.string(from: Date(timeIntervalSince1970: Double(modern)))
        #expect(Instant(milliseconds: modern * 1000).description == text, "seed \(seed)")
        #expect(Instant(text)?.milliseconds == modern * 1000, "seed \(seed)")
    }

    @Test(arguments: [
        ("2024-10-18T14:05:00Z", "2024-10-18T14:05:00Z"), ("2024-10-18t14:05z", "2024-10-18T14:05:00Z"),
        ("2024-10-18 23:05:00.25+09:00", "2024-10-18T14:05:00.250Z"), ("2024-10-18", "2024-10-18T00:00:00Z"),
        ("2024-02-29T00:00:00-0030", "2024-02-29T00:30:00Z"), ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"),
        ("2024-10-18T14:05:00.123456Z", "2024-10-18T14:05:00.123Z"),
    ])
    func momentsAreRead(text: String, expected: String) {
        #expect(Instant(text)?.description == expected)
    }

    @Test(arguments: [
        "", "2024", "2024-13-01", "2023-02-29", "2024-10-18T", "2024-10-18T25:00Z", "2024-10-18T14:05", "18.10.2024",
        "2024-10-18T14:05:00.Z", "2024-10-18T14:05:00Zjunk", "2024-10-18T14:05:00+24:00",
    ])
    func whatIsNoMomentIsRefused(text: String) {
        #expect(Instant(text) == nil)
    }

    @Test func timeOfDayIsCountedForwardsBeforeTheEpochToo() {
        let instant = Instant(milliseconds: -1)
        #expect(instant.description == "1969-12-31T23:59:59.999Z")
        #expect(instant.day < Instant(milliseconds: 0).day)
        #expect(Instant(milliseconds: .max).advanced(byMilliseconds: 1).milliseconds == .max)
        #expect(Instant(milliseconds: .min).advanced(byMilliseconds: -1).milliseconds == .min)
    }

    @Test(arguments: 1...50)
    func dateExpressionsRoundTrip(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        func day() -> CalendarDay {
            CalendarDay(daysSince1970: Int.random(in: -719_528...2_932_896, using: &generator))
        }
        for _ in 0..<20 {
            let days = [day(), day()].sorted()
            let extents: [DateExpression.Extent] = [
                .year(days[0].year), .month(year: days[0].year, month: days[0].month), .day(days[0]),
                .days(days[0], days[1]),
                .moment(Instant(days[0]).advanced(byMilliseconds: Int64(generator.next() % 86_400_000))),
            ]
            for extent in extents {
                let date = DateExpression(extent, isApproximate: generator.happens(oneIn: 2))
                // A moment at midnight in whole minutes reads the same as any other moment, never as a day.
                #expect(DateExpression(date.description) == date, "seed \(seed): \(date)")
                #expect(try JSONDecoder().decode([DateExpression].self, from: JSONEncoder().encode([date])) == [date])
                #expect(date.start.day <= days[0])
            }
        }
    }

    @Test(arguments: [
        "", "~", "24", "2024-", "2024-13", "2024-10-18/", "2024-10-20/2024-10-14", "soon", "2024-10-18~~",
    ])
    func whatIsNoDateIsRefused(text: String) {
        #expect(DateExpression(text) == nil)
    }

    @Test(arguments: [
        ("2024", "2024"), ("2024-06", "June 2024"), ("2024-10-18", "18 Oct 2024"), ("2024-10-18~", "about 18 Oct 2024"),
        ("2024-10-18T14:05:00Z", "18 Oct 2024, 14:05Z"), ("2024-10-14/2024-10-20", "14–20 Oct 2024"),
        ("2024-09-30/2024-10-02", "30 Sep – 2 Oct 2024"), ("2023-12-31/2024-01-01", "31 Dec 2023 – 1 Jan 2024"),
    ])
    func datesInWords(text: String, words: String) {
        #expect(DateExpression(text)?.inWords == words)
    }
}
