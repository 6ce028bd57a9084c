import Glibc

/// A pipe that wakes a thread waiting in `poll`, so that waiting can be ended from outside.
package final class WakeUp: Sendable {
    private let ends: (reading: Int32, writing: Int32)

    /// `nil` where the process may open no more files.
    package init?() {
        var pair: [Int32] = [-1, -1]
        guard pipe(&pair) == 0 else { return nil }
        for end in pair {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        ends = (pair[0], pair[1])
    }

    deinit {
        close(ends.reading)
        close(ends.writing)
    }

    /// Wakes the thread now, or at once when it next waits; from then on it always wakes, until ``silence()``.
    package func ring() {
        var byte: UInt8 = 1
        _ = write(ends.writing, &byte, 1)
    }

    /// Forgets the ringing so far. What it was about is to be looked for after this, so that nothing rung meanwhile is missed.
    package func silence() {
        var bytes = [UInt8](repeating: 0, count: 64)
        while read(ends.reading, &bytes, bytes.count) > 0 {}
    }

    /// What ended the waiting.
    package enum Reason {
        case ready, rung, timeout
    }

    /// Waits until the descriptor has something to read or has ended, this is rung, or the time is over.
    package func wait(for descriptor: Int32, milliseconds: Int32 = -1) -> Reason {
        var waiting = [
            pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: ends.reading, events: Int16(POLLIN), revents: 0),
        ]
        while true {
            let count = poll(&waiting, nfds_t(waiting.count), milliseconds)
            if count < 0, errno == EINTR { continue }
            if waiting[1].revents != 0 { return .rung }
            return count == 0 ? .timeout : .ready
        }
    }
}
