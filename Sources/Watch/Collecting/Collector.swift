package import Reading
package import SituationModel
package import Storage
import Wire

/// Collects for an archive: asks every source when its time has come, and takes in what it answers.
///
/// One collector at a time: whoever has the lease of the archive. The others wait, and take over when its holder ends.
package actor Collector {
    package struct Options: Sendable {
        /// Who collects, for others to be told: `ada on host, process 42`.
        package var holder: String
        package var userAgent: String
        package var gazetteer: Gazetteer
        package var now: @Sendable () -> Instant
        /// How long to wait between two tries for the lease, and between two looks for what is due.
        package var pause: Duration

        package init(
            holder: String, userAgent: String, gazetteer: Gazetteer, pause: Duration = .seconds(1),
            now: @escaping @Sendable () -> Instant
        ) {
            self.holder = holder
            self.userAgent = userAgent
            self.gazetteer = gazetteer
            self.pause = pause
            self.now = now
        }
    }

    /// Something that those who run the collector may want to know.
    package enum Report: Hashable, Sendable {
        /// Somebody else collects; it is waited for.
        case waiting(for: String)
        case began(sources: Int)
        /// A source was asked and answered so; whether somebody ought to look at it.
        case asked(SourceID, String, isTrouble: Bool)
        /// So many of the texts that a source has answered with are in the archive; told where they are many.
        case took(SourceID, Int, of: Int)
        case warning(String)
    }

    let archive: Archive
    let options: Options
    let fetcher: Fetcher
    let report: @Sendable (Report) -> Void
    var generator = SystemRandomNumberGenerator()
    var desks: [SituationID: SituationDesk] = [:]
    private var outlineToken: Int64 = -1
    var asking: [SourceKey: Task<Void, Never>] = [:]
    /// What is being taken in: one answer after another, since each is compared with those before it.
    var takingIn: Task<Void, Never>?
    var folders: [SourceKey: (path: String, listening: Task<Void, Never>)] = [:]

    /// A source of one situation.
    struct SourceKey: Hashable, Sendable {
        let situation: SituationID
        let source: SourceID
    }

    /// What the collector holds of one situation.
    struct SituationDesk {
        var sources: [SourceID: SourceSettings] = [:]
        var memories: [SourceID: SourceMemory] = [:]
        var intake: ArchiveIntake
    }

    package init(
        _ archive: Archive, _ options: Options, report: @escaping @Sendable (Report) -> Void = { _ in }
    ) {
        self.archive = archive
        self.options = options
        self.report = report
        fetcher = Fetcher(Fetcher.Options(userAgent: options.userAgent))
    }

    /// Collects until the task is cancelled.
    package func run() async {
        guard let path = archive.path, !archive.isReadOnly else { return }
        var told: String?
        while !Task.isCancelled {
            do throws(ArchiveError) {
                if let lease = try CollectorLease(ofArchiveAt: path, holder: options.holder) {
                    await collect(holding: lease)
                    return
                }
                let holder = CollectorLease.holder(ofArchiveAt: path) ?? "somebody"
                if holder != told { report(.waiting(for: holder)) }
                told = holder
            } catch {
                report(.warning(error.description))
            }
            try? await Task.sleep(for: options.pause)
        }
    }

    private func collect(holding lease: consuming CollectorLease) async {
        var isFirst = true
        var told: String?
        // What comes in moves the ladders, whoever brings it in.
        let ladders = LadderWatch(archive, now: options.now) { [report] in report(.warning($0)) }
        let watching = Task { await ladders.run() }
        while !Task.isCancelled {
            do throws(ArchiveError) {
                try readSources(isFirst: isFirst)
                if isFirst { report(.began(sources: desks.values.map(\.sources.count).reduce(0, +))) }
                isFirst = false
                for key in due() { ask(key) }
                told = nil
            } catch {
                if error.description != told { report(.warning(error.description)) }
                told = error.description
            }
            try? await Task.sleep(for: options.pause)
        }
        // Nothing is written by one who has given up the lease.
        watching.cancel()
        await watching.value
        for task in asking.values + folders.values.map(\.listening) { task.cancel() }
        for task in asking.values + folders.values.map(\.listening) { await task.value }
        _ = consume lease
    }

    // MARK: Sources

    /// Reads which sources there are, where anything has changed.
    private func readSources(isFirst: Bool) throws(ArchiveError) {
        let token = try archive.sourcesToken()
        guard token != outlineToken else { return }
        let now = options.now()
        for header in try archive.situations() {
            let outline = try archive.outline(of: header.id)
            let settings = outline.sources.inOrder.compactMap { SourceSettings($0) }
            guard !settings.isEmpty else {
                desks[header.id] = nil
                continue
            }
            var desk: SituationDesk
            if let present = desks[header.id] {
                desk = present
            } else {
                desk = SituationDesk(
                    intake: try ArchiveIntake(
                        into: archive, situation: header.id, gazetteer: options.gazetteer, now: options.now))
            }
            let kept = try archive.memories(of: header.id).compactMapValues(KeptMemory.init(text:))
            for settings in settings {
                let before = desk.sources[settings.id]
                guard var memory = desk.memories[settings.id], before?.address == settings.address else {
                    desk.memories[settings.id] =
                        kept[settings.id]?.memory(of: settings) ?? SourceMemory(firstAt: now)
                    continue
                }
                // Whoever resumes a source, or wants it oftener, wants to see something of it.
                if before?.isPaused == true, !settings.isPaused { memory.revive(at: now) }
                if before != settings { _ = memory.schedule.askNow(at: now) }
                desk.memories[settings.id] = memory
            }
            desk.sources = Dictionary(settings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            if isFirst {
                var schedules = desk.memories.mapValues(\.schedule)
                SourceSchedule.resume(&schedules, at: now, using: &generator)
                for (id, schedule) in schedules { desk.memories[id]?.schedule = schedule }
            }
            desks[header.id] = desk
        }
        listenToFolders()
        outlineToken = token
    }

    private func due() -> [SourceKey] {
        let now = options.now()
        return desks.flatMap { situation, desk in
            desk.sources.values.filter { source in
                source.address.isPolled && !source.isPaused && desk.memories[source.id]?.schedule.isDue(at: now) == true
            }.map { SourceKey(situation: situation, source: $0.id) }
        }.filter { asking[$0] == nil }
    }
}
