import Dispatch
import Synchronization
import Waiting

/// The files that are dropped into a folder, each once it is completely written; for as long as it is listened to.
///
/// Ends when the task that listens is cancelled. To be gone through once.
package struct InboxWatch: AsyncSequence, Sendable {
    /// What there is to tell.
    package enum Notice: Hashable, Sendable {
        /// A file is there to be read, or has been changed.
        case file(String)
        /// The folder is not there, and why; it is waited for.
        case missing(String)
        /// The folder is there again; its files follow.
        case returned
        /// Something in it is not watched, or had to be looked for.
        case warning(String)
    }

    package let folder: String

    package init(folder: String) {
        self.folder = folder
    }

    package func makeAsyncIterator() -> Iterator { Iterator(Keeper(folder)) }

    package struct Iterator: AsyncIteratorProtocol {
        private let keeper: Keeper
        private var ready: [Notice] = []
        private var hasEnded = false

        fileprivate init(_ keeper: Keeper) {
            self.keeper = keeper
        }

        /// The next notice, once there is one; `nil` when the task is cancelled, and after the word that the system grants
        /// no watch at all.
        package mutating func next() async -> Notice? {
            if ready.isEmpty, !hasEnded {
                ready = await keeper.notices().reversed()
                hasEnded = ready.isEmpty || ready == [Keeper.refusal]
            }
            return ready.popLast()
        }
    }
}

/// Holds an inbox, and waits for it on a thread that may wait.
private final class Keeper: Sendable {
    private let folder: String
    private let queue = DispatchQueue(label: "InboxWatch")
    private let wakeUp = WakeUp()
    private let inbox = Mutex<Inbox?>(nil)

    static let refusal = InboxWatch.Notice.warning(
        "the system grants no watch on folders: too many are in use (fs.inotify.max_user_instances) or too many files open"
    )

    init(_ folder: String) {
        self.folder = folder
    }

    func notices() async -> [InboxWatch.Notice] {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                queue.async { continuation.resume(returning: self.noticesNow()) }
            }
        } onCancel: {
            wakeUp?.ring()
        }
    }

    private func noticesNow() -> [InboxWatch.Notice] {
        inbox.withLock { inbox in
            if inbox == nil { inbox = Inbox(folder) }
            guard let wakeUp, inbox != nil else { return [Self.refusal] }
            while true {
                let notices = inbox?.takeNotices() ?? []
                if !notices.isEmpty { return notices }
                let (descriptor, patience) = (inbox?.descriptor ?? -1, inbox?.patience ?? -1)
                if wakeUp.wait(for: descriptor, milliseconds: patience) == .rung { return [] }
                inbox?.look()
            }
        }
    }
}
