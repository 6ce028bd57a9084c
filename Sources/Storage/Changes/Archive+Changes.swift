import Dispatch
import GRDB
import Glibc

extension Archive {
    /// A number that changes whenever an entry arrives or a source answers; marks of what has been seen leave it as it is.
    package func changeToken() throws(ArchiveError) -> Int64 {
        try read {
            try Int64.fetchOne(
                $0,
                sql: "SELECT (SELECT ifnull(max(serial), 0) FROM entry) + (SELECT ifnull(max(stamp), 0) FROM memory)")
                ?? 0
        }
    }

    /// A number that changes whenever a source or a situation's header does.
    package func sourcesToken() throws(ArchiveError) -> Int64 {
        try read { database in
            try Int64.fetchOne(
                database,
                // Every row counts, so that one that goes is noticed as much as one that comes.
                sql:
                    "SELECT ifnull(sum(rowid), 0) FROM version WHERE kind IN ('source', 'header') AND untilKnown IS NULL"
            )
                ?? 0
        }
    }

    /// Yields whenever this or another process has put entries into the archive, or another collects for it; several in quick
    /// succession count as one.
    ///
    /// The kernel tells of changes to the file (inotify), so that nothing is asked and no time is spent while all is quiet.
    package func changes() -> AsyncStream<Void> {
        AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
            let watch = ChangeWatch(self) { continuation.yield() }
            continuation.onTermination = { _ in watch.stop() }
        }
    }
}
