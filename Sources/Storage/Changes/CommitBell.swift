import Glibc
import Synchronization

/// Tells whoever listens that something has been committed: in this process at once, in others by touching the file.
///
/// SQLite's own writes can be seen from outside before they count: the last of them, to shared memory, makes no sound.
final class CommitBell: Sendable {
    private let path: String?
    private let listeners = Mutex<[Int: @Sendable () -> Void]>([:])

    init(path: String?) {
        self.path = path
    }

    func ring() {
        if let path { utimensat(AT_FDCWD, path, nil, 0) }
        for listener in listeners.withLock({ Array($0.values) }) { listener() }
    }

    /// Calls a function after each commit in this process; answers with what to stop it by.
    func listen(_ listener: @escaping @Sendable () -> Void) -> Int {
        listeners.withLock { listeners in
            let number = (listeners.keys.max() ?? 0) + 1
            listeners[number] = listener
            return number
        }
    }

    func stop(_ number: Int) {
        listeners.withLock { $0[number] = nil }
    }
}
