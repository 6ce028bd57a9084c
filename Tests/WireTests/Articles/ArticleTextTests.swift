import Testing

@testable import Wire

/// Which of a page's text is its article's.
@Suite struct ArticleTextTests {
    private func paragraphs(_ html: String) -> [String] { Article(page: Array(html.utf8)).paragraphs }

    /// A page with a title, some text, and something that is no part of it between and behind.
    private func page(between: String = "", behind: String = "", wrapper: String = "div") -> String {
        """
        <html><head><title>Harbour closed | The Daily</title></head><body>
        <div class="top"><a href="/">Home</a> <a href="/world">World</a></div>
        <\(wrapper)><h1>Harbour closed</h1>\(Pages.html(1...3))\(between)\(Pages.html(4...6))\(behind)</\(wrapper)></body></html>
        """
    }

    @Test(arguments: [
        "<nav><p>\(Pages.paragraph(90))</p></nav>",
        "<aside><h3>More</h3><ul>\(Pages.teasers)</ul></aside>",
        "<div class='related-articles'><h3>Related</h3><ul>\(Pages.teasers)</ul></div>",
        "<div class=\"RelatedStories_box__3xY\"><p>\(Pages.paragraph(90))</p></div>",
        "<div id=newsletter-signup><p>\(Pages.paragraph(90))</p></div>",
        "<figure><img src=x><figcaption>\(Pages.paragraph(90))</figcaption></figure>",
        "<div class='wp-caption'><img src=x><p class=wp-caption-text>\(Pages.paragraph(90))</p></div>",
        "<section id=comments><div class=comment><p>\(Pages.paragraph(90))</p></div></section>",
        "<div class='share-bar'><a href=#>Facebook</a> <a href=#>X</a> <span>Share this with everybody you know.</span></div>",
        "<div class='cookie-consent'><p>\(Pages.paragraph(90))</p></div>",
        "<div role=complementary><p>\(Pages.paragraph(90))</p></div>",
        "<p style='color: red; display : none'>\(Pages.paragraph(90))</p>",
        "<p hidden>\(Pages.paragraph(90))</p><p aria-hidden=true>\(Pages.paragraph(90))</p>",
        "<p>Advertisement</p><p>Read more: <a href=x>Something else that happened</a></p><p><a href=y>All about boats</a></p>",
        "<p>A crane in the port. (Photo by A. Nobody/Getty Images)</p><p>Photo: A. Nobody</p>",
        "<p>\(Pages.paragraph(3))</p>",
        "<table><tr><th>Year<th>Ships<tr><td>2023<td>12,000</table>",
    ])
    func whatIsNoTextIsLeftOut(noise: String) {
        #expect(paragraphs(page(between: noise)) == Pages.paragraphs(1...6))
        #expect(paragraphs(page(behind: noise)) == Pages.paragraphs(1...6))
        #expect(paragraphs(page(between: noise, wrapper: "article")) == Pages.paragraphs(1...6))
    }

    @Test func headingsListsAndQuotesAreText() {
        let inside = """
            <h2>What comes next</h2><p>\(Pages.paragraph(7))</p><ul><li>First the ferries, then the freight.<li>The rest later.</ul>
            <blockquote><p>“We shall wait.”</p></blockquote>
            """
        let expected =
            Pages.paragraphs(1...3) + ["What comes next", Pages.paragraph(7)]
            + ["First the ferries, then the freight.", "The rest later.", "“We shall wait.”"] + Pages.paragraphs(4...6)
        #expect(paragraphs(page(between: inside)) == expected)
    }

    @Test func aHeadingThatNothingFollowsIsNone() {
        #expect(paragraphs(page(behind: "<h2>More on this</h2>")) == Pages.paragraphs(1...6))
    }

    @Test func aSideColumnLongerThanTheArticleIsNotTheArticle() {
        let html = """
            <body class="has-sidebar"><div id=main><h1>Harbour closed</h1>\(Pages.html(1...2))</div>
            <div id=sidebar>\((20...40).map { "<div class=box><p>\(Pages.paragraph($0))</p></div>" }.joined())</div></body>
            """
        #expect(paragraphs(html) == Pages.paragraphs(1...2))
    }

    @Test(arguments: ["has-sidebar", "page-with-ads", "print-content", "content-and-sidebar", "js subscribe-page"])
    func aClassOfThePageDoesNotHideIt(name: String) {
        let html = "<body class='\(name)'><div class='\(name)'><h1>Harbour closed</h1>\(Pages.html(1...4))</div></body>"
        #expect(paragraphs(html) == Pages.paragraphs(1...4))
    }

    @Test func randomLettersInIdentifiersSayNothing() {
        let html = page(between: "<div id=cb-8d31fa3ad27e><div id=x2ad5nav9><p>\(Pages.paragraph(7))</p></div></div>")
        #expect(paragraphs(html).contains(Pages.paragraph(7)))
    }

    @Test func anArticleInPiecesIsReadWhole() {
        let pieces = [1...3, 4...5, 6...8].map { "<div class=chunk>\(Pages.html($0))</div><div class=ad-slot>Ad</div>" }
        let html =
            "<main><h1>Harbour closed</h1><div>\(pieces.joined())</div></main><footer>\(Pages.html(50...51))</footer>"
        #expect(paragraphs(html) == Pages.paragraphs(1...8))
    }

    @Test func theNamedBodyWinsOverTeasersBesideIt() {
        let teasers = (20...24).map { "<div class=card><h3>Story</h3><p>\(Pages.paragraph($0))</p></div>" }.joined()
        let html = """
            <div class=column><article><h1>Harbour closed</h1><section itemprop=articleBody>\(Pages.html(1...3))</section></article>
            <div class=cards>\(teasers)</div></div>
            """
        #expect(paragraphs(html) == Pages.paragraphs(1...3))
    }

    @Test func paragraphsMayBeMadeOfLineBreaks() {
        let text = Pages.paragraphs(1...5).joined(separator: "<br>\n<br />")
        #expect(paragraphs("<h1>Harbour closed</h1><div>\(text)</div>") == Pages.paragraphs(1...5))
    }

    @Test func theStandfirstIsTextAndTheBylineIsNot() {
        let html = """
            <head><meta name=description content="The council decides on Monday, and nobody knows how."></head>
            <article><header><h1>Harbour closed</h1><p>The council decides on Monday, and nobody knows how.</p></header>
            <div class=story-body><p>By Anna Writer</p><p>18 October 2024</p><p>4 min read</p>\(Pages.html(1...4))
            <p>Anna Writer is a reporter in Norderhaven.</p></div></article>
            """
        let article = Article(page: Array((html + "<p class=byline>By Anna Writer</p>").utf8))
        #expect(
            article.paragraphs == ["The council decides on Monday, and nobody knows how."] + Pages.paragraphs(1...4))
        #expect(article.authors == ["Anna Writer"])
    }

    @Test func metadataStepInWhereThePageShowsLittle() {
        let body = Pages.paragraphs(1...6).joined(separator: "\\n\\n")
        let html = """
            <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Harbour closed", "articleBody": "\(body)"}</script>
            <div id=app>Loading</div>
            """
        #expect(paragraphs(html) == Pages.paragraphs(1...6))
    }

    @Test func aPageWithoutAnArticleHasNone() {
        #expect(paragraphs("<nav><a href=a>Home</a></nav><ul><li><a href=b>One</a><li><a href=c>Two</a></ul>") == [])
        #expect(paragraphs("") == [])
    }

    @Test func otherScriptsAreReadAsWell() {
        let sentence = "항만 당국은 파업이 끝날 때까지 항구를 열지 않겠다고 밝혔다. 시의회는 월요일에 결정할 예정이다."
        let html = "<h1>항구 폐쇄</h1><div>" + (1...4).map { "<p>\($0). \(sentence)</p>" }.joined() + "</div>"
        #expect(paragraphs(html) == (1...4).map { "\($0). \(sentence)" })
    }
}
