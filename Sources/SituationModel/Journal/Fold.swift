/// Turns journal entries into the state that they add up to.
///
/// The result depends on the set of entries and their one order only, never on the order in which they arrived.
package enum Fold {
    /// The situation that these entries add up to, as it was known at `asOf`; at any time when that is `nil`.
    ///
    /// Entries of other situations are passed over. Cost: sorting, then linear.
    package static func situation(
        _ id: SituationID, from entries: some Sequence<Entry>, asOf: Instant? = nil
    ) -> Situation {
        let known = entries.filter { entry in
            entry.situation == id && asOf.map { entry.known <= $0 } ?? true
        }
        var situation = Situation(id: id)
        for entry in inForce(known) { situation.apply(entry) }
        return situation
    }

    /// The entries that no undo takes back, in journal order, each once.
    package static func inForce(_ entries: some Sequence<Entry>) -> [Entry] {
        let ordered = entries.sorted { $0.order < $1.order }
        var takenBack: Set<EntryID> = []
        var result: [Entry] = []
        var previous: EntryID?
        // From the latest to the earliest, since an undo may itself be taken back by a later one.
        for entry in ordered.reversed() {
            defer { previous = entry.id }
            guard previous != entry.id else { continue }
            if takenBack.contains(entry.id) || entry.batch.map(takenBack.contains) ?? false { continue }
            if case .undo(let target) = entry.change { takenBack.insert(target) }
            result.append(entry)
        }
        return result.reversed()
    }

    /// The stretches of the journal in which an entry is in force: from its own place to the undo that takes it back, and
    /// again from the redo on.
    ///
    /// - Parameter undos: the undos that take back the entry or its batch, and those that take one of them back.
    package static func periodsInForce(of entry: Entry, undos: some Sequence<Entry>) -> [Period] {
        let ordered = undos.filter { $0.order > entry.order }.sorted { $0.order < $1.order }
        var periods = [Period(from: entry.order, until: nil)]
        for (position, undo) in ordered.enumerated() {
            let isInForce = inForce(CollectionOfOne(entry) + ordered[...position]).contains { $0.id == entry.id }
            if isInForce, periods.last?.until != nil {
                periods.append(Period(from: undo.order, until: nil))
            } else if !isInForce, periods.last?.until == nil {
                periods[periods.count - 1].until = undo.order
            }
        }
        return periods
    }

    /// A stretch of the journal; open at its end when `until` is `nil`.
    package struct Period: Hashable, Sendable {
        package let from: JournalOrder
        package var until: JournalOrder?
    }
}

extension Situation {
    /// Takes in one entry that comes behind all those taken in before.
    mutating func apply(_ entry: Entry) {
        switch entry.change {
        case .add(let record):
            put(record, at: entry.order)
        case .revise(let before, let after):
            // A revision of a record that is not there, since its addition was taken back, waits without effect.
            guard let now = self[after.key] else { return }
            put(now.merging(from: before, to: after), at: entry.order)
        case .remove(let key):
            remove(key)
        case .move(let rung, let move):
            moves[rung, default: []].append(DatedMove(order: entry.order, move: move))
        case .read(let indicator, let reading):
            readings[indicator] = DatedReading(order: entry.order, reading: reading)
        case .note(let text, let about):
            notes.append(Note(order: entry.order, author: entry.author, text: text, about: about))
        case .batch, .undo:
            break
        }
    }
}
