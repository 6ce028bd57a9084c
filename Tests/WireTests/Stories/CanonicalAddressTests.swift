import TestSupport
import Testing

@testable import Wire

@Suite struct CanonicalAddressTests {
    @Test(arguments: [
        "https://news.example/world/seoul-weighs-arms", "http://news.example/world/seoul-weighs-arms/",
        "HTTPS://WWW.News.Example:443/world/seoul-weighs-arms", "http://news.example:80/world/./x/../seoul-weighs-arms",
        "https://news.example/world/seoul-weighs-arms?utm_source=a&utm_medium=b&fbclid=c",
        "https://news.example/world/seoul-weighs-arms#comments",
        "https://user:secret@news.example/world/seoul-weighs-arms?",
        "https://news.example/world/%73eoul-weighs-arms/index.html",
        "https://amp.news.example/world/seoul-weighs-arms", "https://news.example/world/seoul-weighs-arms/amp/",
        "https://news.example/amp/world/seoul-weighs-arms", "https://news.example/world/seoul-weighs-arms?amp=1",
        "https://news.example/world/seoul-weighs-arms.amp",
        "https://www.google.com/amp/s/news.example/world/seoul-weighs-arms",
        "https://news-example.cdn.ampproject.org/c/s/news.example/world/seoul-weighs-arms?amp",
        " https://news.example/world/\nseoul-weighs-arms ",
    ])
    func oneArticle(address: String) {
        #expect(CanonicalAddress.key(of: address) == "https://news.example/world/seoul-weighs-arms")
    }

    @Test func whatMayBeAnotherArticleStaysAnother() {
        let addresses = [
            "https://news.example/", "https://news.example/a", "https://news.example/A", "https://news.example/a?id=1",
            "https://news.example/a?id=2", "https://news.example/a?page=2", "https://news.example/?p=1",
            "https://news.example/#!/1",
            "https://news.example/#/2", "https://news.example:8080/a", "https://m.news.example/a",
            "https://news.example/a%2Fb",
            "https://news.example/a/b", "https://news.example/a?ref=17", "https://news.example/amp",
            "https://news.example/camp",
            "https://news.example/a.html", "https://news.example/%EA%B8%B4", "https://amp.example/a",
        ]
        let keys = Set(addresses.map { CanonicalAddress.key(of: $0) })
        #expect(keys.count == addresses.count)
        #expect(!keys.contains(nil))
    }

    @Test func spellingsOfOneAddressAreOne() {
        #expect(
            CanonicalAddress.key(of: "https://x.example/긴장?b=2&a=%7e1")
                == CanonicalAddress.key(of: "https://x.example/%ea%b8%b4%ec%9e%a5?a=~1&b=2"))
        #expect(CanonicalAddress.key(of: "https://x.example/a/index.php?id=5") == "https://x.example/a?id=5")
    }

    @Test(arguments: [
        "", "news.example/a", "ftp://x.example/a", "javascript:alert(1)", "https://", "mailto:a@b.example",
    ])
    func whatIsNoHTTPAddressHasNoKey(address: String) {
        #expect(CanonicalAddress.key(of: address) == nil)
    }

    /// A key is its own key.
    @Test func theKeyStays() {
        var random = SeededGenerator(seed: 21)
        let pieces = [
            "https://", "www.", "amp.", "x", ".example", "/", "/amp", "index.html", "?", "&", "a=1", "utm_x=1", "#",
            "!", "%2F",
            "%zz", "..", "긴", ":443", "@", "https://www.google.com/amp/s/", " ", "\u{7}",
        ]
        for _ in 0..<2_000 {
            let address = "http://h.example" + (0..<8).map { _ in random.pick(pieces) }.joined()
            guard let key = CanonicalAddress.key(of: address) else { continue }
            #expect(CanonicalAddress.key(of: key) == key, "seed \(random.seed): \(address)")
        }
    }
}
