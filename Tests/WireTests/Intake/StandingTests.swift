import Foundation
import Glibc
import Testing

@testable import Wire

@Suite struct LineStreamTests {
    @Test func linesArriveBeforeThePipeEnds() async throws {
        let pipe = Pipe()
        let writer = pipe.fileHandleForWriting
        var lines = LineStream(descriptor: pipe.fileHandleForReading.fileDescriptor, limit: 8).makeAsyncIterator()
        writer.write(Data("one\ntw".utf8))
        #expect(try await lines.next() == .init(number: 1, bytes: Array("one".utf8), isCut: false))
        writer.write(Data("o\r\nmuch too long\n".utf8))
        #expect(try await lines.next() == .init(number: 2, bytes: Array("two".utf8), isCut: false))
        #expect(try await lines.next() == .init(number: 3, bytes: Array("much too".utf8), isCut: true))
        writer.write(Data("end".utf8))
        try writer.close()
        #expect(try await lines.next()?.bytes == Array("end".utf8))
        #expect(try await lines.next() == nil)
    }

    @Test func cancellingEndsTheWaiting() async throws {
        let pipe = Pipe()
        let reading = pipe.fileHandleForReading.fileDescriptor
        let task = Task { () -> Int in
            var count = 0
            for try await _ in LineStream(descriptor: reading) { count += 1 }
            return count
        }
        pipe.fileHandleForWriting.write(Data("one\n".utf8))
        try await Task.sleep(for: .milliseconds(30))
        task.cancel()
        #expect(try await task.value <= 1)
        try pipe.fileHandleForWriting.close()
    }

    @Test func linesBecomeItems() async throws {
        let pipe = Pipe()
        pipe.fileHandleForWriting.write(Data("{\"text\": \"One.\"}\nno\n\n{\"text\": \"Two.\"}\n".utf8))
        try pipe.fileHandleForWriting.close()
        var reader = JSONItemLines(origin: .init(name: "standard input"))
        var texts: [String?] = []
        for try await line in LineStream(descriptor: pipe.fileHandleForReading.fileDescriptor) {
            if let item = reader.item(on: line) { texts.append(item.text) }
        }
        #expect(texts == ["One.", "Two."])
        #expect(reader.warnings.sentences == ["standard input, line 2: an object {\"text\": …} was expected"])
    }
}

@Suite struct PipeItemsTests {
    private func arrivals(_ pipe: Pipe) async throws -> [String] {
        var arrivals: [String] = []
        for try await arrival in PipeItems(descriptor: pipe.fileHandleForReading.fileDescriptor, name: "pipe") {
            switch arrival {
            case .item(let item): arrivals.append("\(item.kind) \(item.text ?? "")")
            case .warning(let sentence): arrivals.append(sentence)
            case .leftOut(let count): arrivals.append("\(count) left out")
            }
        }
        return arrivals
    }

    @Test func jsonLinesComeAsTheyArrive() async throws {
        let pipe = Pipe()
        let reading = pipe.fileHandleForReading.fileDescriptor
        var items = PipeItems(descriptor: reading).makeAsyncIterator()
        for number in 1...3 {
            pipe.fileHandleForWriting.write(Data("{\"text\": \"\(number)\"}\n".utf8))
            guard case .item(let item) = try await items.next() else {
                Issue.record("no item")
                return
            }
            #expect(item.text == "\(number)" && item.origin.line == number)
        }
        pipe.fileHandleForWriting.write(Data("bad\n".utf8))
        guard case .warning(let sentence) = try await items.next() else {
            Issue.record("no warning")
            return
        }
        #expect(sentence.hasPrefix("standard input, line 4: "))
        try pipe.fileHandleForWriting.close()
        // How many lines were left out is told when there are no more.
        guard case .leftOut(1) = try await items.next() else {
            Issue.record("no count")
            return
        }
        #expect(try await items.next() == nil)
    }

    @Test func everythingElseComesWhole() async throws {
        for (bytes, expected) in [
            (Array("<rss>\n<channel>\n".utf8), ["feed "]), (Array("One line.".utf8), ["text One line."]),
            (ArchiveMaker.gzip(Array("Two\nlines.".utf8)), ["text Two\nlines."]),
            (Array("{\n\"text\": \"a\"\n}".utf8), ["text a"]), ([], ["pipe: it is empty"]),
        ] {
            let pipe = Pipe()
            pipe.fileHandleForWriting.write(Data(bytes))
            try pipe.fileHandleForWriting.close()
            #expect(try await arrivals(pipe) == expected)
        }
    }
}

@Suite struct InboxTests {
    private func file(_ scratch: Scratch, _ name: String) -> InboxWatch.Notice { .file(scratch.path + "/" + name) }

    /// As if it had been there for a while.
    private func age(_ path: String) throws {
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -60)], ofItemAtPath: path)
    }

    @Test(.timeLimit(.minutes(1))) func filesAreToldOfOnceTheyAreWritten() async throws {
        let scratch = try Scratch()
        try age(scratch.write("old", to: "a.txt"))
        try scratch.write("hidden", to: ".b.txt")
        var notices = InboxWatch(folder: scratch.path).makeAsyncIterator()
        #expect(await notices.next() == file(scratch, "a.txt"))

        // Open and half written: nothing yet.
        let slow = open(scratch.path + "/slow.txt", O_CREAT | O_WRONLY, 0o644)
        #expect(write(slow, "half", 4) == 4)
        try scratch.write("whole", to: "fast.txt")
        #expect(await notices.next() == file(scratch, "fast.txt"))
        #expect(write(slow, " and half", 9) == 9)
        close(slow)
        #expect(await notices.next() == file(scratch, "slow.txt"))

        try scratch.write("x", to: "upload.part")
        try FileManager.default.moveItem(atPath: scratch.path + "/upload.part", toPath: scratch.path + "/upload.txt")
        #expect(await notices.next() == file(scratch, "upload.txt"))
        try FileManager.default.linkItem(atPath: scratch.path + "/a.txt", toPath: scratch.path + "/link.txt")
        #expect(await notices.next() == file(scratch, "link.txt"))
    }

    @Test(.timeLimit(.minutes(1))) func foldersInItAreWatchedToo() async throws {
        let scratch = try Scratch()
        var notices = InboxWatch(folder: scratch.path).makeAsyncIterator()
        async let first = notices.next()
        try await Task.sleep(for: .milliseconds(50))
        try scratch.write("x", to: "new/deep/a.txt")
        #expect(await first == file(scratch, "new/deep/a.txt"))
        try scratch.write("y", to: "new/b.txt")
        #expect(await notices.next() == file(scratch, "new/b.txt"))
    }

    @Test(.timeLimit(.minutes(1))) func aFolderThatGoesAndComesIsWaitedFor() async throws {
        let scratch = try Scratch()
        let folder = scratch.path + "/inbox"
        var notices = InboxWatch(folder: folder).makeAsyncIterator()
        #expect(await notices.next() == .missing("No such file or directory"))
        try age(scratch.write("x", to: "inbox/a.txt"))
        #expect(await notices.next() == .file(folder + "/a.txt"))
        #expect(await notices.next() == .returned)
        try FileManager.default.removeItem(atPath: folder)
        #expect(await notices.next() == .missing("it was removed"))
        try age(scratch.write("y", to: "inbox/a.txt"))
        var after: [InboxWatch.Notice] = []
        while after.count < 2, let notice = await notices.next() { after.append(notice) }
        #expect(Set(after) == [.returned, .file(folder + "/a.txt")])
    }

    @Test(.timeLimit(.minutes(1))) func cancellingEndsTheWaiting() async throws {
        let scratch = try Scratch()
        let watch = InboxWatch(folder: scratch.path)
        let task = Task { () -> Int in
            var count = 0
            for await _ in watch { count += 1 }
            return count
        }
        try await Task.sleep(for: .milliseconds(30))
        task.cancel()
        #expect(await task.value == 0)
    }

    @Test func whatTheKernelLostIsLookedForAgain() throws {
        let scratch = try Scratch()
        guard var inbox = Inbox(scratch.path) else {
            Issue.record("no watch")
            return
        }
        #expect(inbox.takeNotices() == [])
        let kept = try String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
        // More events than the kernel keeps for one reader, each unlike the one before, or it would merge them.
        for number in 0...(Int(kept.dropLast()) ?? 0) {
            close(open(scratch.path + "/.many\(number % 2)", O_CREAT | O_WRONLY, 0o644))
        }
        try age(scratch.write("z", to: "last.txt"))
        inbox.look()
        let notices = inbox.takeNotices()
        #expect(notices.contains(.warning("\(scratch.path): too much happened at once; looked through again")))
        #expect(notices.contains(file(scratch, "last.txt")))
    }
}
