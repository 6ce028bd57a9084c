import QueryLanguage
import SituationModel
import Storage
import Synchronization
import TestSupport
import Testing
import Warning
import Watch

/// Ladders that move on what comes into an archive.
@Suite struct LadderWatchTests {
    private static let now = Instant(milliseconds: 1_729_760_000_000)
    private let archive: Archive

    init() throws { archive = try Archive.temporary() }

    private func write(_ changes: [Change], by author: Author = Author("ada"), at now: Instant = now) throws {
        try archive.append(
            changes.map { Draft(situation: "gulf", author: author, change: $0) }, at: now)
    }

    private func add(_ records: [Record]) throws { try write(records.map(Change.add(record:))) }

    private let rung = RungKey("norland", "fleet")

    private var ladder: Ladder {
        Ladder(
            id: "norland", title: "Norland", actors: ["norland"],
            rungs: [
                Rung(
                    id: "fleet", title: "the fleet puts to sea",
                    indicators: [
                        Indicator(
                            id: "plan", direction: .up, summary: "A plan is told of",
                            rule: IndicatorRule(query: "source:norland mode:planned", arguesFor: .announced)),
                        Indicator(
                            id: "seen", direction: .up, summary: "Ships are seen at sea", requiredFamilies: 2,
                            rule: IndicatorRule(query: "source:norland event:mobilize mode:actual")),
                        Indicator(
                            id: "broken", direction: .up, summary: "A rule with a mistake",
                            rule: IndicatorRule(query: "event:mobilise")),
                    ])
            ])
    }

    private func begin() throws {
        try add(
            [
                .header(Header(id: "gulf", title: "The Gulf")), .ladder(ladder),
                .actor(Actor(id: "norland", name: "Norland", kind: .state)),
            ] + ["one", "two"].map { .source(Source(id: SourceID($0), name: $0, family: $0)) })
    }

    /// A document of a source with an event in it.
    private func report(_ name: String, from source: SourceID, _ mode: Event.Mode) throws -> Event {
        let document = Document(
            id: DocumentID("doc-\(name)"), source: source, title: name, received: Self.now, text: "The fleet sails.")
        let anchor = try #require(Anchor("The fleet sails.", in: document.text, document: document.id))
        let event = Event(
            id: EventID(name), source: "norland", category: .mobilize, target: nil, mode: mode, summary: name,
            accounts: [Event.Account(.reported, by: nil, anchor: anchor)], review: Review(rule: "made up"))
        try add([.document(document), .event(event)])
        return event
    }

    private func state() throws -> Rung.State { try archive.outline(of: "gulf").state(of: rung) }

    private func reading(_ id: IndicatorID) throws -> IndicatorReading? {
        try archive.outline(of: "gulf").readings[IndicatorKey(rung, id)]?.reading
    }

    @Test func aRungMovesOnEvidenceAndBackWithIt() async throws {
        try begin()
        let watch = LadderWatch(archive) { Self.now }
        try await watch.catchUp()
        #expect(try state() == .notReached)
        #expect(try archive.outline(of: "gulf").moves.isEmpty, "that nothing is reached need not be said")
        _ = try report("plan", from: "one", .planned)
        try await watch.catchUp()
        #expect(try state() == .announced)
        let first = try report("sailing", from: "one", .actual)
        try await watch.catchUp()
        #expect(try state() == .announced, "one publisher is not two")
        #expect(try reading("seen")?.state == .stirring)
        #expect(try reading("seen")?.reason.hasPrefix("1 of 2 publishers") == true)
        _ = try report("sailing-again", from: "two", .actual)
        try await watch.catchUp()
        #expect(try state() == .reached)
        let move = try #require(try archive.outline(of: "gulf").reading(of: rung, by: .machine)?.move)
        #expect(move.by == LadderWatch.author && move.evidence.map(\.document) == ["doc-sailing", "doc-sailing-again"])
        // Somebody says that one of them is not so.
        let rejected = first.reviewed(by: "ada", .rejected)
        try write([.revise(before: .event(first), after: .event(rejected))])
        try await watch.catchUp()
        #expect(try state() == .announced)
        #expect(try reading("seen")?.state == .stirring)
        let length = try archive.lastArrival()
        try await watch.catchUp()
        #expect(try archive.lastArrival() == length, "nothing is written where nothing has changed")
    }

    @Test func whatIsTakenBackCountsNoMoreAndWhatIsDoneAgainDoes() async throws {
        try begin()
        let watch = LadderWatch(archive) { Self.now }
        _ = try report("plan", from: "one", .planned)
        try await watch.catchUp()
        #expect(try state() == .announced)
        let entries = try archive.entries(by: Author("ada"), of: "gulf", limit: 10)
        let addition = try #require(
            entries.first { if case .add(.event) = $0.change { true } else { false } })
        try write([.undo(entry: addition.id)])
        try await watch.catchUp()
        #expect(try state() == .notReached)
        let undo = try #require(
            try archive.entries(by: Author("ada"), of: "gulf", limit: 10).first {
                if case .undo = $0.change { true } else { false }
            })
        try write([.undo(entry: undo.id)])
        try await watch.catchUp()
        #expect(try state() == .announced)
    }

    @Test func theAnalystsWordStandsBesideTheMachines() async throws {
        try begin()
        let watch = LadderWatch(archive) { Self.now }
        _ = try report("plan", from: "one", .planned)
        try write([.move(rung: rung, move: RungMove(.threatened, by: Author("ada"), reason: "They say so."))])
        try await watch.catchUp()
        let outline = try archive.outline(of: "gulf")
        #expect(outline.state(of: rung) == .threatened)
        #expect(outline.reading(of: rung, by: .machine)?.move.state == .announced)
    }

    @Test func aRuleWithAMistakeIsToldOnceAndTheOthersGoOn() async throws {
        try begin()
        let told = Told()
        let watch = LadderWatch(archive, now: { Self.now }) { words in told.add(words) }
        _ = try report("plan", from: "one", .planned)
        try await watch.catchUp()
        try await watch.catchUp()
        #expect(try state() == .announced)
        #expect(told.all.count == 1)
        #expect(told.all.first?.contains("norland/fleet/broken") == true)
        #expect(told.all.first?.contains("column 7") == true)
    }

    /// One that follows what comes writes the same as one that begins when all is there.
    @Test(arguments: 1...4)
    func followingEqualsLookingEverythingUp(seed: UInt64) async throws {
        var findings = FindingSampler(seed: seed)
        var queries = QuerySampler(seed: seed)
        let indicators = (0..<25).map { number in
            Indicator(
                id: IndicatorID("i\(number)"), direction: .up, summary: "", requiredFamilies: 1 + number % 2,
                rule: IndicatorRule(query: queries.query().description, count: 1 + number % 3))
        }
        try begin()
        try add([
            .ladder(
                Ladder(
                    id: "random", title: "Random", actors: [], rungs: [Rung(id: "r", title: "", indicators: indicators)]
                ))
        ])
        let watch = LadderWatch(archive) { Self.now }
        var added: [RecordKey: Record] = [:]
        for step in 0..<90 {
            let record = findings.record()
            if let before = added[record.key], findings.generator.happens(oneIn: 4) {
                try write([.remove(key: before.key)])
                added[record.key] = nil
            } else if let before = added[record.key] {
                try write([.revise(before: before, after: record)])
                added[record.key] = record
            } else {
                try add([record])
                added[record.key] = record
            }
            if findings.generator.happens(oneIn: 9),
                let entry = try archive.entries(by: Author("ada"), of: "gulf", limit: 30)
                    .randomElement(using: &findings.generator)
            {
                try write([.undo(entry: entry.id)])
                added = [:]
            }
            if step % 7 == 0 { try await watch.catchUp() }
        }
        try await watch.catchUp()
        let followed = try archive.outline(of: "gulf")
        let length = try archive.lastArrival()
        try await LadderWatch(archive) { Self.now }.catchUp()
        let known = try archive.outline(of: "gulf")
        #expect(known.readings.mapValues(\.reading.state) == followed.readings.mapValues(\.reading.state))
        #expect(known.moves == followed.moves)
        #expect(try archive.lastArrival() == length, "seed \(seed): somebody who begins anew found something to write")
    }
}

/// What was told, in order.
private final class Told: Sendable {
    private let words = Mutex<[String]>([])
    var all: [String] { words.withLock { $0 } }
    func add(_ text: String) { words.withLock { $0.append(text) } }
}

extension Event {
    fileprivate func reviewed(by name: String, _ verdict: Review.Verdict) -> Event {
        var event = self
        event.review = review?.decided(verdict, by: name, at: Instant(milliseconds: 0))
        return event
    }
}
