import Foundation
import SituationModel
import Storage
import TestSupport
import Watch

/// Times a thousand indicators over ten thousand findings that come into an archive: each portion is written, then the ladders
/// are read from what has been touched.
///
///     swift run -c release indicator-benchmark [INDICATORS] [FINDINGS]
@main
struct IndicatorBenchmark {
    static func main() async throws {
        let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        let indicators = numbers.first ?? 1_000
        let findings = numbers.dropFirst().first ?? 10_000
        let folder = FileManager.default.temporaryDirectory.appending(path: "indicators-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let archive = try Archive.open(at: folder.path + "/archive.sqlite", .readWrite(create: true))
        let now = Instant(milliseconds: 1_729_760_000_000)
        var made = MadeUp(seed: 7)
        func write(_ records: [Record]) throws {
            try archive.append(
                records.map { Draft(situation: "test", author: Author("benchmark"), change: .add(record: $0)) }, at: now
            )
        }
        try write(made.situation(indicators: indicators))
        let watch = LadderWatch(archive) { now }
        try await watch.catchUp()
        var reading = Duration.zero
        var left = findings
        while left > 0 {
            let portion = min(500, left)
            left -= portion
            try write(made.findings(portion))
            reading += try await ContinuousClock().measure { try await watch.catchUp() }
        }
        let states = try archive.outline(of: "test").readings.values.map(\.reading.state)
        print("\(indicators) indicators, \(findings) findings in portions of 500: \(reading) for reading the ladders")
        print("\(states.count { $0 == .observed }) observed, \(states.count { $0 == .stirring }) stirring")
        let anew = try await ContinuousClock().measure { try await LadderWatch(archive) { now }.catchUp() }
        print("looking all of it up, as at a start: \(anew)")
    }
}

/// An invented situation: forty actors, twenty publishers.
private struct MadeUp {
    private var generator: SeededGenerator
    private var count = 0

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    private mutating func actor() -> String { "actor-\(Int.random(in: 1...40, using: &generator))" }

    private static let nouns = [
        "convoy", "bridge", "harbour", "council", "minister", "border", "river", "brigade", "radar", "ferry", "depot",
        "refinery", "pipeline", "garrison", "airfield", "strait", "island", "embassy", "grid", "dam",
    ]

    mutating func situation(indicators: Int) -> [Record] {
        let actors = (1...40).map { Record.actor(Actor(id: ActorID("actor-\($0)"), name: "State \($0)", kind: .state)) }
        let sources = (1...20).map { number in
            Record.source(
                Source(
                    id: SourceID("source-\(number)"), name: "Paper \(number)", family: "family-\(number / 2)",
                    reliability: .b))
        }
        let rungs = (0..<indicators / 10).map { rung in
            Rung(
                id: RungID("rung-\(rung)"), title: "Rung \(rung)",
                indicators: (0..<10).map { number in
                    Indicator(
                        id: IndicatorID("indicator-\(number)"), direction: number == 9 ? .down : .up, summary: "Sign",
                        requiredFamilies: 2,
                        rule: IndicatorRule(
                            query: query(number), count: 3, windowDays: number % 2 == 0 ? 30 : nil,
                            halfLifeDays: number == 5 ? 14 : nil))
                })
        }
        let ladders = stride(from: 0, to: rungs.count, by: 10).map { start in
            Record.ladder(
                Ladder(
                    id: LadderID("ladder-\(start)"), title: "Ladder \(start)", actors: [],
                    rungs: Array(rungs[start..<min(rungs.count, start + 10)])))
        }
        return [.header(Header(id: "test", title: "Invented"))] + actors + sources + ladders
    }

    private mutating func query(_ number: Int) -> String {
        let category = generator.pick(Event.Category.allCases).rawValue
        let noun = generator.pick(Self.nouns)
        switch number % 5 {
        case 0: return "source:\(actor()) event:\(category) mode:actual"
        case 1: return "source:\(actor()) target:\(actor())"
        case 2: return "\(noun) actor:\(actor())"
        case 3: return "speaker:\(actor()) (\(noun) or \(generator.pick(Self.nouns)))"
        default: return "event:\(category) \(noun) amount>=100 -mode:denied"
        }
    }

    mutating func findings(_ number: Int) -> [Record] {
        (0..<number / 2).flatMap { _ -> [Record] in
            count += 1
            let words = (0..<12).map { _ in generator.pick(Self.nouns) }.joined(separator: " ")
            let received = Instant(
                milliseconds: 1_729_760_000_000 - Int64.random(in: 0...60, using: &generator) * 86_400_000)
            let document = Document(
                id: DocumentID("document-\(count)"),
                source: SourceID("source-\(Int.random(in: 1...20, using: &generator))"),
                title: words, received: received, text: words)
            let anchor = Anchor(document: document.id, exact: words, prefix: "", suffix: "", start: 0)
            let event = Event(
                id: EventID("event-\(count)"), source: ActorID(actor()),
                category: generator.pick(Event.Category.allCases), target: ActorID(actor()),
                mode: generator.pick(Event.Mode.allCases), summary: words, when: DateExpression(.moment(received)),
                amounts: [Event.Amount(Double(Int.random(in: 1...2_000, using: &generator)), "soldiers")],
                accounts: [Event.Account(.reported, by: nil, anchor: anchor)])
            let quote = Quote(
                id: QuoteID("quote-\(count)"), kind: .direct, content: [anchor], speaker: ActorID(actor()),
                said: DateExpression(.moment(received)), about: [ActorID(actor())])
            return [.document(document), .event(event), .quote(quote)]
        }
    }
}
