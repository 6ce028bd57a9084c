import Commands
import Controller
import Display
import SituationModel
import Storage
import Testing
import Warning
import Watch

/// The sandbox: rungs supposed reached, and what follows.
@Suite struct SandboxTests {
    private static let now = Instant(milliseconds: 1_729_760_000_000)
    private let archive: Archive
    private let cause = RungKey("norland", "blockade")
    private let effect = RungKey("sudland", "arms")

    init() throws {
        archive = try Archive.temporary()
        let horizon = Self.now.advanced(byMilliseconds: 90 * Instant.millisecondsADay)
        func judgement(_ rung: RungKey, _ likelihood: Likelihood) -> Record {
            .judgement(
                Judgement(
                    id: JudgementID("j-\(rung.rung)"), analyst: "ada", rung: rung, horizonEnd: horizon,
                    likelihood: likelihood, made: Self.now))
        }
        let records: [Record] = [
            .header(Header(id: "gulf", title: "The Gulf")),
            .ladder(
                Ladder(id: "norland", title: "Norland", actors: [], rungs: [Rung(id: "blockade", title: "blockade")])),
            .ladder(
                Ladder(
                    id: "sudland", title: "Sudland", actors: [],
                    rungs: [Rung(id: "talks", title: "talks"), Rung(id: "arms", title: "arms")])),
            .coupling(Coupling(id: "answer", from: cause, effect: .raises, to: effect, factor: 4)),
            judgement(cause, .probability(0.2)), judgement(effect, .probability(0.5)),
        ]
        try archive.append(
            records.map { Draft(situation: "gulf", author: Author("ada"), change: .add(record: $0)) }, at: Self.now)
    }

    @Test func whatIsGivenMultipliesTheOddsByTheFactor() async throws {
        let outline = try archive.outline(of: "gulf")
        var sheet = WhatIfSheet()
        sheet.given = [cause]
        let report = try await Sandbox.report(sheet, of: outline, at: Self.now)
        let row = try #require(report.rows.first { $0.rung == effect })
        // Odds of 1 times 4 are a chance of four in five; all the horizon lies ahead.
        #expect(abs((row.chance?.mean ?? 0) - 0.8) < 0.02, "\(row)")
        #expect((row.shift ?? 0) > 0.15)
        #expect(report.rows.first { $0.rung == cause }?.standing == .given)
        #expect(report.rows.first { $0.rung.rung == "talks" }?.standing == .notJudged)
        #expect(report.driven == effect)
        #expect(report.drivers.contains { $0.cause == .coupling("answer") && $0.difference > 0 && $0.isBeyondNoise })
        #expect(try await Sandbox.report(sheet, of: outline, at: Self.now) == report, "the same luck, the same answer")
    }

    @Test func whatHasRunOutIsToldAndHoldsAgainAsOfItsTime() async throws {
        let outline = try archive.outline(of: "gulf")
        let later = Self.now.advanced(byMilliseconds: 120 * Instant.millisecondsADay)
        let late = try await Sandbox.report(WhatIfSheet(), of: outline, at: later)
        let row = try #require(late.rows.first { $0.rung == effect })
        #expect(row.standing == .notJudged)
        #expect(row.inWords == "judged until 22 Jan 2025")
        #expect(late.rows.first { $0.rung.rung == "talks" }?.inWords == "not judged")
        var sheet = WhatIfSheet()
        sheet.asOf = Self.now
        let then = try await Sandbox.report(sheet, of: outline, at: later)
        #expect(then.rows == (try await Sandbox.report(WhatIfSheet(), of: outline, at: Self.now)).rows)
        #expect(then.rows.first { $0.rung == effect }?.standing == .open)
    }

    @Test func onTheBoardNothingOfItIsRecorded() async throws {
        let settings = Board.Settings(reader: "ada", theme: "watch")
        let board = Board(
            situation: "gulf", size: Size(columns: 100, rows: 40), settings: settings, keymap: Keymap())
        let desk = Desk(archive: archive, reader: "ada") { Self.now }
        var playback = await Playback(board, desk: desk, glyphs: .unicode)
        let length = try archive.lastArrival()
        for input in try Key.sequence(":whatif norland/blockade<Enter>") { await playback.take(.key(input)) }
        let screen = playback.canvas().text()
        #expect(screen.contains("nothing of it is recorded"))
        #expect(screen.contains("[x] 1 ○ blockade"))
        #expect(screen.contains("(●) 90 days"))
        #expect(screen.contains("What drives Sudland 2, arms".uppercased()))
        #expect(try archive.lastArrival() == length)
        for input in try Key.sequence(":whatif norland/nothing<Enter>") { await playback.take(.key(input)) }
        #expect(playback.board.message?.text.contains("There is no rung “norland/nothing”") == true)
    }
}
