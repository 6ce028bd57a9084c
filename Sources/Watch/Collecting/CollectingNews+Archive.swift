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
            let health = memories[settings.id]?.memory(of: settings)?.health ?? SourceHealth()
            let condition = health.condition(at: present, settings)
            return SourceStanding(
                source: settings.id, words: condition.words(at: present) { $0.inWords },
                isTrouble: condition.isTrouble, isLive: condition.isLive, currentAt: health.currentAt)
        }
        self.init(sources: standings, collector: archive.path.flatMap { CollectorLease.holder(ofArchiveAt: $0) })
    }
}
