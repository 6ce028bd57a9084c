package import Controller
package import SituationModel
package import Storage
import Wire

extension CollectingNews {
    /// How the sources of a situation stand at a moment, and who collects.
    package init(of situation: SituationID, in archive: Archive, at present: Instant) throws(ArchiveError) {
        let sources = try archive.outline(of: situation).sources.inOrder.compactMap { SourceSettings($0) }
        guard !sources.isEmpty else {
            self.init()
            return
        }
        let memories = try archive.memories(of: situation).compactMapValues(KeptMemory.init(text:))
        let standings = sources.map { settings in
            let memory = memories[settings.id]?.memory(of: settings)
            let health = memory?.health ?? SourceHealth()
            let condition = health.condition(at: present, settings)
            return SourceStanding(
                source: settings.id, words: condition.words(at: present) { $0.inWords },
                isTrouble: condition.isTrouble, isLive: condition.isLive, currentAt: health.currentAt,
                next: settings.isPaused || !settings.address.isPolled ? nil : memory?.schedule.next)
        }
        self.init(
            sources: standings, collector: archive.collector,
            work: archive.collectorWork.map { work in
                LongWork(
                    done: work.done, total: work.total > 0 ? work.total : nil,
                    seconds: Double(present.milliseconds - work.since.milliseconds) / 1_000)
            })
    }
}
