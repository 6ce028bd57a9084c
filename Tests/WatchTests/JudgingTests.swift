import Commands
import Controller
import Display
import SituationModel
import Storage
import Testing
import Watch

/// What analysts hold, on two boards of one archive.
@Suite struct JudgingTests {
    private static let now = Instant(milliseconds: 1_729_760_000_000)

    private func archive() throws -> Archive {
        let archive = try Archive.temporary()
        let document = Document(id: "d", source: "s", title: "Report", received: Self.now, text: "Ada said no.")
        let anchor = try #require(Anchor("Ada said no", in: document.text, document: "d"))
        let matrix = HypothesisMatrix(
            id: "why", title: "Why?",
            hypotheses: [Hypothesis(id: "one", title: "one"), Hypothesis(id: "two", title: "two")],
            items: [
                EvidenceItem(id: "a", summary: "first", evidence: [anchor]), EvidenceItem(id: "b", summary: "second"),
            ])
        let ladder = Ladder(id: "north", title: "North", actors: [], rungs: [Rung(id: "war", title: "war")])
        let records: [Record] = [
            .header(Header(id: "test", title: "Test", headline: "", summary: "")), .document(document),
            .hypotheses(matrix), .ladder(ladder),
        ]
        try archive.append(
            records.map { Draft(situation: "test", author: Author("desk"), change: .add(record: $0)) }, at: Self.now)
        return archive
    }

    private func board(_ archive: Archive, _ reader: String, after seconds: Int64) async -> Playback {
        let now = Self.now.advanced(byMilliseconds: seconds * 1_000)
        let settings = Board.Settings(reader: reader, theme: "watch")
        let board = Board(
            situation: "test", size: Size(columns: 100, rows: 30), settings: settings, keymap: Keymap())
        return await Playback(board, desk: Desk(archive: archive, reader: reader) { now }, glyphs: .unicode)
    }

    private func press(_ keys: String, _ board: inout Playback) async throws {
        for key in try Key.sequence(keys) { await board.take(.key(key)) }
    }

    @Test func twoBoardsOnOneMatrixKeepBoth() async throws {
        let archive = try archive()
        // Both are open on the same state before either writes.
        var ada = await board(archive, "ada", after: 1)
        var ben = await board(archive, "ben", after: 2)
        try await press(":ach<Enter>", &ada)
        try await press(":ach<Enter>", &ben)
        try await press("iji", &ada)
        try await press("clC", &ben)
        let matrix = try #require(try archive.situation("test").hypotheses["why"])
        #expect(matrix.rating(by: "ada", "a", "one") == .inconsistent)
        #expect(matrix.rating(by: "ada", "b", "one") == .inconsistent)
        #expect(matrix.rating(by: "ben", "a", "one") == .consistent)
        #expect(matrix.rating(by: "ben", "a", "two") == .veryConsistent)
        // Each takes back what is their own.
        try await press("z", &ada)
        let after = try #require(try archive.situation("test").hypotheses["why"])
        #expect(after.rating(by: "ada", "b", "one") == nil)
        #expect(after.ratings.count == 3)
        #expect(ada.board.judging.matrices["why"]?.items.first?.disagreement == 1)
    }

    @Test func twoWhoJudgeAtOnceBothStand() async throws {
        let archive = try archive()
        var boards = [await board(archive, "ada", after: 1), await board(archive, "ada", after: 2)]
        for index in boards.indices { try await press(":judge north/war<Enter>60%<Tab>30d<C-s>", &boards[index]) }
        let judgements = try archive.situation("test").judgements.inOrder
        #expect(judgements.count == 2)
        #expect(Set(judgements.map(\.id)).count == 2)
        #expect(judgements.first?.question == judgements.last?.question)
        #expect(boards[1].board.judging.forecasts.map(\.judgements.count) == [2])
    }

    @Test func twoWhoAddTheSameTemplateGetTwoLadders() async throws {
        let archive = try archive()
        let actor = Actor(id: "norland", name: "Norland", kind: .state)
        try archive.append(
            [Draft(situation: "test", author: Author("desk"), change: .add(record: .actor(actor)))], at: Self.now)
        var boards = [await board(archive, "ada", after: 1), await board(archive, "ben", after: 2)]
        for index in boards.indices { try await press(":add-ladder mid norland<Enter>", &boards[index]) }
        #expect(try archive.outline(of: "test").ladders.inOrder.map(\.id) == ["north", "norland-mid", "norland-mid-2"])
    }

    @Test func aPastHorizonIsRefused() async throws {
        let archive = try archive()
        var board = await board(archive, "ada", after: 1)
        try await press(":judge north/war<Enter>60%<Tab>2020<C-s>", &board)
        #expect(board.board.message?.text.contains("horizon has passed") == true)
        #expect(try archive.situation("test").judgements.isEmpty)
    }
}
