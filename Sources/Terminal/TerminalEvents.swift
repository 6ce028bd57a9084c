import CNcurses
import Dispatch
package import Display
import Glibc
import Synchronization
package import Waiting

/// What a terminal reports.
nonisolated package enum TerminalEvent: Hashable, Sendable {
    /// Somebody typed, clicked or pasted.
    case inputs([Input])
    /// The terminal has another size, which the screen has taken over.
    case resized(Size)
    /// The program has been asked to end by a signal of this number, or the terminal is gone (SIGHUP).
    case terminated(Int32)
    /// The program has been asked to stop until it is called back (SIGTSTP); ``Screen/suspend()`` does so.
    case stopping
    /// The program was stopped and goes on. The screen has been drawn anew as it was.
    case resumed
}

/// Everything the terminal reports, waited for by the thread that shows the screen and does nothing else.
///
/// A key wakes that thread and no other: it waits for no pool of threads, and for no queue that somebody else works at.
@MainActor package final class TerminalEvents {
    private let screen: Screen
    private let wakeUp: WakeUp
    private let signals = Signals()
    private var sources: [any DispatchSourceProtocol] = []
    private var size: Size

    /// Begins to listen.
    ///
    /// - Parameter wakeUp: ends the waiting when it is rung.
    package init(screen: Screen, wakeUp: WakeUp) {
        self.screen = screen
        self.wakeUp = wakeUp
        size = screen.size
        for signal in [SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGHUP, SIGINT] {
            let source = DispatchSource.makeSignalSource(signal: signal, queue: .global(qos: .userInteractive))
            source.setEventHandler { @Sendable [signals, wakeUp] in
                signals.note(signal)
                wakeUp.ring()
            }
            source.resume()
            sources.append(source)
        }
    }

    /// Stops listening.
    package func close() {
        for source in sources { source.cancel() }
        sources = []
    }

    /// Waits until the terminal reports something, the bell is rung, or the time is over; tells what was reported, in its order.
    /// Blocks the thread.
    package func wait(atMost time: Duration? = nil) -> [TerminalEvent] {
        let milliseconds = time.map { Int32(clamping: Int64(max(0, ($0 / .milliseconds(1)).rounded(.up)))) } ?? -1
        let reason = wakeUp.wait(for: STDIN_FILENO, milliseconds: milliseconds)
        wakeUp.silence()
        let reported = signals.take().flatMap(events)
        // A bell that rings without end must not keep keys from being read.
        return reason == .timeout ? reported : reported + keys()
    }

    private func events(of signal: Int32) -> [TerminalEvent] {
        switch signal {
        case SIGWINCH: return takeSize()
        case SIGTSTP: return [.stopping]
        case SIGCONT:
            screen.enter()
            return takeSize() + [.resumed]
        default: return [.terminated(signal)]
        }
    }

    private func keys() -> [TerminalEvent] {
        let inputs = screen.readInputs()
        if !inputs.isEmpty { return [.inputs(inputs)] }
        // A terminal that is gone is always ready to be read, and has nothing to say.
        return isGone ? [.terminated(SIGHUP)] : []
    }

    private var isGone: Bool {
        var state = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        guard poll(&state, 1, 0) > 0 else { return false }
        if state.revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { return true }
        var waiting: Int32 = 0
        return ioctl(STDIN_FILENO, UInt(FIONREAD), &waiting) != 0 || waiting == 0
    }

    private func takeSize() -> [TerminalEvent] {
        let now = screen.resize()
        guard now != size else { return [] }
        size = now
        return [.resized(now)]
    }
}

/// Signals that have come and that nobody has looked at yet.
nonisolated private final class Signals: Sendable {
    private let pending = Mutex<[Int32]>([])

    func note(_ signal: Int32) { pending.withLock { $0.append(signal) } }

    func take() -> [Int32] {
        pending.withLock { pending in
            defer { pending = [] }
            return pending
        }
    }
}
