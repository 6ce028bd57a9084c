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
    }

    init(isShown: Bool) {
        self.isShown = isShown
    }

    /// Shows how many texts there have been and how fast they come; where the number of files is known, how long it will
    /// take yet.
    func show(_ progress: BulkIntake.Progress) {
        guard isShown else { return }
        let line: String? = state.withLock { state in
            let now = ContinuousClock.now
            if let shown = state.shown, now - shown < .milliseconds(200) { return nil }
            state.shown = now
            let seconds = Double((now - state.start).components.seconds) + 0.001
            var words = "\(progress.outcome.total) texts, \(Int(Double(progress.outcome.total) / seconds)) a second"
            if progress.filesInAll > 1, progress.files > 0 {
                let left = Int(seconds / Double(progress.files) * Double(progress.filesInAll - progress.files))
                words += ", \(progress.files) of \(progress.filesInAll) files, about \(left) s left"
            }
            return words
        }
        if let line { write("\r\u{1B}[K\(line)") }
    }

    /// Takes the line away.
    func clear() {
        guard isShown else { return }
        write("\r\u{1B}[K")
    }

    private func write(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
}
