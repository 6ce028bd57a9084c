import Controller
import Synchronization
import Waiting
import Watch

/// What the rest of the program has for the board: laid down by anybody, taken up by the thread that shows the board, which is woken
/// for it.
final class BoardPost: Sendable {
    enum Event: Sendable {
        /// What the desk answers with; whether the reader waits for it.
        case news([News], isAwaited: Bool)
        /// Others have changed the archive.
        case archiveChanged
        case alerts([Alert])
        /// Something went wrong that the reader should know of.
        case trouble(String)
        /// Nothing is at work any more that would keep others from collecting.
        case mayStop
    }

    let wakeUp: WakeUp
    private let waiting = Mutex<[Event]>([])

    init(_ wakeUp: WakeUp) { self.wakeUp = wakeUp }

    func lay(_ event: Event) {
        waiting.withLock { $0.append(event) }
        wakeUp.ring()
    }

    /// All that waits, in the order in which it came.
    func take() -> [Event] {
        waiting.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
    }
}
