/// Who made a change.
package struct Author: Hashable, Sendable, Codable {
    package enum Kind: String, CaseIterable, Codable, Sendable {
        case analyst, machine
    }

    package var name: String
    package var kind: Kind

    package init(_ name: String, kind: Kind = .analyst) {
        self.name = name
        self.kind = kind
    }
}

/// One line of the journal: who changed what, when, and on what grounds. Never altered once it is written.
package struct Entry: Hashable, Sendable, Codable, Identifiable {
    package let id: EntryID
    /// The archive it was first written in.
    package let origin: String
    package let situation: SituationID
    package let author: Author
    /// From when on the change counts as known. Where somebody types it, that is when it was recorded; what is imported
    /// may have been known before. Never later than `id.recorded`.
    package let known: Instant
    /// The entry that this one was made together with, by one act: an import, say. Undoing that one undoes this one.
    package let batch: EntryID?
    package let change: Change

    package init(
        id: EntryID, origin: String, situation: SituationID, author: Author, known: Instant? = nil,
        batch: EntryID? = nil, change: Change
    ) {
        self.id = id
        self.origin = origin
        self.situation = situation
        self.author = author
        self.known = min(known ?? id.recorded, id.recorded)
        self.batch = batch
        self.change = change
    }

    /// The entry's place in the one order that every host computes alike.
    package var order: JournalOrder { JournalOrder(known: known, id: id) }
}

/// The order of the journal: by when a thing was known, then by when and where it was recorded.
package struct JournalOrder: Hashable, Sendable, Comparable, Codable {
    package let known: Instant
    package let id: EntryID

    package init(known: Instant, id: EntryID) {
        self.known = known
        self.id = id
    }

    package static func < (left: Self, right: Self) -> Bool {
        left.known == right.known ? left.id < right.id : left.known < right.known
    }
}

/// What an entry does to a situation.
package enum Change: Hashable, Sendable, Codable {
    /// Puts a record in, whole; one of the same name is replaced.
    case add(record: Record)
    /// Changes the fields in which `after` differs from `before`, and no others.
    case revise(before: Record, after: Record)
    /// Takes a record out.
    case remove(key: RecordKey)
    /// Says where a rung stands.
    case move(rung: RungKey, move: RungMove)
    /// Says what the machine reads of an indicator.
    case read(indicator: IndicatorKey, reading: IndicatorReading)
    /// Writes into the log, perhaps about a record.
    case note(text: String, about: RecordKey?)
    /// Heads a batch of entries; changes nothing by itself. `isOneStep` where somebody made it with one key, so that their
    /// undo takes it back like any other step; an import is not undone by accident.
    case batch(summary: String, isOneStep: Bool? = nil)
    /// Takes back an earlier entry, with its batch where it heads one. Taking back an undo is a redo.
    case undo(entry: EntryID)
}

extension Change {
    /// The records that the change touches by itself; an undo touches those of the entry it takes back.
    package var subject: RecordKey? {
        switch self {
        case .add(let record): record.key
        case .revise(_, let after): after.key
        case .remove(let key): key
        case .move(let rung, _): .ladder(rung.ladder)
        case .read(let indicator, _): .ladder(indicator.rung.ladder)
        case .note, .batch, .undo: nil
        }
    }
}

/// A judgement of where a rung stands: the analyst's or the machine's, side by side, neither over the other.
package struct RungMove: Hashable, Sendable, Codable {
    package let state: Rung.State
    package let by: Author
    package let reason: String
    package let evidence: [Anchor]

    package init(_ state: Rung.State, by: Author, reason: String, evidence: [Anchor] = []) {
        self.state = state
        self.by = by
        self.reason = reason
        self.evidence = evidence
    }
}
