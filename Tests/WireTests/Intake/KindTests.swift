import Testing

@testable import Wire

@Suite struct KindTests {
    @Test(arguments: [
        ("Ministers met.", "a", ContentKind.text), ("[Seoul] Ministers met.", "a", .text),
        ("<html><body>x", "a", .page), ("<!DOCTYPE html>\n<p>", "a", .page), ("text first <b>", "a.html", .page),
        ("<?xml version=\"1.0\"?>\n<!-- c -->\n<rss version=\"2.0\">", "a", .feed), ("<feed xmlns=\"x\">", "a", .feed),
        ("<rdf:RDF xmlns:rdf=\"x\">", "a", .feed),
        ("<?xml version=\"1.0\"?><opml version=\"2.0\">", "a", .subscriptions),
        ("{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": []}", "a", .feed),
        ("{\n  \"version\" : \"https:\\/\\/jsonfeed.org\\/version\\/1\"}", "a", .feed),
        ("{\"text\": \"\\\"version\\\": \\\"https://jsonfeed.org/version/1\\\"\"}", "a", .jsonLines),
        ("{\"text\": \"a\"}\n{\"text\": \"b\"}", "a", .jsonLines), ("{\n\"text\": \"a\"}", "a", .json),
        ("[ {\"text\": \"a\"}]", "a.json", .json), ("", "x.jsonl", .jsonLines),
        ("From: a\nDate: b\nSubject: c\n\nbody", "a", .mail), ("x", "a.eml", .mail),
        ("Note: this is\nno mail", "a", .text), ("<rss", "a.txt", .text), ("<p>", "notes.txt.gz", .text),
        ("\"event_id_cnty\",\"event_date\",\"year\",\"event_type\"\n", "a.csv", .acled),
        ("a,b,c\n1,2,3", "a.csv", .text),
    ])
    func kinds(head: String, name: String, expected: ContentKind) {
        #expect(ContentKind(head: Array(head.utf8), name: name) == expected)
    }

    @Test func gdeltIsKnownByItsColumns() {
        func row(_ first: String, _ second: String, _ columns: Int) -> [UInt8] {
            Array(([first, second] + Array(repeating: "", count: columns - 2)).joined(separator: "\t").utf8) + [0x0A]
        }
        #expect(ContentKind(head: row("1", "20260110", 61), name: "x") == .gdelt(.events))
        #expect(ContentKind(head: row("1", "20260110120000", 16), name: "x") == .gdelt(.mentions))
        #expect(ContentKind(head: row("20260110120000-T1", "20260110120000", 27), name: "x") == .gdelt(.knowledge))
        #expect(ContentKind(head: row("1", "20130401", 57), name: "x") == .gdelt(.version1("events")))
        #expect(ContentKind(head: row("1", "20130401", 58), name: "x") == .gdelt(.version1("events")))
        #expect(ContentKind(head: row("DATE", "NUMARTS", 11), name: "x") == .gdelt(.version1("GKG records")))
        #expect(ContentKind(head: row("a", "b", 61), name: "x") == .text)
    }

    @Test func whatIsNoTextIsRefused() {
        let image: [UInt8] = [
            0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 1, 2,
        ]
        #expect(throws: IntakeError.refused(name: "a.txt", reason: "its bytes are no text")) {
            try Intake().items(in: image, name: "a.txt")
        }
    }
}
