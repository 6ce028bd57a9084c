import Foundation
import GRDB
import SituationModel

/// Finds free places in the long lists.
///
/// Rows that sort by the same second stand in its slots in their exact order. They stand apart, so that rows that come later
/// fit between; where they do not, their neighbours move. Only where a second has more rows than slots, a row that comes out
/// of turn stands as near behind its place as there is room.
struct PlaceFinder {
    private let journal: Journal
    private var database: Database { journal.database }
    /// Places without a gap, as they were come upon last.
    private var fullRuns: [String: ClosedRange<Int64>] = [:]

    init(_ journal: Journal) {
        self.journal = journal
    }

    /// Slots from one row to the next where rows come in order, and in front of the first.
    private static let stride: Int64 = 16

    mutating func place(for order: RowOrder, in list: RecordList) throws -> Int64 {
        let columns = "row, sort, addedKnown, addedEntry, fromKnown, fromEntry"
        return try place(for: order, sort: order.sort, table: list.table, columns: columns) { row in
            guard let added = JournalOrder(known: row[2], id: row[3]),
                let from = JournalOrder(known: row[4], id: row[5])
            else { return nil }
            return RowOrder(sort: row[1], added: added, from: from)
        }
    }

    mutating func placeInLog(for order: JournalOrder) throws -> Int64 {
        try place(for: order, sort: order.known.milliseconds, table: "line", columns: "row, known, id") { row in
            JournalOrder(known: row[1], id: row[2])
        }
    }

    private mutating func place<Order: Comparable>(
        for order: Order, sort: Int64, table: String, columns: String, read: (Row) -> Order?
    ) throws -> Int64 {
        let slots = Place.second(of: sort, in: journal.number)
        let newest = try Row.fetchOne(
            try database.cachedStatement(
                sql: "SELECT \(columns) FROM \(table) WHERE row BETWEEN ? AND ? ORDER BY row DESC LIMIT 1"),
            arguments: [slots.lowerBound, slots.upperBound])
        guard let newest else { return slots.lowerBound + Self.stride }
        let last: Int64 = newest[0]
        if let lastOrder = read(newest), lastOrder < order {
            if last + Self.stride <= slots.upperBound { return last + Self.stride }
            return try free(behind: last, in: table)
        }
        // The first row that comes behind this one, by halving the slots.
        let atOrBehind = try database.cachedStatement(
            sql: "SELECT \(columns) FROM \(table) WHERE row >= ? ORDER BY row LIMIT 1")
        var low = slots.lowerBound
        var high = last
        while low < high {
            let middle = low + (high - low) / 2
            guard let row = try Row.fetchOne(atOrBehind, arguments: [middle]) else { break }
            if let other = read(row), other < order {
                low = row[0] + 1
            } else {
                high = middle
            }
        }
        let next = try Int64.fetchOne(atOrBehind, arguments: [low]) ?? last
        let previous =
            try Int64.fetchOne(
                try database.cachedStatement(sql: "SELECT max(row) FROM \(table) WHERE row BETWEEN ? AND ?"),
                arguments: [slots.lowerBound, next - 1]) ?? slots.lowerBound - 1
        if next - previous > 1 { return previous + (next - previous) / 2 }
        return try makeRoom(behind: previous, within: slots, in: table) ?? free(behind: previous, in: table)
    }

    // MARK: - Making room

    /// Moves the rows around a place apart, no further than needed, and answers with a free place behind it; `nil` where
    /// the second is too crowded for that.
    private mutating func makeRoom(
        behind previous: Int64, within slots: ClosedRange<Int64>, in table: String
    ) throws -> Int64? {
        var width: Int64 = 64
        while true {
            let low = max(slots.lowerBound, min(previous - width / 2, slots.upperBound - width + 1))
            let high = min(slots.upperBound, low + width - 1)
            let rows = try Int64.fetchAll(
                database.cachedStatement(sql: "SELECT row FROM \(table) WHERE row BETWEEN ? AND ? ORDER BY row"),
                arguments: [low, high])
            let size = high - low + 1
            guard Int64(rows.count) * 4 <= size else {
                if size > slots.upperBound - slots.lowerBound { return nil }
                width *= 4
                continue
            }
            // Even places for the rows and one more, which comes behind those up to `previous`.
            let count = Int64(rows.count) + 1
            var places = (0..<count).map { low + (2 * $0 + 1) * size / (2 * count) }
            let free = places.remove(at: rows.count { $0 <= previous })
            let moves = zip(rows, places).filter { $0 != $1 }
            fullRuns[table] = nil
            // By way of places that nothing ever stands at, since a new place may be another row's old one.
            for (row, _) in moves { try move(row, to: -row, in: table) }
            for (row, place) in moves { try move(-row, to: place, in: table) }
            return free
        }
    }

    private func move(_ row: Int64, to place: Int64, in table: String) throws {
        // The index is told of the first half of a move only where it leaves, of the second only where it arrives.
        if let list = RecordList(rawValue: table) {
            let found = try Row.fetchOne(
                database.cachedStatement(sql: "SELECT body, text FROM \(table) WHERE row = ?"), arguments: [row])
            let record = found.flatMap { RecordBody(json: $0[0], text: $0[1]).record(of: list) }
            try record.flatMap { IndexedWords($0) }.map { try moveWords($0, row, to: place, in: list.wordsTable) }
        } else {
            let serial = try Int64.fetchOne(
                database.cachedStatement(sql: "SELECT entry FROM line WHERE row = ?"), arguments: [row])
            let entry = try serial.flatMap { try journal.entry(serial: $0)?.entry }
            try entry.map { try moveWords(IndexedWords($0), row, to: place, in: "lineWords") }
        }
        try database.cachedStatement(sql: "UPDATE \(table) SET row = ? WHERE row = ?").execute(arguments: [place, row])
    }

    private func moveWords(_ words: IndexedWords, _ row: Int64, to place: Int64, in table: String) throws {
        if place < 0 {
            try WordIndex.delete(words, at: row, from: table, database)
        } else {
            try WordIndex.insert(words, at: place, in: table, database)
        }
    }

    /// The first place behind a row that is free.
    private mutating func free(behind row: Int64, in table: String) throws -> Int64 {
        var low = row + 1
        // What was found full once has stayed full: rows are only put in while places are looked for.
        if let run = fullRuns[table], run.contains(low) { low = run.upperBound + 1 }
        let start = low
        // A run of places without a gap ends before as many places as rows follow.
        var step: Int64 = 1
        while try isFull(start...(start + step - 1), in: table) { step *= 2 }
        var high = start + step - 1
        while low < high {
            let middle = low + (high - low) / 2
            if try isFull(start...middle, in: table) { low = middle + 1 } else { high = middle }
        }
        fullRuns[table] = (row + 1)...low
        return low
    }

    private func isFull(_ places: ClosedRange<Int64>, in table: String) throws -> Bool {
        let count = try Int64.fetchOne(
            try database.cachedStatement(sql: "SELECT count(*) FROM \(table) WHERE row BETWEEN ? AND ?"),
            arguments: [places.lowerBound, places.upperBound])
        return count == places.upperBound - places.lowerBound + 1
    }
}
