package import SituationModel

/// A small invented situation: two neighbours quarrel over a harbour.
package enum Harbour {
    package static let id: SituationID = "harbour"

    /// The report that everything rests on.
    package static let report = Document(
        id: "report", source: "wire", title: "Norland closes the harbour", published: DateExpression("2031-03-02"),
        received: time("2031-03-02T08:00:00Z"),
        text: """
            Norland closed the harbour of Vik to Sudland's ships on Sunday.

            "We will not be the first to fire," said Prime Minister Ada Holm in Vik. Sudland's foreign office declined to \
            say whether it would answer. About 300 sailors are held on six ships.
            """)

    package static func archive() -> MemoryArchive {
        var archive = MemoryArchive(now: time("2031-03-05T12:00:00Z"), reader: "vera")
        let desk = Author("desk")
        for record in records {
            archive.append(.add(record: record), to: id, by: desk, known: time("2031-03-02T08:00:00Z"))
        }
        let moves: [(RungKey, Rung.State, String)] = [
            (RungKey("norland", "closure"), .reached, "2031-03-02T08:00:00Z"),
            (RungKey("norland", "seizure"), .underConsideration, "2031-03-03T09:00:00Z"),
            (RungKey("sudland", "protest"), .reached, "2031-03-04T10:00:00Z"),
        ]
        for (key, state, moment) in moves {
            let move = RungMove(state, by: desk, reason: "as reported", evidence: [anchor("closed the harbour")])
            archive.append(.move(rung: key, move: move), to: id, by: desk, known: time(moment))
        }
        return archive
    }

    private static var records: [Record] {
        [
            .header(
                Header(
                    id: id, title: "The harbour of Vik", headline: "Harbour closed; seizure of ships considered",
                    summary: "Norland and Sudland quarrel over the harbour of Vik.", marking: .green)),
            .source(Source(id: "wire", name: "Northern Wire", kind: .agency, family: "northern", reliability: .b)),
            .document(report),
            .actor(
                Actor(
                    id: "norland", name: "Norland", kind: .state, alignment: .friendly, standing: "holds the harbour",
                    trend: .rising)),
            .actor(
                Actor(
                    id: "ada-holm", name: "Ada Holm", kind: .person, role: "prime minister", affiliation: "norland",
                    alignment: .friendly, aliases: [Actor.Alias("Ада Хольм", language: "ru")])),
            .actor(Actor(id: "sudland", name: "Sudland", kind: .state, alignment: .hostile, standing: "protests")),
            .actor(
                Actor(
                    id: "foreign-office", name: "Foreign office", kind: .ministry, affiliation: "sudland",
                    alignment: .hostile)),
            .relation(
                Relation(
                    id: "norland-hostile-sudland", from: "norland", kind: .hostile, to: "sudland",
                    credibility: .probablyTrue,
                    evidence: [anchor("closed the harbour")])),
            .ladder(
                Ladder(
                    id: "norland", title: "Norland", subject: "pressure on shipping", actors: ["norland"],
                    rungs: [
                        Rung(id: "closure", title: "harbour closed"),
                        Rung(
                            id: "seizure", title: "ships seized",
                            indicators: [
                                Indicator(
                                    id: "warrants", direction: .up, summary: "warrants against the ships' owners",
                                    requiredFamilies: 2, state: .notCollected),
                                Indicator(
                                    id: "talks", direction: .down, summary: "talks on the sailors", state: .quiet),
                            ]),
                    ])),
            .ladder(
                Ladder(
                    id: "sudland", title: "Sudland", actors: ["sudland"],
                    rungs: [Rung(id: "protest", title: "protest"), Rung(id: "fleet", title: "fleet sails")])),
            .coupling(
                Coupling(
                    id: "seizure-fleet", from: RungKey("norland", "seizure"), effect: .raises,
                    to: RungKey("sudland", "fleet"), reason: "sailors in Norland's hands")),
            .quote(
                Quote(
                    id: "holm", kind: .direct, content: [anchor("We will not be the first to fire,")],
                    speaker: "ada-holm",
                    cue: "said", venue: "Vik", said: DateExpression("2031-03-02"), about: ["sudland"],
                    credibility: .probablyTrue)),
            .quote(
                Quote(
                    id: "office", kind: .indirect, content: [anchor("whether it would answer")],
                    speaker: "foreign-office",
                    cue: "declined to say", said: DateExpression("2031-03-01"), isNegated: true)),
            .event(
                Event(
                    id: "closure", source: "norland", category: .coerce, target: "sudland",
                    summary: "Harbour of Vik closed",
                    when: DateExpression("2031-03-02"), place: "Vik",
                    amounts: [Event.Amount(300, "sailors", isApproximate: true)],
                    accounts: [
                        Event.Account(
                            .reported, by: nil, credibility: .probablyTrue, anchor: anchor("closed the harbour of Vik"))
                    ])),
        ]
    }

    package static func anchor(_ words: String) -> Anchor {
        Anchor(words, in: report.text, document: report.id)
            ?? Anchor(document: report.id, exact: words, prefix: "", suffix: "", start: 0)
    }

    package static func time(_ text: String) -> Instant { Instant(text) ?? Instant(milliseconds: 0) }
}
