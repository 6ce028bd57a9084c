import Foundation
import GRDB
import SituationModel

/// Brings the projections of one situation up to date with entries that have come into its journal.
///
/// Only what the entries touch is computed anew: a record whole, from the entries that touch it. An undo touches what the
/// entry touched that it takes back, batches and undos of undos included.
struct Projector {
    let journal: Journal
    private var chains: UndoChains
    private var writer: ProjectionWriter
    /// The records that have been made anew, those that one entry alone touches left out.
    private var made: Set<RecordKey> = []

    init(_ journal: Journal) {
        self.journal = journal
        chains = UndoChains(journal)
        writer = ProjectionWriter(journal)
    }

    private var database: Database { journal.database }

    /// Takes in entries that have just been put into the journal.
    mutating func take(_ rows: [Journal.Row]) throws {
        var touched = Touched()
        for row in rows {
            if try addsAlone(row) { continue }
            try collect(row, into: &touched)
        }
        try write(touched, rows)
    }

    /// Takes in a part of a journal that is there whole already, to make projections anew.
    ///
    /// Every record is computed once, at its first entry, since its history is looked up with all undos that concern it.
    mutating func takeAnew(_ rows: [Journal.Row]) throws {
        // A long journal has more undos than need be remembered.
        chains = UndoChains(journal)
        var touched = Touched()
        for row in rows {
            if try addsAlone(row) { continue }
            switch row.entry.change {
            case .move, .read, .note:
                touched.standings[row.entry.id] = row
            case .add, .revise, .remove, .batch, .undo:
                if let key = row.entry.change.subject, made.insert(key).inserted { touched.insert(key) }
            }
        }
        try write(touched, rows)
    }

    private mutating func write(_ touched: Touched, _ rows: [Journal.Row]) throws {
        for key in touched.keys { try recompute(key) }
        for row in touched.standings.values.sorted(by: { $0.serial < $1.serial }) { try restand(row) }
        for row in rows { try writer.addLine(row) }
        try writer.finish()
    }

    // MARK: - What is touched

    private struct Touched {
        var visited: Set<EntryID> = []
        private var seen: Set<RecordKey> = []
        /// In the order in which they were come upon, which is mostly that in which they stand in their lists.
        private(set) var keys: [RecordKey] = []
        var standings: [EntryID: Journal.Row] = [:]

        mutating func insert(_ key: RecordKey) {
            if seen.insert(key).inserted { keys.append(key) }
        }
    }

    private mutating func collect(_ first: Journal.Row, into touched: inout Touched) throws {
        var waiting = [first]
        var position = 0
        while position < waiting.count {
            let row = waiting[position]
            position += 1
            guard touched.visited.insert(row.entry.id).inserted else { continue }
            switch row.entry.change {
            case .add, .revise, .remove:
                if let key = row.entry.change.subject { touched.insert(key) }
            case .move, .read, .note:
                touched.standings[row.entry.id] = row
            case .batch:
                break
            case .undo(let target):
                if let entry = try journal.entry(target) { waiting.append(entry) }
                waiting += try journal.members(ofBatch: target)
            }
        }
    }

    // MARK: - Records

    /// Writes a record that nothing but this entry touches, which spares the look at its history.
    private mutating func addsAlone(_ row: Journal.Row) throws -> Bool {
        guard case .add(let record) = row.entry.change, try journal.isAlone(on: record.key),
            try chains.undos(concerning: CollectionOfOne(row.entry)).isEmpty
        else { return false }
        if case .header(let header) = record, header.id != journal.situation { return true }
        try writer.insert(
            ProjectedForm(
                record: record, from: row.entry.order, fromSerial: row.serial, until: nil, added: row.entry.order,
                body: row.body))
        return true
    }

    private mutating func recompute(_ key: RecordKey) throws {
        let touching = try journal.entries(touching: key).filter { $0.entry.change.subject == key }
        let undos = try chains.undos(concerning: touching.map(\.entry))
        let rows = touching + undos
        let serials = Dictionary(rows.map { ($0.entry.id, $0.serial) }, uniquingKeysWith: { first, _ in first })
        let history = RecordHistory(of: key, in: journal.situation, from: rows.map(\.entry))
        var forms: [ProjectedForm] = []
        for (position, version) in history.versions.enumerated() {
            let next = position + 1 < history.versions.count ? history.versions[position + 1] : nil
            // What was replaced within the same millisecond was never in force at any moment that can be asked for.
            guard let record = version.record, next?.from.known != version.from.known else { continue }
            forms.append(
                ProjectedForm(
                    record: record, from: version.from, fromSerial: serials[version.from.id] ?? 0,
                    until: next?.from.known, added: version.added))
        }
        try writer.replace(key, with: forms)
    }

    // MARK: - Judgements and notes

    private mutating func restand(_ row: Journal.Row) throws {
        let undos = try chains.undos(concerning: CollectionOfOne(row.entry))
        let periods = Fold.periodsInForce(of: row.entry, undos: undos.map(\.entry))
        try writer.replaceStanding(row, with: periods)
    }
}

/// A form of a record, in force from one moment to another.
struct ProjectedForm {
    let record: Record
    let from: JournalOrder
    /// When the entry that brought it about arrived at this archive.
    let fromSerial: Int64
    let until: Instant?
    let added: JournalOrder
    /// The record as its row holds it, where that is known already.
    var body: RecordBody?

    /// The record as its row holds it.
    func encoded() throws -> RecordBody { try body ?? record.body() }
}
