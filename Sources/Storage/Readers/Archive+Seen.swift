import GRDB
package import SituationModel

extension Archive {
    /// Notes that a reader has looked at records in their present form. Keys of small kinds and of records that are not
    /// there are passed over.
    package func markSeen(
        _ keys: [RecordKey], of situation: SituationID, reader: String
    ) throws(ArchiveError) {
        try mark(situation) { journal in
            let number = try readerNumber(reader, journal)
            for key in keys {
                guard let list = RecordList(key.kind) else { continue }
                let statement = try journal.database.cachedStatement(
                    sql: """
                        INSERT INTO seen (reader, list, id, serial)
                        SELECT ?, ?, id, fromSerial FROM \(list.table)
                        WHERE situation = ? AND id = ? AND untilKnown IS NULL
                        ON CONFLICT (reader, list, id) DO UPDATE SET serial = max(serial, excluded.serial)
                        """)
                try statement.execute(arguments: [number, list.rawValue, journal.number, Coding.key(key.text)])
            }
        }
    }

    /// Notes that a reader has seen everything that is there now.
    package func markAllSeen(of situation: SituationID, reader: String) throws(ArchiveError) {
        try mark(situation) { journal in
            let number = try readerNumber(reader, journal)
            try journal.database.execute(
                sql: "UPDATE reader SET horizon = (SELECT coalesce(max(serial), 0) FROM entry) WHERE number = ?",
                arguments: [number])
            try journal.database.execute(sql: "DELETE FROM seen WHERE reader = ?", arguments: [number])
        }
    }

    private func readerNumber(_ reader: String, _ journal: Journal) throws -> Int64 {
        try journal.database.cachedStatement(
            sql: """
                INSERT INTO reader (situation, name, horizon) VALUES (?, ?, 0) ON CONFLICT (situation, name) DO NOTHING
                """
        ).execute(arguments: [journal.number, reader])
        return try Int64.fetchOne(
            journal.database.cachedStatement(sql: "SELECT number FROM reader WHERE situation = ? AND name = ?"),
            arguments: [journal.number, reader]) ?? 0
    }

    /// Writes marks: without waiting for the disk, since they are made at every step of a cursor and cost little if lost, and
    /// without telling anybody.
    private func mark(_ situation: SituationID, _ work: (Journal) throws -> Void) throws(ArchiveError) {
        guard !isReadOnly else { throw .readOnly(path: name) }
        do {
            try database.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA synchronous = NORMAL")
                defer { try? database.execute(sql: "PRAGMA synchronous = FULL") }
                try database.inTransaction {
                    if let journal = try Journal(of: situation, in: database) { try work(journal) }
                    return .commit
                }
            }
        } catch {
            throw ArchiveError(error, at: name)
        }
    }
}
