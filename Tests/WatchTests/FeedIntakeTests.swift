import Foundation
import Reading
import SituationModel
import Storage
import TestSupport
import Testing

@testable import Watch

/// A feed that comes again: entries that are as they were are known by themselves, all others as ever.
@Suite struct FeedIntakeTests {
    private static let now = Instant(milliseconds: 1_729_760_000_000)

    private func archive() throws -> Archive {
        let archive = try Archive.temporary()
        let header = Header(id: "nile", title: "The Nile", headline: "", summary: "")
        try archive.append(
            [Draft(situation: "nile", author: Author("ada"), change: .add(record: .header(header)))], at: Self.now)
        return archive
    }

    /// Takes in a feed of such entries, as a program does that is started for it.
    private func take(_ bodies: [String], into archive: Archive) async throws -> IntakeOutcome {
        let items = bodies.enumerated().map { number, body in
            "<item><title>Story \(number)</title><guid>urn:story:\(number)</guid><description>\(body)</description></item>"
        }
        let path = FileManager.default.temporaryDirectory.appending(path: "feed-\(UUID().uuidString).xml").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try "<rss version=\"2.0\"><channel><title>Feed</title>\(items.joined())</channel></rss>"
            .write(toFile: path, atomically: true, encoding: .utf8)
        var intake = try BulkIntake(into: archive, situation: "nile", gazetteer: .builtIn, source: "wire") { Self.now }
        try await intake.take(path: path)
        return intake.progress.outcome
    }

    private func texts(_ archive: Archive) throws -> [String] {
        try archive.situation("nile").documents.inOrder.map(\.text).sorted()
    }

    @Test func anEntryThatComesAgainIsKnownUntilItIsOtherwise() async throws {
        let archive = try archive()
        let first = [
            "&lt;p&gt;The bridge is &lt;b&gt;open&lt;/b&gt;&lt;/p&gt;", "&lt;p&gt;The river is high&lt;/p&gt;",
        ]
        #expect(try await take(first, into: archive).added == 2)
        let entries = try archive.journal(of: "nile").count
        #expect(try await take(first, into: archive).unchanged == 2)
        // Other markup, the same words: looked at, and found to be nothing new.
        #expect(try await take(["&lt;div&gt;The bridge is open&lt;/div&gt;", first[1]], into: archive).unchanged == 2)
        #expect(try archive.journal(of: "nile").count == entries)
        let second = ["&lt;p&gt;The bridge is closed&lt;/p&gt;", first[1]]
        let changed = try await take(second, into: archive)
        #expect(changed.changed == 1 && changed.unchanged == 1)
        #expect(try await take(second, into: archive).unchanged == 2)
        // What it said at first is a change once more, though it came so before.
        let back = try await take(first, into: archive)
        #expect(back.changed == 1 && back.unchanged == 1)
        #expect(try texts(archive) == ["The bridge is open", "The river is high"])
        #expect(try await take(first, into: archive).unchanged == 2)
    }

    @Test func anEntryWhoseDocumentWasRemovedDoesNotComeBack() async throws {
        let archive = try archive()
        _ = try await take(["The bridge is open"], into: archive)
        let document = try #require(try archive.situation("nile").documents.inOrder.first)
        try archive.append(
            [Draft(situation: "nile", author: Author("ada"), change: .remove(key: .document(document.id)))],
            at: Self.now.advanced(byMilliseconds: 5_000))
        let outcome = try await take(["The bridge is open"], into: archive)
        #expect(outcome.removed == 1 && outcome.unchanged == 0)
    }

    /// Whatever feeds come in whatever order, with markup or without: in the end each document says what its entry said last.
    @Test(arguments: 1...12)
    func documentsSayWhatCameLast(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let archive = try archive()
        let words = ["open", "closed", "guarded", "gone"]
        let forms = ["The bridge is %", "&lt;p&gt;The bridge is %&lt;/p&gt;", "&lt;b&gt;The bridge&lt;/b&gt; is %"]
        var last: [String] = []
        for _ in 0..<8 {
            last = (0..<3).map { number in "\(random.pick(words)) for \(number)" }
            let bodies = last.map { random.pick(forms).replacingOccurrences(of: "%", with: $0) }
            let outcome = try await take(bodies, into: archive)
            #expect(outcome.total == 3)
            #expect(try texts(archive) == last.map { "The bridge is \($0)" }.sorted())
        }
        #expect(try archive.situation("nile").documents.count == 3)
    }

    @Test func theHashOfAnEntryIsOfAllThatItsTextIsMadeOf() {
        let parts = [
            ["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["", "abc"], ["abcdefgh"], ["abcdefgh\0"], ["abcdefg"],
        ]
        #expect(Set(parts.map { StableHash.ofLong($0) }).count == parts.count)
        // The same on every host and in every run: it is kept in the archive.
        #expect(StableHash.ofLong(["entry", "wire", "a text of more than eight bytes"]) == 11_042_338_287_026_095_963)
    }
}
