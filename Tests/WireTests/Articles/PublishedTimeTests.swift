import SituationModel
import Testing

@testable import Wire

@Suite struct PublishedTimeTests {
    @Test(arguments: [
        ("2024-10-18", "2024-10-18"),
        ("2024-10-18T14:05:00Z", "2024-10-18T14:05:00Z"),
        ("2024-10-18T14:05:00.123+02:00", "2024-10-18T14:05:00+02:00"),
        ("2024-10-18T14:05:00-0500", "2024-10-18T14:05:00-05:00"),
        ("2024-10-18 14:05", "2024-10-18T14:05:00Z"),
        ("2024-10-18T23:30:00-05:30", "2024-10-18T23:30:00-05:30"),
        ("Fri, 18 Oct 2024 14:05:09 GMT", "2024-10-18T14:05:09Z"),
        ("Fri Oct 18 2024 14:05:00 GMT+0200 (Central European Summer Time)", "2024-10-18T14:05:00+02:00"),
        ("October 18, 2024 at 2:05 p.m. EDT", "2024-10-18T14:05:00-04:00"),
        ("Published: Oct. 18th, 2024, 12:05 AM", "2024-10-18T00:05:00Z"),
        ("18 October 2024", "2024-10-18"),
        ("18th of October 2024", "2024-10-18"),
        ("18-Oct-2024", "2024-10-18"),
        ("10/18/2024", "2024-10-18"),
        ("18/10/2024", "2024-10-18"),
        ("18.10.2024 14:05", "2024-10-18T14:05:00Z"),
        ("2024/10/18", "2024-10-18"),
        ("20241018", "2024-10-18"),
        ("1729260300", "2024-10-18T14:05:00Z"),
        ("1729260300000", "2024-10-18T14:05:00Z"),
    ])
    func writtenDatesAreRead(text: String, expected: String) throws {
        let time = try #require(PublishedTime(text))
        #expect(time.description == expected)
    }

    @Test(arguments: [
        "", "yesterday", "2024", "2024-13-40", "March of the penguins", "0001-01-01T00:00:00Z", "12:30", "1234567",
        "3 hours ago",
        "99999999999999999999999999",
    ])
    func whatIsNoDateIsNone(text: String) {
        #expect(PublishedTime(text) == nil)
    }

    @Test(arguments: [
        ("https://a.example/2024/10/18/story", "2024-10-18"),
        ("https://a.example/news/2024/oct/18/story/", "2024-10-18"),
        ("https://a.example/story-2024-10-18.html", "2024-10-18"), ("https://a.example/20241018/story", "2024-10-18"),
        ("https://a.example/2024/10/story", nil), ("https://a.example/12345678/story", nil), ("", nil),
    ])
    func addressesTellDays(address: String, expected: String?) {
        #expect(PublishedTime(address: address)?.description == expected)
    }

    @Test func theInstantIsThatOfTheZone() throws {
        let time = try #require(PublishedTime("2024-10-18T23:30:00-05:00"))
        #expect(time.instant == Instant("2024-10-19T04:30:00Z"))
        #expect(time.day.description == "2024-10-18")
    }
}
