import CCurl
import Glibc
import Synchronization

/// Letters to the thread of the transfers, and the bell that wakes it.
final class TransferMailbox: Sendable {
    /// Names one order among all that a mailbox has ever taken.
    typealias Number = UInt64

    enum Letter: Sendable {
        case order(Number, TransferOrder, CheckedContinuation<TransferReply, Never>)
        case cancel(Number)
        case stop
    }

    /// An event counter (eventfd), readable while letters may be waiting.
    let bell: Int32
    private let state = Mutex<State>(State())

    private struct State {
        var letters: [Letter] = []
        var lastNumber: Number = 0
        var isClosed = false
    }

    init() throws(FetchFailure) {
        bell = cc_bell()
        guard bell >= 0 else { throw .notStarted(reason: String(cString: strerror(errno))) }
    }

    deinit { Glibc.close(bell) }

    /// A number not given before.
    func number() -> Number {
        state.withLock { state in
            state.lastNumber += 1
            return state.lastNumber
        }
    }

    /// Puts a letter in; once the mailbox is closed, an order fails at once.
    func post(_ letter: Letter) {
        let isTaken = state.withLock { state in
            if !state.isClosed { state.letters.append(letter) }
            return !state.isClosed
        }
        if isTaken {
            var one: UInt64 = 1
            write(bell, &one, 8)
        } else if case .order(_, _, let continuation) = letter {
            continuation.resume(returning: .failed(.notStarted(reason: "the thread for transfers has ended")))
        }
    }

    /// Takes no more letters, and fails the orders among those that wait.
    func close() {
        state.withLock { $0.isClosed = true }
        for case .order(_, _, let continuation) in take() {
            continuation.resume(returning: .failed(.notStarted(reason: "libcurl has no memory left")))
        }
    }

    /// Takes all letters out and quiets the bell.
    func take() -> [Letter] {
        var count: UInt64 = 0
        read(bell, &count, 8)
        return state.withLock { state in
            defer { state.letters = [] }
            return state.letters
        }
    }
}
