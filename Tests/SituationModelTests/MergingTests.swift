import SituationModel
import TestSupport
import Testing

@Suite struct MergingTests {
    private let actor = Actor(id: "nis", name: "NIS", kind: .service)

    @Test func twoPeopleWhoChangeDifferentFieldsKeepBoth() {
        var desk = Desk(behind: [])
        var named = actor
        named.name = "National Intelligence Service"
        var placed = actor
        placed.role = "foreign intelligence"
        let added = desk.write(.add(record: .actor(actor)))
        let first = desk.write(.revise(before: .actor(actor), after: .actor(named)), by: Author("ada"))
        let second = desk.write(.revise(before: .actor(actor), after: .actor(placed)), by: Author("boris"))
        for entries in [[added, first, second], [second, first, added]] {
            let merged = Fold.situation("test", from: entries).actors["nis"]
            #expect(merged?.name == "National Intelligence Service")
            #expect(merged?.role == "foreign intelligence")
        }
    }

    @Test func ofTwoChangesToOneFieldTheLaterCounts() {
        var desk = Desk(behind: [])
        func renamed(_ name: String) -> Record {
            var copy = actor
            copy.name = name
            return .actor(copy)
        }
        let entries = [
            desk.write(.add(record: .actor(actor))), desk.write(.revise(before: .actor(actor), after: renamed("one"))),
            desk.write(.revise(before: .actor(actor), after: renamed("two"))),
        ]
        #expect(Fold.situation("test", from: entries).actors["nis"]?.name == "two")
    }

    @Test func aRevisionOfWhatIsNotThereHasNoEffect() {
        var desk = Desk(behind: [])
        let entry = desk.write(.revise(before: .actor(actor), after: .actor(actor)))
        #expect(Fold.situation("test", from: [entry]).actors.isEmpty)
    }

    /// Every stored field can be revised: a field left out of a record's list would be lost in every merge.
    @Test(arguments: 1...200)
    func mergingByListEqualsMergingByJSON(seed: UInt64) throws {
        var sampler = JournalSampler(seed: seed)
        let records = sampler.journal(length: 40).compactMap { entry -> Record? in
            guard case .add(let record) = entry.change else { return nil }
            return record
        }
        for (now, others) in Dictionary(grouping: records, by: \.key.kind).values.map({ ($0[0], $0) }) {
            for before in others {
                for after in others {
                    let merged = now.merging(from: before, to: after)
                    #expect(try merged == NaiveFold.merged(now, before, after), "seed \(seed)")
                    #expect(after.fieldsChanged(from: before).isEmpty || merged != now || now == after, "seed \(seed)")
                }
            }
        }
    }

    @Test func recordsOfTwoKindsDoNotMix() {
        let source = Record.source(Source(id: "nis", name: "NIS", family: "nis"))
        #expect(Record.actor(actor).merging(from: source, to: source) == .actor(actor))
        #expect(source.fieldsChanged(from: .actor(actor)).isEmpty)
    }
}
