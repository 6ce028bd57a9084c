import TestSupport
import Testing
import Wire

/// Any bytes at all: they are read or refused, and what is read is bounded by what came.
@Suite struct FuzzTests {
    private static let seeds = [
        rss(
            "<item><title>Fish &amp; chips</title><description><![CDATA[<p>x</p>]]></description><dc:creator>A</dc:creator></item>"
        ),
        atom(
            "<entry><title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>a</div></title><link href='b'/></entry>"
        ),
        "<!DOCTYPE rss [<!ENTITY a \"b\">]><rss><channel><item><title>&a;&nbsp;&#65;</title></item></channel></rss>",
        "{\"version\": \"1.1\", \"items\": [{\"id\": \"1\", \"title\": \"x\\u00e9\"}]}",
    ]
    private static let pieces = [
        "<", ">", "&", "]]>", "<![CDATA[", "<!--", "-->", "<?", "?>", "<item>", "</item>", "</rss>", "&#0;",
        "&#x110000;", "\u{0}",
        "\"", "'", "<a b='", "<!DOCTYPE x [", "xml:base='//x'", "\u{FEFF}", "&lt;", "{", "[", "\\u", "é", "<entry>",
        "\r",
    ]

    @Test(arguments: 0..<8)
    func mutationsNeverHarm(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<250 {
            var bytes = Array(generator.pick(Self.seeds).utf8)
            for _ in 0..<(1 + generator.next() % 12) {
                let place = Int(generator.next() % UInt64(bytes.count + 1))
                switch generator.next() % 4 {
                case 0: bytes.insert(contentsOf: Array(generator.pick(Self.pieces).utf8), at: place)
                case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int(generator.next() % 20)))
                case 2: bytes.insert(UInt8(truncatingIfNeeded: generator.next()), at: place)
                default: bytes.append(contentsOf: bytes[place...].prefix(40))
                }
            }
            if let read = try? Feed.read(bytes, base: "https://p.example/") {
                let text = read.entries.reduce(0) {
                    $0 + ($1.summary?.value.utf8.count ?? 0) + ($1.title?.value.utf8.count ?? 0)
                }
                #expect(text <= bytes.count * 40 + 4_096, "seed \(seed)")
                _ = (read.text(), read.json())
            }
            _ = try? OPML.read(bytes)
        }
    }

    @Test func everyTruncationIsReadOrRefused() {
        for text in Self.seeds {
            let bytes = Array(text.utf8)
            for length in 0...bytes.count { _ = try? Feed.read(Array(bytes[..<length])) }
        }
    }

    /// A lot of one thing: what were quadratic would not end.
    @Test(
        arguments: pieces + [
            "<a ", "</a>", "<b>", "<?a", "<!a", "<!DOCTYPE[", "&a", "<a b=\"", "<a xmlns:b='c'>", "x ",
        ])
    func repetitionTakesNoLongerThanItsLength(piece: String) {
        let many = String(repeating: piece, count: 150_000 / piece.utf8.count)
        for head in ["<rss><channel><item><description>", "", "{\"version\":\"1\",\"items\":["] {
            _ = try? feed(head + many)
        }
    }
}
