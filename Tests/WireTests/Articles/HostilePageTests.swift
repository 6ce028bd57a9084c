import TestSupport
import Testing

@testable import Wire

/// What holds for any bytes whatever.
@Suite(.timeLimit(.minutes(2))) struct HostilePageTests {
    private static let pieces = [
        "<p>", "</p>", "<div>", "</div>", "<div class=sidebar>", "<div class='article-body", "<b>", "</b>",
        "<a href=x>", "</a>",
        "<table><tr><td>", "</table>", "<ul><li>", "</ul>", "<h1>", "</h1>", "<h2>", "<br>", "<script>", "</script>",
        "<style>",
        "</style>", "<title>", "</title>", "<svg>", "</svg>", "<template>", "</template>", "<!--", "-->", "<![CDATA[",
        "]]>", "<!", "<?",
        "<", ">", "</", "&", "&amp;", "&#", "&#x1F600;", "&nbsp", "=", "\"", "'", "/", "\u{0}", "\n", " ", "é", "한국",
        "\u{FEFF}",
        "<script type=application/ld+json>", "{\"@type\":\"NewsArticle\",\"author\":", "[[[", "}", "]",
        "\"headline\":\"x\\", "\\ud83d",
        "<meta name=author content=", "<meta property='article:published_time' content='2024-10-18T",
        "<time datetime=2024>", "By Anna W",
        "<link rel=canonical href=//", "<html lang=x", "<x-y>", "</x-y>", "<pre>", "<figure>", "<article>",
        "<body class=has-comments>",
        "The harbour was closed for a day, and nobody in the town knew why, or when it would be opened again. ",
    ]

    /// What must hold of an article out of any page.
    private func check(_ bytes: [UInt8], _ note: String) {
        let article = Article(page: bytes, address: "https://a.example/x", charset: nil)
        #expect(article == Article(page: bytes, address: "https://a.example/x", charset: nil), "\(note)")
        for line in article.paragraphs + article.authors + [article.title] {
            #expect(!line.contains { $0.isNewline || $0 == "\t" || $0 == "\u{0}" }, "\(note): \(line.prefix(80))")
            #expect(line == Spacing.oneLine(line), "\(note): \(line.prefix(80))")
        }
        #expect(!article.paragraphs.contains(""), "\(note)")
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
    func anyRowOfPiecesIsAPage(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for round in 0..<30 {
            let count = Int(generator.next() % 120)
            let html = (0..<count).map { _ in generator.pick(Self.pieces) }.joined()
            check(Array(html.utf8), "seed \(seed), round \(round)")
        }
    }

    @Test(arguments: [11, 12, 13, 14] as [UInt64])
    func changedPagesArePages(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let page = Array(Self.page.utf8)
        for round in 0..<30 {
            var bytes = page
            for _ in 0...generator.next() % 12 {
                let place = Int(generator.next() % UInt64(bytes.count))
                switch generator.next() % 4 {
                case 0: bytes[place] = UInt8(truncatingIfNeeded: generator.next())
                case 1: bytes.removeSubrange(place..<min(place + Int(generator.next() % 200), bytes.count - 1))
                case 2: bytes.insert(contentsOf: generator.pick(Self.pieces).utf8, at: place)
                default: bytes.insert(contentsOf: bytes[place...].prefix(Int(generator.next() % 300)), at: place)
                }
            }
            check(bytes, "seed \(seed), round \(round)")
        }
    }

    @Test(arguments: [
        "<div>", "</div>", "<p>", "<b>", "</p></i>", "<a href=x>", "<table><tr><td>", "<ul><li>", "<my-thing>", "<svg>",
        "<template>",
        "<div class=byline>", "<div class='article-body'>", "<h1>x", "<time>x", "<", "</", "<!--", "<!", "<![CDATA[",
        "<script>", "<title>",
        "<title/><svg>", "<p x", "<x a=\"", " a1", "&", "&#", "&#x9", "&lt", "text ", "\u{0}", "é",
        "<meta name=author content=a>",
        "<script type=application/ld+json>[{\"a\":", "<br>", "<td>", "<div hidden>", "<option>", "<dd>",
    ])
    func anyPieceManyTimesIsRead(piece: String) {
        let count = 30_000 / piece.utf8.count
        let bytes = Array(String(repeating: piece, count: count).utf8)
        check(bytes, piece)
        // The same within a tag, within an open element of its kind, and in a script.
        check(Array("<p ".utf8) + bytes, piece)
        check(Array("<article><h1>x</h1><p>".utf8) + bytes + Array("</article>".utf8), piece)
        check(Array("<script type=application/ld+json>{\"headline\": ".utf8) + bytes, piece)
    }

    @Test func attributesWithoutEndAreRead() {
        let attributes = (0..<10_000).map { "a\($0)=b" }.joined(separator: " ")
        check(Array("<p \(attributes)>text</p>".utf8), "distinct attributes")
        check(Array("<p class=\"\(attributes)\">text</p>".utf8), "one long value")
    }

    @Test func deepListsOfValuesAreRead() {
        let deep = String(repeating: "[", count: 50_000)
        #expect(LooseJSON.values(in: Array(deep.utf8)[...]).count <= 50_000)
        let objects = String(repeating: "{\"a\":", count: 20_000)
        #expect(LooseJSON.values(in: Array(objects.utf8)[...]).count <= 20_000)
    }

    // MARK: Changes that change nothing

    @Test(arguments: [21, 22] as [UInt64])
    func commentsAndScriptsBetweenElementsChangeNothing(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let expected = Article(page: Array(Self.page.utf8))
        #expect(expected.paragraphs.count == 9)
        let lines = Self.page.split(separator: "\n")
        for round in 0..<40 {
            var changed = lines
            for _ in 0..<3 {
                let noise = generator.pick([
                    "<!-- <p> -->", "<script>x = '<p>No</p>'</script>", "<style>p {}</style>", "<img src=x>", " \t",
                ])
                changed.insert(noise[...], at: 6 + Int(generator.next() % UInt64(changed.count - 8)))
            }
            let article = Article(page: Array(changed.joined(separator: "\n").utf8))
            #expect(article == expected, "seed \(seed), round \(round)")
        }
    }

    @Test func moreElementsAroundAPageChangeNothing() {
        let expected = Article(page: Array(Self.page.utf8))
        let body = Self.page.replacing("<body>", with: "<body><div><div class=wrap>").replacing(
            "</body>", with: "</div></div></body>")
        #expect(Article(page: Array(body.utf8)) == expected)
        #expect(Article(page: Array(Self.page.replacing("\n", with: "\r\n\t").utf8)) == expected)
        #expect(Article(page: Array(Self.page.replacing("<p>", with: "<P CLASS=text>").utf8)) == expected)
        #expect(Article(page: [0xEF, 0xBB, 0xBF] + Array(Self.page.utf8)) == expected)
    }

    private static let page = """
        <!DOCTYPE html>
        <html lang="en"><head><title>Harbour closed | The Daily</title>
        <meta charset="utf-8"><meta property="og:title" content="Harbour closed">
        <script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Harbour closed",
        "author": [{"@type": "Person", "name": "Anna Writer"}], "datePublished": "2024-10-18T08:00:00+02:00"}</script></head>
        <body>
        <nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
        <article>
        <h1>Harbour closed</h1>
        <div class="byline">By <a rel="author" href="/anna">Anna Writer</a></div>
        \(Pages.html(1...5))
        <h2>What comes next</h2>
        \(Pages.html(6...8))
        </article>
        <aside><ul>\(Pages.teasers)</ul></aside>
        <footer><p>© The Daily</p></footer>
        </body>
        </html>
        """
}
