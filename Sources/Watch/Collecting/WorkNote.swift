import SituationModel
import Storage

/// Lets the boards know how far a collector is with work that takes long; of short work it says nothing.
struct WorkNote: Sendable {
    private let path: String
    private let holder: String
    private let begun: Instant

    /// A note about work that begins now; `nil` for an archive that has no file.
    init?(_ archive: Archive, _ options: Collector.Options) {
        guard let path = archive.path else { return nil }
        (self.path, holder, begun) = (path, options.holder, options.now())
    }

    /// Tells how many texts of how many have been taken in; 0 of those where nobody can say.
    func tell(_ done: Int, of total: Int) {
        guard max(done, total) >= Self.many, done > 0 else { return }
        CollectorLease.note(
            CollectorWork(done: done, total: total, since: begun), by: holder, ofArchiveAt: path)
    }

    func clear() { CollectorLease.note(nil, by: holder, ofArchiveAt: path) }

    /// So many texts take long.
    static let many = 1_024
}
