import Foundation
import GRDB
import SituationModel

extension Archive {
    /// Examines the archive and changes nothing: the file's pages, the references between its rows, whether every entry can be
    /// read, and whether what is computed from the journal hangs together.
    ///
    /// Cost: linear in the archive. ``rebuild(replacing:progress:)`` compares every row.
    package func check() throws(ArchiveError) -> [Finding] {
        try read { database in
            var findings: [Finding] = []
            for message in try String.fetchAll(database, sql: "PRAGMA integrity_check(20)") where message != "ok" {
                findings.append(Finding(.damage, "The file is damaged: \(message)."))
            }
            guard findings.isEmpty else { return findings }
            for row in try Row.fetchAll(database, sql: "PRAGMA foreign_key_check") {
                let (table, parent): (String, String) = (row[0], row[2])
                findings.append(Finding(.damage, "A row of \(table) refers to one of \(parent) that is not there."))
            }
            findings += try unreadableEntries(in: database)
            for list in RecordList.allCases { findings += try miscounts(of: list, in: database) }
            return findings
        }
    }

    /// Entries that this version of the program cannot read, which it keeps and passes over.
    private func unreadableEntries(in database: Database) throws -> [Finding] {
        var unknown: [String: Int] = [:]
        var findings: [Finding] = []
        let rows = try Row.fetchCursor(database, sql: "SELECT id, kind, change, situation FROM entry")
        while let row = try rows.next() {
            let kind: String = row[1]
            guard Change.Kind(rawValue: kind) != nil else {
                unknown[kind, default: 0] += 1
                continue
            }
            let id: Data = row[0]
            guard Coding.value(Change.self, from: row[2]) == nil else { continue }
            let name = Coding.entryID(id)?.description ?? "without a name"
            findings.append(Finding(.remark, "The entry \(name) (\(kind)) cannot be read and is passed over."))
        }
        return findings
            + unknown.sorted { $0.key < $1.key }.map { kind, count in
                Finding(
                    .remark,
                    "\(count == 1 ? "One entry" : "\(count) entries") of the unknown kind “\(kind)”, written by another "
                        + "version of Watchfloor, kept and passed over.")
            }
    }

    private func miscounts(of list: RecordList, in database: Database) throws -> [Finding] {
        let table = list.table
        var findings: [Finding] = []
        let counts = try Row.fetchAll(
            database,
            sql: """
                SELECT situation.id, coalesce(tally.count, 0),
                    (SELECT count(*) FROM \(table) WHERE situation = number AND untilKnown IS NULL)
                FROM situation LEFT JOIN tally ON tally.situation = number AND tally.list = ?
                """, arguments: [list.rawValue])
        for row in counts where (row[1] as Int) != (row[2] as Int) {
            let (situation, counted, found): (String, Int, Int) = (row[0], row[1], row[2])
            findings.append(
                Finding(.stale, "\(situation): \(counted) \(table) records are counted, but there are \(found)."))
        }
        let unindexed =
            try Int.fetchOne(
                database,
                sql: """
                    SELECT (SELECT count(*) FROM \(table) WHERE row NOT IN (SELECT id FROM \(list.wordsTable)_docsize))
                    + (SELECT count(*) FROM \(list.wordsTable)_docsize WHERE id NOT IN (SELECT row FROM \(table)))
                    """) ?? 0
        if unindexed > 0 {
            findings.append(Finding(.stale, "The full-text index of \(table) is out of step in \(unindexed) rows."))
        }
        return findings
    }
}
