import Foundation
import Glibc
package import SituationModel

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
        return lines(of: descriptor).first ?? ""
    }

    /// What is written in the file: who holds the lease, and how far long work of theirs is.
    private static func lines(of descriptor: Int32) -> [String] {
        var bytes = [UInt8](repeating: 0, count: 512)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        return bytes.prefix(max(0, count)).split(separator: 0x0A, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
    }

    // MARK: Long work

    /// Lets others know how far long work is; to be called by whoever has the lease.
    package static func note(_ work: CollectorWork?, by holder: String, ofArchiveAt path: String) {
        let descriptor = open(file(besides: path), O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        let numbers = work.map { "\($0.done) \($0.total) \($0.since.milliseconds)\n" } ?? ""
        let text = Array("\(holder)\n\(numbers)".utf8)
        guard pwrite(descriptor, text, text.count, 0) == text.count else { return }
        ftruncate(descriptor, off_t(text.count))
    }

    /// How far the long work of whoever collects is; `nil` where there is none.
    package static func work(ofArchiveAt path: String) -> CollectorWork? {
        let descriptor = open(file(besides: path), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        let lines = lines(of: descriptor)
        let numbers = lines.count > 1 ? lines[1].split(separator: " ").compactMap { Int64($0) } : []
        guard numbers.count == 3 else { return nil }
        return CollectorWork(
            done: Int(numbers[0]), total: Int(numbers[1]), since: Instant(milliseconds: numbers[2]))
    }

    static func file(besides archive: String) -> String { archive + "-collector" }
}

/// How far a collector is with work that takes long.
package struct CollectorWork: Hashable, Sendable {
    /// Texts that have been taken in.
    package let done: Int
    /// Texts there are; 0 where nobody can say.
    package let total: Int
    /// When it was begun.
    package let since: Instant

    package init(done: Int, total: Int, since: Instant) {
        (self.done, self.total, self.since) = (done, total, since)
    }
}

extension Archive {
    /// How far long work of whoever collects is; `nil` where nobody does, or nothing takes long.
    package var collectorWork: CollectorWork? {
        collector == nil ? nil : path.flatMap { CollectorLease.work(ofArchiveAt: $0) }
    }

    /// Who collects for the archive at present; `nil` where nobody does.
    package var collector: String? { path.flatMap { CollectorLease.holder(ofArchiveAt: $0) } }
}
