import SituationModel
import Testing
import Wire

@Suite struct RSSTests {
    @Test func readsAllFieldsOfAnItem() throws {
        let read = try feed(
            rss(
                """
                <item><title>Ferry &amp; fog</title><link>https://port.example/1</link><guid isPermaLink="false">n1</guid>
                <pubDate>Fri, 18 Oct 2024 14:05:00 +0200</pubDate><dc:creator>Ada Holm</dc:creator>
                <description>&lt;p&gt;No ferry.&lt;/p&gt;</description><content:encoded><![CDATA[<p>No ferry today.</p>]]>
                </content:encoded><category domain="towns">Harbour</category><dc:subject>Fog</dc:subject>
                <enclosure url="https://port.example/a.mp3" length="12" type="audio/mpeg"/>
                <media:group><media:content url="https://port.example/b.jpg" medium="image"/></media:group>
                <itunes:duration>1:02:03</itunes:duration><source url="https://other.example/feed">Other</source></item>
                """,
                head: "<title>Notes</title><link>https://port.example/</link><description>D</description><ttl>60</ttl>"
                    + "<language>en-GB</language><lastBuildDate>Fri, 18 Oct 2024 12:00:00 GMT</lastBuildDate>"))
        #expect(read.format == .rss && read.version == "2.0" && read.minutesToLive == 60 && read.language == "en-GB")
        #expect(read.updated == Instant("2024-10-18T12:00:00Z") && read.link == "https://port.example/")
        let item = try #require(read.entries.first)
        #expect(item.title?.value == "Ferry & fog" && item.link == "https://port.example/1" && item.id == "n1")
        #expect(item.published == Instant("2024-10-18T12:05:00Z"))
        #expect(item.authors == [FeedPerson(name: "Ada Holm")])
        #expect(item.summary?.value == "<p>No ferry.</p>" && item.content?.plain == "No ferry today.")
        #expect(item.categories == [FeedCategory(term: "Harbour", scheme: "towns"), FeedCategory(term: "Fog")])
        #expect(item.enclosures.map(\.url) == ["https://port.example/a.mp3", "https://port.example/b.jpg"])
        #expect(item.enclosures.first?.length == 12 && item.image == "https://port.example/b.jpg")
        #expect(item.duration == 3_723 && item.source == FeedSource(title: "Other", link: "https://other.example/feed"))
        #expect(read.warnings == [])
    }

    @Test func takesTheGUIDForTheLinkUnlessItSaysNot() throws {
        let read = try feed(
            rss(
                "<item><guid>https://port.example/7</guid></item>"
                    + "<item><guid isPermaLink=\"false\">https://port.example/8</guid></item>"))
        #expect(read.entries.map(\.link) == ["https://port.example/7", nil])
    }

    @Test func prefersItsOwnLinkToAtoms() throws {
        let item = "<item><atom:link href=\"https://a.example/\"/><link>https://b.example/</link></item>"
        #expect(try feed(rss(item)).entries.first?.link == "https://b.example/")
    }

    @Test func readsRDF() throws {
        let read = try feed(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
            xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Tides</title><link>https://t.example/</link>
            <items><rdf:Seq><rdf:li resource="1"/></rdf:Seq></items></channel><image><title>Not this</title></image>
            <item rdf:about="https://t.example/1"><title>High</title><link>https://t.example/1</link>
            <dc:date>2024-10-18T14:05+02:00</dc:date></item></rdf:RDF>
            """)
        #expect(read.version == "1.0" && read.title?.value == "Tides" && read.entries.count == 1)
        #expect(read.entries.first?.id == "https://t.example/1")
        #expect(read.entries.first?.published == Instant("2024-10-18T12:05:00Z"))
    }

    @Test(
        arguments: [
            ("ada@port.example (Ada Holm)", "Ada Holm", "ada@port.example"),
            ("Ada Holm <ada@port.example>", "Ada Holm", "ada@port.example"),
            ("Ada Holm (ada@port.example)", "Ada Holm", "ada@port.example"),
            ("ada@port.example", nil, "ada@port.example"), ("Ada Holm", "Ada Holm", nil),
        ] as [(String, String?, String?)])
    func takesAuthorsApart(text: String, name: String?, email: String?) throws {
        let escaped = text.replacing("<", with: "&lt;")
        let read = try feed(rss("<item><author>\(escaped)</author></item>"))
        #expect(read.entries.first?.authors == [FeedPerson(name: name, email: email)])
    }

    @Test func knowsWellKnownPrefixesThatWereNeverDeclared() throws {
        let read = try feed("<rss><channel><item><dc:creator>Ada</dc:creator></item></channel></rss>")
        #expect(read.entries.first?.authors.first?.name == "Ada")
    }
}
