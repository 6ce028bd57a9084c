import SituationModel
import TestSupport
import Testing

@Suite struct FoldTests {
    @Test(arguments: 1...60)
    func anyInterleavingFoldsToWhatANaiveReferenceGives(seed: UInt64) throws {
        var sampler = JournalSampler(seed: seed)
        let entries = sampler.journal(length: 50)
        let interleaved = (entries + entries.prefix(5)).shuffled(using: &sampler.generator)
        let moments = [nil] + entries.map { Optional($0.known) }.shuffled(using: &sampler.generator).prefix(12)
        for moment in moments {
            let situation = Fold.situation(sampler.situation, from: interleaved, asOf: moment)
            let naive = try NaiveFold(entries, of: sampler.situation, asOf: moment).state(of: sampler.situation)
            #expect(NaiveFold.State(situation) == naive, "seed \(seed), as of \(moment?.description ?? "now")")
        }
    }

    @Test(arguments: 1...40)
    func whatIsInForceDoesNotDependOnArrival(seed: UInt64) {
        var sampler = JournalSampler(seed: seed)
        let entries = sampler.journal(length: 60)
        let naive = NaiveFold(entries, of: sampler.situation, asOf: nil).inForce
        #expect(Fold.inForce(entries.shuffled(using: &sampler.generator)) == naive, "seed \(seed)")
    }

    @Test(arguments: 1...40)
    func undoRestoresExactlyAndRedoDoesToo(seed: UInt64) {
        var sampler = JournalSampler(seed: seed)
        let entries = sampler.journal(length: 40)
        var desk = Desk(behind: entries)
        let before = Fold.situation(sampler.situation, from: entries)
        // A change of each kind, one by one, and then a batch of them.
        var more = JournalSampler(seed: seed &+ 1_000)
        let changes = more.journal(length: 8).map(\.change)
        for change in changes {
            let made = desk.write(change)
            let after = Fold.situation(sampler.situation, from: entries + [made])
            let undo = desk.write(.undo(entry: made.id))
            #expect(Fold.situation(sampler.situation, from: entries + [made, undo]) == before, "seed \(seed)")
            let redo = desk.write(.undo(entry: undo.id))
            #expect(Fold.situation(sampler.situation, from: entries + [made, undo, redo]) == after, "seed \(seed)")
        }
        let head = desk.write(.batch(summary: "import"))
        let batch = [head] + changes.map { desk.write($0, batch: head.id) }
        let after = Fold.situation(sampler.situation, from: entries + batch)
        let undo = desk.write(.undo(entry: head.id))
        #expect(Fold.situation(sampler.situation, from: entries + batch + [undo]) == before, "seed \(seed)")
        let redo = desk.write(.undo(entry: undo.id))
        #expect(Fold.situation(sampler.situation, from: entries + batch + [undo, redo]) == after, "seed \(seed)")
    }

    @Test(arguments: 1...20)
    func aRecordsHistoryAgreesWithTheFoldAtEveryMoment(seed: UInt64) {
        var sampler = JournalSampler(seed: seed)
        let entries = sampler.journal(length: 40).sorted { $0.order < $1.order }
        for key in Set(entries.compactMap(\.change.subject)) {
            let history = RecordHistory(of: key, in: sampler.situation, from: entries)
            for count in 1...entries.count {
                let situation = Fold.situation(sampler.situation, from: entries[..<count])
                let version = history.versions.last { $0.from <= entries[count - 1].order }
                #expect(version?.record == situation[key], "seed \(seed), \(key), after \(count)")
                if version?.record != nil, key.kind != .header {
                    #expect(version?.added == situation.added(key), "seed \(seed), \(key), after \(count)")
                }
            }
        }
    }

    @Test(arguments: 1...20)
    func periodsInForceAgreeWithTheFoldAtEveryMoment(seed: UInt64) {
        var sampler = JournalSampler(seed: seed)
        let entries = sampler.journal(length: 30).sorted { $0.order < $1.order }
        let undos = entries.filter { if case .undo = $0.change { true } else { false } }
        for entry in entries {
            let periods = Fold.periodsInForce(of: entry, undos: undos)
            for count in 1...entries.count {
                let last = entries[count - 1].order
                let isIn = periods.contains { $0.from <= last && $0.until.map { last < $0 } ?? true }
                let isInForce = Fold.inForce(entries[..<count]).contains { $0.id == entry.id }
                #expect(isIn == isInForce, "seed \(seed), entry \(entry.id), after \(count)")
            }
        }
    }

    @Test func entriesOfOtherSituationsArePassedOver() {
        var desk = Desk(behind: [])
        let other = Entry(
            id: desk.write(.note(text: "", about: nil)).id, origin: "", situation: "other", author: Author("ada"),
            change: .note(text: "elsewhere", about: nil))
        #expect(Fold.situation("test", from: [other]) == Situation(id: "test"))
    }

    @Test func removingAnotherSituationsHeaderLeavesThisOne() {
        var desk = Desk(behind: [])
        let header = Header(id: "test", title: "Here")
        let entries = [desk.write(.add(record: .header(header))), desk.write(.remove(key: .header("elsewhere")))]
        #expect(Fold.situation("test", from: entries).header == header)
    }
}

/// Somebody who writes one entry after another, each behind all that were there.
struct Desk {
    private var clock = EntryClock()
    private var now: Instant
    private var generator = SeededGenerator(seed: 99)

    init(behind entries: [Entry]) {
        for entry in entries { clock.witness(entry.id) }
        now = (entries.map(\.known) + entries.map(\.id.recorded)).max() ?? Instant(milliseconds: 1_729_000_000_000)
    }

    mutating func write(_ change: Change, by author: Author = Author("ada"), batch: EntryID? = nil) -> Entry {
        now = now.advanced(byMilliseconds: 10)
        return Entry(
            id: clock.next(at: now, random: generator.next()), origin: "desk", situation: "test", author: author,
            batch: batch, change: change)
    }
}
