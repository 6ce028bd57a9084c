import Foundation
import GRDB
package import SituationModel

extension Archive {
    /// The number of the entry that arrived last.
    package func lastArrival() throws(ArchiveError) -> Int64 {
        try read { try Int64.fetchOne($0, sql: "SELECT max(serial) FROM entry") ?? 0 }
    }

    /// The records that have been added to a situation since an arrival, first ones first, and the arrival to go on from.
    ///
    /// - Parameter limit: how many entries are looked at, at the most.
    package func arrivals(
        in situation: SituationID, after serial: Int64, limit: Int = 2_000
    ) throws(ArchiveError) -> (records: [(record: SituationModel.Record, known: Instant)], last: Int64) {
        try read { database in
            guard let journal = try Journal(of: situation, in: database) else { return ([], serial) }
            let rows = try Row.fetchAll(
                database.cachedStatement(
                    sql: """
                        SELECT \(Journal.columns), situation, kind FROM entry WHERE serial > ? ORDER BY serial LIMIT ?
                        """), arguments: [serial, limit])
            var records: [(SituationModel.Record, Instant)] = []
            for row in rows where row["situation"] == journal.number && row["kind"] == "add" {
                guard let entry = journal.row(row)?.entry, case .add(let record) = entry.change else { continue }
                records.append((record, entry.known))
            }
            return (records, rows.last.map { $0[0] } ?? serial)
        }
    }
}
