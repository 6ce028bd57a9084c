import Foundation
import GRDB
package import SituationModel

extension Archive {
    /// Writes changes into the journal, all of them or none.
    ///
    /// - Parameters:
    ///   - drafts: the changes, in the order in which they are to count.
    ///   - batch: where they are one act, an import say: what it was, in a few words. Each situation concerned gets an entry
    ///     that says so, which comes first in the answer and whose undo takes back all of them.
    ///   - isOneStep: whether somebody made the batch with one key, so that their undo takes it back.
    ///   - isFirst: whether to write only into an archive that holds nothing yet, so that of several who find it empty one
    ///     alone fills it.
    ///   - stories: by which hashes documents among them are to be known again.
    ///   - now: the moment, by this host's clock. Entries never get an identifier smaller than one the archive holds.
    /// - Returns: the entries as they were written.
    @discardableResult
    package func append(
        _ drafts: [Draft], batch: String? = nil, isOneStep: Bool = false, onlyIfEmpty isFirst: Bool = false,
        stories: [SituationID: [Story]] = [:],
        at now: Instant
    ) throws(ArchiveError) -> [Entry] {
        guard !drafts.isEmpty || !stories.isEmpty else { return [] }
        return try write { database in
            if isFirst, try Int.fetchOne(database, sql: "SELECT 1 FROM entry LIMIT 1") != nil { return [] }
            // Inside of the transaction, since other processes write too.
            var clock = EntryClock()
            if let newest = try Data.fetchOne(database, sql: "SELECT max(id) FROM entry").flatMap(Coding.entryID) {
                clock.witness(newest)
            }
            func entry(_ draft: Draft, batch: EntryID?) -> Entry {
                Entry(
                    id: clock.next(at: now, random: .random(in: 0...UInt64.max)), origin: origin,
                    situation: draft.situation, author: draft.author, known: draft.known, batch: batch,
                    change: draft.change)
            }
            var entries: [Entry] = []
            var heads: [SituationID: EntryID] = [:]
            if let batch {
                for draft in drafts where heads[draft.situation] == nil {
                    var head = draft
                    head.known = nil
                    head.change = .batch(summary: batch, isOneStep: isOneStep ? true : nil)
                    let headEntry = entry(head, batch: nil)
                    heads[draft.situation] = headEntry.id
                    entries.append(headEntry)
                }
            }
            entries += drafts.map { entry($0, batch: heads[$0.situation]) }
            try put(entries, into: database)
            for (situation, stories) in stories {
                let journal = try Journal(openedFor: situation, in: database, path: name)
                for story in stories { try story.write(of: journal) }
            }
            return entries
        }
    }

    /// Takes in entries that were written elsewhere, in any order; those at hand already are passed over.
    ///
    /// - Returns: how many were new.
    @discardableResult
    package func receive(_ entries: [Entry]) throws(ArchiveError) -> Int {
        try write { database in try put(entries.sorted { $0.order < $1.order }, into: database) }
    }

    /// Puts entries into the journal and brings the projections up to date.
    @discardableResult
    private func put(_ entries: [Entry], into database: Database) throws -> Int {
        var rows: [SituationID: [Journal.Row]] = [:]
        var journals: [SituationID: Journal] = [:]
        for entry in entries {
            let journal: Journal
            if let known = journals[entry.situation] {
                journal = known
            } else {
                journal = try Journal(openedFor: entry.situation, in: database, path: name)
                journals[entry.situation] = journal
            }
            if let row = try journal.insert(entry) { rows[entry.situation, default: []].append(row) }
        }
        for (situation, journal) in journals.sorted(by: { $0.key < $1.key }) {
            var projector = Projector(journal)
            try projector.take(rows[situation] ?? [])
        }
        return rows.values.map(\.count).reduce(0, +)
    }
}
