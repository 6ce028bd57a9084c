import QueryLanguage
import SituationModel
import Storage
import TestSupport

/// How long it takes to open an archive and to read what a board shows first.
struct StartTimes {
    let path: String

    /// Makes an archive of a small situation, some dozens of records of each kind.
    func fill() throws {
        var sampler = JournalSampler(seed: 1, situation: "small", recordsOfAKind: 30)
        try Archive.open(at: path, .readWrite(create: true)).receive(sampler.journal(length: 500))
    }

    func print() throws {
        let clock = ContinuousClock()
        let start = clock.now
        func told(_ name: String) { Swift.print("\(name): \(rounded(seconds(clock.now - start) * 1000, 2)) ms") }
        let archive = try Archive.open(at: path, .readWrite(create: false))
        told("opened")
        let situation = try archive.situations().first?.id ?? "small"
        _ = try archive.outline(of: situation)
        told("outline")
        _ = try archive.tally(of: situation, reader: "somebody")
        told("tally")
        let request = PageRequest(situation: situation, reader: "somebody", limit: 120)
        _ = try archive.quotes(request)
        _ = try archive.events(request)
        _ = try archive.documents(request)
        _ = try archive.log(request)
        told("four pages")
    }
}
