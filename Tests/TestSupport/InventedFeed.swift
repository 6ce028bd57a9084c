import Foundation

/// A large feed of invented words, the same for the same seed.
package struct InventedFeed {
    private var generator: SeededGenerator
    private let words: [String]

    package init(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let syllables = ["ba", "ro", "ti", "mel", "sun", "ke", "ra", "vo", "lin", "ta", "é", "mo", "der", "is", "pa"]
        words = (0..<4_000).map { _ in (0...generator.next() % 3).map { _ in generator.pick(syllables) }.joined() }
        self.generator = generator
    }

    private mutating func text(_ length: Int) -> String {
        var text = ""
        while text.utf8.count < length { text += generator.pick(words) + " " }
        return String(text.prefix(length))
    }

    /// Writes RSS 2.0 with so many items of 900 characters.
    package mutating func write(items: Int, to path: String) throws {
        _ = FileManager.default.createFile(atPath: path, contents: nil)
        guard let file = FileHandle(forWritingAtPath: path) else { throw CocoaError(.fileWriteUnknown) }
        defer { try? file.close() }
        try file.write(contentsOf: Data(head.utf8))
        for batch in 0..<(items + 999) / 1_000 {
            let numbers = batch * 1_000..<min(items, batch * 1_000 + 1_000)
            try file.write(contentsOf: Data(numbers.map { item($0) }.joined().utf8))
        }
        try file.write(contentsOf: Data("</channel></rss>\n".utf8))
    }

    private let head = """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Invented words</title>
        <link>https://words.example/</link><description>Words that nobody says</description>

        """

    private mutating func item(_ number: Int) -> String {
        let (minute, second) = (number / 60 % 60, number % 60)
        let time = (minute < 10 ? "0" : "") + "\(minute):" + (second < 10 ? "0" : "") + "\(second)"
        return """
            <item><title>\(text(60))</title><link>https://words.example/\(number)</link>
            <guid isPermaLink="false">urn:words:\(number)</guid><pubDate>Mon, 02 Nov 2026 10:\(time) GMT</pubDate>
            <dc:creator>\(text(12))</dc:creator><category>words</category>
            <description>&lt;p&gt;\(text(450))&lt;/p&gt; &amp; &lt;b&gt;\(text(420))&lt;/b&gt;</description></item>

            """
    }
}
