import GRDB
package import SituationModel

/// What a collector remembers of the sources: this host's own, and no part of the journal.
extension Archive {
    /// The memory of every source of a situation, as it was written.
    package func memories(of situation: SituationID) throws(ArchiveError) -> [SourceID: String] {
        try read { database in
            guard let journal = try Journal(of: situation, in: database) else { return [:] }
            let rows = try Row.fetchAll(
                database.cachedStatement(sql: "SELECT source, body FROM memory WHERE situation = ?"),
                arguments: [journal.number])
            return Dictionary(rows.map { (SourceID($0[0]), $0[1]) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// Writes down what is remembered of some sources.
    package func remember(_ memories: [SourceID: String], of situation: SituationID) throws(ArchiveError) {
        guard !memories.isEmpty else { return }
        try write { database in
            let journal = try Journal(openedFor: situation, in: database, path: name)
            let statement = try database.cachedStatement(
                sql: """
                    INSERT INTO memory (situation, source, body, stamp)
                    VALUES (?, ?, ?, (SELECT ifnull(max(stamp), 0) + 1 FROM memory))
                    ON CONFLICT (situation, source) DO UPDATE SET body = excluded.body, stamp = excluded.stamp
                    """)
            for (source, body) in memories.sorted(by: { $0.key < $1.key }) {
                try statement.execute(arguments: [journal.number, Coding.key(source.text), body])
            }
        }
    }
}
