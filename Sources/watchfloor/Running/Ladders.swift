import SituationModel
import Storage
import Watch

/// Reads the ladders after something has been put into an archive.
enum Ladders {
    /// What people ought to know is told on standard error.
    static func read(in archive: Archive) async throws(ArchiveError) {
        try await LadderWatch.readOnce(
            archive, holder: Collector.Options.holder(named: BoardOpening().reader), now: Instant.now
        ) { Output.tell("watchfloor: \($0)") }
    }
}
