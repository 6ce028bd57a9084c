import Foundation
import GRDB
package import SituationModel

/// How documents are known again when they come in once more: by hashes of their address, their text and the like.
///
/// The hashes are this host's own memory, no part of the journal: what they are made of is in the documents.
extension Archive {
    /// The documents that bear each of some hashes.
    package func documents(
        knownBy keys: some Collection<UInt64>, of situation: SituationID
    ) throws(ArchiveError) -> [UInt64: [DocumentID]] {
        guard !keys.isEmpty else { return [:] }
        return try read { database in
            guard let journal = try Journal(of: situation, in: database) else { return [:] }
            let statement = try database.cachedStatement(
                sql: "SELECT document FROM story WHERE situation = ? AND key = ? ORDER BY document LIMIT 16")
            var found: [UInt64: [DocumentID]] = [:]
            for key in keys {
                let documents = try String.fetchAll(
                    statement, arguments: [journal.number, Int64(bitPattern: key)])
                if !documents.isEmpty { found[key] = documents.map { DocumentID($0) } }
            }
            return found
        }
    }

    /// Those of some keys whose documents are there now, with the document; one look for each key.
    package func present(
        _ keys: some Collection<UInt64>, of situation: SituationID
    ) throws(ArchiveError) -> [UInt64: DocumentID] {
        try present(
            keys, of: situation,
            sql: """
                SELECT story.document FROM story CROSS JOIN document INDEXED BY documentRecord
                ON document.situation = story.situation AND document.id = story.document
                WHERE story.situation = ? AND story.key = ? AND document.untilKnown IS NULL LIMIT 1
                """)
    }

    /// The same for hashes of entries as they came, from which texts were made that are known by other keys.
    package func present(
        forms: some Collection<UInt64>, of situation: SituationID
    ) throws(ArchiveError) -> [UInt64: DocumentID] {
        try present(
            forms, of: situation,
            sql: """
                SELECT story.document FROM form
                CROSS JOIN story ON story.situation = form.situation AND story.key = form.story
                CROSS JOIN document INDEXED BY documentRecord
                ON document.situation = story.situation AND document.id = story.document
                WHERE form.situation = ? AND form.key = ? AND document.untilKnown IS NULL LIMIT 1
                """)
    }

    /// - Parameter sql: asks for the document of one key of one situation.
    private func present(
        _ keys: some Collection<UInt64>, of situation: SituationID, sql: String
    ) throws(ArchiveError) -> [UInt64: DocumentID] {
        guard !keys.isEmpty else { return [:] }
        return try read { database in
            guard let journal = try Journal(of: situation, in: database) else { return [:] }
            let statement = try database.cachedStatement(sql: sql)
            var found: [UInt64: DocumentID] = [:]
            for key in keys {
                let arguments: StatementArguments = [journal.number, Int64(bitPattern: key)]
                if let document = try String.fetchOne(statement, arguments: arguments) {
                    found[key] = DocumentID(document)
                }
            }
            return found
        }
    }

    /// The present texts of some documents, in their order; those that are not there are left out.
    package func texts(
        of documents: some Collection<DocumentID>, in situation: SituationID
    ) throws(ArchiveError) -> [(DocumentID, String)] {
        guard !documents.isEmpty else { return [] }
        return try read { database in
            guard let journal = try Journal(of: situation, in: database) else { return [] }
            let statement = try database.cachedStatement(
                sql: """
                    SELECT text FROM document INDEXED BY documentRecord
                    WHERE situation = ? AND id = ? AND untilKnown IS NULL LIMIT 1
                    """)
            return try documents.compactMap { id in
                let text = try Data.fetchOne(statement, arguments: [journal.number, Coding.key(id.text)])
                return text.map { (id, String(decoding: $0, as: UTF8.self)) }
            }
        }
    }

    /// The documents that came in last, with their texts, the last one last.
    package func latestTexts(_ limit: Int, of situation: SituationID) throws(ArchiveError) -> [(DocumentID, String)] {
        try read { database in
            guard let journal = try Journal(of: situation, in: database) else { return [] }
            let rows = try Row.fetchAll(
                database.cachedStatement(
                    sql: """
                        SELECT id, text FROM document INDEXED BY documentLive
                        WHERE situation = ? AND untilKnown IS NULL ORDER BY row DESC LIMIT ?
                        """), arguments: [journal.number, limit])
            return rows.reversed().map { row in
                let text: Data? = row[1]
                return (DocumentID(row[0]), text.map { String(decoding: $0, as: UTF8.self) } ?? "")
            }
        }
    }

    /// Those of some records that the situation holds or has held: what somebody has removed does not come back by itself.
    package func everHeld(
        _ keys: some Collection<RecordKey>, of situation: SituationID
    ) throws(ArchiveError) -> Set<RecordKey> {
        guard !keys.isEmpty else { return [] }
        return try read { database in
            guard let journal = try Journal(of: situation, in: database) else { return [] }
            var found: Set<RecordKey> = []
            for key in keys where try wasHeld(key, in: journal) { found.insert(key) }
            return found
        }
    }

    private func wasHeld(_ key: RecordKey, in journal: Journal) throws -> Bool {
        if let list = RecordList(key.kind) {
            let statement = try journal.database.cachedStatement(
                sql: """
                    SELECT 1 FROM \(list.table) INDEXED BY \(list.table)Record
                    WHERE situation = ? AND id = ? LIMIT 1
                    """)
            return try Int.fetchOne(statement, arguments: [journal.number, Coding.key(key.text)]) != nil
        }
        let statement = try journal.database.cachedStatement(
            sql: """
                SELECT 1 FROM version INDEXED BY versionRecord
                WHERE situation = ? AND kind = ? AND id = ? LIMIT 1
                """)
        return try Int.fetchOne(
            statement, arguments: [journal.number, key.kind.rawValue, Coding.key(key.text)]) != nil
    }
}

/// By which hashes a document is to be known again.
package struct Story: Sendable {
    package let document: DocumentID
    package let keys: [UInt64]
    /// Those by which it is not to be known any more.
    package let forgotten: [UInt64]
    /// The hash of the entry that the text was made of, with the key among these that stands for the text.
    package let form: (entry: UInt64, text: UInt64)?

    package init(
        _ document: DocumentID, keys: [UInt64], forgotten: [UInt64] = [], form: (entry: UInt64, text: UInt64)? = nil
    ) {
        self.document = document
        self.keys = keys
        self.forgotten = forgotten
        self.form = form
    }

    func write(of journal: Journal) throws {
        for key in forgotten {
            try journal.database.cachedStatement(
                sql: "DELETE FROM story WHERE situation = ? AND key = ? AND document = ?"
            ).execute(arguments: [journal.number, Int64(bitPattern: key), Coding.key(document.text)])
        }
        let statement = try journal.database.cachedStatement(
            sql: "INSERT OR IGNORE INTO story (situation, key, document) VALUES (?, ?, ?)")
        for key in keys {
            try statement.execute(
                arguments: [journal.number, Int64(bitPattern: key), Coding.key(document.text)])
        }
        guard let form else { return }
        try journal.database.cachedStatement(
            sql: "INSERT OR REPLACE INTO form (situation, key, story) VALUES (?, ?, ?)"
        ).execute(
            arguments: [journal.number, Int64(bitPattern: form.entry), Int64(bitPattern: form.text)])
    }
}
