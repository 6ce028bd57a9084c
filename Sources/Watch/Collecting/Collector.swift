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
        case warning(String)
    }

    private let archive: Archive
    private let options: Options
    private let fetcher: Fetcher
    private let report: @Sendable (Report) -> Void
    private var generator = SystemRandomNumberGenerator()
    private var desks: [SituationID: SituationDesk] = [:]
    private var outlineToken: Int64 = -1
    private var asking: [SourceKey: Task<Void, Never>] = [:]
    /// What is being taken in: one answer after another, since each is compared with those before it.
    private var takingIn: Task<Void, Never>?
    private var folders: [SourceKey: (path: String, listening: Task<Void, Never>)] = [:]

    /// A source of one situation.
    private struct SourceKey: Hashable, Sendable {
        let situation: SituationID
        let source: SourceID
    }

    /// What the collector holds of one situation.
    private struct SituationDesk {
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

    // MARK: Asking

    /// Asks a source, and takes in its answer when it comes.
    private func ask(_ key: SourceKey) {
        guard let settings = desks[key.situation]?.sources[key.source] else { return }
        let memory = desks[key.situation]?.memories[key.source]
        asking[key] = Task {
            let question = SourceQuestion(settings, memory, fetcher) { [archive] arrival in
                ArchiveIntake.familiarity(of: arrival, in: archive, key.situation)
            }
            let answer = await question.ask(at: options.now())
            // Half an answer says nothing of the source.
            guard !Task.isCancelled else { return }
            await inTurn { await self.take(answer, of: key, settings) }
            asking[key] = nil
        }
    }

    /// Does something once what is being taken in has been.
    private func inTurn(_ work: @escaping @Sendable () async -> Void) async {
        let before = takingIn
        let task = Task {
            await before?.value
            await work()
        }
        takingIn = task
        await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            task.cancel()
        }
    }

    private func take(_ answer: SourceAnswer, of key: SourceKey, _ settings: SourceSettings) async {
        // Of an address that the source does not have any more nobody wants to know.
        guard desks[key.situation]?.sources[key.source]?.address == settings.address else { return }
        var outcome = answer.outcome
        var isStored = true
        if outcome == nil || !answer.stories.isEmpty {
            guard let came = await takeIn(answer, of: key) else { return }
            if case .failed = came { (outcome, isStored) = (came, false) }
            outcome = outcome ?? came
        }
        guard let outcome else { return }
        if let until = answer.takenUntil, isStored {
            desks[key.situation]?.memories[key.source]?.takenUntil = until
            if answer.lost > 0 { tellOfLoss(answer.lost, of: key) }
        }
        note(outcome, answer.fetched, minutesToLive: answer.minutesToLive, of: key, settings)
    }

    /// Writes into the log that part of what a source put out will never be here.
    private func tellOfLoss(_ quarters: Int, of key: SourceKey) {
        let words =
            "\(key.source): \(quarters) quarters of an hour were missed and cannot be had any more"
        report(.warning(words))
        do throws(ArchiveError) {
            try archive.append(
                [
                    Draft(
                        situation: key.situation, author: ArchiveIntake.author,
                        change: .note(text: words, about: .source(key.source)))
                ], at: options.now())
        } catch {
            report(.warning(error.description))
        }
    }

    /// Takes texts and rows into the archive.
    private func takeIn(_ answer: SourceAnswer, of key: SourceKey) async -> SourceOutcome? {
        guard var intake = desks[key.situation]?.intake else { return nil }
        let work = WorkNote(archive, options)
        defer { work?.clear() }
        do throws(ArchiveError) {
            try intake.renewKnown()
            var total = IntakeOutcome()
            for start in stride(from: 0, to: answer.arrivals.count, by: Self.portionSize) {
                // What has been written stays; the rest comes when the source is asked again.
                guard !Task.isCancelled else { return nil }
                let portion = Array(answer.arrivals[start..<min(answer.arrivals.count, start + Self.portionSize)])
                total += try await intake.take(portion)
                work?.tell(start + portion.count, of: answer.arrivals.count)
            }
            if !answer.stories.isEmpty {
                var table = TableRecords(from: key.source, intake.known, received: options.now())
                table.add(answer.stories)
                total += try intake.write(table)
            }
            desks[key.situation]?.intake = intake
            return .read(items: answer.items, new: total.added + total.changed, newest: answer.newest)
        } catch {
            return .failed(SourceFailure(.reading, error.description))
        }
    }

    private static let portionSize = 256

    private func note(
        _ outcome: SourceOutcome, _ fetched: FetchedAnswer?, minutesToLive: Int?, of key: SourceKey,
        _ settings: SourceSettings
    ) {
        let now = options.now()
        var memory = desks[key.situation]?.memories[key.source] ?? SourceMemory(firstAt: now)
        memory.note(
            outcome, fetched, minutesToLive: minutesToLive, at: now, settings.policy, using: &generator)
        desks[key.situation]?.memories[key.source] = memory
        do throws(ArchiveError) {
            try archive.remember([key.source: KeptMemory(memory, of: settings).text], of: key.situation)
        } catch {
            report(.warning(error.description))
        }
        let condition = memory.health.condition(at: now, settings)
        report(
            .asked(key.source, condition.words(at: now) { $0.clock }, isTrouble: condition.isTrouble))
    }

    // MARK: Folders

    private func listenToFolders() {
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
