import GRDB
import SituationModel

extension Journal {
    /// The records that entries touch which arrived behind one, up to another, or that an undo among these gives back or takes
    /// away: through batches, and undos of undos. Each once.
    ///
    /// Cost: proportional to the entries between the two.
    func subjects(touchedAfter serial: Int64, upTo last: Int64) throws -> [RecordKey] {
        let rows = try GRDB.Row.fetchCursor(
            database.cachedStatement(
                sql: """
                    WITH RECURSIVE taken (id) AS (
                        SELECT target FROM entry
                        WHERE serial > :serial AND serial <= :last AND situation = :situation AND kind = 'undo'
                        UNION
                        SELECT entry.target FROM taken JOIN entry ON entry.id = taken.id WHERE entry.kind = 'undo'
                        UNION
                        SELECT entry.target FROM taken JOIN entry ON entry.batch = taken.id WHERE entry.kind = 'undo'
                    )
                    SELECT subjectKind, subject FROM entry
                    WHERE serial > :serial AND serial <= :last AND situation = :situation
                    AND kind IN ('add', 'revise', 'remove')
                    UNION
                    SELECT subjectKind, subject FROM taken JOIN entry ON entry.id = taken.id
                    WHERE entry.kind IN ('add', 'revise', 'remove')
                    UNION
                    SELECT subjectKind, subject FROM taken JOIN entry ON entry.batch = taken.id
                    WHERE entry.kind IN ('add', 'revise', 'remove')
                    """), arguments: ["serial": serial, "last": last, "situation": number])
        var keys: [RecordKey] = []
        while let row = try rows.next() {
            guard let kind = (row[0] as String?).flatMap(RecordKey.Kind.init), let id = row[1] as String? else {
                continue
            }
            keys.append(RecordKey(kind, id))
        }
        return keys
    }
}
