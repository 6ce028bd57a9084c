import GRDB
import QueryLanguage
import SituationModel
import TestSupport
import Testing

@testable import Storage

@Suite struct DoctorTests {
    @Test(arguments: 1...10)
    func rebuildingGivesWhatWasThere(seed: UInt64) throws {
        var sampler = JournalSampler(seed: seed)
        let archive = try Archive.temporary()
        let entries = sampler.journal(length: 150)
        for start in stride(from: 0, to: entries.count, by: 7) {
            try archive.receive(
                Array(entries[start..<min(start + 7, entries.count)]).shuffled(using: &sampler.generator))
        }
        #expect(try archive.check() == [], "seed \(seed)")
        let before = try archive.situation(sampler.situation)
        let comparison = try archive.rebuild()
        #expect(comparison.differences == [], "seed \(seed)")
        #expect(comparison.rows > 100)
        #expect(!comparison.isReplaced)
        #expect(try archive.rebuild(replacing: true).isEqual, "seed \(seed)")
        #expect(try archive.situation(sampler.situation) == before, "seed \(seed)")
        #expect(try archive.check() == [], "seed \(seed)")
    }

    /// Ways in which projections can come to differ from the journal.
    static let tamperings = [
        "UPDATE version SET body = replace(body, 'South', 'North')", "DELETE FROM version WHERE kind = 'actor'",
        "UPDATE document SET untilKnown = fromKnown + 1", "DELETE FROM standing", "DELETE FROM line",
        "UPDATE document SET text = x'00'", "UPDATE tally SET count = count + 1", "UPDATE pulse SET change = 0",
        "UPDATE quote SET sort = 0", "INSERT INTO quoteWords (rowid, title, text, tags) VALUES (1, 'a', 'b', 'c')",
    ]

    @Test(arguments: tamperings)
    func rebuildingFindsAndMendsWhatDiffers(tampering: String) throws {
        let archive = try Archive.temporary()
        let quote = Quote(id: "quote-1", kind: .direct, content: [], speaker: "seoul")
        try archive.append(
            [
                Sample.draft(.add(record: .actor(Actor(id: "seoul", name: "South Korea", kind: .state)))),
                Sample.draft(.add(record: .document(Sample.document(1)))), Sample.draft(.add(record: .quote(quote))),
                Sample.draft(.note(text: "a note", about: nil)),
            ], at: Sample.now)
        let right = try archive.situation("test")
        try archive.database.write { try $0.execute(sql: tampering) }
        let found = try archive.rebuild()
        #expect(found.differenceCount > 0 && !found.differences.isEmpty && !found.isReplaced)
        #expect(try archive.rebuild() == found, "nothing was mended when nobody asked for it")
        #expect(try archive.rebuild(replacing: true).isReplaced)
        #expect(try archive.rebuild().isEqual)
        #expect(try archive.situation("test") == right)
        #expect(try archive.check() == [])
    }

    @Test func whatALaterVersionWroteIsKeptAndPassedOver() throws {
        let archive = try Archive.temporary()
        try archive.append(
            [
                Sample.draft(.note(text: "one", about: nil)), Sample.draft(.note(text: "two", about: nil)),
                Sample.draft(.note(text: "three", about: nil)),
            ], at: Sample.now)
        try archive.database.write { database in
            try database.execute(
                sql: #"UPDATE entry SET kind = 'prophecy', change = '{"prophecy":{"of":"rain"}}' WHERE serial = 2"#)
            try database.execute(sql: #"UPDATE entry SET change = '{"note":{"words":7}}' WHERE serial = 3"#)
        }
        #expect(try archive.journal(of: "test").map(\.change) == [.note(text: "one", about: nil)])
        #expect(try archive.log(PageRequest(situation: "test")).rows.count == 1)
        #expect(try archive.outline(of: "test").notes.map(\.text) == ["one"])
        let findings = try archive.check()
        #expect(findings.count == 2 && findings.allSatisfy { $0.weight == .remark })
        #expect(findings.contains { $0.text.contains("“prophecy”") })
        try archive.append([Sample.draft(.note(text: "four", about: nil))], at: Sample.now)
        #expect(try archive.rebuild(replacing: true).isReplaced)
        #expect(try archive.outline(of: "test").notes.map(\.text) == ["one", "four"])
        let kept = try archive.database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM entry") }
        #expect(kept == 4)
    }

    @Test func progressIsTold() throws {
        let archive = try Archive.temporary()
        try archive.append(
            (0..<4_500).map { Sample.draft(.note(text: "\($0)", about: nil)) }, batch: "notes", at: Sample.now)
        var told: [Int] = []
        _ = try archive.rebuild { done, total in
            #expect(total == 4_501)
            told.append(done)
        }
        #expect(told == told.sorted() && told.last == 4_501 && told.count > 1)
    }
}
