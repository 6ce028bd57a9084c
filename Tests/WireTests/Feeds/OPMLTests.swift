import Testing
import Wire

@Suite struct OPMLTests {
    @Test func readsFoldersAndRefusesWhatIsNoFeed() throws {
        let text = """
            <?xml version="1.0"?><opml version="2.0"><head><title>Desk</title></head><body>
            <outline text="Ports"><outline text="North"><outline text="Fog" type="rss" xmlUrl="https://p.example/f?a=1&b=2"
            htmlUrl="https://p.example/" category="weather"/></outline></outline>
            <outline text="Script" xmlUrl="|rm -rf /"/>
            <outline text="Local" xmlUrl="file:///etc/passwd"/><outline text="Run" xmlUrl="exec:/bin/sh"/>
            <outline text="Again" xmlUrl="https://p.example/f?a=1&amp;b=2"/></body></opml>
            """
        let list = try OPML.read(Array(text.utf8))
        #expect(list.title == "Desk")
        #expect(
            list.feeds == [
                OPMLFeed(
                    title: "Fog", address: "https://p.example/f?a=1&b=2", page: "https://p.example/",
                    categories: ["Ports", "North", "weather"])
            ])
        #expect(list.refused.count == 4)
        #expect(list.refused.first == "line 4: “Script”: it is a command, and commands are never run")
    }

    @Test func readsWhatItWrites() throws {
        let feeds = [
            OPMLFeed(title: "A \"<b>\" & c", address: "https://a.example/?x=1&y=2"),
            OPMLFeed(
                title: "港", address: "http://b.example/", page: "http://b.example/home", categories: ["One & two"]),
            OPMLFeed(title: "C", address: "http://c.example/", categories: ["One & two", "three"]),
        ]
        let list = OPML(title: "Desk\u{1}", feeds: feeds)
        let again = try OPML.read(try list.write())
        #expect(again.feeds == feeds && again.title == "Desk" && again.refused == [])
    }

    @Test func saysWhatIsNoList() {
        #expect(throws: OPMLError.noList(root: "rss")) { try OPML.read(Array("<rss/>".utf8)) }
        #expect(throws: OPMLError.noList(root: nil)) { try OPML.read([]) }
    }
}
