import Foundation
import Testing

/// The built program in a real terminal, driven with keys and read off the screen.
@Suite(.serialized) struct BoardInTerminalTests {
    private func open(
        columns: Int = 120, rows: Int = 40, term: String = "tmux-256color", locale: String = "C.UTF-8",
        arguments: String = ""
    ) async throws -> Tmux {
        let tmux = try Tmux(columns: columns, rows: rows, term: term, locale: locale)
        try await tmux.wait(for: "$")
        try tmux.type("cd; stty -a > before; watchfloor \(arguments); code=$?; stty -a > after; echo left with $code")
        try tmux.press("Enter")
        return tmux
    }

    /// Leaves the board and checks that the terminal is as it was.
    private func leave(_ tmux: Tmux, code: Int = 0, location: SourceLocation = #_sourceLocation) async throws {
        try tmux.press("q")
        try await expectLeft(tmux, code: code, location: location)
    }

    private func expectLeft(_ tmux: Tmux, code: Int, location: SourceLocation = #_sourceLocation) async throws {
        try await tmux.wait(for: "left with \(code)", location: location)
        let modes = try ["before", "after"].map { name in
            try String(contentsOfFile: tmux.home.path + "/" + name, encoding: .utf8)
        }
        #expect(modes[0] == modes[1], "the terminal's modes differ", sourceLocation: location)
        let shown = try tmux.run("display-message", "-p", "#{alternate_on} #{cursor_flag} #{mouse_any_flag}")
        #expect(shown == "0 1 0\n", "alternate screen, cursor or mouse were left on", sourceLocation: location)
    }

    @Test func opensMovesReadsAndLeaves() async throws {
        let tmux = try await open()
        defer { tmux.stop() }
        try await tmux.wait(for: "South Korea weighs arming Ukraine")
        let screen = try tmux.screen()
        for words in [
            "1 Actors", "2 Escalation", "3 Quotes", "4 Timeline", "5 Wire", "economic sanctions", "TLP:CLEAR",
        ] {
            #expect(screen.contains(words), "\(words) is missing")
        }
        try tmux.press("3", "g", "Enter")
        try await tmux.wait(for: "0 Detail")
        try await tmux.wait(for: "EVIDENCE")
        try tmux.press("Escape")
        try await tmux.wait(without: "EVIDENCE")
        try tmux.press("o")
        try await tmux.wait(for: "received")
        try tmux.press("Escape")
        try await tmux.wait(without: "received")
        try await leave(tmux)
    }

    @Test func filtersAndRunsCommands() async throws {
        let tmux = try await open()
        defer { tmux.stop() }
        try await tmux.wait(for: "1 Actors")
        try tmux.press("1", "/")
        try tmux.type("putin")
        try await tmux.wait(without: "Yoon Suk Yeol")
        try await tmux.wait(for: "/putin")
        try tmux.press("Enter", "Escape")
        try await tmux.wait(without: "/putin")
        try tmux.type(":pane tim")
        try tmux.press("Tab", "Enter", "f")
        try await tmux.wait(for: "zoomed")
        try tmux.press("Escape")
        try await tmux.wait(without: "zoomed")
        try tmux.type(":no-such-command")
        try tmux.press("Enter")
        try await tmux.wait(for: "no-such-command")
        try tmux.press("?")
        try await tmux.wait(for: "Keys and commands")
        try tmux.type("undo your")
        try await tmux.wait(for: "Undo your last change")
        try tmux.press("Escape")
        try await tmux.wait(without: "Undo your last change")
        try await leave(tmux)
    }

    @Test func editsUndoesAndKeepsThePlace() async throws {
        let tmux = try await open()
        defer { tmux.stop() }
        try await tmux.wait(for: "1 Actors")
        try tmux.press("1", "g", "e")
        try await tmux.wait(for: "Edit South Korea")
        try tmux.press("C-u")
        try tmux.type("대한민국 (ROK)")
        try tmux.press("C-s")
        try await tmux.wait(for: "대한민국 (ROK)")
        try tmux.press("z")
        try await tmux.wait(for: "Undone")
        try await tmux.wait(for: "+ South Korea")
        try tmux.press("Z")
        try await tmux.wait(for: "+ 대한민국 (ROK)")
        try tmux.press("w")
        try tmux.type("called the embassy")
        try tmux.press("Enter")
        try await tmux.wait(for: "Noted")
        try tmux.press("6")
        try await tmux.wait(for: "vera noted: called the embassy")
        try tmux.press("1", "j", "q")
        try await tmux.wait(for: "left with 0")
        try tmux.type("clear; watchfloor; echo left again")
        try tmux.press("Enter")
        // The second start has the name that was given, and the cursor where it was.
        try await tmux.wait(for: "+ 대한민국 (ROK)")
        try await tmux.wait("the focus on the actors") { $0.contains("r relate") }
        try tmux.press("q")
        try await tmux.wait(for: "left again")
    }

    /// Somebody who types ahead over a slow line has saved and left before anything is drawn.
    @Test func whoLeavesAtOnceLosesNothing() async throws {
        let tmux = try await open()
        defer { tmux.stop() }
        try await tmux.wait(for: "3 Quotes")
        try tmux.run("send-keys", "w", "q", "u", "i", "c", "k", "Enter", "q")
        try await expectLeft(tmux, code: 0)
        #expect(try tmux.home.watchfloor("log").output.contains("noted: quick"))
    }

    @Test func fitsEverySizeItIsGiven() async throws {
        let tmux = try await open()
        defer { tmux.stop() }
        try await tmux.wait(for: "3 Quotes")
        for (columns, rows, words) in [(80, 24, "2 Escalation"), (60, 16, "2 Escalation"), (200, 60, "0 Detail")] {
            try tmux.resize(columns: columns, rows: rows)
            try await tmux.wait(for: words)
            let lines = try tmux.screen().split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.count >= rows)
        }
        try tmux.resize(columns: 30, rows: 8)
        try await tmux.wait(for: "Too small")
        try tmux.resize(columns: 120, rows: 40)
        try await tmux.wait(for: "3 Quotes")
        try await leave(tmux)
    }

    @Test func suspendsAndComesBack() async throws {
        let tmux = try await open()
        defer { tmux.stop() }
        try await tmux.wait(for: "3 Quotes")
        try tmux.press("C-z")
        try await tmux.wait(for: "Stopped")
        try tmux.type("fg")
        try tmux.press("Enter")
        try await tmux.wait(for: "3 Quotes")
        try tmux.press("3")
        try await tmux.wait(for: "a add")
        try tmux.press("q")
        try await tmux.wait("the shell") { $0.contains("$") && !$0.contains("3 Quotes") }
        let shown = try tmux.run("display-message", "-p", "#{alternate_on} #{cursor_flag} #{mouse_any_flag}")
        #expect(shown == "0 1 0\n")
    }

    @Test(arguments: ["TERM", "HUP"]) func putsTheTerminalBackWhenItIsEnded(signal: String) async throws {
        let tmux = try await open()
        defer { tmux.stop() }
        try await tmux.wait(for: "3 Quotes")
        tmux.signal(signal)
        try await expectLeft(tmux, code: 0)
    }

    @Test(arguments: ["SEGV", "ILL", "ABRT"]) func putsTheTerminalBackWhenItCrashes(signal: String) async throws {
        let tmux = try await open(arguments: "2> crash.txt")
        defer { tmux.stop() }
        try await tmux.wait(for: "3 Quotes")
        tmux.signal(signal)
        try await tmux.wait(for: "left with 1")
        let shown = try tmux.run("display-message", "-p", "#{alternate_on} #{cursor_flag} #{mouse_any_flag}")
        #expect(shown == "0 1 0\n")
    }

    @Test(arguments: ["xterm-256color", "tmux-256color", "screen", "linux", "vt100"])
    func drawsOnTerminal(term: String) async throws {
        let tmux = try await open(columns: 80, rows: 24, term: term)
        defer { tmux.stop() }
        try await tmux.wait(for: "economic sanctions")
        try tmux.press("j", "k", "Tab")
        try await leave(tmux)
    }

    @Test func refusesADumbTerminalWithAWord() async throws {
        let tmux = try await open(columns: 100, rows: 24, term: "dumb")
        defer { tmux.stop() }
        try await tmux.wait(for: "left with 1")
        #expect(try tmux.screen().contains("dumb"))
    }

    @Test func drawsInASCIIWhereTheLocaleHasNoMore() async throws {
        let tmux = try await open(columns: 80, rows: 24, locale: "C")
        defer { tmux.stop() }
        try await tmux.wait(for: "economic sanctions")
        let screen = try tmux.screen()
        #expect(screen.utf8.allSatisfy { $0 < 128 }, "not ASCII:\n\(screen)")
        try await leave(tmux)
    }

    @Test func twoBoardsSeeOneAnother() async throws {
        let first = try await open()
        defer { first.stop() }
        try await first.wait(for: "3 Quotes")
        try first.press("6")
        try await first.wait(for: "imported built-in")
        let added = try first.home.watchfloor("--size", "100x30", "--keys", "wsecond desk was here<Enter>")
        #expect(added.code == 0)
        // It comes in above what the reader is looking at, and moves none of that.
        try await first.wait(for: "1 above")
        try first.press("g")
        try await first.wait(for: "second desk was here")
        try await leave(first)
    }
}
