import SituationModel
import TestSupport
import Testing
import Wire

@Suite struct FeedDateTests {
    @Test(arguments: [
        ("Fri, 18 Oct 2024 14:05:00 GMT", "2024-10-18T14:05:00Z"), ("18 Oct 2024 14:05 EST", "2024-10-18T19:05:00Z"),
        ("Fri, 18 October 24 14:05:00 +02:00", "2024-10-18T12:05:00Z"),
        ("Fri,18 Oct 2024 14:05:00 -0730", "2024-10-18T21:35:00Z"),
        ("Monday, 18-Oct-24 14:05:00 GMT", "2024-10-18T14:05:00Z"),
        ("Fri Oct 18 14:05:00 2024", "2024-10-18T14:05:00Z"),
        ("Fri Oct 18 14:05:00 PDT 2024", "2024-10-18T21:05:00Z"),
        ("Fri, 18 Oct 2024 14:05:00 GMT+2", "2024-10-18T12:05:00Z"),
        ("October 18, 2024 2:05 PM", "2024-10-18T14:05:00Z"), ("10/18/2024 02:05:09 AM", "2024-10-18T02:05:09Z"),
        ("18.10.2024 14:05", "2024-10-18T14:05:00Z"), ("2024/10/18 14:05:00", "2024-10-18T14:05:00Z"),
        ("2024-10-18T14:05:00.25+02:00", "2024-10-18T12:05:00.250Z"), ("20241018T140500Z", "2024-10-18T14:05:00Z"),
        ("2024-10-18 14:05:00 +0200", "2024-10-18T12:05:00Z"), ("2024-10", "2024-10-01T00:00:00Z"),
        ("2024", "2024-01-01T00:00:00Z"),
        ("2024-292", "2024-10-18T00:00:00Z"), ("2024-W42-5", "2024-10-18T00:00:00Z"),
        ("1729260300", "2024-10-18T14:05:00Z"),
        ("Fri, 18 Oct 2024 24:00:00 GMT", "2024-10-19T00:00:00Z"), ("18 октября 2024 14:05", "2024-10-18T14:05:00Z"),
        ("Fr, 18 Okt 2024 14:05:00 MESZ", "2024-10-18T12:05:00Z"), ("18 août 2024", "2024-08-18T00:00:00Z"),
        ("2024년 10월 18일 오후 02:05:00", "2024-10-18T14:05:00Z"), ("18 Oct 2024", "2024-10-18T00:00:00Z"),
    ])
    func reads(written: String, moment: String) {
        #expect(FeedDate.instant(written) == Instant(moment), "\(written)")
    }

    @Test(arguments: [
        "", "yesterday", "32 Oct 2024 10:00", "2024-13-01", "Fri, 31 Sep 2024 10:00:00 GMT", "12:00", "—",
    ])
    func refuses(written: String) {
        #expect(FeedDate.instant(written) == nil)
    }

    @Test func readsEveryMomentAsMailWritesIt() {
        var generator = SeededGenerator(seed: 18)
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        for _ in 0..<2_000 {
            let moment = Instant(milliseconds: Int64(generator.next() % 4_000_000_000) * 1_000)
            let (day, time) = (moment.day, moment.timeOfDay)
            let clock = [time.hour, time.minute, time.second].map { ($0 < 10 ? "0" : "") + String($0) }.joined(
                separator: ":")
            let text = "\(day.day) \(months[day.month - 1]) \(day.year) \(clock)"
            #expect(FeedDate.instant("Xxx, \(text) GMT") == moment, "\(text), seed 18")
            #expect(FeedDate.instant("\(text) +0000") == moment, "\(text), seed 18")
        }
    }
}
