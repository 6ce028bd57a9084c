import Foundation
import TestSupport
import Testing

@testable import Wire

@Suite struct ArchiveTests {
    private let text = Array("Ministers met in the harbour town.".utf8)

    @Test func zipMembersComeWithTheirNames() throws {
        let zip = ArchiveMaker.zip([("b.txt", text), ("../../etc/passwd", text), ("c/d.html", Array("<p>x".utf8))])
        let (items, warnings) = try Intake().items(in: zip, name: "a.zip")
        #expect(items.map(\.kind) == ["text", "text", "page"])
        #expect(items.map(\.origin.member) == ["b.txt", "../../etc/passwd", "c/d.html"])
        #expect(warnings == [])
    }

    @Test func gzipIsUnpackedAndNamedAsItsFile() throws {
        let (items, _) = try Intake().items(in: ArchiveMaker.gzip(text), name: "a.txt.gz")
        #expect(items.map(\.text) == [String(decoding: text, as: UTF8.self)])
        #expect(items[0].origin.member == nil)
    }

    @Test func anArchiveInAnArchiveIsOpenedAndNoFurther() throws {
        let inner = ArchiveMaker.zip([("x.txt", text)])
        let outer = ArchiveMaker.zip([("inner.zip", inner), ("y.gz", ArchiveMaker.gzip(text)), ("z.txt", text)])
        let twice = try Intake().items(in: outer, name: "o.zip")
        #expect(twice.items.map(\.origin.member) == ["inner.zip, in it x.txt", "y.gz", "z.txt"])
        let thrice = try Intake().items(in: ArchiveMaker.zip([("outer.zip", outer)]), name: "p.zip")
        #expect(thrice.items.map(\.origin.member) == ["outer.zip, in it z.txt"])
        #expect(thrice.warnings.count == 2)
    }

    @Test func badMembersAreNamedAndTheRestRead() throws {
        let zip = ArchiveMaker.zip([("i.png", [0, 1, 2, 3, 4, 5]), ("e.txt", []), ("t.txt", text)])
        let (items, warnings) = try Intake().items(in: zip, name: "a.zip")
        #expect(items.map(\.origin.member) == ["t.txt"])
        #expect(
            warnings == [
                "a.zip, in it i.png is not taken in: its bytes are no text", "a.zip, in it e.txt: it is empty",
            ])
    }

    @Test func bombsAreRefusedBeforeTheyUnpack() throws {
        let zeros = [UInt8](repeating: 0x20, count: 24 << 20)
        for bomb in [ArchiveMaker.gzip(zeros), ArchiveMaker.zip([("a.txt", zeros)])] {
            #expect(bomb.count < 64 << 10)
            #expect(throws: (any Error).self) { try Intake().items(in: bomb, name: "bomb") }
        }
        var intake = Intake()
        intake.limits.unpackedBytes = 1 << 20
        let parts = (0..<40).map { ("\($0).txt", [UInt8](repeating: 0x61, count: 40_000)) }
        #expect(throws: IntakeError.tooLarge(name: "many", what: "more than 1 MiB come out of it")) {
            try intake.items(in: ArchiveMaker.zip(parts), name: "many")
        }
        // The same across levels.
        let nested = (0..<40).map {
            ("\($0).zip", ArchiveMaker.zip([("a.txt", [UInt8](repeating: 0x61, count: 40_000))]))
        }
        #expect(throws: (any Error).self) { try intake.items(in: ArchiveMaker.zip(nested), name: "nested") }
        (intake.limits.members, intake.limits.unpackedBytes) = (30, 1 << 30)
        #expect(throws: IntakeError.tooLarge(name: "many", what: "it holds more than 30 files")) {
            try intake.items(in: ArchiveMaker.zip(parts), name: "many")
        }
    }

    @Test func aTruncatedGzipIsDamagedAndLinesBeforeTheEndAreKept() throws {
        var random = SeededGenerator(seed: 14)
        let lines = (0..<9_000).map { "{\"text\": \"\($0) \(random.next()) \(random.next())\"}\n" }.joined()
        let whole = ArchiveMaker.gzip(Array(lines.utf8))
        var items = 0
        #expect(throws: IntakeError.self) {
            try Intake().read(bytes: Array(whole.prefix(whole.count * 3 / 4)), name: "w.jsonl.gz") { _ in items += 1 }
        }
        #expect(items > 1_000 && items < 9_000)
        #expect(try Intake().items(in: whole, name: "w.jsonl.gz").items.count == 9_000)
    }

    @Test func oneItemTooLargeIsRefused() {
        var intake = Intake()
        intake.limits.itemBytes = 1 << 20
        #expect(throws: IntakeError.refused(name: "a.txt", reason: "it is larger than 1 MiB")) {
            try intake.items(in: [UInt8](repeating: 0x61, count: 2 << 20), name: "a.txt")
        }
    }

    @Test func filesAndPipesAreReadAlike() throws {
        let scratch = try Scratch()
        let zip = ArchiveMaker.zip([("a.txt", text), ("b.txt", text)])
        let path = scratch.path + "/a.zip"
        try Data(zip).write(to: URL(filePath: path))
        var names: [String?] = []
        _ = try Intake().read(file: path) { names.append($0.origin.member) }
        #expect(names == ["a.txt", "b.txt"])
        let pipe = Pipe()
        pipe.fileHandleForWriting.write(Data(zip))
        try pipe.fileHandleForWriting.close()
        _ = try Intake().read(descriptor: pipe.fileHandleForReading.fileDescriptor, name: "pipe") {
            names.append($0.origin.member)
        }
        #expect(names == ["a.txt", "b.txt", "a.txt", "b.txt"])
        #expect(throws: IntakeError.self) { try Intake().read(file: scratch.path) { _ in } }
        #expect(throws: IntakeError.self) { try Intake().read(file: scratch.path + "/none") { _ in } }
    }

    @Test func whatDeliveryThrowsIsThrown() {
        struct Stop: Error {}
        #expect(throws: Stop.self) {
            try Intake().read(bytes: ArchiveMaker.zip([("a.txt", text)]), name: "a") { _ in throw Stop() }
        }
    }

    /// Damaged archives end in items or an error, and in no other way.
    @Test func damagedArchivesDoNoHarm() throws {
        var random = SeededGenerator(seed: 15)
        let sound = [
            ArchiveMaker.zip([("a.txt", text), ("b.jsonl", Array("{\"text\": \"x\"}\n".utf8))]),
            ArchiveMaker.gzip(Array(repeating: text, count: 50).flatMap { $0 }),
        ]
        for _ in 0..<400 {
            var bytes = random.pick(sound)
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                if random.happens(oneIn: 6) {
                    bytes.removeSubrange(place...)
                    if bytes.isEmpty { break }
                } else {
                    bytes[place] = UInt8.random(in: 0...255, using: &random)
                }
            }
            _ = try? Intake().items(in: bytes, name: "fuzz")
        }
    }
}
