import Foundation
import Glibc
import Synchronization

/// An archive's file, looked at without SQLite, which would leave files beside it.
struct ArchiveFile {
    let path: String

    init(_ path: String) {
        // SQLite takes a relative path that begins with `file:` for a URI.
        self.path = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    }

    var folder: String { String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) + "/" }
    var log: String { path + "-wal" }
    var sharedMemory: String { path + "-shm" }

    var exists: Bool { access(path, F_OK) == 0 }

    /// Refuses what is not a whole archive of a format that this version knows. Changes nothing, whatever it finds.
    func inspect() throws(ArchiveError) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == ENOENT { throw .missing(path: path) }
            throw .unreadable(path: path, reason: Self.lastError)
        }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw .foreign(path: path, detail: "it is a folder") }
        let header = try header()
        guard !header.isEmpty else { throw .damaged(path: path, detail: "the file is empty") }
        let isSQLite = header.starts(with: Array("SQLite format 3\0".utf8))
        guard isSQLite else { throw .foreign(path: path, detail: "it is no SQLite database") }
        guard header.count == Self.headerLength else { throw .damaged(path: path, detail: "its first page is cut off") }
        guard Self.number(header, at: 68) == UInt32(bitPattern: Schema.applicationID) else {
            throw .foreign(path: path, detail: "it is another program’s database")
        }
        let version = Int(Self.number(header, at: 60))
        guard version <= Schema.version else { throw .newer(path: path, version: version) }
        // A page size of 64 KiB is written as 1. While a log waits beside the file, the file may lag behind its header.
        let pageSize = Int64(header[16]) << 8 | Int64(header[17])
        let expected = (pageSize == 1 ? 65_536 : pageSize) * Int64(Self.number(header, at: 28))
        guard hasLog || Int64(status.st_size) >= expected else {
            throw .damaged(path: path, detail: "\(expected - Int64(status.st_size)) of \(expected) bytes are cut off")
        }
    }

    /// The length of the file in bytes.
    var size: Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Whether a write-ahead log lies beside the file, which it does while anybody has it open.
    var isInUse: Bool { access(log, F_OK) == 0 }

    /// Whether changes wait in a write-ahead log.
    var hasLog: Bool {
        var status = stat()
        return stat(log, &status) == 0 && status.st_size > 0
    }

    /// Refuses what cannot be written, with the reason.
    func checkWritable() throws(ArchiveError) {
        if exists, access(path, R_OK | W_OK) != 0 { throw .unwritable(path: path, reason: Self.lastError) }
        if access(folder, W_OK | X_OK) != 0 {
            throw .unwritable(path: path, reason: "its folder: " + Self.lastError)
        }
    }

    /// Whether SQLite can lay its shared memory beside the file, or finds it there.
    var canShareMemory: Bool {
        access(folder, W_OK | X_OK) == 0 || (access(sharedMemory, R_OK) == 0 && access(log, R_OK) == 0)
    }

    // MARK: - The header, as https://www.sqlite.org/fileformat2.html has it

    private static let headerLength = 100

    private func header() throws(ArchiveError) -> [UInt8] {
        let file = try descriptor()
        var bytes = [UInt8](repeating: 0, count: Self.headerLength)
        let count = pread(file, &bytes, bytes.count, 0)
        guard count >= 0 else { throw .unreadable(path: path, reason: Self.lastError) }
        return Array(bytes.prefix(count))
    }

    /// The files that have been looked at, by device and inode; never closed. POSIX drops all of a process's locks on a
    /// file when any descriptor of it is closed, so that closing one here would take SQLite's locks away under an archive
    /// that is open already (see "How To Corrupt An SQLite Database File", section 2.2).
    private static let descriptors = Mutex<[[UInt]: Int32]>([:])

    private func descriptor() throws(ArchiveError) -> Int32 {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .unreadable(path: path, reason: Self.lastError) }
        let identity = [UInt(status.st_dev), UInt(status.st_ino)]
        let file = Self.descriptors.withLock { descriptors in
            if let known = descriptors[identity] { return known }
            let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
            if file >= 0 { descriptors[identity] = file }
            return file
        }
        guard file >= 0 else { throw .unreadable(path: path, reason: Self.lastError) }
        return file
    }

    private static func number(_ bytes: [UInt8], at offset: Int) -> UInt32 {
        bytes[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }

    static var lastError: String { String(cString: strerror(errno)) }
}
