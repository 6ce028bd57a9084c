import Foundation
import SituationModel
import Storage
import Testing

@Suite struct ConcurrencyTests {
    @Test func ofSeveralWhoFindItEmptyOneAloneFillsIt() async throws {
        let scratch = try Scratch()
        let path = scratch.path()
        let written = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<4 {
                group.addTask {
                    let archive = try Archive.open(at: path, .readWrite(create: true))
                    let draft = Sample.draft(.note(text: "\(number)", about: nil))
                    return try archive.append([draft], onlyIfEmpty: true, at: Sample.now).count
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(written == 1)
    }

    @Test func twoProcessesAndTwoArchivesWriteAtOnce() async throws {
        let scratch = try Scratch()
        let path = scratch.path()
        let archives = try (0..<2).map { _ in try Archive.open(at: path, .readWrite(create: true)) }
        let probes = try (0..<2).map { _ in try Probe("append", path, "40") }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for archive in archives {
                group.addTask {
                    for number in 0..<40 {
                        try archive.append([Sample.draft(.note(text: "\(number)", about: nil))], at: Sample.now)
                    }
                }
            }
            try await group.waitForAll()
        }
        for probe in probes { #expect(try probe.end().hasSuffix("40")) }
        for archive in archives {
            let entries = try archive.journal(of: "test")
            #expect(entries.count == 160)
            #expect(Set(entries.map(\.id)).count == 160)
            #expect(try archive.outline(of: "test").notes.count == 160)
            #expect(try archive.check() == [])
        }
        // Whoever wrote, in the order of writing the identifiers grow.
        let comparison = try archives[0].rebuild()
        #expect(comparison.differences == [])
    }

    @Test(arguments: 1...4)
    func killingAProcessThatWritesLeavesTheArchiveWhole(round: Int) throws {
        let scratch = try Scratch()
        try Sample.fill(scratch.path(), documents: 20)
        let writer = try Probe("append", scratch.path(), "100000")
        let lines = try writer.lines(5 * round)
        let importer = try Probe("import", scratch.path(), "200000")
        #expect(try importer.lines(1) == ["begun"])
        // Wherever they have got to.
        Thread.sleep(forTimeInterval: 0.03 * Double(round))
        importer.kill()
        writer.kill()
        let archive = try Archive.open(at: scratch.path(), .readWrite(create: false))
        #expect(try archive.check() == [])
        #expect(try archive.rebuild().differences == [])
        let entries = try archive.journal(of: "test")
        let told = entries.filter { $0.author.name == "process \(writer.process.processIdentifier)" }
        #expect(told.count >= lines.count, "what was told to be written is there")
        let imported = entries.filter { $0.author.name == "process \(importer.process.processIdentifier)" }
        #expect(imported.isEmpty, "an import that was not done has left nothing")
        try archive.append([Sample.draft(.note(text: "on we go", about: nil))], at: Sample.now)
    }

    @Test func identifiersGrowEvenWhereClocksDiffer() throws {
        let scratch = try Scratch()
        let first = try Archive.open(at: scratch.path(), .readWrite(create: true))
        let second = try Archive.open(at: scratch.path(), .readWrite(create: false))
        var last: EntryID?
        for (archive, offset) in [(first, 3_600_000), (second, 0), (first, -5), (second, 10)] as [(Archive, Int64)] {
            let moment = Sample.now.advanced(byMilliseconds: offset)
            let drafts = [Sample.draft(.note(text: "a", about: nil)), Sample.draft(.note(text: "b", about: nil))]
            for entry in try archive.append(drafts, batch: "both", at: moment) {
                if let last { #expect(entry.id > last) }
                last = entry.id
            }
        }
    }
}
