import SituationModel
import TestSupport
import Testing

@testable import Wire

/// What header lines mean.
@Suite struct ResponseHeadTests {
    private func head(_ lines: String...) -> ResponseHead {
        var head = ResponseHead()
        for line in ["HTTP/1.1 200 OK"] + lines + [""] {
            Array((line + "\r\n").utf8).withUnsafeBytes { head.add($0) }
        }
        return head
    }

    @Test func lines() {
        let head = head(
            "ETag:\"x\"", "etag: \"y\"", "Cache-Control: public", "CACHE-CONTROL: max-age=60", "no colon", ": x")
        #expect(head.status == 200)
        #expect(head.isComplete)
        #expect(head["etag"] == "\"x\"")
        #expect(head.freshForSeconds == 60)
    }

    @Test(arguments: [
        ("text/html; charset=UTF-8", "text/html", "utf-8"),
        ("Text/XML;CharSet=\"windows-1251\"", "text/xml", "windows-1251"),
        ("application/json", "application/json", nil), ("text/html; charset", "text/html", nil), ("", nil, nil),
        ("; charset=koi8-r", nil, "koi8-r"), ("text/xml; boundary=x; charset = euc-kr", "text/xml", "euc-kr"),
    ])
    func contentType(line: String, mediaType: String?, charset: String?) {
        let type = head("Content-Type: \(line)").contentType
        #expect(type.mediaType == mediaType)
        #expect(type.charset == charset)
    }

    @Test(arguments: [
        ("max-age=300", 300), ("private, MAX-AGE=\"60\"", 60), ("max-age=300, no-cache", 0), ("no-store", 0),
        ("max-age=abc", nil), ("max-age=-1", nil), ("immutable", nil), ("s-maxage=10", nil),
    ])
    func freshness(line: String, seconds: Int64?) {
        #expect(head("Cache-Control: \(line)").freshForSeconds == seconds)
    }

    @Test func freshnessByExpiry() {
        let date = "Date: Fri, 18 Oct 2024 12:00:00 GMT"
        #expect(head(date, "Expires: Fri, 18 Oct 2024 13:00:00 GMT").freshForSeconds == 3_600)
        #expect(head(date, "Expires: Fri, 18 Oct 2024 13:00:00 GMT", "Age: 600").freshForSeconds == 3_000)
        #expect(head(date, "Expires: 0").freshForSeconds == nil)
        #expect(head("Cache-Control: max-age=9223372036854775807", "Age: 99999999999999999999").freshForSeconds == 0)
    }

    /// The forms of RFC 9110, section 10.2.3; the server's clock is a year behind.
    @Test func retryAfterIsADistance() {
        let date = "Date: Wed, 18 Oct 2023 12:00:00 GMT"
        #expect(head("Retry-After: 120").retryAfter == .after(seconds: 120))
        #expect(head(date, "Retry-After: Wed, 18 Oct 2023 12:01:00 GMT").retryAfter == .after(seconds: 60))
        #expect(head(date, "Retry-After: Wed, 18 Oct 2023 11:00:00 GMT").retryAfter == .after(seconds: 0))
        #expect(head("Retry-After: soon").retryAfter == nil)
        #expect(head("Retry-After: -5").retryAfter == nil)
    }

    @Test func longWaitsEnd() throws {
        let now = try #require(Instant("2024-10-18T12:00:00Z"))
        let week = now.advanced(byMilliseconds: RetryAfter.longest * 1_000)
        #expect(RetryAfter.after(seconds: .max).moment(answeredAt: now) == week)
        #expect(RetryAfter.after(seconds: .min).moment(answeredAt: now) == now)
        #expect(RetryAfter.at(Instant(milliseconds: .max)).moment(answeredAt: now) == week)
        #expect(RetryAfter.at(Instant(milliseconds: 0)).moment(answeredAt: now) == now)
    }

    @Test func validatorsThatFitNoHeaderAreNone() {
        #expect(Validators(address: "x", entityTag: "a\r\nHost: evil", lastModified: nil) == nil)
        #expect(Validators(address: "x", entityTag: String(repeating: "x", count: 2_000), lastModified: "") == nil)
        #expect(Validators(address: "x", entityTag: "W/\"1\"", lastModified: "\u{0}")?.lastModified == nil)
    }

    /// Whatever lines come, something comes of them.
    @Test(arguments: [1, 2] as [UInt64])
    func anyLines(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let words = [
            "HTTP/1.1", " ", ":", "200", "ETag", "Age", "Retry-After", "\u{FF}", "\r\n", ",", "max-age=", "=", ";", "é",
        ]
        for _ in 0..<2_000 {
            var head = ResponseHead()
            for _ in 0..<5 {
                let line = (0..<6).map { _ in generator.pick(words) }.joined()
                Array(line.utf8).withUnsafeBytes { head.add($0) }
            }
            _ = (head.contentType, head.retryAfter, head.freshForSeconds, head.contentEncodings)
        }
    }
}
