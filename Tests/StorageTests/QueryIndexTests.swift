import GRDB
import QueryLanguage
import SituationModel
import Synchronization
import Testing

@testable import Storage

/// The index that conditions on fields go by: read along the list, made anew where it is of another version, and no more
/// looked at beside it than a page may cost.
@Suite struct QueryIndexTests {
    private func event(_ number: Int, _ mode: Event.Mode = .actual, _ summary: String = "Troops sent") -> Draft {
        Sample.draft(
            .add(
                record: .event(
                    Event(
                        id: EventID("event-\(number)"), source: "russia", category: .mobilize, target: nil, mode: mode,
                        summary: summary, amounts: [Event.Amount(Double(number), "soldiers")]))))
    }

    private func found(_ text: String, _ archive: Archive, limit: Int = 100) throws -> [String] {
        try archive.events(PageRequest(situation: "test", query: try Query.parse(text), limit: limit)).keys.map(\.id)
    }

    @Test func conditionsAreReadAlongTheIndex() throws {
        let archive = try Archive.temporary()
        try archive.append([event(1)], at: Sample.now)
        try archive.read("test") { journal in
            for (text, isExact) in [
                ("mode:actual", true), ("-mode:denied source:russia", true), ("is:quote or event:aid", true),
                ("unit:soldiers troops", true), ("amount>=1000", false), ("place:seoul", false), ("grade<=B2", false),
                ("families>=2 mode:actual", false), ("/x/", false),
            ] {
                let predicate = QueryPredicate(try Query.parse(text), in: QueryContext(now: Sample.now))
                let search = try SearchExpression(predicate, of: .event, journal.database)
                #expect(search.isExact == isExact, "\(text)")
                #expect(search.expression != nil || text == "/x/", "\(text)")
            }
        }
    }

    @Test func anIndexWithOtherTagsIsMadeAnewWhenItIsOpened() throws {
        let scratch = try Scratch()
        let path = scratch.path()
        do {
            let archive = try Archive.open(at: path, .readWrite(create: true))
            try archive.append([event(1), event(2, .denied)], at: Sample.now)
            // As an older version of the program left it: without any tags of fields.
            try archive.database.write { database in
                try WordIndex.clear("eventWords", database)
                for row in try Row.fetchAll(database, sql: "SELECT row, body FROM event") {
                    let record = try #require(RecordBody(json: row[1], text: nil).record(of: .event))
                    try WordIndex.insert(
                        IndexedWords(SearchedText(record)), at: row[0], in: "eventWords", database)
                }
                try database.execute(sql: "DELETE FROM indexing")
            }
            // Read only, it is searched without them.
            #expect(try found("mode:denied", Archive.open(at: path, .readOnly)) == ["event-2"])
        }
        let archive = try Archive.open(at: path, .readWrite(create: false))
        #expect(try found("mode:denied", archive) == ["event-2"])
        #expect(try archive.read { try FieldIndex.isPresent(in: $0) })
        let tags = try archive.read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM eventWordsTerms WHERE term >= '0xmode' AND term < '0xmodf'")
        }
        #expect(tags == 2)
        #expect(try archive.rebuild().differences == [])
    }

    @Test func whoOpensAnOlderArchiveIsToldHowFarItIs() throws {
        let scratch = try Scratch()
        let path = scratch.path()
        do {
            let archive = try Archive.open(at: path, .readWrite(create: true))
            try archive.append((1...2_100).map { event($0) }, at: Sample.now)
            try archive.database.write { try $0.execute(sql: "DELETE FROM indexing") }
        }
        let told = Mutex<[[Int]]>([])
        func open() throws {
            _ = try Archive.open(at: path, .readWrite(create: false)) { done, total in
                told.withLock { $0.append([done, total]) }
            }
        }
        try open()
        let steps = told.withLock { $0 }
        #expect(steps.count >= 2)
        #expect(steps.map { $0[0] } == steps.indices.map { ($0 + 1) * 1_000 })
        #expect(steps.allSatisfy { $0[1] >= 2_100 && $0[1] == steps[0][1] && $0[0] <= $0[1] })
        // What is up to date is opened without a word.
        try open()
        #expect(told.withLock { $0.count } == steps.count)
    }

    @Test func aSearchThatFindsNothingStopsAndGoesOn() throws {
        let archive = try Archive.temporary()
        let count = BoundedSearch.limit + 700
        try archive.append([event(0, .actual, "the one and only")] + (1...count).map { event($0) }, at: Sample.now)
        var request = PageRequest(situation: "test", query: try Query.parse("/one a.d/"))
        let first = try archive.events(request)
        #expect(first.rows.isEmpty)
        #expect(first.hasOlder)
        request.position = .before(try #require(first.stoppedOlder))
        let second = try archive.events(request)
        #expect(second.keys.map(\.id) == ["event-0"])
        #expect(second.stoppedOlder == nil)
        #expect(try archive.find(request.query, in: "test", limit: 5).map(\.record.key.text) == ["event-0"])
        #expect(try found("amount:1,234", archive) == ["event-1234"])
    }

    @Test func everyKindIsFound() throws {
        let archive = try Archive.temporary()
        let ladder = Ladder(
            id: "seoul", title: "Seoul", actors: ["nis"],
            rungs: [Rung(id: "aid", title: "Aid"), Rung(id: "arms", title: "Arms")])
        let move = RungMove(.announced, by: Sample.ada, reason: "Speech")
        try archive.append(
            [
                event(1, .actual, "Seoul sends aid"), Sample.draft(.add(record: .document(Sample.document(1)))),
                Sample.draft(.add(record: .actor(Actor(id: "nis", name: "NIS of Seoul", kind: .service)))),
                Sample.draft(.add(record: .ladder(ladder))),
                Sample.draft(.move(rung: RungKey("seoul", "arms"), move: move)),
            ], at: Sample.now)
        func kinds(_ text: String) throws -> [String] {
            try archive.find(try Query.parse(text), in: "test", limit: 9).map { found in
                found.rung.map { "rung \($0.rung.id) \($0.state.rawValue)" } ?? found.record.key.description
            }
        }
        #expect(try kinds("state:announced") == ["rung arms announced"])
        #expect(try kinds("seoul aid") == ["rung aid not reached", "event event-1"])
        #expect(try kinds("seoul -is:rung").prefix(2) == ["actor nis", "ladder seoul"])
        #expect(try kinds("is:document") == ["document document-1"])
        #expect(try kinds("kind:service") == ["actor nis"])
    }
}
