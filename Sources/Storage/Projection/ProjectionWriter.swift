import Foundation
import GRDB
import SituationModel

/// Writes the rows of the projections, and keeps count of them.
struct ProjectionWriter {
    private let journal: Journal
    private var database: Database { journal.database }
    private var places: PlaceFinder
    private var counts = Counts()
    /// The earliest moment at which anything in a stretch of a list was known, as far as it was written here.
    private var reach: [RecordList: [Int64: Int64]] = [:]

    init(_ journal: Journal) {
        self.journal = journal
        places = PlaceFinder(journal)
    }

    // MARK: - Records

    mutating func insert(_ form: ProjectedForm) throws {
        if let list = RecordList(form.record.key.kind) {
            try insert(form, into: list)
        } else {
            try insertSmall(form)
        }
    }

    /// Puts these forms of a record in the place of all that were there.
    mutating func replace(_ key: RecordKey, with forms: [ProjectedForm]) throws {
        if let list = RecordList(key.kind) {
            try deleteAll(of: key, from: list)
        } else {
            let statement = try database.cachedStatement(
                sql: "DELETE FROM version WHERE situation = ? AND kind = ? AND id = ?")
            try statement.execute(arguments: [journal.number, key.kind.rawValue, Coding.key(key.text)])
        }
        for form in forms { try insert(form) }
    }

    private func insertSmall(_ form: ProjectedForm) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO version (situation, kind, id, fromKnown, fromEntry, untilKnown, addedKnown, addedEntry,
                    isProposed, body)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            journal.number, form.record.key.kind.rawValue, Coding.key(form.record.key.text),
            form.from.known.milliseconds, Coding.bytes(of: form.from.id), form.until?.milliseconds,
            form.added.known.milliseconds, Coding.bytes(of: form.added.id),
            form.record.review.map { $0.verdict != .confirmed } ?? false, try form.encoded().json,
        ])
    }

    private mutating func insert(_ form: ProjectedForm, into list: RecordList) throws {
        let sort = form.record.sortKey(added: form.added)
        let row = try places.place(
            for: RowOrder(sort: sort, added: form.added, from: form.from), in: list)
        let body = try form.encoded()
        let isRejected = form.record.review?.verdict == .rejected
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO \(list.table) (row, situation, id, sort, fromKnown, fromEntry, fromSerial, untilKnown,
                    addedKnown, addedEntry, isRejected, body, text)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            row, journal.number, Coding.key(form.record.key.text), sort, form.from.known.milliseconds,
            Coding.bytes(of: form.from.id), form.fromSerial, form.until?.milliseconds, form.added.known.milliseconds,
            Coding.bytes(of: form.added.id), isRejected, body.json, body.text,
        ])
        if let words = IndexedWords(form.record) {
            try WordIndex.insert(words, at: row, in: list.wordsTable, database)
        }
        let stretch = Place.stretch(of: row)
        reach[list, default: [:]][stretch] = min(
            reach[list]?[stretch] ?? .max, form.from.known.milliseconds)
        if !isRejected { counts.change(list.rawValue, from: form.from.known, until: form.until, by: 1) }
    }

    private mutating func deleteAll(of key: RecordKey, from list: RecordList) throws {
        let statement = try database.cachedStatement(
            sql:
                "SELECT row, untilKnown, body, text, fromKnown, isRejected FROM \(list.table) WHERE situation = ? AND id = ?"
        )
        let rows = try Row.fetchAll(statement, arguments: [journal.number, Coding.key(key.text)])
        for row in rows {
            let place: Int64 = row[0]
            let body = RecordBody(json: row[2], text: row[3])
            if let record = body.record(of: list), let words = IndexedWords(record) {
                try WordIndex.delete(words, at: place, from: list.wordsTable, database)
            }
            try database.cachedStatement(sql: "DELETE FROM \(list.table) WHERE row = ?").execute(arguments: [place])
            guard row[5] == false else { continue }
            let until: Int64? = row[1]
            counts.change(
                list.rawValue, from: Instant(milliseconds: row[4]), until: until.map(Instant.init(milliseconds:)),
                by: -1)
        }
    }

    // MARK: - Judgements and notes

    func replaceStanding(_ row: Journal.Row, with periods: [Fold.Period]) throws {
        try database.cachedStatement(sql: "DELETE FROM standing WHERE entry = ?").execute(arguments: [row.serial])
        let statement = try database.cachedStatement(
            sql: "INSERT INTO standing (entry, situation, fromKnown, untilKnown, indicator) VALUES (?, ?, ?, ?, ?)")
        var indicator: String?
        if case .read(let key, _) = row.entry.change { indicator = Coding.key(key.description) }
        for period in periods where period.until?.known != period.from.known {
            try statement.execute(arguments: [
                row.serial, journal.number, period.from.known.milliseconds, period.until?.known.milliseconds,
                indicator,
            ])
        }
    }

    // MARK: - The log

    /// Counts an entry, and gives it its line in the log where it is to have one.
    mutating func addLine(_ row: Journal.Row) throws {
        let entry = row.entry
        counts.change(Counts.entries, from: entry.known, until: nil, by: 1)
        guard entry.batch == nil || entry.change.isOfNoteInBatch else { return }
        let place = try places.placeInLog(for: entry.order)
        let statement = try database.cachedStatement(
            sql: "INSERT INTO line (row, entry, known, id) VALUES (?, ?, ?, ?)")
        try statement.execute(arguments: [place, row.serial, entry.known.milliseconds, Coding.bytes(of: entry.id)])
        try WordIndex.insert(IndexedWords(entry), at: place, in: "lineWords", database)
    }

    // MARK: - Counts

    /// Writes what has been gathered about the lists as wholes.
    mutating func finish() throws {
        for (list, stretches) in reach {
            let statement = try database.cachedStatement(
                sql: """
                    INSERT INTO reach (list, stretch, earliest) VALUES (?, ?, ?)
                    ON CONFLICT (list, stretch) DO UPDATE SET earliest = min(earliest, excluded.earliest)
                    """)
            for (stretch, earliest) in stretches {
                try statement.execute(arguments: [list.rawValue, stretch, earliest])
            }
        }
        reach = [:]
        try counts.write(of: journal)
    }
}
