import SituationModel
import Testing
import Wire

@Suite struct AtomTests {
    @Test func readsAllFieldsOfAnEntry() throws {
        let read = try feed(
            atom(
                """
                <author><name>Desk</name></author><link rel="self" href="https://p.example/feed"/>
                <entry><id>tag:p,1</id><title type="html">Fog &amp;lt;b&amp;gt;</title><link href="https://p.example/1"/>
                <link rel="enclosure" href="https://p.example/1.ogg" type="audio/ogg" length="9"/>
                <updated>2024-10-18T14:05:00.5Z</updated><published>2024-10-18</published><summary>Short</summary>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>1 &lt; 2</p></div></content>
                <category term="fog" label="Fog"/></entry>
                <entry><title>Two</title><author><name>Ada</name><email>a@p.example</email></author></entry>
                """))
        #expect(read.format == .atom && read.version == "1.0" && read.feedLink == "https://p.example/feed")
        let entry = try #require(read.entries.first)
        #expect(entry.title?.value == "Fog &lt;b&gt;" && entry.title?.plain == "Fog <b>")
        #expect(entry.link == "https://p.example/1" && entry.id == "tag:p,1" && entry.summary?.value == "Short")
        #expect(entry.updated == Instant("2024-10-18T14:05:00.500Z") && entry.published == Instant("2024-10-18"))
        #expect(entry.content == FeedText("<p>1 &lt; 2</p>", .markup))
        #expect(entry.categories == [FeedCategory(term: "fog", label: "Fog")])
        #expect(entry.enclosures == [FeedEnclosure(url: "https://p.example/1.ogg", type: "audio/ogg", length: 9)])
        #expect(entry.authors == [FeedPerson(name: "Desk")])
        #expect(read.entries.last?.authors == [FeedPerson(name: "Ada", email: "a@p.example")])
    }

    @Test func keepsASourceApart() throws {
        let read = try feed(
            atom(
                "<entry><source><title>Elsewhere</title><id>x</id><author><name>Eve</name></author></source>"
                    + "<title>Here</title></entry>"))
        #expect(read.entries.first?.title?.value == "Here" && read.entries.first?.id == nil)
        #expect(read.entries.first?.source?.title == "Elsewhere")
        #expect(read.entries.first?.authors == [FeedPerson(name: "Eve")])
    }

    @Test func stacksBasesAndMakesLinksWhole() throws {
        let read = try feed(
            atom(
                """
                <entry xml:base="b/"><link href="../c?d=1#e"/><content type="html" xml:base="/img/">
                &lt;img src='x.png'&gt; &lt;a href="#here"&gt;&lt;/a&gt;</content></entry>
                """, attributes: "xml:base=\"https://p.example/a/\""))
        #expect(read.entries.first?.link == "https://p.example/a/c?d=1#e")
        #expect(read.entries.first?.content?.value == "<img src='https://p.example/img/x.png'> <a href=\"#here\"></a>")
    }

    @Test func takesLinksRelativeToWhereTheFeedCameFrom() throws {
        let read = try feed(atom("<entry><link href='/1'/></entry>"), base: "https://p.example/feeds/all.xml")
        #expect(read.entries.first?.link == "https://p.example/1")
    }

    @Test func decodesBase64WhereItIsSome() throws {
        let read = try feed(
            atom(
                "<entry><content type='application/octet-stream'>Rm9n</content></entry>"
                    + "<entry><content type='application/json'>{\"a\":1}</content></entry>"))
        #expect(read.entries.map(\.content?.value) == ["Fog", "{\"a\":1}"])
    }
}
