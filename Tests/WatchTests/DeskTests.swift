import Controller
import Foundation
import SituationModel
import Storage
import Testing
import Watch

/// What the desk does beyond handing on: names that are free, several changes as one act, verdicts.
@Suite struct DeskTests {
    private static let now = Instant(milliseconds: 1_729_760_000_000)
    private static let document = Document(
        id: "d", source: "s", title: "Report", received: now, text: "Ada said no. Ben said no.")

    private static func quote(_ id: QuoteID, _ words: String, review: Review? = nil) -> Quote {
        let anchor = Anchor(words, in: document.text, document: "d")
        return Quote(id: id, kind: .indirect, content: anchor.map { [$0] } ?? [], speaker: nil, review: review)
    }

    private func archive(_ records: [Record]) throws -> Archive {
        let archive = try Archive.temporary()
        try archive.append(
            ([.document(Self.document)] + records).map {
                Draft(situation: "test", author: Author("reading", kind: .machine), change: .add(record: $0))
            }, at: Self.now)
        return archive
    }

    private func desk(_ archive: Archive, _ reader: String = "ada") -> Desk {
        Desk(archive: archive, reader: reader) { Self.now.advanced(byMilliseconds: 1_000) }
    }

    private func said(_ news: [News]) -> [String] {
        news.compactMap { if case .done(let text) = $0 { text } else { nil } }
    }

    @Test func twoWhoAddTheSameNameGetTwoRecords() async throws {
        let archive = try archive([])
        let actor = Actor(id: "fleet", name: "Fleet", kind: .force)
        for reader in ["ada", "ben"] {
            _ = await desk(archive, reader).perform(
                [.append([.add(record: .actor(actor))], said: "Added Fleet")], on: "test")
        }
        let actors = try archive.outline(of: "test").actors
        #expect(actors["fleet"] != nil && actors["fleet-2"] != nil)
    }

    @Test func severalVerdictsAreOneActAndOneUndo() async throws {
        let quotes = [Self.quote("one", "Ada said no"), Self.quote("two", "Ben said no")].map { quote in
            var quote = quote
            quote.review = Review(rule: "r")
            return Record.quote(quote)
        }
        let archive = try archive(quotes)
        let desk = desk(archive)
        let news = await desk.perform([.review(quotes, .confirmed, said: "Confirmed 2 findings")], on: "test")
        #expect(said(news) == ["Confirmed 2 findings"])
        #expect(try archive.situation("test").quotes.inOrder.allSatisfy { $0.review?.by == "ada" })
        _ = await desk.perform([.undo], on: "test")
        #expect(try archive.situation("test").quotes.inOrder.allSatisfy(\.isUnconfirmed))
    }

    @Test func whoDecidesSecondIsToldOfTheFirst() async throws {
        let quote = Record.quote(Self.quote("one", "Ada said no", review: Review(rule: "r")))
        let archive = try archive([quote])
        _ = await desk(archive, "ben").perform([.review([quote], .rejected, said: "Rejected")], on: "test")
        let news = await desk(archive, "ada").perform([.review([quote], .confirmed, said: "Confirmed")], on: "test")
        #expect(said(news) == ["Confirmed; ben had decided otherwise"])
        #expect(try archive.situation("test").quotes["one"]?.review?.inWords == "confirmed by ada")
    }

    @Test func whoCorrectsAFindingConfirmsIt() async throws {
        let before = Self.quote("one", "Ada said no", review: Review(rule: "r"))
        let archive = try archive([.quote(before)])
        var after = before
        after.venue = "Vik"
        _ = await desk(archive).perform(
            [.append([.revise(before: .quote(before), after: .quote(after))], said: "Changed")], on: "test")
        let quote = try #require(try archive.situation("test").quotes["one"])
        #expect(quote.review?.inWords == "confirmed by ada")
        #expect(quote.review?.at == Self.now.advanced(byMilliseconds: 1_000))
        #expect(quote.venue == "Vik")
    }

    @Test func wordsThatStandTwiceAreFoundWhereTheyWere() async throws {
        let archive = try archive([])
        let news = await desk(archive).perform([.anchor(words: "said no", in: "d", near: 17)], on: "test")
        guard case .anchored(let anchor?)? = news.first else {
            Issue.record("no anchor")
            return
        }
        #expect(anchor.start == 17)
    }

    /// A ladder has one history, of which each rung shows its part; its moves are shown with the documents they rest on.
    @Test func aRungHasTheHistoryOfItsOwnAndTheDocumentsOfItsMoves() async throws {
        let rungs = ["one", "two"].map { Rung(id: RungID($0), title: $0) }
        let archive = try archive([.ladder(Ladder(id: "l", title: "L", actors: [], rungs: rungs))])
        let anchor = try #require(Anchor("Ada said no", in: Self.document.text, document: "d"))
        for rung in ["one", "two"] {
            let key = RungKey("l", RungID(rung))
            let move = RungMove(.announced, by: Author("ben"), reason: "said so", evidence: [anchor])
            let reading = IndicatorReading(.observed, reason: "1 of 1", evidence: [])
            try archive.append(
                [
                    Draft(situation: "test", author: Author("ben"), change: .move(rung: key, move: move)),
                    Draft(
                        situation: "test", author: LadderWatch.author,
                        change: .read(indicator: IndicatorKey(key, "sign"), reading: reading)),
                ], at: Self.now)
        }
        let subject = Subject.item(.rung(RungKey("l", "one")))
        let news = await desk(archive).perform([.load(.detail(subject, asOf: nil))], on: "test")
        guard case .detail(let data, _)? = news.first else {
            Issue.record("no detail came: \(news)")
            return
        }
        #expect(data.documents["d"]?.title == "Report")
        let read = data.history.compactMap { logged -> RungKey? in
            if case .read(let indicator, _) = logged.entry.change { indicator.rung } else { nil }
        }
        #expect(read == [RungKey("l", "one")])
        #expect(data.history.contains { if case .add = $0.entry.change { true } else { false } })
    }

    @Test func whoCollectsIsNewsToo() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "desk-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/archive.sqlite"
        let archive = try Archive.open(at: path, .readWrite(create: true))
        try archive.append(
            [
                .document(Self.document),
                .source(
                    Source(
                        id: "feed", name: "Feed", family: "feed",
                        subscription: Subscription(.feed, "https://wire.example/f.xml"))),
            ].map { Draft(situation: "test", author: Author("ada"), change: .add(record: $0)) },
            at: Self.now)
        let desk = desk(archive)
        _ = await desk.perform([.load(.outline(asOf: nil)), .load(.collecting)], on: "test")
        #expect(await desk.hasChanged() == false)
        let changes = archive.changes()
        var lease = try CollectorLease(ofArchiveAt: path, holder: "ben")
        let isTaken = lease != nil
        #expect(isTaken)
        #expect(await desk.hasChanged())
        for await _ in changes { break }
        let news = await desk.perform([.load(.collecting)], on: "test")
        #expect(news.contains { if case .collecting(let told) = $0 { told.collector == "ben" } else { false } })
        #expect(await desk.hasChanged() == false)
        // Given up: told as well, though nothing is written.
        let later = archive.changes()
        lease = nil
        for await _ in later { break }
        #expect(await desk.hasChanged())
    }
}
