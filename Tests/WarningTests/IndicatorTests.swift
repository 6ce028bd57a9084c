import QueryLanguage
import SituationModel
import TestSupport
import Testing

@testable import Warning

@Suite struct IndicatorTests {
    private static let now = Instant(milliseconds: 1_729_760_000_000)

    private static func day(_ number: Int) -> Instant {
        now.advanced(byMilliseconds: -Int64(number) * Instant.millisecondsADay)
    }

    /// A situation with one indicator and a source of each of some families.
    private func situation(
        _ rule: IndicatorRule, families: Int = 1, direction: Indicator.Direction = .up
    ) -> Situation {
        var situation = Situation(id: "gulf")
        var clock = EntryClock()
        func put(_ record: Record) {
            situation.put(record, at: JournalOrder(known: Self.now, id: clock.next(at: Self.now, random: 0)))
        }
        for family in ["north", "south", "west"] {
            put(.source(Source(id: SourceID(family), name: family, family: family, reliability: .b)))
        }
        put(.source(Source(id: "north-two", name: "Another of the north", family: "north", reliability: .b)))
        put(.source(Source(id: "unknown", name: "Unknown", family: "unknown")))
        let indicator = Indicator(
            id: "sign", direction: direction, summary: "Ships leave port", requiredFamilies: families, rule: rule)
        put(
            .ladder(
                Ladder(id: "l", title: "L", actors: [], rungs: [Rung(id: "r", title: "R", indicators: [indicator])])))
        return situation
    }

    private let key = IndicatorKey(RungKey("l", "r"), "sign")

    private func event(
        _ id: EventID, from sources: [SourceID], _ credibility: InformationCredibility = .probablyTrue,
        amount: Double? = nil
    ) -> QuerySubject? {
        let accounts = sources.map { source in
            Event.Account(
                .reported, by: nil, credibility: credibility,
                anchor: Anchor(
                    document: DocumentID("by-\(source)"), exact: "ships leave", prefix: "", suffix: "", start: 0))
        }
        let heads = sources.map { source in
            DocumentHead(
                Document(id: DocumentID("by-\(source)"), source: source, title: "", received: Self.now, text: ""))
        }
        let event = Event(
            id: id, source: "norland", category: .mobilize, target: nil, summary: "Ships leave",
            amounts: amount.map { [Event.Amount($0, "ships")] } ?? [], accounts: accounts)
        return QuerySubject(
            .event(event), known: Self.now,
            heads: Dictionary(heads.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }))
    }

    private func standing(
        _ engine: IndicatorEngine, live: [Source] = [], at now: Instant = now
    ) throws -> IndicatorStanding {
        try #require(engine.standing(of: key, at: now, live: live))
    }

    // MARK: - Thresholds

    @Test func onePublisherIsNeverTwo() throws {
        var engine = IndicatorEngine(situation(IndicatorRule(query: "event:mobilize"), families: 2))
        for (number, sources) in [["north"], ["north-two"], ["north", "north-two"]].enumerated() {
            engine.take(
                .event(EventID("e\(number)")), event(EventID("e\(number)"), from: sources.map { SourceID($0) }),
                moment: Self.day(1))
        }
        #expect(try standing(engine).state == .stirring, "three findings, two feeds, one publisher")
        engine.take(.event("other"), event("other", from: ["south"]), moment: Self.day(1))
        #expect(try standing(engine).state == .observed)
        #expect(try standing(engine).words.hasPrefix("2 of 2 publishers"))
        engine.take(.event("other"), nil, moment: Self.day(1))
        #expect(try standing(engine).state == .stirring, "what was rejected counts no more")
    }

    @Test func whatCannotBeJudgedDoesNotSatisfyAGrade() throws {
        let rule = IndicatorRule(query: "event:mobilize", grade: Grade(.b, .probablyTrue))
        var engine = IndicatorEngine(situation(rule))
        engine.take(.event("a"), event("a", from: ["unknown"]), moment: Self.day(1))
        engine.take(.event("b"), event("b", from: ["north"], .cannotBeJudged), moment: Self.day(1))
        engine.take(.event("c"), event("c", from: ["north"], .doubtful), moment: Self.day(1))
        #expect(try standing(engine).state == .stirring)
        engine.take(.event("b"), event("b", from: ["north"], .confirmed), moment: Self.day(1))
        #expect(try standing(engine).state == .observed, "somebody has graded it")
    }

    @Test func countAmountAndWindowAreAllAskedFor() throws {
        let rule = IndicatorRule(query: "event:mobilize", count: 2, amount: 1_000, windowDays: 30)
        var engine = IndicatorEngine(situation(rule))
        engine.take(.event("a"), event("a", from: ["north"], amount: 1_500), moment: Self.day(3))
        #expect(try standing(engine).state == .stirring, "one of two")
        engine.take(.event("b"), event("b", from: ["south"], amount: 10), moment: Self.day(40))
        #expect(try standing(engine).state == .stirring, "the second is too old")
        engine.take(.event("b"), event("b", from: ["south"], amount: 10), moment: Self.day(29))
        #expect(try standing(engine).state == .observed)
        #expect(try standing(engine).words.contains("1,500 of 1,000"))
        let later = Self.now.advanced(byMilliseconds: 2 * Instant.millisecondsADay)
        #expect(try standing(engine, at: later).state == .stirring, "it has passed out of the window")
    }

    @Test func evidenceFadesByHalf() throws {
        let rule = IndicatorRule(query: "event:mobilize", count: 2, halfLifeDays: 10)
        var engine = IndicatorEngine(situation(rule))
        for number in 0..<4 {
            engine.take(
                .event(EventID("e\(number)")), event(EventID("e\(number)"), from: ["north"]), moment: Self.day(10))
        }
        #expect(try standing(engine).state == .observed, "four halves are two")
        let later = Self.now.advanced(byMilliseconds: Instant.millisecondsADay / 10)
        #expect(try standing(engine, at: later).state == .stirring)
    }

    @Test func nobodyLookedIsNotNothingSeen() throws {
        let rule = IndicatorRule(query: "event:mobilize family:(north or south)", grade: Grade(.b, .possiblyTrue))
        let situation = situation(rule, families: 2)
        let engine = IndicatorEngine(situation)
        func source(_ id: SourceID) throws -> Source { try #require(situation.sources[id]) }
        #expect(try standing(engine).state == .notCollected)
        #expect(try standing(engine, live: [source("west")]).state == .notCollected, "it writes of other things")
        #expect(try standing(engine, live: [source("unknown")]).state == .notCollected)
        #expect(try standing(engine, live: [source("north")]).state == .quiet)
        #expect(
            try standing(engine, live: [source("north")]).words.contains("only 1 that could see it is live"),
            "two are asked for and one is live: it can never be observed")
    }

    @Test func aBrokenRuleIsNamedAndStopsNoOther() throws {
        var situation = situation(IndicatorRule(query: "event:mobilize"))
        let broken = Indicator(
            id: "broken", direction: .up, summary: "Broken", rule: IndicatorRule(query: "event:mobilize mood:grim"))
        var ladder = try #require(situation.ladders["l"])
        ladder.rungs[0].indicators.insert(broken, at: 0)
        situation.put(.ladder(ladder), at: JournalOrder(known: Self.now, id: EntryID(high: 1, low: 1)))
        var engine = IndicatorEngine(situation)
        engine.take(.event("a"), event("a", from: ["north"]), moment: Self.day(1))
        #expect(try standing(engine).state == .observed)
        #expect(
            engine.problems.map(\.description) == [
                "indicator l/r/broken, “event:mobilize mood:grim”, column 16: there is no field “mood”; to look for the "
                    + "text, put it in quotation marks"
            ])
    }

    // MARK: - Incremental and from scratch

    /// However findings come, change and go, every indicator comes to what asking each query of everything again does.
    @Test(arguments: 1...8)
    func matchingWhatChangedEqualsAskingEverythingAgain(seed: UInt64) throws {
        var findings = FindingSampler(seed: seed)
        var queries = QuerySampler(seed: seed)
        var situation = Situation(id: "test")
        var clock = EntryClock()
        var heads: [DocumentID: DocumentHead] = [:]
        for _ in 0..<60 {
            let record = findings.record()
            if case .document(let document) = record { heads[document.id] = DocumentHead(document) }
            guard [.actor, .source].contains(record.key.kind) else { continue }
            situation.put(record, at: JournalOrder(known: Self.now, id: clock.next(at: Self.now, random: 0)))
        }
        let indicators = (0..<40).map { number in
            Indicator(
                id: IndicatorID("i\(number)"), direction: .up, summary: "", requiredFamilies: 1 + number % 2,
                rule: IndicatorRule(
                    query: queries.query().description, count: 1 + number % 3,
                    grade: number % 4 == 0 ? Grade(.c, .possiblyTrue) : nil, windowDays: number % 5 == 0 ? 4 : nil,
                    halfLifeDays: number % 7 == 0 ? 2 : nil))
        }
        let ladder = Ladder(
            id: "l", title: "", actors: [], rungs: [Rung(id: "r", title: "", indicators: indicators)])
        situation.put(.ladder(ladder), at: JournalOrder(known: Self.now, id: clock.next(at: Self.now, random: 0)))
        var engine = IndicatorEngine(situation)
        #expect(engine.keys.count > 10, "too few queries to tell anything")
        var present: [RecordKey: (QuerySubject, Instant)] = [:]
        var observed = 0
        for step in 0..<120 {
            let record = findings.record()
            guard Query.incoming.contains(QueryKind(record.key.kind) ?? .rung) else { continue }
            if present[record.key] != nil, findings.generator.happens(oneIn: 3) {
                present[record.key] = nil
                engine.take(record.key, nil, moment: Self.now)
            } else if let subject = QuerySubject(record, known: Self.now, heads: heads) {
                let moment = Self.day(Int.random(in: 0...8, using: &findings.generator))
                present[record.key] = (subject, moment)
                engine.take(record.key, subject, moment: moment)
            }
            guard step % 30 == 29 else { continue }
            let context = QueryContext(watching: situation)
            for key in engine.keys {
                let indicator = try #require(indicators.first { $0.id == key.indicator })
                let rule = try #require(indicator.rule)
                let query = try #require(engine.query(of: key))
                var tally = IndicatorTally(indicator, rule)
                let predicate = QueryPredicate(query, in: context)
                for (subject, moment) in present.values where predicate.matches(subject) {
                    _ = tally.put(Evidence(subject, moment: moment, in: context).anchored(in: subject, by: query))
                }
                let expected = tally.standing(at: Self.now, coverage: SourceCoverage())
                if expected.state == .observed { observed += 1 }
                #expect(
                    engine.standing(of: key, at: Self.now, live: []) == expected, "seed \(seed), step \(step): \(query)"
                )
            }
        }
        #expect(observed > 0, "nothing was ever observed")
    }

    // MARK: - Where a document is found

    @Test func aDocumentIsAnchoredInTheSentenceThatTheWordsStandIn() throws {
        var engine = IndicatorEngine(situation(IndicatorRule(query: "is:document \"leave port\"")))
        let text = "The harbour is quiet. Ships LEAVE port at night, two by two. Nobody says why."
        let document = Document(id: "d", source: "north", title: "", received: Self.now, text: text)
        engine.take(.document("d"), QuerySubject(.document(document), known: Self.now), moment: Self.now)
        let anchor = try #require(try standing(engine).evidence.first)
        #expect(anchor.exact == "Ships LEAVE port at night, two by two.")
        #expect(anchor.resolved(in: text) == .inPlace(anchor.start..<anchor.end))
    }
}
