import GRDB
package import SituationModel

/// What can go wrong with an archive, told to people: what happened, where, and what to do.
package enum ArchiveError: Error, Hashable, Sendable {
    /// There is no file at the path, and none was to be made.
    case missing(path: String)
    /// The file is something else than an archive.
    case foreign(path: String, detail: String)
    /// The file is an archive that has come to harm.
    case damaged(path: String, detail: String)
    /// The file was written by a later version of the program.
    case newer(path: String, version: Int)
    /// The file cannot be read.
    case unreadable(path: String, reason: String)
    /// The file or its folder cannot be written.
    case unwritable(path: String, reason: String)
    /// Something was to be written to an archive that was opened for reading only.
    case readOnly(path: String)
    /// Another program kept the archive locked for longer than can be waited for.
    case busy(path: String)
    /// The disk is full.
    case noSpace(path: String)
    /// The archive holds no situation of that name; it holds these.
    case noSituation(SituationID, held: [SituationID])
    /// The archive holds as many situations as it can number.
    case tooManySituations(path: String, limit: Int)
    /// Something that should not happen, in the words of SQLite.
    case failed(path: String, detail: String)
}

extension ArchiveError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .missing(let path):
            "There is no archive at \(path). Give another path with --db, or start without --read-only to make one."
        case .foreign(let path, let detail):
            "\(path) is not a Watchfloor archive (\(detail)) and is left as it is. Give another path with --db."
        case .damaged(let path, let detail):
            "The archive \(path) is damaged (\(detail)) and is left as it is. Move it aside and put a copy back from a "
                + "backup, or recover what is left with: sqlite3 '\(path)' .recover | sqlite3 recovered.db"
        case .newer(let path, let version):
            "The archive \(path) was written by a later version of Watchfloor (format \(version), this one knows "
                + "\(Schema.version)) and is left as it is. Update Watchfloor, or give another path with --db."
        case .unreadable(let path, let reason):
            "The archive \(path) cannot be read: \(reason). Check the permissions of the file and of its folder."
        case .unwritable(let path, let reason):
            "The archive \(path) cannot be written: \(reason). Check the permissions of the file and of its folder, or "
                + "give another path with --db."
        case .readOnly(let path):
            "The archive \(path) is open for reading only; nothing was changed. Start without --read-only, with a "
                + "path that can be written."
        case .busy(let path):
            "Another program keeps the archive \(path) locked; nothing was changed. Try again when it is done."
        case .noSpace(let path):
            "There is no space left on the disk of \(path); nothing was changed. Make room and try again."
        case .noSituation(let id, let held):
            held.isEmpty
                ? "The archive holds no situation “\(id)”, nor any other. Bring one in with: watchfloor import FILE"
                : "The archive holds no situation “\(id)”. It holds: \(held.map(\.text).joined(separator: ", "))."
        case .tooManySituations(let path, let limit):
            "The archive \(path) holds \(limit) situations and takes no more. Start another one with --db."
        case .failed(let path, let detail):
            "The archive \(path) failed: \(detail). Run: watchfloor doctor"
        }
    }
}

extension ArchiveError {
    /// The error behind whatever the database threw.
    init(_ error: any Error, at path: String) {
        if let error = error as? ArchiveError {
            self = error
            return
        }
        guard let error = error as? DatabaseError else {
            self = .failed(path: path, detail: String(describing: error))
            return
        }
        let words = error.message ?? error.resultCode.description
        switch error.resultCode.primaryResultCode {
        case .SQLITE_CORRUPT: self = .damaged(path: path, detail: words)
        case .SQLITE_NOTADB: self = .foreign(path: path, detail: words)
        case .SQLITE_READONLY: self = .readOnly(path: path)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
        case .SQLITE_FULL: self = .noSpace(path: path)
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .unreadable(path: path, reason: words)
        case .SQLITE_IOERR: self = .unreadable(path: path, reason: words)
        default: self = .failed(path: path, detail: words)
        }
    }
}
