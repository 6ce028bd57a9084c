import QueryLanguage
import SituationModel
import Testing

/// Words and phrases, with no fields: what is typed most.
@Suite struct QueryTests {
    @Test(arguments: [
        ("", Query.everything), ("  \t ", .everything), ("…—!", .everything), ("-", .everything), ("-…", .everything),
        ("troops", .word("troops")), ("Troops", .word("troops")), ("troop*", .word("troop")),
        ("troops training", .all([.word("troops"), .word("training")])),
        ("troops and training", .all([.word("troops"), .word("training")])),
        ("\"far east\"", .phrase(["far", "east"])), ("\"far east", .phrase(["far", "east"])), ("\"\"", .everything),
        ("far-east", .phrase(["far", "east"])), ("-troops", .not(.word("troops"))),
        ("not troops", .not(.word("troops"))),
        ("-\"far east\"", .not(.phrase(["far", "east"]))), ("a or b", .any([.word("a"), .word("b")])),
        ("a b OR c", .any([.all([.word("a"), .word("b")]), .word("c")])), ("or", .everything), ("a or", .word("a")),
        ("\"or\"", .word("or")), ("-or", .not(.word("or"))), ("서울", .word("서울")), ("Кремль", .word("кремль")),
        ("CAFÉ", .word("cafe")), ("a (b or c)", .all([.word("a"), .any([.word("b"), .word("c")])])),
        ("-(a b)", .not(.all([.word("a"), .word("b")]))), ("((a))", .word("a")), ("=troop", .whole(["troop"])),
        ("=\"far east\"", .whole(["far", "east"])), ("14:05", .phrase(["14", "05"])), ("()", .everything),
        ("https://example.org", .phrase(["https", "example", "org"])),
    ])
    func textsAreRead(text: String, query: Query) {
        #expect(Query(text) == query)
    }

    @Test(arguments: [
        ("troops", "North Korean troops", true), ("troop", "North Korean TROOPS", true), ("roops", "troops", false),
        ("=troop", "North Korean TROOPS", false), ("=\"far east\"", "the far eastern ports", false),
        ("=\"far east\"", "the far east", true),
        ("\"far east\"", "Russia’s far eastern ports", true), ("\"far east\"", "far to the east", false),
        ("\"fa east\"", "far east", false), ("-troops", "weapons", true), ("-troops", "troops", false),
        ("troops -training", "troops in training", false), ("artillery or shells", "out of shells", true),
        ("1,500", "about 1,500 men", true), ("cafe", "Le Café", true), ("café", "cafe\u{301}", true),
        ("서울", "서울에서", true), ("", "", true), ("-a", "", true), ("a", "", false),
        ("/artill(ery|erie)/", "rocket ARTILLERIE", true), ("/artill(ery|erie)$/", "artillery shells", false),
    ])
    func textsMatch(query: String, text: String, matches: Bool) {
        #expect(Query(query).matches(text) == matches)
    }

    @Test func whatMustBeAbsentIsNotHighlighted() {
        #expect(
            Query("troops -training \"far east\" mode:actual /x/ =seoul").highlights == [
                "troops", "far", "east", "seoul",
            ])
    }
}
