import Foundation
import Reading
import SituationModel

/// Reads random texts and checks what must hold for any: spans in range whose text is the slice, the same findings twice.
enum Fuzzer {
    static func run(seconds: Double, seed: UInt64) {
        let reader = Reader()
        let end = ContinuousClock.now + .seconds(seconds)
        var number: UInt64 = 0
        while ContinuousClock.now < end {
            var generator = Generator(state: seed &+ number &* 7919)
            let text = text(&generator)
            if let fault = fault(text, reader) {
                print("text \(number) of seed \(seed): \(fault)\n\(text.debugDescription)")
                exit(1)
            }
            number += 1
        }
        print("\(number) texts, nothing wrong")
    }

    private static func text(_ generator: inout Generator) -> String {
        var scalars = Array(
            InventedNews.article(words: Int.random(in: 1...200, using: &generator), &generator).unicodeScalars)
        // Break it: pieces cut out, doubled, moved; marks and strange letters thrown in.
        for _ in 0..<Int.random(in: 0...40, using: &generator) where !scalars.isEmpty {
            let place = Int.random(in: 0..<scalars.count, using: &generator)
            let length = min(scalars.count - place, Int.random(in: 1...30, using: &generator))
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: scalars.removeSubrange(place..<place + length)
            case 1:
                scalars.insert(
                    contentsOf: scalars[place..<place + length],
                    at: Int.random(in: 0...scalars.count, using: &generator))
            case 2: scalars.insert(contentsOf: repeatElement(generator.pick(Self.marks), count: length), at: place)
            case 3: scalars[place] = generator.pick(Self.marks)
            default: scalars[place] = Unicode.Scalar(UInt32.random(in: 0..<0x11_0000, using: &generator)) ?? " "
            }
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private static let marks: [Unicode.Scalar] = Array(
        "“”\"'‘’`«»()[],.;:!?-—…\n\t\u{0}\u{301}\u{200B}\u{202E}%$&@#".unicodeScalars)

    private static func fault(_ text: String, _ reader: Reader) -> String? {
        let findings = reader.read(text, published: CalendarDay(year: 2024, month: 10, day: 23))
        let source = SourceText(text)
        for passage in findings.passages
        where passage.span.start < 0 || passage.span.start >= passage.span.end || passage.span.end > source.count
            || passage.text != source.slice(passage.span)
        {
            return "a wrong passage: \(passage)"
        }
        if reader.read(text, published: CalendarDay(year: 2024, month: 10, day: 23)) != findings {
            return "two readings differ"
        }
        let middle = source.count / 2
        let one = reader.code(text, source: TextSpan(0, middle), target: TextSpan(middle, source.count))
        let two = reader.code(text, source: TextSpan(0, middle), target: TextSpan(middle, source.count))
        return one?.rule == two?.rule ? nil : "two codings differ"
    }
}
