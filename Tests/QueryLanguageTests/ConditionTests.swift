import QueryLanguage
import SituationModel
import Testing

/// Conditions on fields, as they are written and what they hold for.
@Suite struct ConditionTests {
    private func field(
        _ name: String, _ comparison: FieldCondition.Comparison, _ value: FieldCondition.Value
    ) -> Query { .field(FieldCondition(name, comparison, value)) }

    @Test func conditionsAreRead() throws {
        let texts: [(String, Query)] = [
            ("speaker:\"Kim Jong Un\"", field("speaker", .fits, .text("Kim Jong Un"))),
            ("By=kim", field("speaker", .equals, .text("kim"))), ("mode:Actual", field("mode", .fits, .term("actual"))),
            ("manner:\"not confirmed\"", field("manner", .fits, .term("not-confirmed"))),
            ("quad:3", field("quad", .fits, .term("verbal-conflict"))),
            ("amount>=1,000", field("amount", .atLeast, .number(1_000))),
            ("amount<1.5", field("amount", .less, .number(1.5))),
            ("grade<=b2", field("grade", .atMost, .grade(Grade(.b, .probablyTrue)))),
            ("in:30d", field("time", .fits, .date(.ago(30, .days)))),
            ("since:last-week", field("time", .atLeast, .date(.named(.lastWeek)))),
            ("said:2024-10", field("said", .fits, .date(.date(try #require(DateExpression("2024-10")))))),
            ("place:/ea?st/", field("place", .fits, .pattern(try Pattern("ea?st")))),
            (
                "mode:(actual or planned)",
                .any([field("mode", .fits, .term("actual")), field("mode", .fits, .term("planned"))])
            ),
        ]
        for (text, query) in texts { #expect(try Query.parse(text) == query, "\(text)") }
    }

    private let event = Event(
        id: "e", source: "nkorea", category: .mobilize, target: "russia", summary: "Troops sent",
        when: DateExpression("2024-10-18"), place: "the far east", amounts: [Event.Amount(1_500, "soldiers")],
        accounts: [
            Event.Account(
                .reported, by: "nis", credibility: .probablyTrue,
                anchor: Anchor(document: "d1", exact: "x", prefix: "", suffix: "", start: 0)),
            Event.Account(
                .claimed, by: nil, credibility: .cannotBeJudged,
                anchor: Anchor(document: "d2", exact: "x", prefix: "", suffix: "", start: 0)),
        ])

    private var context: QueryContext {
        QueryContext(
            now: Instant(milliseconds: 1_729_684_800_000),  // 2024-10-23T12:00Z
            directory: ActorDirectory([
                Actor(id: "nkorea", name: "North Korea", kind: .state, aliases: [Actor.Alias("DPRK")]),
                Actor(id: "russia", name: "Russia", kind: .state),
                Actor(id: "nis", name: "National Intelligence Service", kind: .service, affiliation: "skorea"),
                Actor(id: "skorea", name: "South Korea", kind: .state),
            ]),
            sources: [
                "yonhap": Source(id: "yonhap", name: "Yonhap News", family: "Yonhap", reliability: .b),
                "tg": Source(id: "tg", name: "A channel", family: "A channel"),
            ])
    }

    @Test(arguments: [
        ("event:mobilize source:north-korea", true), ("event:mobilize source:nkorea", true), ("source:dprk", true),
        ("source:korea", true), ("source=korea", true), ("speaker:\"south korea\"", true), ("speaker=skorea", false),
        ("actor:russia -actor:ukraine", true), ("amount>=1000 unit:soldiers", true), ("amount>1500", false),
        ("grade<=B2", true), ("grade<=B1", false), ("grade<=A6", false), ("grade:F6", true), ("grade>=B2", true),
        ("grade<B2", false), ("grade<C3", true), ("families>=2", true), ("families>2", false), ("family:yonhap", true),
        ("outlet:\"yonhap news\"", true), ("reliability:b", true), ("in:6d", true), ("in:5d", false),
        ("when:2024-10", true), ("when<2024-10-18", false), ("when<=2024-10-18", true), ("when>2024-10-17", true),
        ("time:last-week", true), ("until:yesterday", true), ("since:yesterday", false), ("place:\"far east\"", true),
        ("place=east", false), ("quad:4", true), ("mode:(planned or actual)", true), ("manner:claimed", true),
        ("is:event", true), ("is:quote", false), ("said>=2024", false), ("-said>=2024", true), ("troops sen*", true),
        ("documents:2", true), ("credibility<=2", true), ("marking:red", false),
    ])
    func anEventAnswers(text: String, answers: Bool) throws {
        func head(_ id: DocumentID, _ source: SourceID) -> DocumentHead {
            DocumentHead(
                Document(id: id, source: source, title: "", received: Instant(milliseconds: 0), text: ""))
        }
        let subject = try #require(
            QuerySubject(
                .event(event), known: Instant(milliseconds: 0),
                heads: ["d1": head("d1", "yonhap"), "d2": head("d2", "tg")]))
        #expect(QueryPredicate(try Query.parse(text), in: context).matches(subject) == answers)
    }

    @Test func rungsAnswerByTheirState() throws {
        let ladder = Ladder(
            id: "seoul", title: "Seoul", actors: ["skorea"],
            rungs: [Rung(id: "aid", title: "Aid"), Rung(id: "weapons", title: "Defensive weapons")])
        var context = context
        context.states = [RungKey("seoul", "weapons"): .underConsideration]
        for (text, rungs) in [
            ("state:under-consideration", ["weapons"]), ("ladder:seoul", ["aid", "weapons"]), ("number<2", ["aid"]),
            ("\"south korea\" weap", ["weapons"]), ("is:ladder", []),
        ] {
            let predicate = QueryPredicate(try Query.parse(text), in: context)
            #expect(ladder.rungs.filter { predicate.matches(QuerySubject($0, of: ladder)) }.map(\.id.text) == rungs)
        }
    }

    @Test(arguments: [
        ("6m", "2024-04-23T12:00:00Z"), ("1y", "2023-10-23T12:00:00Z"), ("2w", "2024-10-09T12:00:00Z"),
        ("24h", "2024-10-22T12:00:00Z"), ("last-week", "2024-10-14T00:00:00Z"), ("this-week", "2024-10-21T00:00:00Z"),
        ("last-month", "2024-09-01T00:00:00Z"), ("this-month", "2024-10-01T00:00:00Z"),
        ("this-year", "2024-01-01T00:00:00Z"), ("last-year", "2023-01-01T00:00:00Z"),
        ("today", "2024-10-23T00:00:00Z"), ("yesterday", "2024-10-22T00:00:00Z"),
    ])
    func datesAreReckonedBack(text: String, first: String) throws {
        #expect(try #require(QueryDate(text)).extent(at: context.now).first.description == first)
    }

    @Test func aMonthBackFromItsEndIsTheEndOfAShorterOne() throws {
        let now = try #require(Instant("2024-03-31T06:00:00Z"))
        #expect(QueryDate.ago(1, .months).extent(at: now).first.description == "2024-02-29T06:00:00Z")
        #expect(QueryDate.named(.lastMonth).extent(at: now).last.description == "2024-02-29T23:59:59.999Z")
    }
}
