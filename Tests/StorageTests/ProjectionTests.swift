import QueryLanguage
import SituationModel
import Storage
import TestSupport
import Testing

/// What the archive answers is what folding its journal gives.
@Suite struct ProjectionTests {
    @Test(arguments: 1...40)
    func projectionsEqualTheFoldAtEveryMoment(seed: UInt64) throws {
        var sampler = JournalSampler(seed: seed)
        let entries = sampler.journal(length: 60)
        let archive = try Archive.temporary()
        // In no order, some at a time, some twice.
        var waiting = entries.shuffled(using: &sampler.generator)
        while !waiting.isEmpty {
            let portion = Array(waiting.prefix(Int.random(in: 1...8, using: &sampler.generator)))
            try archive.receive(portion + portion.prefix(1))
            waiting.removeFirst(portion.count)
        }
        let moments = Set(entries.map(\.known)).sorted().map(Optional.some) + [nil]
        for moment in moments {
            let expected = Fold.situation(sampler.situation, from: entries, asOf: moment)
            let found = try archive.situation(sampler.situation, asOf: moment)
            #expect(
                SituationDifference(found, expected).descriptions == [],
                "seed \(seed), as of \(moment?.description ?? "now")")
        }
        #expect(try archive.journal(of: sampler.situation) == entries.sorted { $0.order < $1.order }, "seed \(seed)")
    }
}
