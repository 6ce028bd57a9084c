import Foundation
import GRDB
import Glibc
import SituationModel
import Storage
import Testing

@Suite struct OpeningTests {
    @Test func anArchiveIsMadeOpenedAgainAndKeepsItsOrigin() throws {
        let scratch = try Scratch()
        #expect(throws: ArchiveError.missing(path: scratch.path())) {
            try Archive.open(at: scratch.path(), .readWrite(create: false))
        }
        #expect(scratch.files.isEmpty)
        let origin = try Archive.open(at: scratch.path(), .readWrite(create: true)).origin
        #expect(EntryID(origin) != nil)
        #expect(try Archive.open(at: scratch.path(), .readOnly).origin == origin)
        #expect(try Archive.open(at: scratch.path(), .readWrite(create: true)).origin == origin)
        #expect(try Archive.temporary().origin != origin)
    }

    @Test func nothingIsLeftBesideAnArchiveThatIsClosed() throws {
        let scratch = try Scratch()
        try Sample.fill(scratch.path())
        #expect(scratch.files == ["archive.db"])
    }

    @Test func manyWhoMakeItAtOnceMakeOne() async throws {
        let scratch = try Scratch()
        let origins = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<8 {
                group.addTask { try Archive.open(at: scratch.path(), .readWrite(create: true)).origin }
            }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(origins.count == 1)
        #expect(scratch.files == ["archive.db"])
    }

    @Test func aNameFullOfMarksIsTakenAsItIs() throws {
        let scratch = try Scratch()
        for name in ["file:x?mode=memory", "100% #1 &c.db", "남한.db", "a'b\"c.db"] {
            try Sample.fill(scratch.path(name), documents: 1)
            #expect(try Archive.open(at: scratch.path(name), .readOnly).tally(of: "test").documents == 1)
            #expect(scratch.files.contains(name))
        }
    }

    // MARK: - What is refused

    /// Ways in which a file at the archive's path is none that can be opened, and the kind of the error that says so.
    enum Harm: String, CaseIterable, CustomTestStringConvertible {
        case empty, shortHeader, halved, lastPageCut, headerFlipped, schemaFlipped, rootFlipped, leafFlipped
        case text, otherSQLite, newer

        var testDescription: String { rawValue }

        func inflict(on path: String) throws {
            let url = URL(filePath: path)
            switch self {
            case .text: try Data("Not an archive.\n".utf8).write(to: url)
            case .otherSQLite: try execute("CREATE TABLE a (b); INSERT INTO a VALUES (1)", in: path)
            case .newer:
                try Sample.fill(path)
                try execute("PRAGMA user_version = 99", in: path)
            default:
                try Sample.fill(path)
                var bytes = try Data(contentsOf: url)
                switch self {
                case .empty: bytes = Data()
                case .shortHeader: bytes = bytes.prefix(60)
                case .halved: bytes = bytes.prefix(bytes.count / 2)
                case .lastPageCut: bytes = bytes.dropLast(4_096)
                case .headerFlipped: for place in 0..<100 { bytes[place] ^= 0xFF }
                case .schemaFlipped: for place in 100..<200 { bytes[place] ^= 0xFF }
                case .leafFlipped: for place in bytes.count - 4_096..<bytes.count - 4_000 { bytes[place] ^= 0xFF }
                default: for place in 4_096 * 2..<4_096 * 40 { bytes[place] ^= 0xFF }
                }
                try bytes.write(to: url)
            }
        }

        private func execute(_ sql: String, in path: String) throws {
            let database = try DatabaseQueue(path: path)
            try database.writeWithoutTransaction { try $0.execute(sql: sql) }
            try database.close()
        }

        func isTold(by error: ArchiveError) -> Bool {
            switch (self, error) {
            case (.text, .foreign), (.otherSQLite, .foreign), (.headerFlipped, .foreign), (.newer, .newer): true
            case (.empty, .damaged), (.shortHeader, .damaged), (.halved, .damaged), (.lastPageCut, .damaged): true
            case (.schemaFlipped, .damaged), (.rootFlipped, .damaged), (.leafFlipped, .damaged): true
            default: false
            }
        }
    }

    @Test(arguments: Harm.allCases, [Archive.Access.readWrite(create: true), .readOnly])
    func whatIsNoWholeArchiveIsRefusedAndLeftAsItIs(harm: Harm, access: Archive.Access) throws {
        let scratch = try Scratch()
        try harm.inflict(on: scratch.path())
        let before = try scratch.bytes()
        do {
            _ = try Archive.open(at: scratch.path(), access)
            Issue.record("\(harm) was opened")
        } catch {
            #expect(harm.isTold(by: error), "\(harm): \(error)")
            #expect(error.description.contains(scratch.path()))
        }
        #expect(try scratch.bytes() == before)
        #expect(scratch.files == ["archive.db"], "\(harm)")
    }

    @Test func aFolderIsRefused() throws {
        let scratch = try Scratch()
        #expect(throws: ArchiveError.self) { try Archive.open(at: scratch.folder.path, .readWrite(create: true)) }
    }

    @Test func aFolderThatIsNotThereIsNamed() throws {
        let scratch = try Scratch()
        let path = scratch.path("nowhere/archive.db")
        #expect(throws: ArchiveError.unwritable(path: path, reason: "its folder: No such file or directory")) {
            try Archive.open(at: path, .readWrite(create: true))
        }
    }

    // MARK: - Reading only

    @Test func nothingIsWrittenToWhatIsOpenForReading() throws {
        let scratch = try Scratch()
        try Sample.fill(scratch.path())
        let archive = try Archive.open(at: scratch.path(), .readOnly)
        #expect(archive.isReadOnly)
        let path = scratch.path()
        #expect(throws: ArchiveError.readOnly(path: path)) {
            try archive.append([Sample.draft(.note(text: "x", about: nil))], at: Sample.now)
        }
        #expect(throws: ArchiveError.readOnly(path: path)) { try archive.markAllSeen(of: "test", reader: "ada") }
        #expect(throws: ArchiveError.readOnly(path: path)) { try archive.rebuild(replacing: true) }
        #expect(try archive.rebuild().isEqual)
        #expect(try archive.tally(of: "test").documents == 300)
    }

    @Test func anUnwritableFolderCanBeReadByOthers() throws {
        let scratch = try Scratch()
        try Sample.fill(scratch.path())
        let before = try scratch.bytes()
        chmod(scratch.path(), 0o444)
        chmod(scratch.folder.path, 0o555)
        defer { chmod(scratch.folder.path, 0o755) }
        #expect(try Probe("open", scratch.path(), asNobody: true).end() == "reading 301")
        #expect(try scratch.bytes() == before)
        #expect(scratch.files == ["archive.db"])
    }

    @Test func anUnwritableFolderCanBeReadWhileItsOwnerWrites() throws {
        let scratch = try Scratch()
        try Sample.fill(scratch.path())
        let archive = try Archive.open(at: scratch.path(), .readWrite(create: false))
        try archive.append([Sample.draft(.note(text: "one more", about: nil))], at: Sample.now)
        for name in scratch.files { chmod(scratch.path(name), 0o644) }
        chmod(scratch.folder.path, 0o755)
        // To nobody, the folder of somebody else is one that cannot be written; to others, it is made so.
        if geteuid() != 0 { chmod(scratch.folder.path, 0o555) }
        defer { chmod(scratch.folder.path, 0o755) }
        let answer = try Probe("open", scratch.path(), asNobody: true).end()
        #expect(answer == "reading 302" || geteuid() != 0 && answer == "writing 302")
    }

    @Test func anUnreadableFileIsToldApart() throws {
        let scratch = try Scratch()
        try Sample.fill(scratch.path())
        chmod(scratch.path(), 0o000)
        #expect(try Probe("open", scratch.path(), asNobody: true).end().contains("cannot be read: Permission denied"))
    }
}
