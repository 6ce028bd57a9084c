import Foundation
import SituationModel
import Storage
import TestSupport
import Testing
import Watch

/// The collector against a real server: what a source says, what comes of it in the archive, and what is said of it.
@Suite struct CollectorTests {
    private static let troops = FeedText.Entry(
        "troops", "Egypt sends troops",
        """
        Egypt sent two brigades to the border of Sudan on Friday, the government in Cairo said in a statement that was read \
        out on state television. “We will not wait any longer,” President Nora Falk said after a meeting of her cabinet.
        """)
    private static let talks = FeedText.Entry(
        "talks", "Talks go on",
        """
        Talks between the two governments will go on next week in Geneva, a spokesman for the Swiss foreign ministry said, \
        though neither side has said whom it will send. An earlier round of talks ended in May without a result.
        """)

    private func source(
        _ id: SourceID, _ kind: Subscription.Kind, _ address: String, completesStubs: Bool = false,
        isPaused: Bool = false
    ) -> Source {
        Source(
            id: id, name: id.text, family: id.text,
            subscription: Subscription(
                kind, address, everyMinutes: 1, completesStubs: completesStubs, isLocal: true, isPaused: isPaused))
    }

    private func feed(_ server: FolderServer, id: SourceID = "wire", _ name: String = "feed.xml") -> Source {
        source(id, .feed, server.url(name))
    }

    // MARK: Feeds

    @Test func aFeedComesInOnceAndItsChangesAsVersions() async throws {
        let server = try FolderServer()
        try server.put(FeedText.rss([Self.troops, Self.talks]), at: "feed.xml")
        let watched = try WatchedArchive([feed(server)])
        watched.begin()
        #expect(try await watched.first("wire") == "2 new")
        #expect(try watched.titles == ["Egypt sends troops", "Talks go on"])
        #expect(try watched.situation.quotes.inOrder.contains { $0.text.hasPrefix("We will not wait any longer") })
        // The same again: a 304, and not a line in the journal.
        let count = try watched.archive.journal(of: "gulf").count
        #expect(try await watched.next("wire") == "304, nothing new")
        #expect(try server.answers(to: "feed.xml") == [200, 304])
        // The same entries in other bytes: an answer, and again not a line.
        try server.put(FeedText.rss([Self.troops, Self.talks]) + "\n<!-- built anew -->", at: "feed.xml")
        #expect(try await watched.next("wire") == "nothing new")
        #expect(try watched.archive.journal(of: "gulf").count == count)
        // Other words for one of them: a version, the former one in the journal.
        var later = Self.troops
        later.text = later.text.replacingOccurrences(of: "two brigades", with: "three brigades")
        try server.put(FeedText.rss([later, Self.talks]), at: "feed.xml")
        #expect(try await watched.next("wire") == "1 new")
        let document = try #require(try watched.situation.documents.inOrder.first { $0.title == later.title })
        #expect(document.text.contains("three brigades"))
        #expect(try watched.situation.documents.count == 2)
        let former = try watched.archive.journal(of: "gulf").compactMap { entry -> String? in
            guard case .revise(before: .document(let before), after: _) = entry.change else { return nil }
            return before.text
        }
        #expect(former == [Self.troops.text])
        await watched.end()
        #expect(try watched.archive.rebuild().differences == [])
    }

    @Test func aStoryInTwoFeedsIsOneDocumentWithTwoAppearances() async throws {
        let server = try FolderServer()
        try server.put(FeedText.rss([Self.troops]), at: "feed.xml")
        let watched = try WatchedArchive([feed(server), feed(server, id: "paper", "paper.xml")])
        try server.put(FeedText.rss([]), at: "paper.xml")
        watched.begin()
        #expect(try await watched.first("wire") == "1 new")
        #expect(try await watched.first("paper") == "empty")
        try server.put(
            FeedText.rss([FeedText.Entry("p1", "Cairo moves", Self.troops.text)]), at: "paper.xml")
        _ = try await watched.next("paper")
        let documents = try watched.situation.documents.inOrder
        #expect(documents.map(\.title) == ["Egypt sends troops"])
        #expect(documents.first?.sources == ["wire", "paper"])
        #expect(documents.first?.appearances.map(\.title) == ["Cairo moves"])
        await watched.end()
    }

    @Test func aStubIsCompletedFromItsPageOnceAndStaysWhole() async throws {
        let server = try FolderServer()
        let stub = FeedText.Entry("troops", "Egypt sends troops", "Two brigades are on their way. Read more.")
        try server.put(FeedText.rss([stub]), at: "feed.xml")
        try server.put(Self.page("Egypt sends troops", Self.troops.text), at: "troops.html")
        let watched = try WatchedArchive([
            source("wire", .feed, server.url("feed.xml"), completesStubs: true)
        ])
        watched.begin()
        #expect(try await watched.first("wire") == "1 new")
        #expect(try watched.situation.documents.inOrder.first?.text.contains("brigades to the border") == true)
        // Another entry comes; the page of the first is not asked for again.
        try server.put(FeedText.rss([stub, Self.talks]), at: "feed.xml")
        #expect(try await watched.next("wire") == "1 new")
        #expect(try server.answers(to: "troops.html") == [200])
        // Its page fails; what was whole stays whole.
        try server.answer("troops.html", with: 500)
        var reworded = stub
        reworded.text = "Cairo has sent two brigades. Read more."
        try server.put(FeedText.rss([reworded, Self.talks]), at: "feed.xml")
        _ = try await watched.next("wire")
        #expect(try server.answers(to: "troops.html") == [200, 500])
        #expect(
            try watched.situation.documents.inOrder.contains { $0.text.contains("brigades to the border") },
            "the stub took the place of the whole")
        await watched.end()
    }

    // MARK: Pages, GDELT, folders

    private static func page(_ title: String, _ text: String) -> String {
        """
        <!doctype html><html lang="en"><head><title>\(title)</title><meta property="og:title" content="\(title)"></head>
        <body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>\(title)</h1>
        <p>\(text)</p><p>The river had been rising for weeks, and farmers on both banks had begun to move their cattle to higher
        ground, as they do in every year in which the rain comes early and the dams upstream are opened.</p></article></body></html>
        """
    }

    @Test func aPageIsReadAnewWhenItChanges() async throws {
        let server = try FolderServer()
        try server.put(Self.page("Statement", Self.troops.text), at: "page.html")
        let watched = try WatchedArchive([source("ministry", .page, server.url("page.html"))])
        watched.begin()
        #expect(try await watched.first("ministry") == "1 new")
        #expect(try await watched.next("ministry") == "304, nothing new")
        try server.put(
            Self.page("Statement", Self.troops.text.replacingOccurrences(of: "two", with: "four")), at: "page.html")
        #expect(try await watched.next("ministry") == "1 new")
        let documents = try watched.situation.documents.inOrder
        #expect(documents.count == 1)
        #expect(documents.first?.text.contains("four brigades") == true)
        await watched.end()
    }

    @Test func anUpdateOfGDELTComesInCheckedByItsSum() async throws {
        let server = try FolderServer()
        try Self.putUpdate(on: server, "20260110121500")
        let watched = try WatchedArchive([source("gdelt", .gdelt, server.url("lastupdate.txt"))])
        watched.begin()
        #expect(try await watched.first("gdelt").hasSuffix(" new"))
        let events = try watched.situation.events.inOrder
        #expect(events.map { "\($0.source?.text ?? "") \($0.target?.text ?? "")" } == ["united-states romania"])
        #expect(try await watched.next("gdelt") == "304, nothing new")
        // A file that is not what the list says is not taken in.
        try Self.putUpdate(on: server, "20260110123000")
        try server.put("PK nonsense", at: "20260110123000.export.CSV.zip")
        let words = try await watched.next("gdelt")
        #expect(words.hasPrefix("failed since"), "\(words)")
        #expect(try watched.situation.events.count == 1)
        await watched.end()
    }

    @Test func quartersOfAnHourThatWereMissedAreFetchedLater() async throws {
        let server = try FolderServer()
        // In between, of which GDELT has left one out.
        for moment in ["20260110121500", "20260110120000"] { try Self.putUpdate(on: server, moment) }
        let watched = try WatchedArchive([source("gdelt", .gdelt, server.url("lastupdate.txt"))])
        watched.begin()
        #expect(try await watched.first("gdelt").hasSuffix(" new"))
        #expect(try watched.situation.events.count == 1)
        try Self.putUpdate(on: server, "20260110124500")
        #expect(try await watched.next("gdelt").hasSuffix(" new"))
        #expect(try watched.situation.events.count == 3)
        #expect(try server.answers(to: "20260110123000.export.CSV.zip") == [404])
        // A day and more later: what lies too far back is told of.
        try Self.putUpdate(on: server, "20260112000000")
        _ = try await watched.next("gdelt")
        #expect(watched.warnings.contains { $0.hasPrefix("gdelt: 44 quarters of an hour were missed") })
        await watched.end()
    }

    @Test func aQuarterOfAnHourThatDoesNotComeIsAskedForAgain() async throws {
        let server = try FolderServer()
        try Self.putUpdate(on: server, "20260110121500")
        let watched = try WatchedArchive([source("gdelt", .gdelt, server.url("lastupdate.txt"))])
        watched.begin()
        #expect(try await watched.first("gdelt").hasSuffix(" new"))
        await watched.end()
        // While nobody collects: four more, of which one is left out, and one does not come at first.
        for moment in ["20260110123000", "20260110130000", "20260110131500"] {
            try Self.putUpdate(on: server, moment)
        }
        try server.answer("20260110130000.export.CSV.zip", with: 500)
        watched.begin()
        #expect(try await watched.next("gdelt").hasPrefix("failed since"))
        #expect(try watched.situation.events.count == 2, "what came before the fault is not kept")
        try server.answer("20260110130000.export.CSV.zip", with: nil)
        try await watched.wait("the rest") {
            watched.putForward(minutes: 15)
            return try watched.situation.events.count == 4
        }
        // What has been taken in is not fetched again.
        #expect(try server.answers(to: "20260110123000.export.CSV.zip") == [200])
        await watched.end()
    }

    /// Puts an update of one row there, with zips as GDELT makes them.
    private static func putUpdate(on server: FolderServer, _ moment: String) throws {
        let fields: [Int: String] = [
            0: moment, 1: "20260110", 5: "USA", 6: "UNITED STATES", 7: "USA", 15: "ROU", 16: "ROMANIA", 17: "ROU",
            25: "1", 26: "043", 27: "043", 28: "04", 29: "1", 30: "2.8", 31: "18", 32: "3", 33: "18", 34: "-2.5",
            59: moment, 60: "https://news.example/\(moment)",
        ]
        try server.put((0..<61).map { fields[$0] ?? "" }.joined(separator: "\t") + "\n", at: "row")
        let script = """
            import hashlib, sys, zipfile
            folder, address, moment = sys.argv[1:]
            lines = []
            for kind in ("export", "mentions", "gkg"):
                name = "%s.%s.CSV" % (moment, kind)
                with zipfile.ZipFile(folder + "/" + name + ".zip", "w", zipfile.ZIP_DEFLATED) as file:
                    file.writestr(name, open(folder + "/row").read() if kind == "export" else "")
                data = open(folder + "/" + name + ".zip", "rb").read()
                lines.append("%d %s %s%s.zip" % (len(data), hashlib.md5(data).hexdigest(), address, name))
            open(folder + "/lastupdate.txt", "w").write("\\n".join(lines) + "\\n")
            """
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script, server.folder, server.url(""), moment]
        try process.start()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test func whatIsDroppedIntoAFolderComesIn() async throws {
        let inbox = FileManager.default.temporaryDirectory.appending(path: "inbox-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: inbox) }
        let folder = source("inbox", .folder, inbox)
        let watched = try WatchedArchive([folder])
        watched.begin()
        #expect(try await watched.first("inbox").hasPrefix("failed since"), "the folder is not there yet")
        try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: false)
        try await watched.wait("the folder") { watched.words(about: "inbox").count > 1 }
        try Data(Self.troops.text.utf8).write(to: URL(filePath: inbox + "/note.txt"))
        try await watched.wait("the file") { try watched.situation.documents.count == 1 }
        // The same source is to listen elsewhere from now on.
        let other = inbox + "-2"
        defer { try? FileManager.default.removeItem(atPath: other) }
        try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: false)
        _ = try watched.change(folder) { $0.address = other }
        try Data(Self.talks.text.utf8).write(to: URL(filePath: other + "/talks.txt"))
        try await watched.wait("the file in the other folder") { try watched.situation.documents.count == 2 }
        await watched.end()
    }

    // MARK: How sources stand

    @Test func whatGoesWrongIsSaidAsWhatItIs() async throws {
        let server = try FolderServer()
        try server.put(FeedText.rss([]), at: "empty.xml")
        try server.put("<html><body>Sign in to go on</body></html>", at: "broken.xml")
        try server.put(FeedText.rss([Self.troops]), at: "gone.xml")
        try server.answer("gone.xml", with: 410)
        let watched = try WatchedArchive([
            feed(server, id: "empty", "empty.xml"), feed(server, id: "broken", "broken.xml"),
            feed(server, id: "gone", "gone.xml"), feed(server, id: "missing", "missing.xml"),
        ])
        watched.begin()
        #expect(try await watched.first("empty") == "empty")
        #expect(try await watched.first("broken").hasPrefix("failed since"))
        #expect(try await watched.first("missing").contains("404"))
        #expect(try await watched.first("gone").hasPrefix("retired since"))
        #expect(try await watched.next("empty") == "empty", "a 304 of an empty feed is an empty feed")
        #expect(try await watched.first("broken", after: 1).hasPrefix("failed since"))
        // Once it can be read it counts as read, and the retired one is left alone.
        try server.put(FeedText.rss([Self.talks]), at: "broken.xml")
        #expect(try await watched.next("broken") == "1 new")
        #expect(try server.answers(to: "gone.xml") == [410])
        await watched.end()
    }

    @Test func aSourceIsRememberedByTheNextCollector() async throws {
        let server = try FolderServer()
        try server.put(FeedText.rss([Self.troops]), at: "feed.xml")
        let watched = try WatchedArchive([feed(server), feed(server, id: "gone", "gone.xml")])
        try server.answer("gone.xml", with: 410)
        watched.begin()
        _ = try await watched.first("wire")
        _ = try await watched.first("gone")
        await watched.end()
        watched.begin()
        #expect(try await watched.next("wire") == "304, nothing new")
        #expect(try server.answers(to: "feed.xml") == [200, 304])
        #expect(try server.answers(to: "gone.xml") == [410])
        await watched.end()
    }

    @Test func aPausedSourceIsNotAskedUntilItIsResumed() async throws {
        let server = try FolderServer()
        try server.put(FeedText.rss([Self.troops]), at: "feed.xml")
        try server.put(FeedText.rss([]), at: "other.xml")
        let paused = source("wire", .feed, server.url("feed.xml"), isPaused: true)
        let watched = try WatchedArchive([paused, feed(server, id: "other", "other.xml")])
        watched.begin()
        _ = try await watched.first("other")
        _ = try await watched.next("other")
        #expect(try watched.situation.documents.isEmpty)
        #expect(watched.words(about: "wire") == [])
        _ = try watched.change(paused) { $0.isPaused = false }
        #expect(try await watched.first("wire") == "1 new")
        await watched.end()
    }

    // MARK: Changes while it runs

    @Test func changesOfTheSourcesAreTakenUp() async throws {
        let server = try FolderServer()
        try server.put(FeedText.rss([Self.troops]), at: "feed.xml")
        try server.put(FeedText.rss([Self.talks]), at: "moved.xml")
        let first = feed(server)
        let watched = try WatchedArchive([first])
        watched.begin()
        #expect(try await watched.first("wire") == "1 new")
        // A source that is new.
        try server.put(FeedText.rss([]), at: "other.xml")
        let other = feed(server, id: "other", "other.xml")
        try watched.add([.source(other)])
        #expect(try await watched.first("other") == "empty")
        // Another address: asked at once, as one that nothing is known of.
        let count = watched.words(about: "wire").count
        _ = try watched.change(first) { $0.address = server.url("moved.xml") }
        #expect(try await watched.first("wire", after: count) == "1 new")
        #expect(try server.answers(to: "moved.xml") == [200])
        // One that is removed is not asked any more, though it was not the last that changed.
        try watched.write([.remove(key: .source("wire"))])
        try await watched.wait("two rounds") {
            watched.putForward(minutes: 15)
            return watched.words(about: "other").count >= 3
        }
        let asked = try server.answers(to: "moved.xml").count
        for _ in 0..<2 { _ = try await watched.next("other") }
        #expect(try server.answers(to: "moved.xml").count == asked)
        await watched.end()
    }

    @Test func aRetiredSourceIsAskedAgainAtAnotherAddress() async throws {
        let server = try FolderServer()
        try server.answer("gone.xml", with: 410)
        try server.put(FeedText.rss([Self.talks]), at: "feed.xml")
        let gone = feed(server, "gone.xml")
        let watched = try WatchedArchive([gone])
        watched.begin()
        #expect(try await watched.first("wire").hasPrefix("retired since"))
        await watched.end()
        // Changed while nobody collects.
        _ = try watched.change(gone) { $0.address = server.url("feed.xml") }
        watched.begin()
        #expect(try await watched.first("wire", after: 1) == "1 new")
        await watched.end()
    }

    @Test func somebodyWhoIsAddedIsFoundInWhatComesAfter() async throws {
        let server = try FolderServer()
        try server.put(FeedText.rss([Self.talks]), at: "feed.xml")
        let watched = try WatchedArchive([feed(server)])
        watched.begin()
        #expect(try await watched.first("wire") == "1 new")
        try watched.add([.actor(Actor(id: "river-council", name: "Quiet River Council", kind: .group))])
        let entry = FeedText.Entry("river", "Water", "The Quiet River Council attacked Sudan on Friday.")
        try server.put(FeedText.rss([Self.talks, entry]), at: "feed.xml")
        #expect(try await watched.next("wire") == "1 new")
        #expect(try watched.situation.events.inOrder.contains { $0.source == "river-council" })
        await watched.end()
    }
}
