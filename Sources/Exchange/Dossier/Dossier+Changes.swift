package import SituationModel

extension Dossier {
    /// The dossier of a situation.
    ///
    /// Canonical: what is read from it and written again is the same, byte for byte. It says how things stand; of how
    /// they came to stand so, it keeps when each record was added and every judgement of a rung. What the machine reads of
    /// indicators is left out: it follows from the rest, and is read anew where the dossier is taken in.
    package static func write(_ situation: Situation) -> String { DossierWriter(situation).block.printed }

    /// What has to be written into a journal that adds up to `present`, so that everything in the dossier is there as
    /// the dossier has it.
    ///
    /// Nothing for what is there already, so that importing a file twice changes nothing. A record that is there in
    /// another form is revised, and the revision counts as known from now on. Records that the dossier does not have
    /// stay as they are. Moves and notes are matched by what they say: they are added, never changed.
    package func changes(against present: Situation?) -> [Item] {
        guard let present, present.id == id else { return items }
        let final = finalRecords
        var there = Standing(present)
        return items.compactMap { item in
            switch item.change {
            case .add(let record):
                guard let now = present[record.key] else { return item }
                return final[record.key].flatMap { Self.revision(of: now, to: $0) }
            case .revise(_, let after):
                return present[after.key] == nil ? item : nil
            case .move(let rung, let move):
                return there.take(move: move, of: rung) ? nil : item
            case .note(let text, let about):
                return there.take(note: text, about: about, by: item.author) ? nil : item
            case .remove, .read, .batch, .undo:
                return item
            }
        }
    }

    /// What each record has become when all items are taken in.
    private var finalRecords: [RecordKey: Record] {
        var records: [RecordKey: Record] = [:]
        for item in items {
            switch item.change {
            case .add(let record), .revise(_, let record): records[record.key] = record
            default: break
            }
        }
        return records
    }

    /// The change that makes one form of a record of another; `nil` where they are the same.
    private static func revision(of present: Record, to wanted: Record) -> Item? {
        if ExactForm(present) == ExactForm(wanted) { return nil }
        // Revisions see no difference between composed and decomposed letters; where there is no other, the record is
        // put in anew.
        let revised = present.merging(from: present, to: wanted)
        let isEnough = ExactForm(revised) == ExactForm(wanted)
        return Item(isEnough ? .revise(before: present, after: wanted) : .add(record: wanted), known: nil)
    }
}

/// A record, a move or a note, comparable byte by byte.
private struct ExactForm: Hashable {
    private let bytes: [UInt8]

    init(_ block: Block) { bytes = Array(block.printed.utf8) }

    init(_ record: Record) { self.init(PartWriter(texts: [:]).block(record)) }
}

/// The moves and notes that a situation has, each to be found once.
private struct Standing {
    private var moves: [RungKey: [ExactForm]]
    private var notes: [(form: ExactForm, anonymous: ExactForm)]
    private let parts = PartWriter(texts: [:])

    init(_ situation: Situation) {
        let parts = parts
        moves = situation.moves.mapValues { $0.map { ExactForm(parts.block($0.move)) } }
        notes = situation.notes.map { note in
            (
                ExactForm(parts.block(note: note.text, about: note.about, by: note.author)),
                ExactForm(parts.block(note: note.text, about: note.about, by: nil))
            )
        }
    }

    mutating func take(move: RungMove, of rung: RungKey) -> Bool {
        let form = ExactForm(parts.block(move))
        guard let index = moves[rung]?.firstIndex(of: form) else { return false }
        moves[rung]?.remove(at: index)
        return true
    }

    /// A note without an author is there if anybody has written it.
    mutating func take(note text: String, about: RecordKey?, by author: Author?) -> Bool {
        let form = ExactForm(parts.block(note: text, about: about, by: author))
        guard let index = notes.firstIndex(where: { form == (author == nil ? $0.anonymous : $0.form) }) else {
            return false
        }
        notes.remove(at: index)
        return true
    }
}
