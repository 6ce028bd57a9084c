package import SituationModel
package import Storage

/// The sources of a situation, by name; one that has no record yet gets one: ungraded, a publisher of its own.
package struct SourceBook: Sendable {
    private let archive: Archive
    private let situation: SituationID
    private let now: @Sendable () -> Instant

    package init(_ archive: Archive, _ situation: SituationID, now: @escaping @Sendable () -> Instant) {
        self.archive = archive
        self.situation = situation
        self.now = now
    }

    /// The source of that identifier or name.
    package func id(named name: String, link: String? = nil) throws(ArchiveError) -> SourceID {
        let wanted = SourceID(name)
        let id = wanted.isWellFormed ? wanted : SourceID.suggested(by: name, fallback: "source")
        guard try archive.record(.source(id), of: situation) == nil else { return id }
        let source = Source(
            id: id, name: name == Self.byHand.text ? "Taken in by hand" : name, family: id.text, link: link)
        try archive.append(
            [Draft(situation: situation, author: ArchiveIntake.author, change: .add(record: .source(source)))],
            at: now())
        return id
    }

    /// Whom that is from which nobody says anything about.
    package static let byHand: SourceID = "by-hand"
}
