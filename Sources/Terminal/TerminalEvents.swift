import CNcurses
import Dispatch
package import Display
import Glibc

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

/// Everything the terminal reports, in its order, told on the main thread as soon as it is known.
///
/// ncurses would wait for keys and look at signals only then; here nothing waits. An asynchronous stream would pass each key
/// through the pool of threads that all other work shares, and a key would wait for that. The sources stay alive as long as
/// this object does.
@MainActor package final class TerminalEvents {
    private let screen: Screen
    private let tell: @MainActor (TerminalEvent) -> Void
    private var sources: [any DispatchSourceProtocol] = []
    private var size: Size

    /// Begins to listen.
    package init(screen: Screen, tell: @escaping @MainActor (TerminalEvent) -> Void) {
        self.screen = screen
        self.tell = tell
        size = screen.size
        let input = DispatchSource.makeReadSource(fileDescriptor: STDIN_FILENO, queue: .main)
        input.setEventHandler { [weak self] in MainActor.assumeIsolated { self?.read() } }
        input.resume()
        sources = [input]
        listen(to: SIGWINCH) { $0.takeSize() }
        listen(to: SIGTSTP) { $0.tell(.stopping) }
        listen(to: SIGCONT) { $0.resume() }
        for signal in [SIGTERM, SIGHUP, SIGINT] {
            listen(to: signal) { $0.tell(.terminated(signal)) }
        }
    }

    /// Stops listening.
    package func close() {
        for source in sources { source.cancel() }
        sources = []
    }

    private func listen(to signal: Int32, _ handler: @escaping @MainActor (TerminalEvents) -> Void) {
        let source = DispatchSource.makeSignalSource(signal: signal, queue: .main)
        source.setEventHandler { [weak self] in
            MainActor.assumeIsolated {
                guard let self else { return }
                handler(self)
            }
        }
        source.resume()
        sources.append(source)
    }

    private func read() {
        // Drained at once, or the source would report the same keys again.
        let inputs = screen.readInputs()
        if !inputs.isEmpty {
            tell(.inputs(inputs))
        } else if isGone {
            // A terminal that is gone is always ready to be read, and has nothing to say.
            sources.first?.cancel()
            tell(.terminated(SIGHUP))
        }
    }

    private var isGone: Bool {
        var state = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        guard poll(&state, 1, 0) > 0 else { return false }
        if state.revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { return true }
        var waiting: Int32 = 0
        return ioctl(STDIN_FILENO, UInt(FIONREAD), &waiting) != 0 || waiting == 0
    }

    private func takeSize() {
        let now = screen.resize()
        guard now != size else { return }
        size = now
        tell(.resized(now))
    }

    private func resume() {
        screen.enter()
        takeSize()
        tell(.resumed)
    }
}
