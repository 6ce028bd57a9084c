import Foundation
import SituationModel
import Storage
import Testing

@Suite struct ChangesTests {
    /// Waits for the stream's next element; `false` if none comes in good time.
    private func arrives(_ stream: AsyncStream<Void>) async -> Bool {
        await withTaskGroup(of: Bool.self) { group in
            group.addTask {
                var iterator = stream.makeAsyncIterator()
                return await iterator.next() != nil
            }
            group.addTask {
                try? await Task.sleep(for: .seconds(20))
                return false
            }
            let first = await group.next() ?? false
            group.cancelAll()
            return first
        }
    }

    @Test func ownChangesAreTold() async throws {
        let scratch = try Scratch()
        for archive in [try Archive.temporary(), try Archive.open(at: scratch.path(), .readWrite(create: true))] {
            let changes = archive.changes()
            try archive.append([Sample.draft(.note(text: "x", about: nil))], at: Sample.now)
            #expect(await arrives(changes))
        }
    }

    @Test func changesByAnotherProcessAreTold() async throws {
        let scratch = try Scratch()
        try Sample.fill(scratch.path(), documents: 1)
        let archive = try Archive.open(at: scratch.path(), .readOnly)
        let before = try archive.changeToken()
        let changes = archive.changes()
        let probe = try Probe("append", scratch.path(), "1")
        #expect(await arrives(changes))
        #expect(try probe.end() == "1")
        #expect(try archive.changeToken() > before)
    }

    @Test func marksOfWhatHasBeenSeenAreNotTold() async throws {
        let scratch = try Scratch()
        try Sample.fill(scratch.path(), documents: 1)
        let archive = try Archive.open(at: scratch.path(), .readWrite(create: false))
        let before = try archive.changeToken()
        try archive.markSeen([.document("document-0")], of: "test", reader: "ada")
        try archive.markAllSeen(of: "test", reader: "ada")
        #expect(try archive.changeToken() == before)
    }

    @Test func aStreamThatIsLetGoStopsWatching() async throws {
        let scratch = try Scratch()
        try Sample.fill(scratch.path(), documents: 1)
        let archive = try Archive.open(at: scratch.path(), .readWrite(create: false))
        func watches() -> Int {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
            return names.count {
                (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)"))?.contains("inotify")
                    ?? false
            }
        }
        for _ in 0..<50 {
            let task = Task {
                for await _ in archive.changes() {}
            }
            try archive.append([Sample.draft(.note(text: "x", about: nil))], at: Sample.now)
            task.cancel()
            await task.value
        }
        // The kernel's last word comes a moment later.
        for _ in 0..<200 where watches() > 20 { try await Task.sleep(for: .milliseconds(10)) }
        #expect(watches() <= 20)
    }
}
