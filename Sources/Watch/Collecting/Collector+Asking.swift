import SituationModel
import Storage
import Wire

extension Collector {
    /// Asks a source, and takes in its answer when it comes.
    func ask(_ key: SourceKey) {
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
    func inTurn(_ work: @escaping @Sendable () async -> Void) async {
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
                if answer.arrivals.count >= WorkNote.many {
                    report(.took(key.source, start + portion.count, of: answer.arrivals.count))
                }
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

    func note(
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
}
