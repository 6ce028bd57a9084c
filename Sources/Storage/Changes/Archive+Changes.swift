import Dispatch
import GRDB
import Glibc

extension Archive {
    /// A number that grows whenever an entry arrives; marks of what has been seen leave it as it is.
    package func changeToken() throws(ArchiveError) -> Int64 {
        try read { try Int64.fetchOne($0, sql: "SELECT max(serial) FROM entry") ?? 0 }
    }

    /// Yields whenever this or another process has put entries into the archive; several in quick succession count as one.
    ///
    /// The kernel tells of changes to the file (inotify), so that nothing is asked and no time is spent while all is quiet.
    package func changes() -> AsyncStream<Void> {
        AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
            let watch = ChangeWatch(self) { continuation.yield() }
            continuation.onTermination = { _ in watch.stop() }
        }
    }
}
