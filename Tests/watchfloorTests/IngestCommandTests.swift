import Foundation
import Glibc
import TestSupport
import Testing

/// What `ingest` takes, and what becomes of it when it is broken off.
@Suite struct IngestCommandTests {
    private static let story = "Egypt attacked Sudan on Friday. “We had no choice,” President Nora Falk said."

    // MARK: Broken off

    /// A feed in which stories come again in other words, so that what is one story hangs on what came before.
    private func largeFeed(_ count: Int) -> String {
        var generator = SeededGenerator(seed: 7)
        let names = ["Ada Holm", "Ben Ortiz", "Carla Mendes", "Dana Weiss", "Emil Krause", "Farah Noor"]
        let states = ["Egypt", "Sudan", "Chad", "Libya", "Ethiopia", "Eritrea"]
        let nouns = [
            "convoy", "bridge", "harbour", "council", "minister", "border", "river", "brigade", "radar", "ferry",
        ]
        var texts: [String] = []
        let entries = (0..<count).map { number in
            if number % 5 == 4, let earlier = texts.dropLast(Int.random(in: 0..<40, using: &generator)).last {
                // The same story, told by somebody else.
                return FeedText.Entry("e\(number)", "Again \(number)", "Late on Monday, in short. \(earlier)")
            }
            let filler = (0..<30).map { _ in "\(generator.pick(nouns)) \(Int.random(in: 0..<900, using: &generator))" }
            let name = generator.pick(names)
            let text = """
                Minister \(name) said that \(generator.pick(states)) would attack \(generator.pick(states)). “We saw \(number) \
                trucks,” \(name.split(separator: " ").last ?? "") said. The report names \(filler.joined(separator: ", ")).
                """
            texts.append(text)
            return FeedText.Entry("e\(number)", "Report \(number)", text)
        }
        return FeedText.rss(entries)
    }

    /// The lines of a dossier, without the times at which things came in and the machine moved rungs.
    private func timeless(_ home: Home, _ archive: String) throws -> [Substring] {
        try home.watchfloor("export", "--db", archive).output.split(separator: "\n").filter { line in
            let words = line.drop { $0 == " " || $0 == "-" }
            return !["received:", "known:", "at:"].contains { words.hasPrefix($0) }
        }
    }

    @Test func whatIsBrokenOffAndTakenUpAgainIsAsIfNothingHadBeen() async throws {
        let home = try Home()
        let feed = try home.write(largeFeed(780), to: "feed.xml")
        let (whole, broken) = (home.path + "/whole.sqlite", home.path + "/broken.sqlite")
        let undisturbed = try home.watchfloor("ingest", feed, "--db", whole)
        #expect(undisturbed.code == 0, "\(undisturbed.errors)")
        for documents in [12, 268] {
            let program = try RunningProgram(home, "ingest", feed, "--db", broken)
            // Run for moments only and held while the archive is looked at, so that it is killed in the middle of its work.
            try await wait("the first documents") {
                program.signal(SIGCONT)
                usleep(100_000)
                program.signal(SIGSTOP)
                return try self.count(home, broken) >= documents || !program.isRunning
            }
            #expect(program.isRunning, "it was over before it could be broken off at \(documents): \(program.errors)")
            program.kill()
        }
        let resumed = try home.watchfloor("ingest", feed, "--db", broken)
        #expect(resumed.code == 0, "\(resumed.errors)")
        #expect(resumed.errors.contains("already here"), "\(resumed.errors)")
        let (expected, found) = (try timeless(home, whole), try timeless(home, broken))
        #expect(expected.contains { $0.contains("Again 779") })
        #expect(expected.contains { $0.contains("appearances:") })
        let first = zip(expected, found).first { $0 != $1 }
        #expect(first == nil && expected.count == found.count, "\(first.map { "\($0) – \($1)" } ?? "one is longer")")
        #expect(try home.watchfloor("doctor", "--db", broken).code == 0)
    }

    /// How many documents there are in the archive, eleven of which came with the program; 0 where there is none yet.
    private func count(_ home: Home, _ archive: String) throws -> Int {
        let output = try home.watchfloor("status", "--db", archive).output
        return output.firstMatch(of: /([0-9]+) documents?/).flatMap { Int($0.output.1) } ?? 0
    }

    // MARK: A pipe

    @Test func aSlowWriterIsHeardLineByLine() async throws {
        let home = try Home()
        _ = try home.watchfloor("export")
        let program = try RunningProgram(home, "ingest", "-")
        for (number, title) in ["First line", "Second line", "Third line"].enumerated() {
            try program.write("{\"id\":\"\(number)\",\"title\":\"\(title)\",\"text\":\"\(title). \(Self.story)\"}\n")
            try await wait("“\(title)”") { try home.watchfloor("export").output.contains(title) }
            #expect(program.isRunning)
        }
        try program.close()
        #expect(program.finish() == 0)
        #expect(program.errors.contains("3 new documents"), "\(program.errors)")
    }

    /// The processors that all threads of a process may use, as the kernel tells them; `nil` while they differ.
    private func processors(of process: Int32) throws -> String? {
        let threads = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")
        let lists = Set(
            threads.compactMap { thread in
                try? String(contentsOfFile: "/proc/\(process)/task/\(thread)/status", encoding: .utf8)
                    .split(separator: "\n").first { $0.hasPrefix("Cpus_allowed:") }.map(String.init)
            })
        return lists.count == 1 ? lists.first : nil
    }

    @Test(.enabled(if: ProcessInfo.processInfo.activeProcessorCount > 1))
    func whoTypesOnABoardHasAProcessorToThemselves() async throws {
        let tmux = try Tmux(columns: 80, rows: 24)
        defer { tmux.stop() }
        try await tmux.wait(for: "$")
        try tmux.type("cd; watchfloor")
        try tmux.press("Enter")
        try await tmux.wait(for: "3 Quotes")
        let program = try RunningProgram(tmux.home, "ingest", "-")
        var whole: String?
        try await wait("the ingest") {
            whole = try processors(of: program.number)
            return whole != nil
        }
        // As long as keys come, one processor less; soon after the last, all of them again.
        try await wait("the ingest to give way") {
            try tmux.press("j", "k")
            let now = try processors(of: program.number)
            return now != nil && now != whole
        }
        try await wait("the ingest to go on as before") { try processors(of: program.number) == whole }
        try program.close()
        _ = program.finish()
    }

    // MARK: Kinds of files

    private func python(_ home: Home, _ script: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script]
        process.currentDirectoryURL = URL(filePath: home.path)
        try process.start()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test func archivesMailAndPagesAreTakenForWhatTheyAre() throws {
        let home = try Home()
        _ = try home.write("Zipped. \(Self.story)", to: "zipped.txt")
        _ = try home.write("{\"title\":\"Packed\",\"text\":\"Packed. \(Self.story)\"}\n", to: "packed.jsonl")
        try python(
            home,
            """
            import gzip, zipfile
            with zipfile.ZipFile("a.zip", "w", zipfile.ZIP_DEFLATED) as file: file.write("zipped.txt")
            open("b.jsonl.gz", "wb").write(gzip.compress(open("packed.jsonl", "rb").read()))
            """)
        _ = try home.write(
            """
            From: Desk <desk@news.example>\r
            To: watch@news.example\r
            Subject: =?utf-8?q?Posted_caf=C3=A9?=\r
            Date: Fri, 18 Oct 2024 12:00:00 +0200\r
            Message-ID: <one@news.example>\r
            MIME-Version: 1.0\r
            Content-Type: text/plain; charset=utf-8\r
            Content-Transfer-Encoding: quoted-printable\r
            \r
            Posted. Egypt attacked Sudan on Friday, somebody wrote from a caf=C3=A9.\r

            """, to: "c.eml")
        _ = try home.write(
            """
            <!doctype html><html lang="en"><head><title>Paged - News</title>
            <meta property="og:title" content="Paged"></head><body><nav><a href="/x">Elsewhere entirely</a></nav><article>
            <h1>Paged</h1><p>\(Self.story) The ministry in Khartoum did not answer questions on the matter.</p>
            <p>Observers on the border counted the trucks for hours, and wrote down where they came from.</p></article></body></html>
            """, to: "d.html")
        for (file, title) in [
            ("a.zip", "Zipped."), ("b.jsonl.gz", "Packed"), ("c.eml", "Posted café"), ("d.html", "Paged"),
        ] {
            let archive = home.path + "/" + file + ".sqlite"
            let taken = try home.watchfloor("ingest", home.path + "/" + file, "--db", archive)
            #expect(taken.code == 0, "\(file): \(taken.errors)")
            #expect(taken.errors.contains("1 new document,"), "\(file): \(taken.errors)")
            let dossier = try home.watchfloor("export", "--db", archive).output
            #expect(dossier.contains(title), "\(file)")
            #expect(!dossier.contains("Elsewhere entirely"))
            // And once more, whatever it is.
            let again = try home.watchfloor("ingest", home.path + "/" + file, "--db", archive)
            #expect(
                again.errors.contains("1 already here") && !again.errors.contains("new"), "\(file): \(again.errors)")
        }
    }

    @Test func aFileThatHasChangedIsAnotherVersionOfItsDocument() throws {
        let home = try Home()
        let archive = home.path + "/a.sqlite"
        _ = try home.write("Nile\n\n" + Self.story, to: "in/nile.txt")
        _ = try home.write(
            "{\"text\": \"Egypt met Chad.\"}\n{\"text\": \"Chad met Libya.\"}\n", to: "in/two.jsonl")
        let first = try home.watchfloor("ingest", home.path + "/in", "--db", archive)
        #expect(first.code == 0 && first.errors.contains("3 new documents"), "\(first.errors)")
        _ = try home.write("Sahel\n\nLibya sent four ships to Chad, and nothing is as it was.", to: "in/nile.txt")
        let second = try home.watchfloor("ingest", home.path + "/in", "--db", archive)
        #expect(second.errors.contains("1 changed document"), "\(second.errors)")
        #expect(second.errors.contains("2 already here"), "\(second.errors)")
        // By whatever path it is reached, it is the same file; another one is not.
        let third = try home.watchfloor("ingest", home.path + "/in/../in/nile.txt", "--db", archive)
        #expect(third.errors.contains("1 already here"), "\(third.errors)")
        _ = try home.write("Egypt sent a note to Eritrea.", to: "in/note.txt")
        let fourth = try home.watchfloor("ingest", home.path + "/in/note.txt", "--db", archive)
        #expect(fourth.errors.contains("1 new document"), "\(fourth.errors)")
    }

    @Test func aBrokenLineInAPipeIsNamedAndTheWorkDoneInPart() async throws {
        let home = try Home()
        let program = try RunningProgram(home, "ingest", "-", "--db", home.path + "/a.sqlite")
        try program.write("{\"text\": \"Egypt met Chad.\"}\n{\"text\": broken\n")
        try program.close()
        #expect(program.finish() == 1)
        #expect(program.errors.contains("line 2") && program.errors.contains("not all was taken in"))
        #expect(program.errors.contains("1 new document"))
    }

    @Test func aBrokenFileInATreeIsNamedAndTheRestTaken() throws {
        let home = try Home()
        for name in ["one", "two"] {
            _ = try home.write("Paper \(name). \(Self.story)", to: "tree/\(name)/\(name).txt")
        }
        _ = try home.write("PK\u{3}\u{4} and nothing that follows from it", to: "tree/broken.zip")
        let taken = try home.watchfloor("ingest", home.path + "/tree")
        #expect(taken.code == 1, "\(taken.errors)")
        #expect(taken.errors.contains("broken.zip"), "\(taken.errors)")
        #expect(
            taken.errors.contains("2 new documents") || taken.errors.contains("further appearance"), "\(taken.errors)")
        // Alone it is bad input.
        let alone = try home.watchfloor("ingest", home.path + "/tree/broken.zip")
        #expect(alone.code == 3)
        #expect(alone.errors.contains("broken.zip"), "\(alone.errors)")
    }

    @Test func whatCameBeforeAFaultIsKept() throws {
        let home = try Home()
        try python(
            home,
            """
            import gzip, json, random
            digits = random.Random(1)
            def line(number):
                words = " ".join("%x" % digits.getrandbits(64) for _ in range(60))
                return json.dumps({"id": str(number), "title": "Line %d" % number, "text": "Line %d. %s" % (number, words)})
            lines = [line(number) for number in range(400)]
            data = gzip.compress("\\n".join(lines).encode())
            open("cut.jsonl.gz", "wb").write(data[:len(data) * 3 // 4])
            """)
        let taken = try home.watchfloor("ingest", home.path + "/cut.jsonl.gz")
        #expect(taken.code == 1, "\(taken.errors)")
        #expect(taken.errors.contains("cut.jsonl.gz"), "\(taken.errors)")
        let count = try #require(taken.errors.firstMatch(of: /([0-9]+) new documents/).flatMap { Int($0.output.1) })
        #expect(count < 400)
    }

    @Test func theFormerFormatOfGDELTIsRefusedWithAWord() throws {
        let home = try Home()
        // 58 columns: a daily file of GDELT 1.0.
        let fields: [Int: String] = [
            0: "267200000", 1: "20131220", 2: "201312", 3: "2013", 4: "2013.9589", 5: "USA", 6: "UNITED STATES",
            7: "USA",
            15: "EGY", 16: "EGYPT", 17: "EGY", 25: "1", 26: "043", 27: "043", 28: "04", 29: "1", 30: "2.8", 31: "4",
            32: "1",
            33: "4", 34: "2.1", 56: "20131220", 57: "http://news.example/a",
        ]
        let row = (0..<58).map { fields[$0] ?? "" }.joined(separator: "\t")
        let file = try home.write(row + "\n" + row + "\n", to: "20131220.export.CSV")
        let taken = try home.watchfloor("ingest", file)
        #expect(taken.code == 3, "\(taken.errors)")
        #expect(taken.errors.contains("GDELT 1.0"), "\(taken.errors)")
    }

    // MARK: Addresses

    @Test func anAddressInTheLocalNetworkIsAskedOnlyWhereThatIsSaid() throws {
        let server = try FolderServer()
        let home = try Home()
        try server.put(FeedText.rss([FeedText.Entry("a", "Fetched news", Self.story)]), at: "feed.xml")
        let refused = try home.watchfloor("ingest", server.url("feed.xml"))
        #expect(refused.code == 3)
        #expect(refused.errors.contains("local network"), "\(refused.errors)")
        #expect(refused.errors.contains("--local"), "it does not say what to do: \(refused.errors)")
        #expect(try server.answers(to: "feed.xml") == [])
        let taken = try home.watchfloor("ingest", "--local", server.url("feed.xml"))
        #expect(taken.code == 0, "\(taken.errors)")
        #expect(taken.errors.contains("1 new document"))
        let missing = try home.watchfloor("ingest", "--local", server.url("nothing.xml"))
        #expect(missing.code == 3)
        #expect(missing.errors.contains("404"), "\(missing.errors)")
    }
}
