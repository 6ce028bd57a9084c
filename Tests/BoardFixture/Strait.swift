package import SituationModel

/// An invented situation with a past: thirty weeks of dealings around a strait, two of them not collected, and a crisis in the
/// last.
package enum Strait {
    package static let id: SituationID = "strait"

    /// When it is looked at: on the Saturday of the last week.
    package static let present = Harbour.time("2031-03-29T12:00:00Z")

    /// The Monday of the first week.
    private static let start = CalendarDay(startOf: "2030-09-02") ?? CalendarDay(daysSince1970: 0)
    private static let weeks = 30
    /// The weeks in which nobody collected.
    private static let gaps = 14...15

    /// What comes in, and when it becomes known, in that order.
    package static let entries: [(record: Record, known: Instant)] =
        setting.map { ($0, Instant(start)) } + (0..<weeks).filter { !gaps.contains($0) }.flatMap(week)

    private static let setting: [Record] = [
        .header(
            Header(
                id: id, title: "The strait of Ilmen", headline: "Norland and Sudland on the brink", summary: "",
                marking: .green)),
        .source(Source(id: "wire", name: "Northern Wire", kind: .agency, family: "northern", reliability: .b)),
        .actor(Actor(id: "norland", name: "Norland", kind: .state, alignment: .friendly)),
        .actor(Actor(id: "ada-holm", name: "Ada Holm", kind: .person, affiliation: "norland")),
        .actor(Actor(id: "sudland", name: "Sudland", kind: .state, alignment: .hostile)),
        .actor(Actor(id: "sudland-navy", name: "Sudland's navy", kind: .force, affiliation: "sudland")),
        .actor(Actor(id: "estmark", name: "Estmark", kind: .state, alignment: .neutral)),
        .actor(Actor(id: "league", name: "League of Coasts", kind: .organization)),
        .ladder(
            Ladder(
                id: "strait", title: "Strait", subject: "closure", actors: ["norland", "sudland"],
                rungs: [Rung(id: "inspections", title: "ships inspected"), Rung(id: "closed", title: "strait closed")]
            )),
        .ladder(
            Ladder(
                id: "estmark", title: "Estmark", subject: "taking sides", actors: ["estmark"],
                rungs: [Rung(id: "port-calls", title: "port calls"), Rung(id: "bases", title: "bases given")])),
        .relation(Relation(id: "rivals", from: "norland", kind: .hostile, to: "sudland")),
    ]

    /// A week's report and what it tells of.
    private static func week(_ number: Int) -> [(record: Record, known: Instant)] {
        let monday = start.adding(days: number * 7)
        var document = Document(
            id: DocumentID("report-\(number)"), source: "wire", title: "The week in the strait",
            received: Instant(monday.adding(days: 5)), text: "")
        var sentences: [String] = []
        var events: [Event] = []
        for (source, words, category, target, count) in dealings(number) {
            for turn in 0..<count {
                let day = monday.adding(days: (number + turn * 2) % 5)
                let sentence = "\(words) for the \(ordinal(turn + 1)) time on \(DateExpression(.day(day)).inWords)."
                let length = sentences.reduce(0) { $0 + $1.unicodeScalars.count + 1 }
                sentences.append(sentence)
                events.append(
                    Event(
                        id: EventID("event-\(number)-\(events.count)"), source: source, category: category,
                        target: target, summary: words, when: DateExpression(.day(day)),
                        accounts: [
                            Event.Account(
                                .reported, by: nil, credibility: .probablyTrue,
                                anchor: Anchor(
                                    document: document.id, exact: sentence, prefix: "", suffix: "", start: length))
                        ]))
            }
        }
        document.text = sentences.joined(separator: " ")
        let known = Instant(monday.adding(days: 5))
        var records = [Record.document(document)] + events.map(Record.event)
        if let anchor = Anchor("inspects", in: document.text, document: document.id) {
            records.append(
                .quote(
                    Quote(
                        id: QuoteID("quote-\(number)"), kind: .indirect, content: [anchor], speaker: "ada-holm",
                        said: DateExpression(.day(monday.adding(days: 3))), about: ["sudland"])))
        }
        return records.map { ($0, known) }
    }

    private typealias Dealing = (ActorID, String, Event.Category, ActorID, Int)

    private static func dealings(_ number: Int) -> [Dealing] {
        var dealings: [Dealing] = [
            ("ada-holm", "Ada Holm talks with Estmark", .consult, "estmark", number % 2 + 1),
            ("sudland-navy", "Sudland's navy inspects a ship of Norland", .coerce, "norland", (number * 7) % 3),
            ("norland", "Norland accuses Sudland", .accuse, "sudland", (number * 5) % 2),
            ("league", "The League appeals to Sudland", .request, "sudland", number % 9 == 0 ? 1 : 0),
        ]
        if number == weeks - 1 {
            dealings += [
                ("sudland-navy", "Sudland's navy closes the strait", .mobilize, "norland", 6),
                ("norland", "Norland threatens Sudland", .threaten, "sudland", 5),
                ("norland", "Norland offers talks to Sudland", .consult, "sudland", 4),
                ("sudland", "Sudland lets sailors of Norland go", .retreat, "norland", 3),
            ]
        }
        return dealings
    }

    private static func ordinal(_ number: Int) -> String {
        ["first", "second", "third", "fourth", "fifth", "sixth"][(number - 1) % 6]
    }
}
