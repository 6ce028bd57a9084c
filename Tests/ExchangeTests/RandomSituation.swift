import Exchange
import SituationModel
import TestSupport

/// Folds what a dossier says, as an archive that takes it in would.
///
/// - Parameter turn: imports of a later turn are recorded later.
func folded(_ items: [Dossier.Item], into id: SituationID, turn: Int = 1, after earlier: [Entry] = []) -> Situation {
    Fold.situation(id, from: earlier + entries(items, of: id, turn: turn))
}

/// The entries of an import, numbered in the order of the items; recorded in 2030.
func entries(_ items: [Dossier.Item], of id: SituationID, turn: Int = 1) -> [Entry] {
    items.enumerated().map { position, item in
        Entry(
            id: entryID(turn * 100_000 + position), origin: "test", situation: id,
            author: item.author ?? Author("importer"), known: item.known, change: item.change)
    }
}

func entryID(_ number: Int) -> EntryID {
    EntryID(high: UInt64(1_893_456_000_000 + number) << 16 | 0x7000, low: UInt64(number))
}

/// Makes situations of every kind of record, with texts such as nobody should write, and references that lead nowhere.
struct RandomSituation {
    static let id: SituationID = "random"

    private var random: SeededGenerator
    private var texts: [DocumentID: String] = [:]
    private var items: [Dossier.Item] = []

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    mutating func situation() -> Situation {
        if !random.once(in: 8) { add(.header(header())) }
        let documents = (0..<random.number(0...4)).map { document($0) }
        for document in documents { add(.document(document)) }
        for number in 0..<random.number(0...3) { add(.source(source(number))) }
        for number in 0..<random.number(0...4) { add(.actor(actor(number))) }
        for number in 0..<random.number(0...2) { add(.relation(relation(number))) }
        for number in 0..<random.number(0...2) { add(.ladder(ladder(number))) }
        for number in 0..<random.number(0...2) { add(.coupling(coupling(number))) }
        for number in 0..<random.number(0...3) { add(.quote(quote(number))) }
        for number in 0..<random.number(0...3) { add(.event(event(number))) }
        for number in 0..<random.number(0...3) { add(.judgement(judgement(number))) }
        for number in 0..<random.number(0...2) { add(.hypotheses(hypotheses(number))) }
        for _ in 0..<random.number(0...6) { put(.move(rung: rungKey(), move: move()), by: nil) }
        for _ in 0..<random.number(0...3) {
            let author = author()
            put(.note(text: random.text(), about: random.maybe { _ in () }.map { subject() }), by: author)
        }
        return folded(items, into: Self.id)
    }

    // MARK: Journal

    private mutating func add(_ record: Record) { put(.add(record: record), by: nil) }

    private mutating func put(_ change: Change, by author: Author?) {
        items.append(Dossier.Item(change, known: random.once(in: 5) ? nil : moment(), author: author))
    }

    private mutating func moment() -> Instant {
        // Few of them, so that many changes become known at once.
        Instant(
            milliseconds: 1_729_000_000_000 + Int64(random.number(0...5)) * 86_400_000 + Int64(random.number(0...1)))
    }

    // MARK: Records

    private mutating func header() -> Header {
        Header(
            id: Self.id, title: random.text(), headline: random.text(), summary: random.text(),
            marking: random.one(of: TrafficLight.allCases), since: date())
    }

    private mutating func source(_ number: Int) -> Source {
        Source(
            id: SourceID("source-\(number)"), name: random.text(), kind: random.one(of: Source.Kind.allCases),
            family: random.once(in: 3) ? "source-\(number)" : random.text(),
            reliability: random.one(of: SourceReliability.allCases), gradingReason: text(), language: text(),
            link: text(), subscription: random.once(in: 2) ? subscription() : nil)
    }

    private mutating func subscription() -> Subscription {
        let kind = random.one(of: Subscription.Kind.allCases)
        return Subscription(
            kind, (kind == .folder ? "/" : "https://") + "x" + random.text(),
            everyMinutes: random.one(of: [1, 15, 1_440]), completesStubs: random.once(in: 2),
            isLocal: random.once(in: 2), isPaused: random.once(in: 2), frozenAfterDays: random.one(of: [1, 7]))
    }

    private mutating func review() -> Review? {
        guard random.once(in: 2) else { return nil }
        let verdict = random.one(of: Review.Verdict.allCases)
        return Review(rule: random.text(), verdict: verdict, by: verdict == .unconfirmed ? nil : "ada", at: moment())
    }

    private mutating func document(_ number: Int) -> Document {
        let id = DocumentID("document-\(number)")
        let document = Document(
            id: id, source: SourceID("source-\(random.number(0...2))"), title: random.text(), published: date(),
            received: moment(), language: text(), link: text(),
            marking: random.maybe { $0.one(of: TrafficLight.allCases) }, appearances: appearances(),
            text: (0..<random.number(0...3)).map { _ in random.text() }.joined(separator: "\n"))
        texts[id] = document.text
        return document
    }

    private mutating func appearances() -> [Document.Appearance] {
        (0..<random.number(0...2)).map { number in
            Document.Appearance(
                source: SourceID("source-\(number)"), title: random.text(), link: text(), received: moment())
        }
    }

    private mutating func actor(_ number: Int) -> Actor {
        Actor(
            id: ActorID("actor-\(number)"), name: random.text(), kind: random.one(of: Actor.Kind.allCases),
            role: text(),
            affiliation: maybeActorID(), alignment: random.one(of: Actor.Alignment.allCases),
            aliases: random.several(upTo: 3) { random in
                Actor.Alias(random.text(), language: random.maybe { $0.text() })
            },
            standing: text(), trend: random.maybe { $0.one(of: Actor.Trend.allCases) }, remarks: text(),
            evidence: anchors(), review: review())
    }

    private mutating func relation(_ number: Int) -> Relation {
        Relation(
            id: RelationID("relation-\(number)"), from: actorID(), kind: random.one(of: Relation.Kind.allCases),
            to: actorID(), since: date(), until: date(), summary: text(), credibility: credibility(),
            evidence: anchors())
    }

    private mutating func ladder(_ number: Int) -> Ladder {
        var rungs: [Rung] = []
        for number in 0..<random.number(0...3) {
            var indicators: [Indicator] = []
            for number in 0..<random.number(0...2) {
                indicators.append(
                    Indicator(
                        id: IndicatorID("indicator-\(number)"), direction: random.one(of: Indicator.Direction.allCases),
                        summary: random.text(), requiredFamilies: random.number(1...3),
                        state: random.one(of: Indicator.State.allCases), evidence: anchors()))
            }
            rungs.append(
                Rung(id: RungID("rung-\(number)"), title: random.text(), remarks: text(), indicators: indicators))
        }
        return Ladder(
            id: LadderID("ladder-\(number)"), title: random.text(), subject: text(),
            actors: (0..<random.number(0...2)).map { _ in actorID() }, rungs: rungs)
    }

    private mutating func coupling(_ number: Int) -> Coupling {
        let factors = [0, -0.5, 1, 1.8, 1e-7, 1e300, .pi]
        return Coupling(
            id: CouplingID("coupling-\(number)"), from: rungKey(), effect: random.one(of: Coupling.Effect.allCases),
            to: rungKey(), factor: random.maybe { $0.one(of: factors) }, reason: text(), evidence: anchors())
    }

    private mutating func quote(_ number: Int) -> Quote {
        Quote(
            id: QuoteID("quote-\(number)"), kind: random.one(of: Quote.Kind.allCases), content: anchors(),
            speaker: maybeActorID(), speakerDescription: text(), cue: text(), venue: text(), said: date(),
            about: (0..<random.number(0...2)).map { _ in actorID() }, isNegated: random.once(in: 2),
            credibility: credibility(), remarks: text(), review: review())
    }

    private mutating func event(_ number: Int) -> Event {
        var accounts: [Event.Account] = []
        for _ in 0..<random.number(0...3) {
            accounts.append(
                Event.Account(
                    random.one(of: Event.Account.Manner.allCases), by: maybeActorID(), credibility: credibility(),
                    anchor: anchor()))
        }
        return Event(
            id: EventID("event-\(number)"), source: maybeActorID(), category: random.one(of: Event.Category.allCases),
            target: maybeActorID(), mode: random.one(of: Event.Mode.allCases), summary: random.text(), when: date(),
            place: text(),
            amounts: random.several(upTo: 2) { random in
                Event.Amount(
                    random.one(of: [0, 4, 1500, 0.25, -3, 1e18, 12_345.678]), random.text(),
                    isApproximate: random.once(in: 2))
            },
            accounts: accounts, condition: random.once(in: 3) ? anchor() : nil, remarks: text(), review: review())
    }

    private mutating func judgement(_ number: Int) -> Judgement {
        Judgement(
            id: JudgementID("judgement-\(number)"), analyst: random.text(), rung: rungKey(), horizonEnd: moment(),
            likelihood: likelihood(), confidence: random.maybe { $0.one(of: AnalyticConfidence.allCases) },
            made: moment(), reason: text())
    }

    private mutating func likelihood() -> Likelihood {
        switch random.number(0...2) {
        case 0: .band(random.one(of: LikelihoodScale.allCases.flatMap(\.bands)))
        case 1: .range(0.55, random.one(of: [0.8, 0.625, 0.999]))
        default: .probability(random.one(of: [0.01, 0.5, 0.3333, 0.999999]))
        }
    }

    private mutating func hypotheses(_ number: Int) -> HypothesisMatrix {
        var matrix = HypothesisMatrix(id: HypothesesID("hypotheses-\(number)"), title: random.text())
        for number in 0..<random.number(0...3) {
            matrix.hypotheses.append(Hypothesis(id: HypothesisID("hypothesis-\(number)"), title: random.text()))
        }
        for number in 0..<random.number(0...3) {
            matrix.items.append(
                EvidenceItem(
                    id: EvidenceID("item-\(number)"), summary: random.text(),
                    credibility: random.one(of: EvidenceItem.Weight.allCases),
                    relevance: random.one(of: EvidenceItem.Weight.allCases), evidence: anchors()))
        }
        guard !matrix.hypotheses.isEmpty, !matrix.items.isEmpty else { return matrix }
        for _ in 0..<random.number(0...6) {
            matrix.ratings.append(
                Rating(
                    analyst: random.text(), item: random.one(of: matrix.items.map(\.id)),
                    hypothesis: random.one(of: matrix.hypotheses.map(\.id)),
                    consistency: random.one(of: Consistency.allCases)))
        }
        return matrix
    }

    // MARK: Parts

    private mutating func text() -> String? { random.maybe { $0.text() } }

    private mutating func credibility() -> InformationCredibility { random.one(of: InformationCredibility.allCases) }

    private mutating func date() -> DateExpression? {
        let dates = ["2019", "2024-06~", "2024-10-18", "2024-10-14/2024-10-20~", "2024-10-18T14:05:00.250Z"]
        return random.maybe { $0.one(of: dates) }.flatMap { DateExpression($0) }
    }

    /// More names than there are records, so that some are absent.
    private mutating func actorID() -> ActorID { ActorID("actor-\(random.number(0...4))") }

    private mutating func maybeActorID() -> ActorID? { random.once(in: 2) ? actorID() : nil }

    private mutating func rungKey() -> RungKey {
        RungKey(LadderID("ladder-\(random.number(0...2))"), RungID("rung-\(random.number(0...3))"))
    }

    private mutating func subject() -> RecordKey {
        RecordKey(
            random.one(of: RecordKey.Kind.allCases), random.one(of: ["actor-1", "quote-0", "elsewhere", "random"]))
    }

    private mutating func author() -> Author {
        Author(random.text(), kind: random.one(of: Author.Kind.allCases))
    }

    private mutating func move() -> RungMove {
        RungMove(random.one(of: Rung.State.allCases), by: author(), reason: random.text(), evidence: anchors())
    }

    private mutating func anchors() -> [Anchor] { (0..<random.number(0...3)).map { _ in anchor() } }

    /// Mostly a stretch of a document; else one that has moved, or that points into a document that is not there.
    private mutating func anchor() -> Anchor {
        let document = DocumentID("document-\(random.number(0...4))")
        let length = texts[document]?.unicodeScalars.count ?? 0
        if length > 0 {
            let start = random.number(0...length - 1)
            let end = random.number(start + 1...min(length, start + (random.once(in: 3) ? 1 : 60)))
            if let text = texts[document], let anchor = Anchor(start..<end, of: text, document: document) {
                guard random.once(in: 6) else { return anchor }
                return Anchor(
                    document: document, exact: anchor.exact, prefix: random.once(in: 2) ? anchor.prefix : random.text(),
                    suffix: random.once(in: 2) ? anchor.suffix : random.text(),
                    start: anchor.start + random.number(0...1))
            }
        }
        return Anchor(
            document: document, exact: random.text(), prefix: random.text(), suffix: random.text(),
            start: random.number(0...99))
    }
}
