import SituationModel
import Wire

extension Collector {
    func listenToFolders() {
        var wanted: Set<SourceKey> = []
        for (situation, desk) in desks {
            for source in desk.sources.values where !source.isPaused {
                guard case .folder(let path) = source.address else { continue }
                let key = SourceKey(situation: situation, source: source.id)
                wanted.insert(key)
                guard folders[key]?.path != path else { continue }
                folders[key]?.listening.cancel()
                folders[key] = (path, Task { await listen(to: path, key, source) })
            }
        }
        for key in folders.keys where !wanted.contains(key) {
            folders[key]?.listening.cancel()
            folders[key] = nil
        }
    }

    /// Takes in every file that is dropped into a folder.
    private func listen(to path: String, _ key: SourceKey, _ settings: SourceSettings) async {
        for await notice in InboxWatch(folder: path) {
            switch notice {
            case .file(let file): await inTurn { await self.takeIn(file: file, key, settings) }
            case .missing(let reason):
                note(.failed(SourceFailure(.reaching, reason)), nil, minutesToLive: nil, of: key, settings)
            case .returned: note(.read(items: 0, new: 0, newest: nil), nil, minutesToLive: nil, of: key, settings)
            case .warning(let words): report(.warning("\(key.source): \(words)"))
            }
        }
    }

    private func takeIn(file: String, _ key: SourceKey, _ settings: SourceSettings) async {
        guard desks[key.situation]?.sources[key.source]?.address == settings.address else { return }
        let work = WorkNote(archive, options)
        defer { work?.clear() }
        do {
            var bulk = try BulkIntake(
                into: archive, situation: key.situation, gazetteer: options.gazetteer, source: key.source,
                now: options.now
            ) { work?.tell($0.outcome.total, of: 0) }
            try await bulk.take(path: file)
            for warning in bulk.progress.warnings { report(.warning("\(key.source): \(warning)")) }
            let outcome = bulk.progress.outcome
            note(
                .read(items: outcome.total, new: outcome.added + outcome.changed, newest: options.now()), nil,
                minutesToLive: nil, of: key, settings)
        } catch is CancellationError {
            return
        } catch {
            note(.failed(SourceFailure(.reading, "\(error)")), nil, minutesToLive: nil, of: key, settings)
        }
    }
}
