import Glibc

/// That somebody types on a board of an archive, for those to know that would take all processors otherwise.
///
/// A lock on a file beside the archive, which the kernel gives up when the board ends, however that comes about. Of several boards
/// at which somebody types one holds it.
package final class TypingMark {
    private let descriptor: Int32
    /// Whether it is laid by this board.
    package private(set) var isLaid = false

    /// A mark that is not laid yet; `nil` where no file can stand beside the archive, or the archive is in memory.
    package init?(of archive: Archive) {
        guard let path = archive.path else { return nil }
        let flags = O_CLOEXEC | O_NOFOLLOW
        // Who is to change nothing makes no file either.
        let made = archive.isReadOnly ? -1 : open(Self.file(besides: path), O_RDWR | O_CREAT | flags, S_IRUSR | S_IWUSR)
        descriptor = made >= 0 ? made : open(Self.file(besides: path), O_RDONLY | flags)
        guard descriptor >= 0 else { return nil }
    }

    deinit { close(descriptor) }

    /// Lays the mark. Where another board holds it, or somebody looks in this very moment, it is not, and is to be laid with the next
    /// key.
    package func lay() {
        if !isLaid { isLaid = flock(descriptor, LOCK_EX | LOCK_NB) == 0 }
    }

    package func lift() {
        guard isLaid else { return }
        flock(descriptor, LOCK_UN)
        isLaid = false
    }

    /// Whether one is laid on the archive at a path.
    static func isLaid(onArchiveAt path: String) -> Bool {
        let descriptor = open(file(besides: path), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        // Shared, so that those who only look do not take one another for boards.
        return flock(descriptor, LOCK_SH | LOCK_NB) != 0
    }

    private static func file(besides archive: String) -> String { archive + "-typing" }
}

extension Archive {
    /// Whether somebody types on a board of this archive.
    package var isTypedAt: Bool { path.map(TypingMark.isLaid) ?? false }
}
