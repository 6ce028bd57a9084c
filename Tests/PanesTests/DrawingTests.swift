import BoardFixture
import Controller
import Display
import Panes
import SituationModel
import Testing

@Suite struct DrawingTests {
    private func harbour(_ columns: Int, _ rows: Int, _ archive: MemoryArchive = Harbour.archive()) -> Stage {
        Stage(archive, situation: Harbour.id, size: Size(columns: columns, rows: rows))
    }

    /// Whatever the size and wherever the reader is: a full screen, and the cursor in sight.
    @Test func drawsAtEverySize() throws {
        for columns in [1, 5, 39, 40, 41, 59, 71, 72, 80, 109, 110, 121, 175, 176, 200, 260] {
            for rows in [1, 9, 10, 11, 16, 19, 20, 24, 40, 80] {
                var stage = harbour(columns, rows)
                for keys in [
                    "", "G", "1", "3G", "4<Enter>", "5<Enter><C-d>", "6", "?", "<Esc><C-p>", "<Esc>1e", "<Esc>:",
                    "<Esc>",
                ] {
                    try stage.press(keys)
                    let drawing = stage.draw()
                    #expect(drawing.canvas.size == Size(columns: columns, rows: rows))
                    guard !stage.board.isTooSmall, isBare(stage.board), stage.board.focus != .detail else { continue }
                    let region = drawing.picture.region(of: stage.board.focus)
                    let cursor = stage.board.cursorItem(in: stage.board.focus)
                    #expect(
                        region?.visible.contains { $0.item == cursor } == true,
                        "cursor out of sight at \(columns)x\(rows) in \(stage.board.focus)")
                }
            }
        }
    }

    private func isBare(_ board: Board) -> Bool {
        if case nil = board.overlay { true } else { false }
    }

    /// A title in a dossier may hold anything; nothing of it reaches the screen raw.
    @Test func textFromOutsideIsMadeSafe() throws {
        var archive = Harbour.archive()
        let hostile = "\u{1B}]0;owned\u{07}\u{9B}2J\u{202E}reversed\u{200B}e\u{301}\u{302}\u{303}\u{304}\r\u{7F}"
        archive.append(
            .add(record: .actor(Actor(id: "aaa", name: hostile, kind: .person, role: hostile, standing: hostile))),
            to: Harbour.id)
        archive.append(.note(text: hostile, about: nil), to: Harbour.id)
        for keys in ["", "1G<Enter>", "6g<Enter>", "<C-p>", "1Ge"] {
            var stage = harbour(120, 40, archive)
            try stage.press(keys)
            let canvas = stage.draw().canvas
            for row in 0..<40 {
                for column in 0..<120 {
                    for scalar in canvas[column, row].text.unicodeScalars {
                        let category = scalar.properties.generalCategory
                        #expect(
                            category != .control && category != .format,
                            "U+\(String(scalar.value, radix: 16)) after \(keys)")
                    }
                }
            }
        }
    }

    @Test func noStateIsToldByColourAlone() throws {
        let states = Rung.State.allCases
        var signs: Set<String> = []
        for state in states {
            var archive = Harbour.archive()
            let move = RungMove(state, by: Author("desk"), reason: "tried")
            archive.append(.move(rung: RungKey("norland", "seizure"), move: move), to: Harbour.id)
            let screen = harbour(120, 40, archive).screen
            let text = try #require(
                screen.split(separator: "\n").first { $0.contains("│") && $0.contains("ships seized") })
            #expect(text.contains(state.rawValue))
            let pane = text.split(separator: "│").first { $0.contains("ships seized") } ?? ""
            signs.insert(String(pane.prefix { $0 != "s" }))
        }
        #expect(signs.count == states.count)
    }

    @Test func aListScrollsNoMoreThanItMust() throws {
        var archive = Harbour.archive()
        for number in 1...60 {
            archive.append(
                .add(record: .actor(Actor(id: ActorID("sailor-\(number)"), name: "Sailor \(number)", kind: .person))),
                to: Harbour.id)
        }
        var stage = harbour(120, 40, archive)
        try stage.press("1g")
        let top = stage.board.tops[.actors]
        try stage.press("jjj")
        #expect(stage.board.tops[.actors] == top)
        try stage.press("G")
        let bottom = stage.board.tops[.actors]
        #expect(bottom != top)
        try stage.press("kkk")
        #expect(stage.board.tops[.actors] == bottom)
    }

    /// Harbour with sources that are in trouble, and a collector or none.
    private func troubled(_ columns: Int, collector: String?, next: Instant?) -> Stage {
        var archive = Harbour.archive()
        archive.collecting = CollectingNews(
            sources: [
                SourceStanding(
                    source: "wire", words: Self.trouble, isTrouble: true, isLive: true,
                    currentAt: Harbour.time("2031-03-05T11:00:00Z"), next: next)
            ], collector: collector)
        return harbour(columns, 24, archive)
    }

    private static let trouble =
        "failed since 14:05: the certificate of this server is made out to another name than the one that was asked for"

    @Test func troubleLeavesTheTitleItsPlace() throws {
        for columns in [60, 80, 100, 120] {
            let line = try #require(troubled(columns, collector: nil, next: nil).screen.split(separator: "\n").first)
            #expect(line.contains("The harbour of Vik"), "\(columns): \(line)")
            #expect(line.contains("1 failing"), "\(columns): \(line)")
            #expect(line.contains("not collecting") || line.contains("idle"), "\(columns): \(line)")
        }
    }

    @Test func theSourcesAreToldInWholeSentencesAndWhenTheyAreAskedNext() throws {
        let next = Harbour.time("2031-03-05T14:20:00Z")
        for columns in [80, 120] {
            var stage = troubled(columns, collector: "ben", next: next)
            try stage.press("S")
            // Longer than a line: its end stands on the next one.
            #expect(stage.screen.contains("failed since 14:05: the certificate of this server"), "\(stage.screen)")
            #expect(stage.screen.contains("that was asked for"), "\(stage.screen)")
            #expect(stage.screen.contains("next 14:20Z"), "\(stage.screen)")
            // Where nobody collects, nothing is asked next.
            stage = troubled(columns, collector: nil, next: next)
            try stage.press("S")
            #expect(!stage.screen.contains("next 14:20Z"))
        }
    }
}
