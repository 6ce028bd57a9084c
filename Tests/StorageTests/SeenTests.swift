import QueryLanguage
import SituationModel
import Storage
import TestSupport
import Testing

@Suite struct SeenTests {
    private func unseen(_ archive: Archive, _ reader: String, asOf: Instant? = nil) throws -> Set<String> {
        let page = try archive.documents(PageRequest(situation: "test", asOf: asOf, reader: reader, limit: 1_000))
        return Set(page.rows.filter(\.isUnseen).map(\.value.id.text))
    }

    private func archive(documents: Int) throws -> Archive {
        let archive = try Archive.temporary()
        try archive.append(
            (0..<documents).map { Sample.draft(.add(record: .document(Sample.document($0)))) }, at: Sample.now)
        return archive
    }

    @Test func whatHasBeenLookedAtIsSeenUntilItChanges() throws {
        let archive = try archive(documents: 3)
        #expect(try unseen(archive, "ada") == ["document-0", "document-1", "document-2"])
        try archive.markSeen([.document("document-1"), .actor("nis"), .document("nowhere")], of: "test", reader: "ada")
        #expect(try unseen(archive, "ada") == ["document-0", "document-2"])
        #expect(try unseen(archive, "boris").count == 3)
        #expect(try archive.tally(of: "test", reader: "ada").unseenDocuments == 2)
        #expect(try archive.tally(of: "test").unseenDocuments == 0)
        var revised = Sample.document(1)
        revised.title = "Report 1, corrected"
        try archive.append(
            [Sample.draft(.revise(before: .document(Sample.document(1)), after: .document(revised)))], at: Sample.now)
        #expect(try unseen(archive, "ada").contains("document-1"))
        #expect(try archive.tally(of: "test", reader: "ada").unseenDocuments == 3)
        try archive.markAllSeen(of: "test", reader: "ada")
        #expect(try unseen(archive, "ada").isEmpty)
        #expect(try archive.tally(of: "test", reader: "ada").unseen == 0)
        try archive.append([Sample.draft(.add(record: .document(Sample.document(9))))], at: Sample.now)
        #expect(try unseen(archive, "ada") == ["document-9"])
        #expect(try archive.tally(of: "test", reader: "ada").unseenDocuments == 1)
    }

    @Test func nobodyIsAskedForNothingIsUnseen() throws {
        let page = try archive(documents: 2).documents(PageRequest(situation: "test"))
        #expect(page.rows.count == 2 && page.rows.allSatisfy { !$0.isUnseen })
    }

    @Test(arguments: 1...15)
    func theTallyAgreesWithThePages(seed: UInt64) throws {
        var sampler = JournalSampler(seed: seed, recordsOfAKind: 8)
        let archive = try Archive.temporary()
        var waiting = sampler.journal(length: 200)
        while !waiting.isEmpty {
            try archive.receive(Array(waiting.prefix(15)))
            waiting.removeFirst(min(15, waiting.count))
            let request = PageRequest(situation: sampler.situation, reader: "ada", limit: 1_000)
            let documents = try archive.documents(request).rows
            let quotes = try archive.quotes(request).rows
            let events = try archive.events(request).rows
            let tally = try archive.tally(of: sampler.situation, reader: "ada")
            #expect(tally.unseenDocuments == documents.count(where: \.isUnseen), "seed \(seed)")
            #expect(tally.unseenQuotes == quotes.count(where: \.isUnseen), "seed \(seed)")
            #expect(tally.unseenEvents == events.count(where: \.isUnseen), "seed \(seed)")
            #expect(tally.newestReceived == documents.first?.value.received, "seed \(seed)")
            let looked = documents.prefix(2).map { RecordKey.document($0.value.id) }
            try archive.markSeen(
                looked + events.suffix(2).map { .event($0.value.id) }, of: sampler.situation, reader: "ada")
            if sampler.generator.happens(oneIn: 4) { try archive.markAllSeen(of: sampler.situation, reader: "ada") }
        }
    }
}
