import SituationModel
import Testing
import Wire

@Suite struct FormatTests {
    @Test(
        arguments: [
            ("", FeedError.empty), ("  \n", .empty), ("Not Found", .unknown(beginning: "Not Found")),
            ("{\"a\": 1}", .otherJSON),
            ("{\"items\": []}", .otherJSON), ("<html><body>x</body></html>", .page(feed: nil)),
            ("<opml/>", .otherXML(root: "opml")),
            (
                "<!DOCTYPE html><HTML><head><link rel=alternate type=application/rss+xml href=/feed></head>",
                .page(feed: "https://p.example/feed")
            ),
            ("{\"a\": ", .brokenJSON("line 1: the text breaks off")),
        ] as [(String, FeedError)])
    func saysWhatIsNoFeed(text: String, error: FeedError) {
        #expect(throws: error) { try feed(text, base: "https://p.example/x") }
    }

    @Test func saysThatItIsCompressed() {
        #expect(throws: FeedError.compressed) { try Feed.read([0x1F, 0x8B, 8, 0]) }
    }

    @Test func readsJSONFeed() throws {
        let read = try feed(
            """
            {"version": "https://jsonfeed.org/version/1.1", "title": "Notes", "home_page_url": "https://p.example/",
             "authors": [{"name": "Desk"}], "items": [{"id": 7, "url": "/7", "title": "Fog \\ud834\\udd1e", "content_html":
             "<p>x</p>", "summary": "s", "date_published": "2024-10-18T14:05:00+02:00", "tags": ["a", "b"],
             "attachments": [{"url": "https://p.example/a.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 5}]}, 3]}
            """)
        let entry = try #require(read.entries.first)
        #expect(read.format == .json && read.version == "1.1" && read.entries.count == 1 && read.warnings.count == 1)
        #expect(entry.id == "7" && entry.link == "https://p.example/7" && entry.title?.value == "Fog 𝄞")
        #expect(entry.content == FeedText("<p>x</p>", .markup) && entry.authors == [FeedPerson(name: "Desk")])
        #expect(entry.published == Instant("2024-10-18T12:05:00Z") && entry.categories.map(\.term) == ["a", "b"])
        #expect(entry.enclosures == [FeedEnclosure(url: "https://p.example/a.mp3", type: "audio/mpeg", length: 5)])
    }

    @Test func readsJSONFeedUpToWhereItBreaksOff() throws {
        let read = try feed("{\"version\": \"1.1\", \"items\": [{\"id\": \"1\"},\n{\"id\": \"2\", \"title\": \"Fo")
        #expect(read.entries.map(\.id) == ["1", "2"] && read.entries.map(\.isCut) == [false, true])
        #expect(read.warnings == ["line 2: the text breaks off; the feed is read up to here"])
    }

    @Test func makesTextOfMarkup() {
        let text = FeedText("<p>One &amp; two<br>three</p><script>x()</script><!-- no --><P>4 &lt; 5 &eacute;", .markup)
        #expect(text.plain == "One & two\nthree\n4 < 5 é")
    }

    @Test func printsJSON() throws {
        let read = try feed(rss("<item><title>\"Fog\"\t\\</title></item>", head: ""))
        let json = String(decoding: read.json(), as: UTF8.self)
        #expect(json.hasPrefix("{\"format\":\"rss\",\"version\":\"2.0\",\"title\":null,"))
        #expect(json.contains("\"title\":\"\\\"Fog\\\"\\u0009\\\\\""))
    }
}
