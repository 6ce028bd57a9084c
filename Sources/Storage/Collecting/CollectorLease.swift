import Foundation
import Glibc

/// The right to collect for an archive, which one process at a time has.
///
/// A lock on a file beside the archive: the kernel gives it up when its holder ends, however that comes about, so that
/// another takes over as soon as it asks.
package struct CollectorLease: ~Copyable {
    private let descriptor: Int32

    /// Takes the lease of the archive at a path; `nil` while somebody else has it.
    ///
    /// Whoever waits for it only looks: the file is opened to be written when it is free, so that its closing tells others
    /// that a lease was given up.
    ///
    /// - Parameter holder: who takes it, for others to be told.
    package init?(ofArchiveAt path: String, holder: String) throws(ArchiveError) {
        guard Self.holder(ofArchiveAt: path) == nil else { return nil }
        let file = Self.file(besides: path)
        let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR)
        guard descriptor >= 0 else { throw .unwritable(path: file, reason: ArchiveFile.lastError) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            return nil
        }
        let line = Array((holder + "\n").utf8)
        ftruncate(descriptor, 0)
        // Who holds it is for people to read; nothing hangs on its being written.
        _ = pwrite(descriptor, line, line.count, 0)
        self.descriptor = descriptor
    }

    deinit {
        // The file stays: whoever has it open already must find the same one locked.
        close(descriptor)
    }

    /// Who has the lease of the archive at a path; `nil` where nobody has.
    package static func holder(ofArchiveAt path: String) -> String? {
        let descriptor = open(file(besides: path), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        // Shared, so that those who only look do not keep one another from looking.
        guard flock(descriptor, LOCK_SH | LOCK_NB) != 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: 256)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        return String(decoding: bytes.prefix(max(0, count)).prefix { $0 != 0x0A }, as: UTF8.self)
    }

    static func file(besides archive: String) -> String { archive + "-collector" }
}

extension Archive {
    /// Who collects for the archive at present; `nil` where nobody does.
    package var collector: String? { path.flatMap { CollectorLease.holder(ofArchiveAt: $0) } }
}
