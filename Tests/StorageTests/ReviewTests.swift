import GRDB
import QueryLanguage
import SituationModel
import TestSupport
import Testing

@testable import Storage

/// What was read by machine: in the lists until somebody rejects it, and kept then, too.
@Suite struct ReviewTests {
    private let request = PageRequest(situation: "test")

    private static func quote(_ id: QuoteID, _ review: Review?) -> Quote {
        let anchor = Anchor(document: "document-1", exact: "troops train", prefix: "", suffix: "", start: 13)
        return Quote(id: id, kind: .indirect, content: [anchor], speaker: nil, review: review)
    }

    private func filled() throws -> Archive {
        let archive = try Archive.temporary()
        try archive.append(
            [
                Sample.draft(.add(record: .document(Sample.document(1)))),
                Sample.draft(.add(record: .quote(Self.quote("read", Review(rule: "r"))))),
                Sample.draft(.add(record: .quote(Self.quote("typed", nil)))),
            ], at: Sample.now)
        return archive
    }

    private func reject(_ archive: Archive) throws -> Entry {
        let before = Self.quote("read", Review(rule: "r"))
        var after = before
        after.review = before.review?.decided(.rejected, by: "ada", at: Sample.now)
        return try #require(
            try archive.append(
                [Sample.draft(.revise(before: .quote(before), after: .quote(after)))],
                at: Sample.now.advanced(byMilliseconds: 60_000)
            ).first)
    }

    @Test func whatIsRejectedLeavesTheListsButNotItsDocument() throws {
        let archive = try filled()
        let rejection = try reject(archive)
        #expect(try archive.quotes(request).rows.map(\.value.id) == ["typed"])
        var searched = request
        searched.query = Query("troops")
        #expect(try archive.quotes(searched).rows.map(\.value.id) == ["typed"])
        #expect(try archive.tally(of: "test", reader: "ben").quotes == 1)
        #expect(try archive.tally(of: "test", reader: "ben").unseenQuotes == 1)
        let found = try archive.findings(in: "document-1", of: "test").quotes.map(\.value.id)
        #expect(Set(found) == ["read", "typed"])
        // As it was known before, it stands in the list.
        var earlier = request
        earlier.asOf = Sample.now
        #expect(try archive.quotes(earlier).rows.count == 2)
        #expect(try archive.tally(of: "test", asOf: Sample.now).quotes == 2)
        // Taking the rejection back brings it back.
        try archive.append(
            [Sample.draft(.undo(entry: rejection.id))], at: Sample.now.advanced(byMilliseconds: 120_000))
        #expect(try archive.quotes(request).rows.count == 2)
        #expect(try archive.tally(of: "test").quotes == 2)
        #expect(try archive.rebuild().differences == [])
    }

    @Test func anOutlineHoldsTheLatestOfManyProposedActors() throws {
        let archive = try Archive.temporary()
        let proposed = (0..<250).map { number in
            Actor(id: ActorID("read-\(number)"), name: "Read \(number)", kind: .person, review: Review(rule: "r"))
        }
        let own = Actor(id: "own", name: "Own", kind: .person)
        try archive.append(
            ([own] + proposed).map { Sample.draft(.add(record: .actor($0))) }, at: Sample.now)
        let outline = try archive.outline(of: "test")
        #expect(outline.actors.count == 201)
        #expect(outline.actors["own"] != nil)
        #expect(outline.actors["read-249"] != nil)
        #expect(outline.actors["read-0"] == nil)
        #expect(try archive.situation("test").actors.count == 251)
        #expect(try archive.everHeld([.actor("read-0"), .actor("nobody")], of: "test") == [.actor("read-0")])
    }

    @Test func documentsAreKnownAgainByTheirKeys() throws {
        let archive = try Archive.temporary()
        try archive.append(
            [Sample.draft(.add(record: .document(Sample.document(1))))],
            stories: ["test": [Story("document-1", keys: [7, .max])]], at: Sample.now)
        #expect(try archive.documents(knownBy: [7, 8, .max], of: "test") == [7: ["document-1"], .max: ["document-1"]])
        #expect(try archive.documents(knownBy: [7], of: "other") == [:])
    }

    @Test func anEntryIsKnownAsLongAsItsTextIs() throws {
        let archive = try Archive.temporary()
        try archive.append(
            [Sample.draft(.add(record: .document(Sample.document(1))))],
            stories: ["test": [Story("document-1", keys: [7], form: (entry: .max, text: 7))]], at: Sample.now)
        #expect(try archive.present(forms: [.max, 7], of: "test") == [.max: "document-1"])
        #expect(try archive.present(forms: [.max], of: "other") == [:])
        // The text it was made into is no longer what the document says.
        try archive.append(
            [Sample.draft(.note(text: "n", about: nil))],
            stories: ["test": [Story("document-1", keys: [8], forgotten: [7])]], at: Sample.now)
        #expect(try archive.present(forms: [.max], of: "test") == [:])
        try archive.append(
            [Sample.draft(.note(text: "n", about: nil))], stories: ["test": [Story("document-1", keys: [7])]],
            at: Sample.now)
        #expect(try archive.present(forms: [.max], of: "test") == [.max: "document-1"])
        #expect(try archive.texts(of: ["none", "document-1"], in: "test").map(\.0) == ["document-1"])
        try archive.append([Sample.draft(.remove(key: .document("document-1")))], at: Sample.now)
        #expect(try archive.present(forms: [.max], of: "test") == [:])
        #expect(try archive.texts(of: ["document-1"], in: "test").isEmpty)
    }

    /// An archive of an earlier format, as far as statements can make one again, opened by the present program.
    private func broughtUp(_ scratch: Scratch, documents: Int, from statements: String) throws -> Archive {
        try Sample.fill(scratch.path(), documents: documents)
        let database = try DatabaseQueue(path: scratch.path())
        try database.write { try $0.execute(sql: statements) }
        try database.close()
        return try Archive.open(at: scratch.path(), .readWrite(create: false))
    }

    @Test func anArchiveOfTheFourthFormatIsBroughtUp() throws {
        let scratch = try Scratch()
        let archive = try broughtUp(
            scratch, documents: 2,
            from: """
                DELETE FROM grdb_migrations WHERE identifier LIKE '5%';
                DROP TABLE form;
                PRAGMA user_version = 4
                """)
        #expect(try archive.present(forms: [1], of: "test") == [:])
        #expect(try archive.documents(request).rows.count == 2)
    }

    @Test func anArchiveOfTheFirstFormatIsBroughtUp() throws {
        let scratch = try Scratch()
        // As version 1 left it, as far as what is computed is concerned: tables without the new columns.
        let archive = try broughtUp(
            scratch, documents: 20,
            from: """
                DELETE FROM grdb_migrations WHERE identifier LIKE '2%';
                DROP TABLE story;
                DROP INDEX quoteFrom; DROP INDEX quoteUntil; DROP INDEX quoteArrival;
                ALTER TABLE quote DROP COLUMN isRejected;
                DELETE FROM document;
                PRAGMA user_version = 1
                """)
        #expect(try archive.documents(request).rows.count == 20)
        #expect(try archive.tally(of: "test").documents == 20)
        #expect(try archive.rebuild().differences == [])
    }

    @Test(arguments: 1...8)
    func whatIsAddedIsEncodedOnceAndAsItAlwaysWas(seed: UInt64) throws {
        var sampler = JournalSampler(seed: seed)
        var changes = sampler.journal(length: 120).map(\.change)
        let hostile = Document(
            id: "d", source: "s", title: #"a "text":"" b"#, received: Sample.now, link: #"\""text":"""#,
            text: "\"text\":\"\" \u{0} \n é")
        changes.append(.add(record: .document(hostile)))
        for change in changes {
            let encoded = try EncodedChange(change)
            #expect(encoded.text == (try Coding.text(of: change)))
            if case .add(let record) = change { #expect(encoded.body?.json == (try record.body().json)) }
        }
    }
}
