import Foundation
import GRDB
import SituationModel

/// The journal of one situation, as the `entry` table holds it.
struct Journal {
    let database: Database
    let situation: SituationID
    /// The situation's number in this archive.
    let number: Int64

    /// An entry, and when it arrived at this archive, counted from 1.
    struct Row {
        let serial: Int64
        let entry: Entry
        /// The record that the entry adds, as its row will hold it, where it has just been written.
        var body: RecordBody?
    }

    /// The journal of a situation that the archive holds.
    init?(of situation: SituationID, in database: Database) throws {
        let statement = try database.cachedStatement(sql: "SELECT number FROM situation WHERE id = ?")
        guard let number = try Int64.fetchOne(statement, arguments: [Coding.key(situation.text)]) else { return nil }
        (self.database, self.situation, self.number) = (database, situation, number)
    }

    /// The journal of a situation, which gets a number where it has none yet.
    init(openedFor situation: SituationID, in database: Database, path: String) throws {
        if let journal = try Journal(of: situation, in: database) {
            self = journal
            return
        }
        let greatest = try Int64.fetchOne(database, sql: "SELECT max(number) FROM situation") ?? 0
        guard greatest < Place.greatestSituation else {
            throw ArchiveError.tooManySituations(path: path, limit: Int(Place.greatestSituation))
        }
        number = greatest + 1
        self.database = database
        self.situation = situation
        try database.execute(
            sql: "INSERT INTO situation (number, id) VALUES (?, ?)", arguments: [number, Coding.key(situation.text)])
    }

    // MARK: - Writing

    /// Puts an entry in; answers with its row, or `nil` where the journal has it already.
    func insert(_ entry: Entry) throws -> Row? {
        let change = try EncodedChange(entry.change)
        let subject = entry.change.subject ?? entry.change.noteSubject
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO entry (id, situation, known, origin, author, authorKind, batch, kind, subjectKind, subject,
                    target, change)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO NOTHING
                """)
        try statement.execute(arguments: [
            Coding.bytes(of: entry.id), number, entry.known.milliseconds, entry.origin, entry.author.name,
            entry.author.kind.rawValue, entry.batch.map(Coding.bytes), entry.change.kind.rawValue,
            subject?.kind.rawValue, subject.map { Coding.key($0.text) }, entry.change.target.map(Coding.bytes),
            change.text,
        ])
        guard database.changesCount > 0 else { return nil }
        return Row(serial: database.lastInsertedRowID, entry: entry, body: change.body)
    }

    // MARK: - Reading

    /// The columns that ``row(_:)`` reads.
    static let columns = "serial, id, known, origin, author, authorKind, batch, change"

    /// An entry from its columns; `nil` where this version of the program does not know what it says.
    func row(_ row: GRDB.Row) -> Row? {
        guard let id = Coding.entryID(row[1]), let kind = Author.Kind(rawValue: row[5]),
            let change = Coding.value(Change.self, from: row[7])
        else { return nil }
        let batch: Data? = row[6]
        let entry = Entry(
            id: id, origin: row[3], situation: situation, author: Author(row[4], kind: kind),
            known: Instant(milliseconds: row[2]), batch: batch.flatMap(Coding.entryID), change: change)
        return Row(serial: row[0], entry: entry)
    }

    private func rows(_ condition: String, _ arguments: StatementArguments) throws -> [Row] {
        let statement = try database.cachedStatement(sql: "SELECT \(Self.columns) FROM entry WHERE \(condition)")
        var rows: [Row] = []
        let cursor = try GRDB.Row.fetchCursor(statement, arguments: arguments)
        while let next = try cursor.next() {
            if let row = row(next) { rows.append(row) }
        }
        return rows
    }

    /// Every entry, in no particular order.
    func all() throws -> [Row] { try rows("situation = ?", [number]) }

    /// Some of the entries in the order of the journal, those that cannot be read without their row.
    func page(behind key: (known: Int64, id: Data)?, limit: Int) throws -> [(key: (known: Int64, id: Data), row: Row?)]
    {
        let statement = try database.cachedStatement(
            sql: """
                SELECT \(Self.columns) FROM entry WHERE situation = ? AND (known, id) > (?, ?)
                ORDER BY known, id LIMIT ?
                """)
        let rows = try GRDB.Row.fetchAll(
            statement, arguments: [number, key?.known ?? .min, key?.id ?? Data(), limit])
        return rows.map { (($0[2], $0[1]), row($0)) }
    }

    func entry(_ id: EntryID) throws -> Row? {
        try rows("id = ? AND situation = ?", [Coding.bytes(of: id), number]).first
    }

    /// The entry that arrived with this serial number.
    func entry(serial: Int64) throws -> Row? {
        try rows("serial = ? AND situation = ?", [serial, number]).first
    }

    /// The entries made together with this one, by one act.
    func members(ofBatch id: EntryID) throws -> [Row] {
        try rows("batch = ? AND situation = ?", [Coding.bytes(of: id), number])
    }

    /// The undos that take this very entry back.
    func undos(of id: EntryID) throws -> [Row] {
        try rows("target = ? AND situation = ?", [Coding.bytes(of: id), number])
    }

    /// The entries that touch a record or are about it, in no particular order.
    func entries(touching key: RecordKey) throws -> [Row] {
        try rows(
            "situation = ? AND subjectKind = ? AND subject = ?", [number, key.kind.rawValue, Coding.key(key.text)])
    }

    /// The latest entries that touch a record or are about it, as of a moment, newest first.
    func latest(touching key: RecordKey, asOf: Instant?, limit: Int) throws -> [Row] {
        try rows(
            """
            situation = ? AND subjectKind = ? AND subject = ? AND known <= ? ORDER BY known DESC, id DESC LIMIT ?
            """,
            [number, key.kind.rawValue, Coding.key(key.text), asOf?.milliseconds ?? .max, limit])
    }

    /// The latest entries of an author, newest first; those made as part of a batch left out.
    func latest(by author: Author, limit: Int) throws -> [Row] {
        try rows(
            """
            situation = ? AND author = ? AND authorKind = ? AND batch IS NULL ORDER BY known DESC, id DESC LIMIT ?
            """,
            [number, author.name, author.kind.rawValue, limit])
    }

    /// Whether no other entry than one touches a record.
    func isAlone(on key: RecordKey) throws -> Bool {
        let statement = try database.cachedStatement(
            sql: "SELECT serial FROM entry WHERE situation = ? AND subjectKind = ? AND subject = ? LIMIT 2")
        return try Int64.fetchAll(statement, arguments: [number, key.kind.rawValue, Coding.key(key.text)]).count == 1
    }
}

extension Change {
    /// What the `entry` table calls the change; the same word that its JSON begins with.
    enum Kind: String, CaseIterable {
        case add, revise, remove, move, read, note, batch, undo
    }

    var kind: Kind {
        switch self {
        case .add: .add
        case .revise: .revise
        case .remove: .remove
        case .move: .move
        case .read: .read
        case .note: .note
        case .batch: .batch
        case .undo: .undo
        }
    }

    /// The entry that the change takes back.
    var target: EntryID? {
        guard case .undo(let target) = self else { return nil }
        return target
    }

    /// The record that a note is about.
    var noteSubject: RecordKey? {
        guard case .note(_, let about) = self else { return nil }
        return about
    }

    /// Whether the log shows the entry even where it was made as one of a batch.
    var isOfNoteInBatch: Bool { kind == .move || kind == .note }
}
