import SituationModel
import Testing

@testable import Reading

/// What holds for any text whatever.
@Suite struct PropertyTests {
    private static let pieces = [
        "said", "“", "”", "\"", "''", "‘", "’", "(", ")", ",", ".", "?", ";", ":", "—", "...", "he", "she", "they",
        "who", "that", "if",
        "unless", "according to", "Russia", "the Kremlin", "South Korean", "NIS", "President", "Putin", "John Smith",
        "Ministry of",
        "the official", "a spokesman for", "will", "not", "did", "has", "attack", "attacked", "threatened to", "give",
        "a deadline",
        "12,000", "troops", "four", "brigades", "$", "million", "last", "week", "in", "June", "2019", "Monday", "U.S.",
        "Mr.", "J.", "\n",
        "\n\n", "\t", "\u{0}", "\u{301}", "🇰🇷", "북한", "Київ", "‮", "\u{200B}", "e\u{301}", "https://a.b/c", "@x", "'s",
        "n't", "&", "-",
        "told", "reporters", "adding", "saying", "called for", "by", "with", "and", "but", "while", "or", "of", "to",
        "the", "a",
    ]

    private func text(_ generator: inout SeededGenerator, length: Int) -> String {
        var text = ""
        for _ in 0..<length {
            text += Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)]
            if Int.random(in: 0..<6, using: &generator) > 0 { text += " " }
        }
        return text
    }

    private func check(_ text: String, _ note: String) {
        let findings = reader.read(text, published: CalendarDay(year: 2024, month: 10, day: 23))
        let source = SourceText(text)
        for passage in findings.passages {
            #expect(
                passage.span.start >= 0 && passage.span.start < passage.span.end && passage.span.end <= source.count,
                "\(note): \(passage)")
            #expect(passage.text == source.slice(passage.span), "\(note): \(passage)")
        }
        for quote in findings.quotes {
            #expect(!quote.content.isEmpty, "\(note)")
            for (one, next) in zip(quote.content, quote.content.dropFirst()) {
                #expect(one.span.end <= next.span.start, "\(note): \(quote)")
            }
        }
        let ids = Set(findings.actors.map(\.id))
        for quote in findings.quotes {
            if let actor = quote.speaker?.actor { #expect(ids.contains(actor), "\(note): \(actor)") }
        }
        for event in findings.events {
            if let actor = event.source?.actor { #expect(ids.contains(actor), "\(note): \(actor)") }
        }
        #expect(
            reader.read(text, published: CalendarDay(year: 2024, month: 10, day: 23)) == findings,
            "\(note): another reading differs")
    }

    @Test(arguments: 0..<40)
    func anyTextGivesSoundFindings(_ seed: Int) {
        var generator = SeededGenerator(state: UInt64(seed))
        check(text(&generator, length: 120), "seed \(seed)")
    }

    @Test(arguments: 0..<20)
    func anyScalarsGiveSoundFindings(_ seed: Int) {
        var generator = SeededGenerator(state: UInt64(seed) &+ 1000)
        var text = String.UnicodeScalarView()
        for _ in 0..<300 {
            let limit: UInt32 = Bool.random(using: &generator) ? 0x250 : 0x1F900
            if let scalar = Unicode.Scalar(UInt32.random(in: 0..<limit, using: &generator)) { text.append(scalar) }
        }
        check(String(text), "scalars, seed \(seed)")
    }

    @Test(arguments: 0..<30)
    func anyPairIsAnsweredTheSameTwice(_ seed: Int) {
        var generator = SeededGenerator(state: UInt64(seed) &+ 2000)
        let text = text(&generator, length: 40)
        let count = text.unicodeScalars.count
        let start = Int.random(in: 0..<count, using: &generator)
        let source = TextSpan(start, start + Int.random(in: 1..<30, using: &generator))
        let target = Bool.random(using: &generator) ? TextSpan(start / 2, start / 2 + 5) : nil
        let first = reader.code(text, source: source, target: target)
        let second = reader.code(text, source: source, target: target)
        #expect(first?.category == second?.category && first?.rule == second?.rule, "seed \(seed)")
    }

    @Test(arguments: [
        "", " ", "\n\n\n", ".", "“", "”", "''", "said", "According to", "If", "\u{FEFF}", "(((", "he said", "“”",
        "\" \" \" said",
    ])
    func smallTextsAreRead(_ text: String) { check(text, text) }

    /// The pieces of a text read alone must not cost more together than apart, however they are piled up.
    @Test func piledUpMarksAreRead() {
        for pile in ["“", "\"", "(", "“Yes, he said.\n\n", "If he said, ", "‘“", "Ministry of ", "give ", "U.S. "] {
            check(String(repeating: pile, count: 2000), pile)
        }
    }
}
