package import SituationModel

/// Makes up small situations whose records have all of their fields filled, now one way and now another.
package struct FindingSampler {
    package var generator: SeededGenerator

    package init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    /// A record of one of so many of its kind.
    package mutating func record(of count: Int = 12) -> Record {
        let number = Int.random(in: 1...count, using: &generator)
        switch generator.next() % 8 {
        case 0: return .source(source(number % 3 + 1))
        case 1: return .actor(actor(number % 4 + 1))
        case 2, 3: return .document(document(number))
        case 4, 5: return .quote(quote(number))
        default: return .event(event(number))
        }
    }

    private mutating func source(_ number: Int) -> Source {
        Source(
            id: SourceID("source-\(number)"), name: generator.pick(["Daily", "Wire", "Łódź wire"]),
            kind: generator.pick(Source.Kind.allCases), family: generator.pick(["wire", "Łódź Wire", "other"]),
            reliability: generator.pick(SourceReliability.allCases), language: generator.pick([nil, "ko", "en"]))
    }

    private mutating func actor(_ number: Int) -> Actor {
        Actor(
            id: ActorID("actor-\(number)"), name: generator.pick(["North Korea", "South Korea", "Kim Jong Un", "NIS"]),
            kind: generator.pick(Actor.Kind.allCases), role: generator.pick([nil, "president"]),
            affiliation: generator.pick([nil, "actor-1", "actor-2", "actor-3"]),
            alignment: generator.pick(Actor.Alignment.allCases),
            aliases: generator.pick([[], [Actor.Alias("남한")], [Actor.Alias("North")]]),
            trend: generator.pick([nil, .rising]))
    }

    private mutating func document(_ number: Int) -> Document {
        Document(
            id: DocumentID("document-\(number)"),
            source: SourceID("source-\(Int.random(in: 1...4, using: &generator))"),
            title: words(), published: date(), received: moment(), language: generator.pick([nil, "ko", "en"]),
            link: generator.pick([nil, "https://example.org/a/b"]),
            marking: generator.pick([nil, .clear, .amberStrict]), text: words() + "\u{0}\n" + words())
    }

    private mutating func quote(_ number: Int) -> Quote {
        Quote(
            id: QuoteID("quote-\(number)"), kind: generator.pick(Quote.Kind.allCases),
            content: (0..<Int.random(in: 1...2, using: &generator)).map { _ in anchor() }, speaker: actorID(),
            speakerDescription: generator.pick([nil, "Seoul’s minister"]), cue: generator.pick([nil, "warned"]),
            venue: generator.pick([nil, "far east", "Seoul", "a ship"]), said: date(),
            about: [actorID(), actorID()].compactMap(\.self), isNegated: generator.happens(oneIn: 3),
            credibility: generator.pick(InformationCredibility.allCases), review: review())
    }

    private mutating func event(_ number: Int) -> Event {
        let accounts = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
            Event.Account(
                generator.pick(Event.Account.Manner.allCases), by: actorID(),
                credibility: generator.pick(InformationCredibility.allCases), anchor: anchor())
        }
        let amounts = (0..<Int.random(in: 0...2, using: &generator)).map { _ in
            Event.Amount(
                generator.pick([0, 1, 2, 5, 15, 16, 17, 31, 1_000, 1_500, 12_000, 0.5, -3, 1e15]),
                generator.pick(["soldiers", "shells", "Łódź wire"]))
        }
        return Event(
            id: EventID("event-\(number)"), source: actorID(), category: generator.pick(Event.Category.allCases),
            target: actorID(), mode: generator.pick(Event.Mode.allCases), summary: words(), when: date(),
            place: generator.pick([nil, "far east", "Seoul"]), amounts: amounts, accounts: accounts,
            review: review())
    }

    private mutating func review() -> Review? {
        guard !generator.happens(oneIn: 2) else { return nil }
        return Review(
            rule: "made up", verdict: generator.pick(Review.Verdict.allCases), by: "ada", at: Instant(milliseconds: 0))
    }

    private mutating func actorID() -> ActorID? {
        generator.pick([nil, "actor-1", "actor-2", "actor-3", "actor-4", "actor-9"])
    }

    private mutating func anchor() -> Anchor {
        Anchor(
            document: DocumentID("document-\(Int.random(in: 1...12, using: &generator))"), exact: words(), prefix: "",
            suffix: "", start: 0)
    }

    private mutating func moment() -> Instant {
        Instant(milliseconds: 1_728_900_000_000 + Int64.random(in: 0...6, using: &generator) * 43_200_000)
    }

    private mutating func date() -> DateExpression? {
        let texts = [
            nil, nil, "2024-10-18", "2024-10-16", "2024-10", "2024", "2019~", "2024-10-18T14:05:00Z",
            "2024-10-14/2024-10-20", "2024-09-30", "1200",
        ]
        return generator.pick(texts).flatMap { DateExpression($0) }
    }

    private mutating func words() -> String {
        (0..<4).map { _ in generator.pick(Self.vocabulary) }.joined(separator: " ")
    }

    private static let vocabulary = [
        "troops", "troop", "training", "Seoul", "far east", "artillery", "artillerie", "서울", "дрон", "Łódź", "café",
        "1,500",
        "not", "and",
    ]
}
