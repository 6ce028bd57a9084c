import QueryLanguage
import SituationModel
import Storage
import TestSupport
import Testing

@Suite struct LogTests {
    private func isShown(_ entry: Entry) -> Bool {
        guard entry.batch != nil else { return true }
        switch entry.change {
        case .move, .note: return true
        case .add, .revise, .remove, .read, .batch, .undo: return false
        }
    }

    @Test(arguments: 1...20)
    func theLogTellsTheJournalAsItWasKnown(seed: UInt64) throws {
        var sampler = JournalSampler(seed: seed)
        let entries = sampler.journal(length: 90)
        let archive = try Archive.temporary()
        try archive.receive(entries.shuffled(using: &sampler.generator))
        let moments = [nil] + entries.shuffled(using: &sampler.generator).prefix(5).map { Optional($0.known) }
        for moment in moments {
            let known = entries.filter { $0.known <= moment ?? Instant(milliseconds: .max) }.sorted {
                $0.order > $1.order
            }
            let inForce = Set(Fold.inForce(known).map(\.id))
            let expected = known.filter(isShown).map {
                LoggedEntry(entry: $0, isTakenBack: !inForce.contains($0.id))
            }
            var request = PageRequest(situation: sampler.situation, asOf: moment, limit: 7)
            var walked: [LoggedEntry] = []
            while true {
                let page = try archive.log(request)
                walked += page.rows
                guard page.hasOlder, let last = page.keys.last else { break }
                request.position = .before(last)
            }
            #expect(walked == expected, "seed \(seed), as of \(moment?.description ?? "now")")
            for key in Set(entries.compactMap(\.change.subject)).sorted().prefix(6) {
                let history = try archive.history(of: key, in: sampler.situation, asOf: moment, limit: 1_000)
                #expect(history.map(\.entry.order) == history.map(\.entry.order).sorted(by: >))
                for entry in known where entry.change.subject == key {
                    #expect(history.contains { $0.entry == entry && $0.isTakenBack != inForce.contains(entry.id) })
                }
                #expect(Set(history.map(\.entry)).isSubset(of: known))
            }
            for entry in known.prefix(5) {
                let found = try archive.entry(entry.id, of: sampler.situation, asOf: moment)
                #expect(found == LoggedEntry(entry: entry, isTakenBack: !inForce.contains(entry.id)))
            }
        }
    }

    @Test func theLogIsSearched() throws {
        let archive = try Archive.temporary()
        try archive.append(
            [
                Sample.draft(.note(text: "Call the NIS about 1,500 men", about: nil)),
                Sample.draft(
                    .move(
                        rung: RungKey("seoul", "defensive"),
                        move: RungMove(.threatened, by: Sample.ada, reason: "Speech"))),
                Sample.draft(.add(record: .actor(Actor(id: "kremlin", name: "Kremlin", kind: .government)))),
            ], at: Sample.now)
        func found(_ text: String) throws -> [Change.Shape] {
            try archive.log(PageRequest(situation: "test", query: Query(text))).rows.map {
                Change.Shape($0.entry.change)
            }
        }
        #expect(try found("nis") == [.note])
        #expect(try found("threat") == [.move])
        #expect(try found("krem") == [.add])
        #expect(try found("ada") == [.add, .move, .note])
        #expect(try found("-speech") == [.add, .note])
        #expect(try found("kreml") == [.add])
        #expect(try found("/kr.ml/ or =men") == [.add, .note])
        #expect(try found("-/kr.ml/ ada") == [.move, .note])
        // An entry is no record and has no fields.
        #expect(try found("mode:actual") == [])
        #expect(try found("-mode:actual nis") == [.note])
    }

    @Test func undoAndRedoAreChosenFromWhatAnAuthorHasDone() throws {
        let archive = try Archive.temporary()
        let boris = Author("boris")
        for number in 1...3 {
            try archive.append([Sample.draft(.note(text: "note \(number)", about: nil))], at: Sample.now)
            try archive.append(
                [Draft(situation: "test", author: boris, change: .note(text: "his \(number)", about: nil))],
                at: Sample.now)
        }
        func notes() throws -> [String] {
            try archive.outline(of: "test").notes.map(\.text).filter { $0.hasPrefix("note") }
        }
        func step(_ choice: Entry?) throws {
            let entry = try #require(choice)
            try archive.append([Sample.draft(.undo(entry: entry.id))], at: Sample.now)
        }
        for expected in [["note 1", "note 2"], ["note 1"]] {
            try step(UndoChoice.undo(by: Sample.ada, among: archive.entries(by: Sample.ada, of: "test")))
            #expect(try notes() == expected)
        }
        for expected in [["note 1", "note 2"], ["note 1", "note 2", "note 3"]] {
            try step(UndoChoice.redo(by: Sample.ada, among: archive.entries(by: Sample.ada, of: "test")))
            #expect(try notes() == expected)
        }
        #expect(try UndoChoice.redo(by: Sample.ada, among: archive.entries(by: Sample.ada, of: "test")) == nil)
    }

    @Test func timeIsStepped() throws {
        let archive = try Archive.temporary()
        let moments = [10, 20, 20, 30].map { Instant(milliseconds: $0) }
        try archive.append(
            moments.map { Sample.draft(.note(text: "x", about: nil), known: $0) }, at: Instant(milliseconds: 30))
        #expect(try archive.moment(before: nil, of: "test") == moments[1])
        #expect(try archive.moment(before: moments[1], of: "test") == moments[0])
        #expect(try archive.moment(before: moments[0], of: "test") == nil)
        #expect(try archive.moment(after: moments[0], of: "test") == moments[1])
        #expect(try archive.moment(after: Instant(milliseconds: 25), of: "test") == moments[3])
        #expect(try archive.moment(after: moments[3], of: "test") == nil)
    }

    @Test func aSituationThatIsNotThereIsNamedWithThoseThatAre() throws {
        let archive = try Archive.temporary()
        #expect(throws: ArchiveError.noSituation("korea", held: [])) { try archive.outline(of: "korea") }
        try archive.append([Sample.draft(.note(text: "x", about: nil))], at: Sample.now)
        #expect(throws: ArchiveError.noSituation("korea", held: ["test"])) { try archive.outline(of: "korea") }
    }
}

extension Change {
    /// Which of the changes it is.
    fileprivate enum Shape { case add, revise, remove, move, read, note, batch, undo }
}

extension Change.Shape {
    fileprivate init(_ change: Change) {
        switch change {
        case .add: self = .add
        case .revise: self = .revise
        case .remove: self = .remove
        case .move: self = .move
        case .read: self = .read
        case .note: self = .note
        case .batch: self = .batch
        case .undo: self = .undo
        }
    }
}
