import Foundation
import GRDB
package import QueryLanguage
package import SituationModel

extension Archive {
    /// Documents without their texts, those received last first.
    package func documents(_ request: PageRequest) throws(ArchiveError) -> Page<Listed<Document>> {
        try read(request.situation) { journal in
            try page(.document, request, journal) { row, journal in
                Coding.value(Document.self, from: row.body)
            }
        }
    }

    /// Quotes, those said last first; one without a date stands where it became known.
    package func quotes(_ request: PageRequest) throws(ArchiveError) -> Page<Listed<Quote>> {
        try read(request.situation) { journal in
            try page(.quote, request, journal) { row, _ in Coding.value(Quote.self, from: row.body) }
        }
    }

    /// Events, the latest first; one without a date stands where it became known.
    package func events(_ request: PageRequest) throws(ArchiveError) -> Page<Listed<Event>> {
        try read(request.situation) { journal in
            try page(.event, request, journal) { row, _ in Coding.value(Event.self, from: row.body) }
        }
    }

    private func page<Value: Resting>(
        _ list: RecordList, _ request: PageRequest, _ journal: Journal, decode: (ListedRow, Journal) -> Value?
    ) throws -> Page<Listed<Value>> {
        let predicate = try ContextReader(
            journal: journal, asOf: request.asOf, meansSettledActors: request.meansSettledActors
        )
        .predicate(for: request.query, now: request.now)
        let search = try SearchExpression(predicate, of: list, journal.database, actor: request.actor)
        let reader = ListReader(
            journal: journal, list: list, asOf: request.asOf, search: search,
            includesRejected: request.query.asks(for: "review"))
        var finder = RowFinder(reader, search.isExact ? nil : predicate)
        let slice = try PageSlice(request, list.kind) {
            try reader.place(of: $0)
        } rows: { direction, place, limit in
            try finder.rows(direction, of: place, limit: limit).map { ($0.row, $0) }
        }
        let values = slice.rows.compactMap { row in decode(row, journal).map { (row, $0) } }
        let listing = Listing(journal: journal, asOf: request.asOf, reader: request.reader)
        return Page(
            rows: try listing.listed(values, in: list), keys: values.map { PageKey(sort: $0.0.row, id: $0.0.id) },
            hasNewer: slice.hasNewer || finder.search.stopped[.newer] != nil,
            hasOlder: slice.hasOlder || finder.search.stopped[.older] != nil,
            stoppedNewer: finder.search.stopped[.newer],
            stoppedOlder: finder.search.stopped[.older])
    }
}

/// The rows of one page, however they are read.
struct PageSlice<Row> {
    /// Newest first.
    let rows: [Row]
    let hasNewer: Bool
    let hasOlder: Bool

    /// Reads a page.
    ///
    /// - Parameters:
    ///   - place: the place of the record of that name, where it is in the list.
    ///   - rows: the rows nearest to a place in one direction, in that direction's order, with their places.
    init(
        _ request: PageRequest, _ kind: RecordKey.Kind?, place: (String) throws -> Int64?,
        rows: (ListReader.Direction, Int64, Int) throws -> [(place: Int64, row: Row)]
    ) throws {
        let limit = max(1, request.limit)
        // One more than asked for tells whether there are more.
        switch request.position {
        case .newest:
            let older = try rows(.older, .max, limit + 1)
            self.init(older: older, limit: limit, hasNewer: false)
        case .oldest:
            let newer = try rows(.newer, .min, limit + 1)
            self.init(newer: newer, limit: limit, hasOlder: false)
        case .before(let key):
            let older = try rows(.older, key.sort, limit + 1)
            self.init(older: older, limit: limit, hasNewer: try !rows(.newer, key.sort &- 1, 1).isEmpty)
        case .after(let key):
            let newer = try rows(.newer, key.sort, limit + 1)
            self.init(newer: newer, limit: limit, hasOlder: try !rows(.older, key.sort &+ 1, 1).isEmpty)
        case .around(let key):
            guard key.kind == kind, let middle = try place(key.text) else {
                self.init(older: try rows(.older, .max, limit + 1), limit: limit, hasNewer: false)
                return
            }
            // The record itself counts among the older ones. Near an end of the list, the other side fills the page.
            let newer = try rows(.newer, middle, limit + 1)
            let older = try rows(.older, middle &+ 1, limit + 1)
            let olderCount = min(older.count, max(limit - limit / 2, limit - newer.count))
            let newerCount = min(newer.count, limit - olderCount)
            self.init(
                rows: (newer.prefix(newerCount).reversed() + older.prefix(olderCount)).map(\.row),
                hasNewer: newer.count > newerCount, hasOlder: older.count > olderCount)
        }
    }

    private init(older: [(place: Int64, row: Row)], limit: Int, hasNewer: Bool) {
        self.init(rows: older.prefix(limit).map(\.row), hasNewer: hasNewer, hasOlder: older.count > limit)
    }

    private init(newer: [(place: Int64, row: Row)], limit: Int, hasOlder: Bool) {
        self.init(rows: newer.prefix(limit).reversed().map(\.row), hasNewer: newer.count > limit, hasOlder: hasOlder)
    }

    private init(rows: [Row], hasNewer: Bool, hasOlder: Bool) {
        (self.rows, self.hasNewer, self.hasOlder) = (rows, hasNewer, hasOlder)
    }
}
