package import SituationModel
package import Storage

extension LadderWatch {
    /// Reads the ladders of an archive once, for those who have put something into it: unless somebody collects for it, who
    /// does so anyway.
    ///
    /// - Parameter holder: who asks, for others to be told meanwhile.
    package static func readOnce(
        _ archive: Archive, holder: String, now: @escaping @Sendable () -> Instant,
        report: @escaping @Sendable (String) -> Void
    ) async throws(ArchiveError) {
        guard !archive.isReadOnly else { return }
        let watch = LadderWatch(archive, now: now, report: report)
        guard let path = archive.path else { return try await watch.catchUp() }
        guard let lease = try CollectorLease(ofArchiveAt: path, holder: holder) else { return }
        try await watch.catchUp()
        _ = consume lease
    }
}
