import GRDB
import Glibc
import SituationModel

/// Where situations are kept: a SQLite file that many boards and collectors on one host share.
///
/// The journal in it is the truth, and entries are only ever put in. All that is read is computed from the journal when it
/// changes, and says what was known at any moment: every read takes an `asOf`, which is `nil` for now.
///
/// Calls block until the disk has answered; none belongs on the thread that draws.
package struct Archive: Sendable {
    /// How an archive is opened.
    package enum Access: Hashable, Sendable {
        case readWrite(create: Bool)
        case readOnly
    }

    /// The file; `nil` where the archive is in memory only.
    package let path: String?
    package let isReadOnly: Bool
    /// The archive's own name, made up when it was made; entries written here carry it.
    package let origin: String

    let database: any DatabaseWriter
    let bell: CommitBell
    /// Which file it was that was opened, whatever lies at the path now.
    private let opened: FileIdentity?

    init(path: String?, isReadOnly: Bool, database: any DatabaseWriter) throws {
        self.path = path
        self.isReadOnly = isReadOnly
        self.database = database
        bell = CommitBell(path: path)
        opened = path.flatMap { FileIdentity($0) }
        origin = try database.read { try String.fetchOne($0, sql: "SELECT origin FROM archive") ?? "" }
    }

    /// The file's name for people.
    var name: String { path ?? "in memory" }
}

// MARK: - Access

extension Archive {
    /// Reads from one state of the archive, whatever is written meanwhile.
    func read<Value>(_ work: (Database) throws -> Value) throws(ArchiveError) -> Value {
        do {
            return try database.read(work)
        } catch {
            throw ArchiveError(error, at: name)
        }
    }

    /// Writes all of it or nothing, and lets everybody know.
    func write<Value>(_ work: (Database) throws -> Value) throws(ArchiveError) -> Value {
        guard !isReadOnly else { throw .readOnly(path: name) }
        // What is written into a file that lies at no path any more is lost as soon as it is closed.
        if let path, FileIdentity(path) != opened {
            throw .unwritable(
                path: path,
                reason: "the file was removed or replaced while it was open, and nothing was changed; start Watchfloor "
                    + "again to work on what lies there now")
        }
        do {
            let value = try database.write(work)
            bell.ring()
            return value
        } catch {
            throw ArchiveError(error, at: name)
        }
    }

    /// Reads from the journal and projections of one situation.
    func read<Value>(
        _ situation: SituationID, _ work: (Journal) throws -> Value
    ) throws(ArchiveError) -> Value {
        try read { database in
            guard let journal = try Journal(of: situation, in: database) else {
                throw ArchiveError.noSituation(situation, held: try Self.situationIDs(in: database))
            }
            return try work(journal)
        }
    }

    private static func situationIDs(in database: Database) throws -> [SituationID] {
        try String.fetchAll(database, sql: "SELECT id FROM situation ORDER BY id").map { SituationID($0) }
    }
}

/// A file as the kernel knows it, whatever it is called.
private struct FileIdentity: Hashable, Sendable {
    private let device: dev_t
    private let number: ino_t

    /// The file at a path; `nil` where there is none.
    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        (device, number) = (status.st_dev, status.st_ino)
    }
}
