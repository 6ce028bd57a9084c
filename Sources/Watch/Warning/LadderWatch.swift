package import SituationModel
package import Storage
import Warning
import Wire

/// Keeps the ladders of an archive moving: reads indicators from what comes in, rungs from indicators, and writes into the
/// journal where either has changed.
///
/// One at a time writes for an archive: whoever holds the collector's lease.
package actor LadderWatch {
    private let archive: Archive
    private let now: @Sendable () -> Instant
    private let report: @Sendable (String) -> Void
    private var ladders: [SituationID: WatchedLadders] = [:]
    /// What has been reported of rules that are none, so that it is told once.
    private var told: Set<String> = []

    /// Under which name the machine's readings stand in the journal.
    package static let author = Author("ladders", kind: .machine)

    /// - Parameter report: is told of what people ought to know: rules that cannot be read, an archive that cannot be written.
    package init(
        _ archive: Archive, now: @escaping @Sendable () -> Instant,
        report: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.archive = archive
        self.now = now
        self.report = report
    }

    /// Reads anew whatever may have changed since the last time, in all situations.
    ///
    /// The first time, everything is looked up in the archive; from then on only what has been touched.
    package func catchUp() throws(ArchiveError) {
        for header in try archive.situations() { try catchUp(header.id, hasTimePassed: false) }
    }

    /// Follows the archive until the task is cancelled. Within a second of what comes in, and every minute for what passes
    /// out of its window, fades, or is not collected any more.
    package func run() async {
        let (bells, bell) = AsyncStream<Bool>.makeStream(bufferingPolicy: .bufferingNewest(8))
        let changes = Task { [archive] in for await _ in archive.changes() { bell.yield(false) } }
        let clock = Task {
            while !Task.isCancelled {
                try? await Task.sleep(for: .seconds(60))
                bell.yield(true)
            }
        }
        await withTaskCancellationHandler {
            follow(hasTimePassed: true)
            for await hasTimePassed in bells {
                guard !Task.isCancelled else { break }
                follow(hasTimePassed: hasTimePassed)
                // A collector may write many times a second; ladders do not move that fast.
                try? await Task.sleep(for: .milliseconds(250))
            }
        } onCancel: {
            bell.finish()
        }
        changes.cancel()
        clock.cancel()
    }

    private func follow(hasTimePassed: Bool) {
        do throws(ArchiveError) {
            for header in try archive.situations() { try catchUp(header.id, hasTimePassed: hasTimePassed) }
        } catch {
            tell(error.description)
        }
    }

    private func tell(_ words: String) {
        if told.insert(words).inserted { report(words) }
    }

    private func catchUp(_ situation: SituationID, hasTimePassed: Bool) throws(ArchiveError) {
        var watched: WatchedLadders
        if let present = ladders[situation] {
            watched = present
            // Held once, so that what it holds is changed in place.
            ladders[situation] = nil
            try watched.renew(from: archive)
        } else {
            watched = try WatchedLadders(of: situation, in: archive)
        }
        watched.problems.forEach { tell($0.description) }
        let changes = try watched.changes(at: now(), from: archive, hasTimePassed: hasTimePassed)
        if !changes.isEmpty {
            _ = try archive.append(
                changes.map { Draft(situation: situation, author: Self.author, change: $0) },
                batch: LadderSummary.of(changes, in: watched.outline), at: now())
        }
        ladders[situation] = watched
    }
}

/// How the log tells of what was read of ladders.
enum LadderSummary {
    static func of(_ changes: [Change], in outline: Situation) -> String {
        var moves: [String] = []
        var observed = 0
        var others = 0
        for change in changes {
            switch change {
            case .move(let rung, let move): moves.append("\(outline.title(of: rung)): \(move.state.rawValue)")
            case .read(_, let reading): if reading.state == .observed { observed += 1 } else { others += 1 }
            default: break
            }
        }
        var parts = moves.prefix(2).map(\.self)
        if moves.count > 2 { parts.append("\(moves.count - 2) more rung\(moves.count == 3 ? "" : "s")") }
        if observed > 0 { parts.append("\(observed) indicator\(observed == 1 ? "" : "s") observed") }
        if others > 0 { parts.append("\(others) indicator\(others == 1 ? "" : "s") read") }
        return "read the ladders: " + parts.joined(separator: "; ")
    }
}
