import SituationModel
import Storage

/// Writes portions of what came in, each as one act.
struct PortionWriter: Sendable {
    let archive: Archive
    let situation: SituationID
    let now: @Sendable () -> Instant

    func write(
        _ portion: IntakePortion, _ read: [DocumentID: [Record]], summary: String? = nil
    ) throws(ArchiveError) -> IntakeOutcome {
        var outcome = portion.outcome
        let changes = try changes(portion, read, &outcome)
        guard !changes.isEmpty || !portion.stories.isEmpty else { return outcome }
        let drafts = changes.map { Draft(situation: situation, author: ArchiveIntake.author, change: $0) }
        try archive.append(
            drafts, batch: drafts.isEmpty ? nil : summary ?? portion.summary(findings: outcome.findings),
            stories: [situation: portion.stories], at: now())
        return outcome
    }

    private func changes(
        _ portion: IntakePortion, _ read: [DocumentID: [Record]], _ outcome: inout IntakeOutcome
    ) throws(ArchiveError) -> [Change] {
        var held = try archive.everHeld(Set(read.values.flatMap { $0.map(\.key) }), of: situation)
        var changes: [Change] = []
        for id in portion.order {
            guard let document = portion.present[id] else { continue }
            if let before = portion.before[id] {
                changes.append(.revise(before: .document(before), after: .document(document)))
            } else {
                changes.append(.add(record: .document(document)))
            }
            for record in read[id] ?? [] where held.insert(record.key).inserted {
                changes.append(.add(record: record))
                outcome.findings += 1
            }
        }
        return changes
    }
}
