import Foundation
import Glibc
import Synchronization
import Watch

/// How far long work has come, on one line of standard error that is written over; nothing where that is no terminal.
final class ProgressMeter: Sendable {
    private let isShown: Bool
    private let state = Mutex(State())

    private struct State {
        let start = ContinuousClock.now
        var shown: ContinuousClock.Instant?
        /// Whether something stands on the line.
        var isDirty = false

        /// The seconds since the beginning, where it is time to show something again.
        mutating func due() -> Double? {
            let now = ContinuousClock.now
            if let shown, now - shown < .milliseconds(200) { return nil }
            (shown, isDirty) = (now, true)
            let passed = (now - start).components
            return Double(passed.seconds) + Double(passed.attoseconds) / 1e18 + 0.001
        }
    }

    init(isShown: Bool) {
        self.isShown = isShown
    }

    /// Shows how many texts there have been and how fast they come; where it is known how much there is, how long it will take
    /// yet.
    func show(_ progress: BulkIntake.Progress) {
        guard isShown else { return }
        let line: String? = state.withLock { state in
            guard let seconds = state.due() else { return nil }
            var words = "\(progress.outcome.total) texts, \(Int(Double(progress.outcome.total) / seconds)) a second"
            if progress.filesInAll > 1 { words += ", \(progress.files) of \(progress.filesInAll) files" }
            if let done = progress.done { words += ", about \(Int(seconds / done * (1 - done))) s left" }
            return words
        }
        if let line { write("\r\u{1B}[K\(line)") }
    }

    /// Shows how much of something is done, how fast it goes and how long it will take yet.
    func show(_ what: String, _ done: Int, of total: Int) {
        guard isShown, done > 0, let seconds = state.withLock({ $0.due() }) else { return }
        let perSecond = Double(done) / seconds
        let left = Int(Double(max(0, total - done)) / perSecond)
        write("\r\u{1B}[K\(what): \(done) of \(total), \(Int(perSecond)) a second, about \(left) s left")
    }

    /// Takes the line away.
    func clear() {
        guard isShown, state.withLock({ $0.isDirty }) else { return }
        write("\r\u{1B}[K")
    }

    private func write(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
}
