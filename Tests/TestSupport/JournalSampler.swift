package import SituationModel

/// Makes up journals as several people and machines on several hosts might write them, knowing nothing of one another:
/// revisions of what is gone, undos of undos, of batches, of what never was, things known long before they were recorded.
package struct JournalSampler {
    package var generator: SeededGenerator
    package let situation: SituationID
    /// Among how many records of each kind the changes are spread.
    private let recordsOfAKind: Int
    private var clocks: [EntryClock]
    private var now: Int64
    private var entries: [Entry] = []
    private let authors = [
        Author("ada"), Author("boris"), Author("reader", kind: .machine),
    ]

    package init(seed: UInt64, situation: SituationID = "test", recordsOfAKind: Int = 3) {
        self.recordsOfAKind = recordsOfAKind
        generator = SeededGenerator(seed: seed)
        self.situation = situation
        clocks = [EntryClock(), EntryClock(), EntryClock()]
        now = 1_729_000_000_000
    }

    /// A journal of about so many entries, in the order in which they were written.
    package mutating func journal(length: Int) -> [Entry] {
        entries = []
        while entries.count < length {
            if generator.happens(oneIn: 12) { writeBatch() } else { write(change(), batch: nil) }
        }
        return entries
    }

    private mutating func writeBatch() {
        let head = write(.batch(summary: "import \(entries.count)"), batch: nil)
        for _ in 0..<Int.random(in: 1...5, using: &generator) { write(change(), batch: head) }
    }

    @discardableResult
    private mutating func write(_ change: Change, batch: EntryID?) -> EntryID {
        let host = Int.random(in: 0..<clocks.count, using: &generator)
        // Clocks stand still at times, and those of the hosts differ.
        now += generator.pick([0, 0, 1, 250, 1_000, 60_000])
        let id = clocks[host].next(at: Instant(milliseconds: now + Int64(host) * 700), random: generator.next())
        let known: Instant? =
            generator.happens(oneIn: 4)
            ? Instant(milliseconds: now - Int64.random(in: 0...200_000, using: &generator)) : nil
        let entry = Entry(
            id: id, origin: "host \(host)", situation: situation, author: generator.pick(authors), known: known,
            batch: batch, change: change)
        entries.append(entry)
        return id
    }

    private mutating func change() -> Change {
        switch Int.random(in: 0..<20, using: &generator) {
        case 0..<6: return .add(record: record())
        case 6..<10:
            let before = record()
            return .revise(before: before, after: revised(before))
        case 10..<12: return .remove(key: record().key)
        case 12..<14: return .move(rung: rung(), move: move())
        case 15: return .read(indicator: IndicatorKey(rung(), "sign"), reading: reading())
        case 14: return .note(text: words(), about: generator.happens(oneIn: 2) ? record().key : nil)
        default:
            guard let target = entries.randomElement(using: &generator), !generator.happens(oneIn: 30) else {
                return .undo(entry: EntryID(high: generator.next(), low: generator.next()))
            }
            // Undos are undone often, so that chains of them come about.
            let undos = entries.filter { if case .undo = $0.change { true } else { false } }
            if generator.happens(oneIn: 3), let undo = undos.randomElement(using: &generator) {
                // The undo itself, or the batch that it is of.
                return .undo(entry: generator.happens(oneIn: 2) ? undo.batch ?? undo.id : undo.id)
            }
            if generator.happens(oneIn: 4),
                let member = entries.filter({ $0.batch != nil }).randomElement(using: &generator)
            {
                return .undo(entry: member.batch ?? member.id)
            }
            return .undo(entry: target.id)
        }
    }

    // MARK: - Records

    private mutating func record() -> Record {
        let number = Int.random(in: 1...recordsOfAKind, using: &generator)
        switch Int.random(in: 0..<11, using: &generator) {
        case 0:
            return .header(
                Header(id: generator.happens(oneIn: 5) ? "elsewhere" : situation, title: words(), headline: words()))
        case 1: return .source(Source(id: SourceID("source-\(number)"), name: words(), family: words()))
        case 2:
            return .document(
                Document(
                    id: DocumentID("document-\(number)"), source: "source-1", title: words(), received: moment(),
                    text: words() + "\u{0}\u{1B}[31m" + words()))
        case 3:
            return .actor(
                Actor(
                    id: ActorID("actor-\(number)"), name: words(), kind: .state,
                    aliases: [Actor.Alias("남한", language: "ko")]))
        case 4:
            return .relation(
                Relation(
                    id: RelationID("relation-\(number)"), from: "actor-1", kind: .ally, to: "actor-2", summary: words())
            )
        case 5:
            return .quote(
                Quote(
                    id: QuoteID("quote-\(number)"), kind: .direct, content: [anchor()], speaker: "actor-1",
                    said: date(), about: ["actor-2"]))
        case 6:
            return .event(
                Event(
                    id: EventID("event-\(number)"), source: "actor-1", category: .aid, target: "actor-3",
                    summary: words(), when: date(),
                    accounts: [Event.Account(.reported, by: "actor-2", anchor: anchor())]))
        case 7:
            return .ladder(
                Ladder(
                    id: LadderID("ladder-\(number)"), title: words(), actors: ["actor-1"],
                    rungs: [Rung(id: "one", title: words())]))
        case 8:
            return .judgement(
                Judgement(
                    id: JudgementID("judgement-\(number)"), analyst: "kim", rung: rung(), horizonEnd: moment(),
                    likelihood: .range(0.25, 0.5), made: moment(), reason: words()))
        case 9:
            return .hypotheses(
                HypothesisMatrix(
                    id: HypothesesID("hypotheses-\(number)"), title: words(),
                    hypotheses: [Hypothesis(id: "one", title: words()), Hypothesis(id: "two", title: words())],
                    items: [EvidenceItem(id: "item", summary: words(), evidence: [anchor()])],
                    ratings: [
                        Rating(analyst: "kim", item: "item", hypothesis: "one", consistency: .inconsistent)
                    ]))
        default:
            return .coupling(
                Coupling(
                    id: CouplingID("coupling-\(number)"), from: RungKey("ladder-1", "one"), effect: .raises,
                    to: RungKey("ladder-2", "one"), factor: 1.8))
        }
    }

    /// A record with one of its fields changed.
    private mutating func revised(_ record: Record) -> Record {
        switch record {
        case .header(var value):
            if generator.happens(oneIn: 2) { value.title = words() } else { value.headline = words() }
            return .header(value)
        case .source(var value):
            if generator.happens(oneIn: 2) { value.name = words() } else { value.reliability = .b }
            return .source(value)
        case .document(var value):
            if generator.happens(oneIn: 2) { value.title = words() } else { value.received = moment() }
            return .document(value)
        case .actor(var value):
            if generator.happens(oneIn: 2) { value.name = words() } else { value.role = words() }
            return .actor(value)
        case .relation(var value):
            if generator.happens(oneIn: 2) { value.summary = words() } else { value.kind = .pact }
            return .relation(value)
        case .quote(var value):
            if generator.happens(oneIn: 2) { value.venue = words() } else { value.said = date() }
            return .quote(value)
        case .event(var value):
            if generator.happens(oneIn: 2) { value.summary = words() } else { value.when = date() }
            return .event(value)
        case .ladder(var value):
            value.title = words()
            return .ladder(value)
        case .coupling(var value):
            if generator.happens(oneIn: 2) { value.factor = nil } else { value.reason = words() }
            return .coupling(value)
        case .judgement(var value):
            if generator.happens(oneIn: 2) { value.confidence = .low } else { value.reason = words() }
            return .judgement(value)
        case .hypotheses(var value):
            if generator.happens(oneIn: 2) {
                value.title = words()
            } else {
                let analyst = generator.pick(["kim", "lee"])
                value.ratings.append(
                    Rating(analyst: analyst, item: "item", hypothesis: "two", consistency: .consistent))
            }
            return .hypotheses(value)
        }
    }

    private mutating func rung() -> RungKey { RungKey(generator.pick(["ladder-1", "ladder-2"]), "one") }

    private mutating func reading() -> IndicatorReading {
        IndicatorReading(generator.pick(Indicator.State.allCases), reason: words(), evidence: [anchor()])
    }

    private mutating func move() -> RungMove {
        RungMove(
            generator.pick(Rung.State.allCases), by: generator.pick(authors), reason: words(), evidence: [anchor()])
    }

    private mutating func anchor() -> Anchor {
        Anchor(
            document: DocumentID("document-\(Int.random(in: 1...3, using: &generator))"), exact: words(), prefix: "",
            suffix: "", start: 0)
    }

    private mutating func moment() -> Instant {
        Instant(milliseconds: 1_728_000_000_000 + Int64(generator.pick([0, 0, 5, 86_400, 172_800])) * 1000)
    }

    private mutating func date() -> DateExpression? {
        generator.pick(
            [nil, "2024-10-18", "2024-10", "2019~", "2024-10-18T14:05:00Z"].map { $0.flatMap { DateExpression($0) } })
    }

    private mutating func words() -> String {
        (0..<3).map { _ in generator.pick(Self.vocabulary) }.joined(separator: " ")
    }

    private static let vocabulary = [
        "troops", "troop", "training", "Seoul", "Pyongyang", "far east", "weapons", "“aid”", "서울", "дрон", "Łódź",
        "café", "escalates", "1,500", "NIS",
    ]
}
