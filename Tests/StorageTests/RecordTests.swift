import QueryLanguage
import SituationModel
import Storage
import TestSupport
import Testing

@Suite struct RecordTests {
    @Test(arguments: 1...15)
    func everyRecordIsFoundAsItWasKnown(seed: UInt64) throws {
        var sampler = JournalSampler(seed: seed)
        let entries = sampler.journal(length: 80)
        let archive = try Archive.temporary()
        try archive.receive(entries)
        let moments = [nil] + entries.shuffled(using: &sampler.generator).prefix(6).map { Optional($0.known) }
        for moment in moments {
            let situation = Fold.situation(sampler.situation, from: entries, asOf: moment)
            for key in Set(entries.compactMap(\.change.subject)) {
                #expect(
                    try archive.record(key, of: sampler.situation, asOf: moment) == situation[key],
                    "seed \(seed), \(key)")
            }
            var outline = situation
            outline.documents = RecordTable()
            outline.quotes = RecordTable()
            outline.events = RecordTable()
            #expect(try archive.outline(of: sampler.situation, asOf: moment) == outline, "seed \(seed)")
            let header = try archive.situations(asOf: moment).first
            #expect(header == situation.header, "seed \(seed)")
            // What concerns an actor, and what was read from a document, with the heads of the documents it rests on.
            let findings = try archive.findings(in: "document-1", of: sampler.situation, asOf: moment)
            let quotes = situation.quotes.inOrder.filter { $0.content.contains { $0.document == "document-1" } }
            #expect(Set(findings.quotes.map(\.value)) == Set(quotes), "seed \(seed)")
            for listed in findings.quotes {
                let heads = listed.value.content.compactMap { situation.documents[$0.document].map(DocumentHead.init) }
                #expect(Set(listed.documents.values) == Set(heads), "seed \(seed)")
            }
            let concerning = try archive.concerning("actor-2", of: sampler.situation, asOf: moment)
            #expect(concerning.quotes.count == situation.quotes.count)
            #expect(concerning.events.count == situation.events.count)
            #expect(try archive.concerning("actor-9", of: sampler.situation, asOf: moment) == Findings())
        }
    }

    @Test func textIsKeptAsItCame() throws {
        let text =
            "NUL \u{0} ESC \u{1B}[31m C1 \u{9B} bidi \u{202E} CR \r\n NFD e\u{301} NFC \u{E9} 남 👩‍👩‍👧 \u{FEFF}\u{FFFF}"
        let archive = try Archive.temporary()
        try archive.append([Sample.draft(.add(record: .document(Sample.document(1, text: text))))], at: Sample.now)
        let document = try #require(try archive.document("document-1", of: "test"))
        #expect(Array(document.text.unicodeScalars) == Array(text.unicodeScalars))
        let entry = try #require(try archive.journal(of: "test").first)
        #expect(entry.change == .add(record: .document(Sample.document(1, text: text))))
        let page = try archive.documents(PageRequest(situation: "test", query: Query("남")))
        #expect(page.rows.map(\.value.text) == [""], "lists carry no texts")
    }

    @Test func lettersComposedInTwoWaysNameOneRecord() throws {
        let archive = try Archive.temporary()
        for name in ["cafe\u{301}", "caf\u{E9}"] {
            try archive.append(
                [Sample.draft(.add(record: .actor(Actor(id: ActorID(name), name: name, kind: .group))))], at: Sample.now
            )
        }
        #expect(try archive.outline(of: "test").actors.count == 1)
        #expect(try archive.record(.actor("cafe\u{301}"), of: "test") != nil)
    }

    @Test func aBatchIsOneActAndUndoneAsOne() throws {
        let archive = try Archive.temporary()
        try archive.append([Sample.draft(.note(text: "before", about: nil))], at: Sample.now)
        let before = try archive.situation("test")
        let entries = try archive.append(
            (0..<50).map { Sample.draft(.add(record: .document(Sample.document($0)))) }, batch: "import", at: Sample.now
        )
        #expect(entries.count == 51)
        #expect(entries[0].change == .batch(summary: "import"))
        #expect(entries.dropFirst().allSatisfy { $0.batch == entries[0].id })
        let after = try archive.situation("test")
        let undo = try archive.append([Sample.draft(.undo(entry: entries[0].id))], at: Sample.now)
        #expect(try archive.situation("test") == before)
        #expect(try archive.tally(of: "test").documents == 0)
        try archive.append([Sample.draft(.undo(entry: undo[0].id))], at: Sample.now)
        #expect(try archive.situation("test") == after)
    }

    @Test func situationsInOneArchiveStayApart() throws {
        let archive = try Archive.temporary()
        let other = SituationID("other")
        try archive.append(
            [
                Sample.draft(.add(record: .document(Sample.document(1)))),
                Draft(situation: other, author: Sample.ada, change: .add(record: .document(Sample.document(2)))),
                Draft(
                    situation: other, author: Sample.ada,
                    change: .add(record: .header(Header(id: other, title: "Other")))),
            ], batch: "both", at: Sample.now)
        for (id, expected) in [(SituationID("test"), "document-1"), (other, "document-2")] {
            for query in ["", "troops", "-nothing"] {
                let request = PageRequest(situation: id, query: Query(query))
                #expect(try archive.documents(request).rows.map(\.value.id.text) == [expected])
            }
            #expect(try archive.log(PageRequest(situation: id)).rows.count == 1)
            #expect(try archive.tally(of: id, reader: "ada").unseenDocuments == 1)
        }
        #expect(try archive.situations().map(\.id) == [other])
        #expect(try archive.rebuild().isEqual)
    }
}
