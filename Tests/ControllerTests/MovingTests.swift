import BoardFixture
import Controller
import Display
import SituationModel
import Testing

@Suite struct MovingTests {
    @Test func startsOnTheRungThatIsStoodOn() {
        let stage = harbour()
        #expect(stage.board.focus == .ladders)
        #expect(stage.cursor == .rung(RungKey("norland", "closure")))
    }

    @Test func movesByLineAndToTheEnds() throws {
        var stage = harbour()
        try stage.press("g")
        #expect(stage.cursor == .ladder("norland"))
        try stage.press("jj")
        #expect(stage.cursor == .indicator(RungKey("norland", "seizure"), "warrants"))
        try stage.press("k")
        #expect(stage.cursor == .rung(RungKey("norland", "seizure")))
        try stage.press("G")
        #expect(stage.cursor == .rung(RungKey("sudland", "protest")))
        try stage.press("j")
        #expect(stage.cursor == .rung(RungKey("sudland", "protest")))
    }

    @Test func movesByLadder() throws {
        var stage = harbour()
        try stage.press("}")
        #expect(stage.cursor == .ladder("sudland"))
        try stage.press("{")
        #expect(stage.cursor == .ladder("norland"))
    }

    @Test func foldsAndUnfoldsWithLeftAndRight() throws {
        var stage = harbour()
        try stage.press("gj")
        #expect(stage.screen.contains("talks on the sailors"))
        try stage.press("h")
        #expect(!stage.screen.contains("talks on the sailors"))
        #expect(stage.cursor == .rung(RungKey("norland", "seizure")))
        try stage.press("l")
        #expect(stage.screen.contains("talks on the sailors"))
    }

    @Test func foldingALadderKeepsTheRungThatIsStoodOn() throws {
        var stage = harbour()
        try stage.press("gh")
        #expect(stage.screen.contains("harbour closed"))
        #expect(!stage.screen.contains("ships seized"))
    }

    @Test func leftAndRightGoToThePanesBeside() throws {
        var stage = harbour()
        try stage.press("l")
        #expect(stage.board.focus == .quotes)
        try stage.press("h")
        #expect(stage.board.focus == .ladders)
    }

    @Test func tabGoesRoundAllListsAndComesBack() throws {
        for size in [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 60, rows: 16)] {
            var stage = harbour(size.columns, size.rows)
            var visited: Set<Pane> = []
            for _ in Pane.lists {
                visited.insert(stage.board.focus)
                try stage.press("<Tab>")
            }
            #expect(visited == Set(Pane.lists), "at \(size)")
            #expect(stage.board.focus == .ladders)
            try stage.press("<S-Tab><Tab>")
            #expect(stage.board.focus == .ladders)
        }
    }

    @Test func numberKeysReachEveryPaneAtEverySize() throws {
        for columns in [40, 60, 80, 120, 200] {
            for (key, pane) in zip(["1", "2", "3", "4", "5", "6"], Pane.lists) {
                var stage = harbour(columns, columns < 80 ? 16 : 40)
                try stage.press(key)
                #expect(stage.board.focus == pane)
                #expect(stage.board.layout.visible.contains(pane), "\(pane) at \(columns) columns")
            }
        }
    }

    @Test func zoomGivesAPaneTheBoardAndBack() throws {
        var stage = harbour()
        try stage.press("f")
        #expect(stage.board.layout.visible == [.ladders])
        try stage.press("<Esc>")
        #expect(stage.board.layout.visible.count > 3)
    }

    @Test func anUnknownKeySaysHowToGetHelp() throws {
        var stage = harbour()
        try stage.press("<F9>")
        #expect(stage.message.contains("F9"))
        #expect(stage.message.contains("?"))
    }

    @Test func theCursorStaysOnItsItemWhenSomethingComesInAbove() throws {
        var stage = harbour()
        try stage.press("5")
        #expect(stage.cursor == .document("report"))
        var newer = Harbour.report
        newer = Document(
            id: "second", source: "wire", title: "Second report", received: Harbour.time("2031-03-05T00:00:00Z"),
            text: "x")
        stage.meanwhile(.add(record: .document(newer)), by: Author("ben"))
        #expect(stage.screen.contains("Second report"))
        #expect(stage.cursor == .document("report"))
    }

    /// A list that was being read when something came in is read once more, and shows that.
    @Test func whatComesInWhileAListIsReadIsNotMissed() throws {
        var stage = harbour()
        try stage.press("5")
        var board = stage.board
        let early = board.take(News.othersChanged)
        let former = stage.archive.perform(early, on: Harbour.id)
        let document = Document(
            id: "second", source: "wire", title: "Second report", received: Harbour.time("2031-03-05T00:00:00Z"),
            text: "x")
        stage.archive.append(.add(record: .document(document)), to: Harbour.id)
        // Asked for again before the first answer is there.
        let late = board.take(News.othersChanged)
        let present = stage.archive.perform(late, on: Harbour.id)
        for news in former { _ = board.take(news) }
        let shown = board.documents.rows
        for news in present { _ = board.take(news) }
        #expect(!shown.contains { $0.value.id == "second" })
        #expect(board.documents.rows.contains { $0.value.id == "second" })
    }

    /// Where changes come faster than answers to them, each answer is shown, though it is not the one that is waited for.
    @Test func aListIsShownThoughMoreHasComeSinceItWasRead() throws {
        var stage = harbour()
        try stage.press("5")
        var board = stage.board
        for number in 1...5 {
            let document = Document(
                id: DocumentID("d\(number)"), source: "wire", title: "Report \(number)",
                received: Harbour.time("2031-03-05T00:00:00Z"), text: "x")
            stage.archive.append(.add(record: .document(document)), to: Harbour.id)
            let answers = stage.archive.perform(board.take(News.othersChanged), on: Harbour.id)
            _ = board.take(News.othersChanged)
            for news in answers { _ = board.take(news) }
            #expect(board.documents.rows.contains { $0.value.id == document.id }, "\(number)")
        }
    }

    /// Both may be under way at once; the later reading must not undo the jump.
    @Test func aJumpToTheEndOutlastsWhatComesInMeanwhile() throws {
        var stage = harbour()
        for number in 1...200 {
            let document = Document(
                id: DocumentID("d\(number)"), source: "wire", title: "Report \(number)",
                received: Harbour.time("2031-03-05T00:00:00Z").advanced(byMilliseconds: Int64(number)), text: "x")
            stage.archive.append(.add(record: .document(document)), to: Harbour.id)
        }
        stage.meanwhile(.note(text: "much has come in", about: nil), by: Author("ben"))
        try stage.press("5")
        var board = stage.board
        for (key, landed) in [("G", Item.document("report")), ("g", .document("d200"))] {
            var pending = try Key.sequence(key).flatMap { board.take(.key($0)) } + board.take(News.othersChanged)
            while !pending.isEmpty {
                pending = stage.archive.perform(pending, on: Harbour.id).flatMap { board.take($0) }
            }
            #expect(board.cursorItem(in: .wire) == landed, "\(key)")
        }
    }

    @Test func anOpenListOfSourcesTellsWhoCollectsNow() throws {
        var stage = harbour()
        let second = Source(id: "radio", name: "Radio Norland", kind: .broadcaster, family: "radio", reliability: .c)
        stage.archive.collecting = CollectingNews(collector: "ben on vik, process 7")
        stage.meanwhile(.add(record: .source(second)), by: Author("ben"))
        try stage.press("S<Down>")
        #expect(stage.list?.title.contains("ben on vik") == true)
        #expect(stage.list?.chosen?.title == "Radio Norland")
        // Another takes over, and the source under the cursor is the one that has come to grief: such stand first.
        let failed = SourceStanding(source: "radio", words: "failed", isTrouble: true, isLive: true, currentAt: nil)
        stage.archive.collecting = CollectingNews(sources: [failed], collector: "eva on vik, process 8")
        stage.meanwhile(.note(text: "taken over", about: nil), by: Author("eva"))
        #expect(stage.list?.title.contains("eva on vik") == true)
        #expect(stage.list?.cursor == 0)
        #expect(stage.list?.chosen?.title == "Radio Norland")
        #expect(stage.list?.chosen?.detail == "failed")
    }

    @Test func aClickMovesTheCursorAndADoubleClickOpens() throws {
        var stage = harbour()
        let rows = stage.screen.split(separator: "\n", omittingEmptySubsequences: false)
        let row = try #require(rows.firstIndex { $0.contains("Ada Holm") && $0.contains("prime minister") })
        stage.take(.pointer(Pointer(.press, at: Point(column: 8, row: row))))
        #expect(stage.board.focus == .actors)
        #expect(stage.cursor == .actor("ada-holm"))
        stage.take(.pointer(Pointer(.doublePress, at: Point(column: 8, row: row))))
        #expect(stage.board.focus == .detail)
        #expect(stage.screen.contains("Ада Хольм"))
    }
}
