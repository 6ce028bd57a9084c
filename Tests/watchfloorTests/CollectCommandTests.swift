import Foundation
import Glibc
import TestSupport
import Testing

/// The collector as a program of its own, and beside a board.
@Suite struct CollectCommandTests {
    private func entries(_ names: [String]) -> [FeedText.Entry] {
        names.map { name in
            FeedText.Entry(
                name.replacingOccurrences(of: " ", with: "-"), name, "\(name): Egypt attacked Sudan on Friday.")
        }
    }

    @Test func theUsersOwnHookIsToldOnItsStandardInput() async throws {
        let home = try Home()
        let (archive, told) = (home.path + "/alerts.sqlite", home.path + "/told.jsonl")
        try FileManager.default.createDirectory(atPath: home.path + "/in", withIntermediateDirectories: true)
        _ = try home.write(
            "[alerts]\nhook = [\"tee\", \"-a\", \"\(told)\"]\n[alerts.rules]\nstrikes = \"event:assault\"\n",
            to: ".config/watchfloor/config.toml")
        let dossier = try home.write(
            """
            watchfloor: 1
            situation:
              id: nile
              title: The Nile
            sources:
              - id: inbox
                name: Inbox
                collect:
                  folder: \(home.path)/in
            """, to: "nile.yaml")
        #expect(try home.watchfloor("import", dossier, "--db", archive).code == 0)
        let program = try RunningProgram(home, "collect", "--db", archive)
        try await wait("the collector") { program.errors.contains("collecting from 1 source") }
        // What came from outside is data: it stands in no argument and is run by nobody.
        _ = try home.write("Egypt attacked Sudan; $(touch \(home.path)/run) on Friday.", to: "in/one.txt")
        try await wait("the hook") {
            ((try? String(contentsOfFile: told, encoding: .utf8)) ?? "").contains("\"rule\":\"strikes\"")
        }
        #expect(!FileManager.default.fileExists(atPath: home.path + "/run"))
        #expect(program.terminate() == 0)
    }

    @Test func theNextCollectorTakesOverFromOneThatIsKilled() async throws {
        let server = try FolderServer()
        let home = try Home()
        try server.put(FeedText.rss(entries(["First news"])), at: "a.xml")
        try server.put(FeedText.rss(entries(["Second news"])), at: "b.xml")
        let archive = home.path + "/a.sqlite"
        let feeds = [("a", server.url("a.xml")), ("b", server.url("b.xml"))]
        _ = try home.watchfloor("import", try home.dossier(Array(feeds.prefix(1)), minutes: 30), "--db", archive)
        let first = try RunningProgram(home, "collect", "--verbose", "--db", archive)
        try await wait("the first feed") { first.errors.contains("a: 1 new") }
        let second = try RunningProgram(home, "collect", "--verbose", "--db", archive)
        try await wait("the second collector") { second.errors.contains("waiting: vera on") }
        first.kill()
        try await wait("the second collector's turn") { second.errors.contains("collecting from 1 source") }
        _ = try home.watchfloor("import", try home.dossier(feeds, minutes: 30), "--db", archive)
        try await wait("the second feed") { second.errors.contains("b: 1 new") }
        let dossier = try home.watchfloor("export", "--db", archive).output
        #expect(dossier.contains("First news") && dossier.contains("Second news"))
        // What the first had asked is not asked again before its time.
        #expect(try server.answers(to: "a.xml") == [200])
        #expect(second.terminate() == 0)
    }

    @Test func aBoardThatIsStoppedLetsAnotherCollect() async throws {
        let server = try FolderServer()
        let tmux = try Tmux()
        defer { tmux.stop() }
        let home = tmux.home
        try server.put(FeedText.rss(entries(["First news"])), at: "a.xml")
        _ = try home.watchfloor("import", try home.dossier([("a", server.url("a.xml"))], minutes: 30))
        try await tmux.wait(for: "$")
        try tmux.type("watchfloor --situation gulf")
        try tmux.press("Enter")
        try await tmux.wait(for: "First news")
        let other = try RunningProgram(home, "collect")
        try await wait("the other's waiting") { other.errors.contains("waiting: vera on") }
        try tmux.press("C-z")
        try await tmux.wait(for: "Stopped")
        try await wait("the other's turn") { other.errors.contains("collecting from 1 source") }
        // The board comes back, and takes over when the other ends; it says so without anything else having come.
        try tmux.type("fg")
        try tmux.press("Enter")
        try await tmux.wait(for: "3 Quotes")
        #expect(other.terminate() == 0)
        try tmux.press("S")
        try await tmux.wait(for: "collected by vera on")
    }

    @Test func whoIsStoppedLetsOthersCollect() async throws {
        let server = try FolderServer()
        let home = try Home()
        let archive = home.path + "/a.sqlite"
        try server.put(FeedText.rss(entries(["First news"])), at: "a.xml")
        _ = try home.watchfloor(
            "import", try home.dossier([("a", server.url("a.xml"))], minutes: 30), "--db", archive)
        let first = try RunningProgram(home, "collect", "--verbose", "--db", archive)
        try await wait("the feed") { first.errors.contains("a: 1 new") }
        let second = try RunningProgram(home, "collect", "--verbose", "--db", archive)
        try await wait("the second collector") { second.errors.contains("waiting: vera on") }
        first.signal(SIGTSTP)
        try await wait("the second collector's turn") { second.errors.contains("collecting from 1 source") }
        // Called back it waits for its turn in its turn.
        first.signal(SIGCONT)
        try await wait("the first one's waiting") { first.errors.contains("waiting: vera on") }
        #expect(second.terminate() == 0)
        try await wait("the first one's second turn") {
            first.errors.split(separator: "\n").count { $0.contains("collecting from 1 source") } == 2
        }
        // Stopped, it hears when it is asked to end.
        first.signal(SIGTSTP)
        let third = try RunningProgram(home, "collect", "--verbose", "--db", archive)
        try await wait("the third collector's turn") { third.errors.contains("collecting from 1 source") }
        first.signal(SIGTERM)
        first.signal(SIGCONT)
        #expect(first.finish() == 0)
        #expect(third.terminate() == 0)
    }

    @Test func aBoardThatTakesOverStartsTheHook() async throws {
        let tmux = try Tmux()
        defer { tmux.stop() }
        let home = tmux.home
        let told = home.path + "/told.jsonl"
        try FileManager.default.createDirectory(atPath: home.path + "/in", withIntermediateDirectories: true)
        _ = try home.write(
            "[alerts]\nhook = [\"tee\", \"-a\", \"\(told)\"]\n[alerts.rules]\nstrikes = \"event:assault\"\n",
            to: ".config/watchfloor/config.toml")
        let dossier = try home.write(
            """
            watchfloor: 1
            situation: {id: nile, title: The Nile}
            sources: [{id: inbox, name: Inbox, collect: {folder: \(home.path)/in}}]
            """, to: "nile.yaml")
        #expect(try home.watchfloor("import", dossier).code == 0)
        let other = try RunningProgram(home, "collect", "--verbose")
        try await wait("the other's turn") { other.errors.contains("collecting from 1 source") }
        try await tmux.wait(for: "$")
        try tmux.type("watchfloor --situation nile; echo left with $?")
        try tmux.press("Enter")
        try await tmux.wait(for: "3 Quotes")
        try tmux.press("S")
        try await tmux.wait(for: "collected by vera")
        // The other ends; nothing comes in, and the board says all the same who collects.
        #expect(other.terminate() == 0)
        let process = try #require(
            try Home.output(of: "pgrep", ["-P", "\(tmux.shell)"]).split(separator: "\n").first.map(String.init))
        try await tmux.wait(for: "process \(process)")
        _ = try home.write("Egypt attacked Sudan on Friday.", to: "in/one.txt")
        try await wait("the hook") {
            ((try? String(contentsOfFile: told, encoding: .utf8)) ?? "").contains("\"rule\":\"strikes\"")
        }
        // Together they would be one key: q with Alt.
        try tmux.press("Escape")
        try await tmux.wait(without: "collected by")
        try tmux.press("q")
        try await tmux.wait(for: "left with 0")
    }

    @Test func troubleIsToldOnceAndTheEndOfItToo() async throws {
        let server = try FolderServer()
        let home = try Home()
        let archive = home.path + "/a.sqlite"
        let feeds = [("good", server.url("good.xml")), ("bad", server.url("bad.xml"))]
        try server.put(FeedText.rss(entries(["Good news"])), at: "good.xml")
        _ = try home.watchfloor("import", try home.dossier(feeds, minutes: 30), "--db", archive)
        let program = try RunningProgram(home, "collect", "--db", archive)
        try await wait("the trouble") { program.errors.contains("bad: failed since") }
        try server.put(FeedText.rss(entries(["Late news"])), at: "bad.xml")
        _ = try home.watchfloor("import", try home.dossier(feeds, minutes: 31), "--db", archive)
        try await wait("its end") { program.errors.contains("bad: 1 new") }
        #expect(!program.errors.contains("good:"), "\(program.errors)")
        #expect(program.terminate() == 0)
    }

    @Test func aServerThatSaysNothingKeepsNobodyFromEnding() async throws {
        let home = try Home()
        let archive = home.path + "/a.sqlite"
        // Connections are taken by the kernel, and nobody ever answers.
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(listener) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(listener, pointer, length) == 0 && listen(listener, 8) == 0
                    && getsockname(listener, pointer, &length) == 0
            }
        }
        try #require(isListening)
        let url = "http://127.0.0.1:\(UInt16(bigEndian: address.sin_port))/feed"
        _ = try home.watchfloor("import", try home.dossier([("silent", url)], minutes: 30), "--db", archive)
        let program = try RunningProgram(home, "collect", "--verbose", "--db", archive)
        let connection = accept(listener, nil, nil)
        defer { close(connection) }
        #expect(program.terminate() == 0)
        // It says nothing of the source either.
        #expect(!program.errors.contains("silent:"), "\(program.errors)")
    }

    @Test func aMistypedPathIsNoArchiveToCollectFor() throws {
        let home = try Home()
        let path = home.path + "/typo.sqlite"
        let result = try home.watchfloor("collect", "--db", path)
        #expect(result.code == 4)
        #expect(result.errors.contains(path))
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func theBoardShowsWhatComesAndKeepsItsPlace() async throws {
        let server = try FolderServer()
        let tmux = try Tmux()
        defer { tmux.stop() }
        let home = tmux.home
        func serve(_ names: [String], minutes: Int) throws {
            try server.put(FeedText.rss(entries(names)), at: "feed.xml")
            let taken = try home.watchfloor(
                "import", try home.dossier([("wire", server.url("feed.xml"))], minutes: minutes))
            #expect(taken.code == 0, "\(taken.errors)")
        }
        try serve(["Amber alert", "Bridge closed"], minutes: 30)
        try await tmux.wait(for: "$")
        try tmux.type("watchfloor --situation gulf; echo left with $?")
        try tmux.press("Enter")
        try await tmux.wait(for: "Bridge closed")
        try tmux.press("5", "G")
        let lowest = try await tmux.wait("the cursor on the last headline") { screen in
            self.line(in: screen, with: "▌")?.contains("Amber alert") == true
        }
        let cursor = try #require(line(in: lowest, with: "▌"))
        // Something new: it is counted, and the cursor stays where it was.
        try serve(["Amber alert", "Bridge closed", "Convoy seen"], minutes: 31)
        try await tmux.wait("a headline above") { screen in
            screen.contains("1 above") && self.line(in: screen, with: "▌") == cursor
        }
        try tmux.press("g")
        try await tmux.wait(for: "Convoy seen")
        // Held back, and let in.
        try tmux.press("p")
        try await tmux.wait(for: "HELD")
        try serve(["Amber alert", "Bridge closed", "Convoy seen", "Drone down"], minutes: 32)
        try await tmux.wait(for: "HELD, news waits")
        try await wait("the news in the archive") { try home.watchfloor("export").output.contains("Drone down") }
        #expect(!(try tmux.screen().contains("Drone down")))
        try tmux.press("p", "g")
        try await tmux.wait(for: "Drone down")
        #expect(!(try tmux.screen().contains("HELD")))
        try tmux.press("q")
        try await tmux.wait(for: "left with 0")
    }

    /// The headline on the line that has a mark on it.
    private func line(in screen: String, with mark: Character) -> String? {
        screen.split(separator: "\n").first { $0.contains(mark) }.map { line in
            line.drop { $0 != mark }.trimmingCharacters(in: .whitespaces)
        }
    }
}
