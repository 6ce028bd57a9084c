import QueryLanguage
import Testing

@Suite struct QueryTests {
    @Test(arguments: [
        ("", Query.everything), ("  \t ", .everything), ("…—!", .everything), ("-", .everything), ("-…", .everything),
        ("troops", .word("troops")), ("Troops", .word("troops")),
        ("troops training", .all([.word("troops"), .word("training")])),
        ("\"far east\"", .phrase(["far", "east"])), ("\"far east", .phrase(["far", "east"])), ("\"\"", .everything),
        ("far-east", .phrase(["far", "east"])), ("-troops", .not(.word("troops"))),
        ("-\"far east\"", .not(.phrase(["far", "east"]))), ("a or b", .any([.word("a"), .word("b")])),
        ("a b OR c", .any([.all([.word("a"), .word("b")]), .word("c")])), ("or", .everything), ("a or", .word("a")),
        ("\"or\"", .word("or")), ("-or", .not(.word("or"))), ("서울", .word("서울")), ("Кремль", .word("кремль")),
        ("CAFÉ", .word("cafe")),
    ])
    func textsAreRead(text: String, query: Query) {
        #expect(Query(text) == query)
    }

    @Test(arguments: [
        ("troops", "North Korean troops", true), ("troop", "North Korean TROOPS", true), ("roops", "troops", false),
        ("\"far east\"", "Russia’s far eastern ports", true), ("\"far east\"", "far to the east", false),
        ("\"fa east\"", "far east", false), ("-troops", "weapons", true), ("-troops", "troops", false),
        ("troops -training", "troops in training", false), ("artillery or shells", "out of shells", true),
        ("1,500", "about 1,500 men", true), ("cafe", "Le Café", true), ("café", "cafe\u{301}", true),
        ("서울", "서울에서", true), ("", "", true), ("-a", "", true), ("a", "", false),
    ])
    func textsMatch(query: String, text: String, matches: Bool) {
        #expect(Query(query).matches(text) == matches)
    }

    @Test(arguments: [
        ("", FullTextQuestion.everything), ("troops", .matching("\"troops\"*")),
        ("-troops", .notMatching("\"troops\"*")),
        ("\"far east\"", .matching("\"far east\"*")), ("a b", .matching("(\"a\"* AND \"b\"*)")),
        ("a -b", .matching("(\"a\"* NOT \"b\"*)")), ("-a -b", .notMatching("(\"a\"* OR \"b\"*)")),
        ("a or -b", .notMatching("(\"b\"* NOT \"a\"*)")),
    ])
    func queriesAreAskedOfTheIndex(text: String, question: FullTextQuestion) {
        #expect(Query(text).fullText == question)
    }

    @Test func nothingThatIsTypedEscapesIntoTheIndexsOwnLanguage() {
        for text in ["\"; DROP TABLE x --", "NEAR(a b)", "title:x", "a* AND (b", "^a", "{a b}: c", "a\"\"b"] {
            guard case .matching(let expression) = Query(text).fullText else { continue }
            let outside = expression.split(separator: "\"", omittingEmptySubsequences: false)
                .enumerated().filter { $0.offset % 2 == 0 }.map(\.element).joined()
            #expect(outside.allSatisfy { "*() ANDORT".contains($0) }, "\(text) became \(expression)")
        }
    }

    @Test func whatMustBeAbsentIsNotHighlighted() {
        #expect(Query("troops -training \"far east\"").highlights == ["troops", "far", "east"])
    }
}
