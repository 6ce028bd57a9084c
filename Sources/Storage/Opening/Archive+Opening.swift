import Foundation
import GRDB
import Glibc
import SituationModel

extension Archive {
    /// Opens the archive at a path, or makes it there.
    ///
    /// What is not an archive, is cut off, or comes from a later version of the program is refused before SQLite touches it.
    ///
    /// - Parameter progress: is told how much of how much has been made anew, where an older version of the program made
    ///   what is computed from the journal.
    package static func open(
        at path: String, _ access: Access,
        progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws(ArchiveError) -> Archive {
        let file = ArchiveFile(path)
        if case .readWrite(let create) = access {
            if create, !file.exists { try make(file) }
            try file.inspect()
            try file.checkWritable()
        } else {
            try file.inspect()
        }
        do {
            try examine(file)
            let database = try connect(to: file, access)
            let version = try database.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
            guard version <= Schema.version else { throw ArchiveError.newer(path: file.path, version: version) }
            if access != .readOnly {
                if version < Schema.version { try Schema.migrate(database, progress) }
                try FieldIndex.refresh(database, progress)
            }
            return try Archive(path: file.path, isReadOnly: access == .readOnly, database: database)
        } catch {
            throw ArchiveError(error, at: file.path)
        }
    }

    /// An empty archive in memory, gone when it is let go: for boards where nothing can be written, and for tests.
    package static func temporary() throws(ArchiveError) -> Archive {
        do {
            let database = try DatabaseQueue(configuration: configuration)
            try prepare(database)
            return try Archive(path: nil, isReadOnly: false, database: database)
        } catch {
            throw ArchiveError(error, at: "in memory")
        }
    }

    // MARK: - Connections

    static var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "Archive"
        // Several boards and a collector write the same file, each for a moment only.
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { database in
            guard !database.configuration.readonly else {
                // Whoever looks up many things one after the other comes back to the same pages.
                return try database.execute(sql: "PRAGMA cache_size = -32000")
            }
            // Full: a judgement that somebody has been told is recorded must outlast a power cut, and people write seldom.
            // A collector writes the same pages again and again: the log takes some 32 MB of them before they are put in their
            // places, which halves what is written.
            // Pages that are given up need not be overwritten at once: the archive is no place for secrets from its owner.
            try database.execute(
                sql: """
                    PRAGMA synchronous = FULL; PRAGMA secure_delete = FAST; PRAGMA cache_size = -32000;
                    PRAGMA wal_autocheckpoint = 8000
                    """)
        }
        return configuration
    }

    private static func connect(to file: ArchiveFile, _ access: Access) throws -> any DatabaseWriter {
        var configuration = configuration
        configuration.readonly = access == .readOnly
        guard access == .readOnly, !file.canShareMemory else {
            return try DatabasePool(path: file.path, configuration: configuration)
        }
        // Where SQLite can lay no shared memory beside the file, nobody of us can be writing it either, so that it can be
        // read as one that never changes; unless a log waits beside it, whose changes would be missed.
        guard !file.hasLog else {
            throw ArchiveError.unreadable(
                path: file.path, reason: "changes wait in \(file.log), and its folder is not ours to write")
        }
        return try connectToUnchanging(file)
    }

    /// A connection that reads a file as one that never changes, and lays nothing beside it.
    private static func connectToUnchanging(_ file: ArchiveFile) throws -> DatabaseQueue {
        var configuration = configuration
        configuration.readonly = true
        guard let escaped = file.path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) else {
            throw ArchiveError.unreadable(path: file.path, reason: "its name cannot be written as a URI")
        }
        return try DatabaseQueue(path: "file:\(escaped)?immutable=1", configuration: configuration)
    }

    /// How large a file may be to be looked through whole when it is opened, which takes 1.5 ms a million bytes.
    private static let examinedSize = 2_000_000

    /// Refuses a damaged file while nothing has been laid beside it. A large one is looked through by `doctor` only; here,
    /// just what everything else hangs on is read.
    private static func examine(_ file: ArchiveFile) throws {
        // With a log beside it, others are at it, or were; the file alone tells nothing.
        guard !file.isInUse else { return }
        let database = try connectToUnchanging(file)
        do {
            try database.read { database in
                _ = try String.fetchOne(database, sql: "SELECT origin FROM archive")
                _ = try Int64.fetchOne(database, sql: "SELECT max(serial) FROM entry")
                guard file.size <= examinedSize else { return }
                let answer = try String.fetchOne(database, sql: "PRAGMA quick_check(1)") ?? "no answer"
                guard answer == "ok" else { throw ArchiveError.damaged(path: file.path, detail: answer) }
            }
        } catch {
            // Somebody has begun to write meanwhile: what was seen may be neither the old state nor the new.
            guard !file.isInUse else { return }
            throw error
        }
    }

    // MARK: - Making one

    /// Makes an archive under another name first and then gives it its own, so that nobody finds half of one and a file
    /// that has come there meanwhile stays.
    private static func make(_ file: ArchiveFile) throws(ArchiveError) {
        try file.checkWritable()
        let draft = "\(file.path).new-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        defer { for suffix in ["", "-wal", "-shm", "-journal"] { unlink(draft + suffix) } }
        do {
            var configuration = configuration
            configuration.journalMode = .wal
            let database = try DatabaseQueue(path: draft, configuration: configuration)
            try prepare(database)
            try database.close()
        } catch {
            throw ArchiveError(error, at: file.path)
        }
        // Only its owner reads what is watched, unless they say otherwise.
        chmod(draft, S_IRUSR | S_IWUSR)
        guard link(draft, file.path) == 0 || errno == EEXIST else {
            throw .unwritable(path: file.path, reason: ArchiveFile.lastError)
        }
    }

    private static func prepare(_ database: DatabaseQueue) throws {
        try Schema.migrate(database)
        try FieldIndex.refresh(database)
        var clock = EntryClock()
        let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        let origin = clock.next(at: now, random: .random(in: 0...UInt64.max))
        try database.write { database in
            try database.execute(sql: "INSERT INTO archive (origin) VALUES (?)", arguments: [origin.description])
        }
    }
}
