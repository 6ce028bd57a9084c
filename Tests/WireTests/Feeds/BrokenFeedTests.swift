import Testing
import Wire

/// XML as it should not be, read as far as it goes.
@Suite struct BrokenFeedTests {
    @Test(arguments: [
        ("Fish & chips", "Fish & chips"), ("?a=1&copy=2;b", "?a=1&copy=2;b"), ("a&nbsp;b", "a\u{A0}b"),
        ("&eacute;t&eacute; &#8217; &#x2014;", "été ’ —"), ("1 < 2", "1 < 2"), ("&#150;", "–"), ("&bogus;", "&bogus;"),
        ("a ]]> b", "a ]]> b"), ("x ]]&gt; y", "x ]]> y"), ("<![CDATA[&amp; <]]> &amp;", "&amp; < &"),
        ("mail <ada@port.example>", "mail <ada@port.example>"), ("a<!-- b -->c", "ac"), ("a\u{1}b\u{0}c", "abc"),
        ("<![CDATA[]]]]><![CDATA[>]]>", "]]>"), ("&amp;amp;", "&amp;"), ("日本 & 東京", "日本 & 東京"),
    ])
    func readsText(written: String, read: String) throws {
        #expect(try feed(rss("<item><title>\(written)</title></item>")).entries.first?.title?.value == read)
    }

    @Test func namesTheLine() throws {
        let read = try feed("<rss><channel>\n<item>\n<title>Fish & chips & peas</title></item></channel></rss>")
        #expect(read.warnings == ["line 3: “&” that begins no reference; taken as text (2 times)"])
    }

    /// Over many blocks, with texts of several pieces and several lines.
    @Test func everyTextComesToItsPlaceAndLinesAreCounted() throws {
        func title(_ number: Int, _ ampersand: String, _ greater: String) -> String {
            "\(number); é\n\(ampersand) ]]\(number % 7 == 0 ? greater : "") \(number)"
        }
        let items = (0..<4_000).map { "<item><title>\(title($0, "&amp;", "&gt;"))</title>\n<guid>g</guid></item>\n" }
        let read = try feed(
            "<rss><channel>\n" + items.joined() + "<item><pubDate>never</pubDate></item></channel></rss>")
        #expect(read.entries.compactMap(\.title?.value) == (0..<4_000).map { title($0, "&", ">") })
        #expect(read.warnings.count == 1)
        #expect(read.warnings.first?.hasPrefix("line 12002: “never”") == true, "\(read.warnings)")
    }

    @Test func findsItsWayAmongTagsThatDoNotMatch() throws {
        let read = try feed(
            rss(
                "<item><description><p>a<br>b<i>c</p></description><title>One</title></item>"
                    + "<item><title>Two</b></title></item><item><title>Three</title>"))
        #expect(read.entries.compactMap(\.title?.value) == ["One", "Two", "Three"])
        #expect(read.entries.first?.summary?.value == "<p>a<br/>b<i>c</i></p>")
        #expect(read.entries.map(\.isCut) == [false, false, false] || read.entries.last?.isCut == false)
        #expect(!read.warnings.isEmpty)
    }

    @Test func mendsAttributes() throws {
        let read = try feed(
            rss("<item><enclosure url=https://p.example/a?b=1&c=2 type='audio/x' length=\"3\"bad/></item>"))
        #expect(read.entries.first?.enclosures.first?.url == "https://p.example/a?b=1&c=2")
        #expect(read.entries.first?.enclosures.first?.length == 3)
    }

    @Test func readsWhatTheFeedDeclaresAndNoBomb() throws {
        let declared =
            "<!DOCTYPE rss [<!ENTITY port \"Port &amp; quay\">]><rss><channel><title>&port;</title></channel></rss>"
        #expect(try feed(declared).title?.value == "Port & quay")
        var bomb = "<!DOCTYPE rss [<!ENTITY a0 \"aaaaaaaaaa\">"
        for level in 1...9 {
            bomb += "<!ENTITY a\(level) \"" + String(repeating: "&a\(level - 1);", count: 10) + "\">"
        }
        bomb += "<!ENTITY f SYSTEM \"file:///etc/passwd\">]><rss><channel><title>&a9;&f;</title></channel></rss>"
        let title = try feed(bomb).title?.value
        #expect((title?.count ?? 0) < 200 && title?.hasSuffix("&f;") == true)
        let many = "<!DOCTYPE rss [<!ENTITY a \"" + String(repeating: "x", count: 1_000) + "\">]><rss><channel><title>"
        let grown = try feed(many + String(repeating: "&a;", count: 100_000) + "</title></channel></rss>")
        #expect((grown.title?.value.utf8.count ?? 0) < 2 << 20)
    }

    @Test func cutsWhatIsTooDeepOrTooLarge() throws {
        let deep = String(repeating: "<b>", count: 10_000) + "x" + String(repeating: "</b>", count: 10_000)
        let read = try feed(rss("<item><description>\(deep)</description><title>After</title></item>"))
        #expect(read.entries.first?.title?.value == "After" && read.entries.first?.summary?.plain == "x")
        #expect(read.warnings.contains { $0.contains("deep") })
        var limits = FeedLimits()
        limits.entryBytes = 1_000
        let large = String(repeating: "é", count: 5_000)
        let cut = try feed(rss("<item><description>\(large)</description></item><item/>"), limits: limits)
        #expect(cut.entries.first?.summary?.value == String(repeating: "é", count: 500))
        #expect(cut.entries.map(\.isCut) == [true, false] && cut.warnings.contains { $0.contains("too long") })
    }

    @Test func readsUpToWhereItBreaksOff() throws {
        let whole = rss("<item><title>One</title></item><item><title>Two</title><description>abc</description></item>")
        let place = try #require(whole.firstRange(of: "abc"))
        let read = try feed(String(whole[..<place.upperBound]))
        #expect(read.entries.map(\.isCut) == [false, true] && read.entries.last?.summary?.value == "abc")
        #expect(read.warnings.contains { $0.contains("breaks off inside <description>") })
    }

    @Test func isReadTheSameInPiecesOfAnySize() throws {
        let text = rss(
            "<item><title>Fish &amp; chips é 日本</title><description><![CDATA[<p>]] ]> &amp;</p>]]><b x='1'>y</b></description>"
                + "</item><!-- no --><item><title>&#8217;&nbsp;</title></item>")
        let whole = try feed(text)
        let padding = String(repeating: "<!-- pad -->", count: 5_400)
        for shift in stride(from: 0, to: 700, by: 3) {
            let bytes = Array((String(repeating: " ", count: shift) + padding + text).utf8)
            #expect(try Feed.read(bytes).entries == whole.entries, "shifted by \(shift)")
        }
    }
}
