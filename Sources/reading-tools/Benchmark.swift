import Foundation
import Reading

/// Measures what reading costs, on one core.
enum Benchmark {
    static func run(articles: Int) {
        let clock = ContinuousClock()
        var reader: Reader?
        let loading = clock.measure { reader = Reader() }
        print("loading the tables: \(milliseconds(loading)) ms")
        guard let reader else { return }
        throughput(reader, articles: articles, clock)
        print("\nthe cost of texts made to be costly; linear means about 10 times as much for ten times the text")
        for (name, piece) in piles { pile(name, piece, reader, clock) }
    }

    private static func throughput(_ reader: Reader, articles: Int, _ clock: ContinuousClock) {
        var generator = Generator(state: 1)
        let texts = (0..<200).map { _ in InventedNews.article(words: 600, &generator) }
        let words = texts.reduce(0) { $0 + $1.split(separator: " ").count } / texts.count
        let lines = ReadingLines(reader: reader)
        let inputs = texts.enumerated().map { #"{"id": "\#($0.offset)", "text": \#(quoted($0.element))}"# }
        var bytes = 0
        let before = residentMegabytes()
        let time = clock.measure {
            for number in 0..<articles {
                if let answer = try? lines.findings(ofLine: inputs[number % inputs.count].utf8) {
                    bytes += answer.count
                }
            }
        }
        let rate = Double(articles) / seconds(time)
        print(
            "\(articles) articles of \(words) words, lines in and lines out: \(Int(rate)) a second, \(bytes / articles) bytes of findings each"
        )
        print("memory: \(before) MB before, \(residentMegabytes()) MB after")
    }

    private static let piles = [
        ("no full stop", "the officials said that troops moved and the minister told reporters "),
        ("opening marks", "“"), ("straight marks", "\""),
        ("brackets", "("), ("unclosed paragraphs", "“Yes, he said.\n\n"), ("one word", "a"),
        ("names", "Kim Ministry of "), ("conditions", "if he said, "),
        ("vague verbs", "give "), ("speaking verbs", "said "),
    ]

    private static func pile(_ name: String, _ piece: String, _ reader: Reader, _ clock: ContinuousClock) {
        var times: [Double] = []
        for length in [100_000, 1_000_000] {
            let text = String(repeating: piece, count: length / piece.count)
            times.append(seconds(clock.measure { _ = reader.read(text) }))
        }
        let factor = times[1] / max(times[0], 1e-9)
        print("  \(name): \(rounded(times[1])) s a million characters, \(rounded(factor)) times that of 100,000")
    }

    private static func quoted(_ text: String) -> String {
        let data = (try? JSONEncoder().encode(text)) ?? Data()
        return String(decoding: data, as: UTF8.self)
    }

    /// The resident set of this process, as Linux tells it; 0 elsewhere.
    private static func residentMegabytes() -> Int {
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS") }),
            let kilobytes = line.split(separator: " ").compactMap({ Int($0) }).first
        else { return 0 }
        return kilobytes / 1024
    }

    private static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }

    private static func milliseconds(_ duration: Duration) -> Int { Int(seconds(duration) * 1000) }

    private static func rounded(_ value: Double) -> String { String((value * 100).rounded() / 100) }
}
