import SituationModel

/// Finds the undos that concern entries, undos of undos included, each looked up once.
struct UndoChains {
    private let journal: Journal
    private var found: [EntryID: [Journal.Row]] = [:]

    init(_ journal: Journal) {
        self.journal = journal
    }

    /// The undos that take back one of these entries or its batch, and those that take one of them back, and so on.
    mutating func undos(concerning entries: some Sequence<Entry>) throws -> [Journal.Row] {
        var waiting = entries.flatMap { [$0.id] + ($0.batch.map { [$0] } ?? []) }
        var asked: Set<EntryID> = []
        var result: [EntryID: Journal.Row] = [:]
        while let target = waiting.popLast() {
            guard asked.insert(target).inserted else { continue }
            for undo in try undos(of: target) where result[undo.entry.id] == nil {
                result[undo.entry.id] = undo
                waiting.append(undo.entry.id)
                if let batch = undo.entry.batch { waiting.append(batch) }
            }
        }
        return Array(result.values)
    }

    private mutating func undos(of target: EntryID) throws -> [Journal.Row] {
        if let known = found[target] { return known }
        let undos = try journal.undos(of: target)
        found[target] = undos
        return undos
    }
}
