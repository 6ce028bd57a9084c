import Testing

@testable import Wire

/// Title, authors, date, language and site, wherever a page keeps them.
@Suite struct ArticleFactsTests {
    private func article(_ head: String, _ body: String = "", address: String? = nil) -> Article {
        let html = "<!DOCTYPE html><html lang=en-gb><head>\(head)</head><body>\(body)\(Pages.html(1...3))</body></html>"
        return Article(page: Array(html.utf8), address: address)
    }

    private func linked(_ json: String) -> Article { article("<script type='application/ld+json'>\(json)</script>") }

    // MARK: Linked data

    @Test(arguments: [
        #"{"@type": "NewsArticle", "headline": "Harbour closed", "author": {"@type": "Person", "name": "Anna Writer"}, "datePublished": "2024-10-18"}"#,
        #"[{"@type": "BreadcrumbList"}, {"@type": ["Article", "ReportageNewsArticle"], "headline": "Harbour closed", "author": ["Anna Writer"], "datePublished": ["2024-10-18"]}]"#,
        #"{"@context": "https://schema.org", "@graph": [{"@type": "Organization", "name": "The Daily"}, {"@type": "BlogPosting", "headline": "Harbour closed", "author": {"@id": "urn:anna"}, "datePublished": "2024-10-18"}, {"@type": "Person", "@id": "urn:anna", "name": "Anna Writer"}]}"#,
        #"{"@type": "WebPage", "name": "The Daily", "mainEntity": {"@type": "http://schema.org/OpinionNewsArticle", "headline": "Harbour closed", "author": [[{"name": ["Anna Writer"]}]], "datePublished": "2024-10-18"}}"#,
        #"{"@type": "NewsArticle", "headline": "Harbour closed", "author": {"givenName": "Anna", "familyName": "Writer"}, "datePublished": "2024-10-18"}"#,
        // Broken: line ends in strings, commas too many, comments, no end, escapes that are none.
        "/*<![CDATA[*/ {\"@type\": \"NewsArticle\", \"description\": \"Two\nlines\", \"headline\": \"Harbour closed\", \"author\": [{\"name\": \"Anna Writer\",},], \"datePublished\": \"2024-10-18\",} /*]]>*/",
        #"{"@type": "NewsArticle", "headline": "Harbour closed", "author": {"name": "Anna Writer"}, "datePublished": "2024-10-18", "image": [{"url": "x"#,
        #"{"@type": "NewsArticle", "headline": "Harbour \closed", "author": {"name": "Anna \u0057riter"}, "datePublished": "2024-10-18"} {"@type": "NewsArticle"}"#,
    ])
    func linkedDataIsReadInEveryShape(json: String) {
        let found = linked(json)
        #expect(found.title == "Harbour closed")
        #expect(found.authors == ["Anna Writer"])
        #expect(found.published?.description == "2024-10-18")
    }

    @Test func theArticleOfThisAddressIsChosen() {
        let json =
            #"[{"@type": "NewsArticle", "headline": "Other", "url": "https://a.example/other"}, "#
            + #"{"@type": "NewsArticle", "headline": "This one", "url": "http://www.a.example/this/?x=1"}]"#
        let found = article("<script type=application/ld+json>\(json)</script>", address: "https://a.example/this")
        #expect(found.title == "This one")
    }

    @Test func valuesOfJSON() {
        let values = LooseJSON.values(
            in: Array(#"x {"a": [1, -2.5e3, true, null, "é\n\"\ud83d\ude00\ud83d"], "a": 2} [] "#.utf8)[...])
        #expect(
            values == [
                .object([
                    "a": .array([
                        .number("1"), .number("-2.5e3"), .word("true"), .word("null"), .string("é\n\"😀\u{FFFD}"),
                    ])
                ]),
                .array([]),
            ])
    }

    // MARK: Meta tags and what the page shows

    @Test func metaTagsTell() {
        let found = article(
            """
            <title>Harbour closed - The Daily</title><meta property=og:site_name content="The Daily">
            <meta name=parsely-author content="Anna Writer"><meta name="author" content="The Daily">
            <meta property="article:published_time" content="2024-10-18T08:00:00+02:00"><link rel=canonical href="/story">
            """, address: "https://a.example/story?utm=1")
        #expect(found.title == "Harbour closed")
        #expect(found.authors == ["Anna Writer"])
        #expect(found.byline == "Anna Writer")
        #expect(found.published?.description == "2024-10-18T08:00:00+02:00")
        #expect(found.language == "en-GB")
        #expect(found.site == "The Daily")
        #expect(found.canonical == "https://a.example/story")
    }

    @Test func thePageTellsWhereNothingElseDoes() {
        let found = article(
            "<title>The Daily | Harbour closed</title>",
            """
            <h1>The Daily</h1><h1>Harbour closed</h1><div class="post-byline">By Anna Writer and Bo Ek | The Daily</div>
            <time>3 hours ago</time><time datetime="2024-10-18T08:00Z">Friday</time>
            """, address: "https://www.daily.example:8080/x")
        #expect(found.title == "Harbour closed")
        #expect(found.authors == ["Anna Writer", "Bo Ek"])
        #expect(found.published?.description == "2024-10-18T08:00:00Z")
        #expect(found.site == "daily.example")
    }

    @Test func aDateInTheAddressWinsOverOneOfAnotherArticle() {
        let body = "<time datetime=2025-01-01>New Year</time>"
        #expect(article("", body, address: "https://a.example/2024/10/18/x").published?.description == "2024-10-18")
    }

    @Test(arguments: [
        ("By Anna Writer", ["Anna Writer"]),
        ("by: Anna Writer, Bo Ek & Ci de Koning", ["Anna Writer", "Bo Ek", "Ci de Koning"]),
        ("Anna Writer, Chief Correspondent", ["Anna Writer"]), ("ANNA WRITER | The Daily", ["ANNA WRITER"]),
        ("The Daily", []),
        ("https://a.example/anna", []), ("admin", []), ("Byron Writer", ["Byron Writer"]),
        ("Anna Writer; Anna Writer", ["Anna Writer"]),
        ("Anna Writer (Reuters)", ["Anna Writer"]), ("@anna", []), ("", []),
    ])
    func namesAreTakenOutOfBylines(line: String, expected: [String]) {
        #expect(AuthorNames.clean([line], sites: ["The Daily"]) == expected)
    }

    @Test(arguments: [
        ("Harbour closed", "Harbour closed | The Daily"), ("Harbour closed", "The Daily – Harbour closed"),
        ("Strike: harbour closed - for now", "Strike: harbour closed - for now"),
    ])
    func titlesLoseTheNameOfTheSite(expected: String, title: String) {
        #expect(article("<title>\(title)</title><meta property=og:site_name content='The Daily'>").title == expected)
    }

    @Test(arguments: [("en_US", "en-US"), ("de", "de"), ("zh-Hans-CN", "zh-CN"), ("EN", "en")])
    func languagesAreTags(given: String, expected: String) {
        let found = Article(page: Array("<html lang='\(given)'><body>x".utf8))
        #expect(found.language == expected)
    }
}
