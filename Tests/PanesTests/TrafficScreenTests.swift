import BoardFixture
import Commands
import Controller
import Display
import Panes
import SituationModel
import Storage
import Testing
import Watch

/// The chart, the matrix, the timeline and the spark lines, on an archive that has a past.
@Suite struct TrafficScreenTests {
    private func stage(
        _ columns: Int, _ rows: Int, _ glyphs: Glyphs = .unicode, asOf: Instant? = nil
    ) async throws -> Playback {
        let archive = try Archive.temporary()
        try archive.append(
            Strait.entries.map { record, known in
                Draft(situation: Strait.id, author: Author("desk"), known: known, change: .add(record: record))
            }, at: Strait.present)
        let desk = Desk(archive: archive, reader: "vera") { Strait.present }
        let board = Board(
            situation: Strait.id, size: Size(columns: columns, rows: rows),
            settings: Board.Settings(reader: "vera", theme: "watch"), keymap: Keymap(), asOf: asOf)
        return await Playback(board, desk: desk, glyphs: glyphs)
    }

    private func press(_ keys: String, _ playback: inout Playback) async throws {
        for key in try Key.sequence(keys) { await playback.take(.key(key)) }
    }

    @Test(arguments: [
        ("chart 80x24", "2gv", 80, 24), ("chart 120x40", "2gv", 120, 40), ("chart 200x60", "2gvhhh", 200, 60),
        ("chart of one with all", ":chart Estmark<Enter>G", 120, 40), ("matrix 80x24", "V", 80, 24),
        ("matrix 120x40", ":matrix 90d<Enter>l", 120, 40), ("deeds", "V<Enter>", 120, 40),
        ("actor timeline", ":timeline sudland<Enter>", 120, 40), ("spark 120x40", "", 120, 40),
        ("spark 80x24", "", 80, 24),
    ])
    func theyAreDrawn(name: String, keys: String, columns: Int, rows: Int) async throws {
        var playback = try await stage(columns, rows)
        try await press(keys, &playback)
        try expectScreen(playback.canvas().text(), named: name)
    }

    @Test(arguments: [("chart ascii", "2gv"), ("matrix ascii", "V")])
    func inASCII(name: String, keys: String) async throws {
        var playback = try await stage(80, 24, .ascii)
        try await press(keys, &playback)
        let text = playback.canvas().asciiOnly().text()
        #expect(text.utf8.allSatisfy { $0 < 128 })
        try expectScreen(text, named: name)
    }

    /// Whatever the size, each fills the screen and no more.
    @Test func atEverySize() async throws {
        var playback = try await stage(120, 40)
        for keys in ["2gv", "<Esc>V", "<Enter>", "<Esc><Esc>1g", "t"] {
            try await press(keys, &playback)
            for (columns, rows) in [(40, 10), (59, 16), (72, 20), (80, 24), (110, 30), (176, 50), (260, 80)] {
                await playback.resize(to: Size(columns: columns, rows: rows))
                #expect(playback.canvas().size == Size(columns: columns, rows: rows))
            }
        }
    }

    // MARK: Keys in, what is open out

    @Test func fromALadderOverAWeekToAnEventToItsSentenceAndBack() async throws {
        var playback = try await stage(120, 40)
        try await press("2gv", &playback)
        let chart = try #require(playback.board.detail.data?.chart)
        #expect(chart.scope == .among(["norland", "sudland"]))
        #expect(chart.chosenWeek?.reading?.isFlagged == true, "the chart opens at the surge")
        #expect(playback.board.detail.data?.events.isEmpty == false)
        try await press("hh", &playback)
        #expect(playback.board.detail.data?.chart?.chosen == chart.weeks.count - 3)
        #expect(
            playback.board.detail.data?.events.count
                == playback.board.detail.data?.chart?.chosenWeek?.counts.total)
        try await press("}", &playback)
        #expect(playback.board.detail.data?.chart?.chosen == chart.weeks.count - 1)
        try await press("jjjjjjjjjjjjjjjj<Enter>", &playback)
        guard case .item(.record(.event(let id)))? = playback.board.detail.subject else {
            Issue.record("no event is open, but \(String(describing: playback.board.detail.subject))")
            return
        }
        try await press("o", &playback)
        #expect(playback.board.detail.subject?.document == DocumentID("report-\(id.text.split(separator: "-")[1])"))
        try await press("<Esc><Esc>", &playback)
        #expect(playback.board.detail.data?.chart?.chosen == chart.weeks.count - 1)
        try await press("<Esc>", &playback)
        #expect(playback.board.focus == .ladders)
    }

    @Test func whatHangsOnPeopleCountsForTheirStates() async throws {
        var playback = try await stage(120, 40)
        try await press(":chart ada-holm \"Sudland's navy\"<Enter>", &playback)
        #expect(playback.board.detail.data?.chart?.scope == .among(["norland", "sudland"]))
        try await press(":chart nobody<Enter>", &playback)
        #expect(playback.board.message?.text.contains("no actor “nobody”") == true)
    }

    @Test func aCellOpensItsEventsAndTheWindowNarrows() async throws {
        var playback = try await stage(120, 40)
        try await press("V", &playback)
        let matrix = try #require(playback.board.detail.data?.deeds)
        let totals = matrix.sources.map { source in matrix.cells[source]?.values.reduce(0) { $0 + $1.total } ?? 0 }
        #expect(totals == totals.sorted(by: >), "who does most stands first")
        try await press("<Enter>", &playback)
        #expect(playback.board.detail.data?.events.count == matrix[0, 0]?.total)
        try await press("<Esc>:matrix 7d<Enter>", &playback)
        let week = try #require(playback.board.detail.data?.deeds)
        #expect((week[0, 0]?.total ?? 0) < matrix[0, 0]?.total ?? 0)
        try await press(":matrix soon<Enter>", &playback)
        #expect(playback.board.message?.text.contains("no window") == true)
    }

    @Test func theTimelineHoldsWhatTheirPeopleSaid() async throws {
        var playback = try await stage(120, 40)
        try await press(":timeline norland<Enter>", &playback)
        let data = try #require(playback.board.detail.data)
        #expect(data.quotes.contains { $0.value.speaker == "ada-holm" })
        #expect(data.events.contains { $0.value.source == "sudland-navy" })
        try await press("<Esc>", &playback)
        #expect(!playback.board.detail.isOpen)
    }

    @Test func theSparkLineIsOfTheMomentThatIsShown() async throws {
        let now = try await stage(120, 40)
        let levels = try #require(now.board.traffic.ladders["strait"])
        #expect(levels.trend == .rising && levels.isFlagged)
        #expect(levels.levels.count == 12)
        var past = try await stage(120, 40)
        try await press(":as-of 2031-01-03<Enter>", &past)
        let then = try #require(past.board.traffic.ladders["strait"])
        #expect(!then.isFlagged)
        #expect(then.levels.contains(nil), "weeks in which nothing was collected are not quiet")
        try await press("\\", &past)
        #expect(past.board.traffic == now.board.traffic)
    }
}
