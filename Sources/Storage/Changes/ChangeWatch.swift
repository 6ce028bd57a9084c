import Dispatch
import Synchronization

/// Watches an archive for entries that arrive, and for who collects.
final class ChangeWatch: Sendable {
    private let archive: Archive
    private let report: @Sendable () -> Void
    private let queue = DispatchQueue(label: "Archive.changes")
    private let state: Mutex<State>

    private struct State {
        var token: Int64
        var collector: String?
        var isCheckDue = false
        var listener: Int?
        var folder: FolderWatch?
    }

    /// How long changes are gathered before they are told, in milliseconds.
    private static let pause = 15

    init(_ archive: Archive, report: @escaping @Sendable () -> Void) {
        self.archive = archive
        self.report = report
        state = Mutex(State(token: (try? archive.changeToken()) ?? 0, collector: archive.collector))
        let listener = archive.bell.listen { [weak self] in self?.scheduleCheck() }
        // Where the kernel grants no watch, only this process's own changes are told.
        let folder = archive.path.flatMap { path in
            let file = ArchiveFile(path)
            let names = [file.path, file.log, CollectorLease.file(besides: file.path)].map {
                String($0.dropFirst(file.folder.count))
            }
            return FolderWatch(file.folder, of: Set(names), on: queue) { [weak self] in self?.scheduleCheck() }
        }
        state.withLock { state in
            state.listener = listener
            state.folder = folder
        }
    }

    deinit { stop() }

    func stop() {
        let (listener, folder) = state.withLock { state in
            defer { (state.listener, state.folder) = (nil, nil) }
            return (state.listener, state.folder)
        }
        if let listener { archive.bell.stop(listener) }
        folder?.stop()
    }

    private func scheduleCheck() {
        let isNew = state.withLock { state in
            defer { state.isCheckDue = true }
            return !state.isCheckDue
        }
        guard isNew else { return }
        queue.asyncAfter(deadline: .now() + .milliseconds(Self.pause)) { [weak self] in self?.check() }
    }

    private func check() {
        state.withLock { $0.isCheckDue = false }
        guard let token = try? archive.changeToken() else { return }
        let collector = archive.collector
        let isNews = state.withLock { state in
            defer { (state.token, state.collector) = (token, collector) }
            return state.token != token || state.collector != collector
        }
        if isNews { report() }
    }
}
