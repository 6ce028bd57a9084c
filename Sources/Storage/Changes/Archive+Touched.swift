import Foundation
import GRDB
package import QueryLanguage
package import SituationModel

/// What has happened to a situation since an arrival.
package struct Touched: Sendable {
    /// The quotes, events and documents that may have another form now, each once.
    package var findings: [RecordKey] = []
    /// Whether any other record may: actors, sources, ladders.
    package var othersChanged = false
    /// The arrival to go on from.
    package var last: Int64
}

/// A quote, event or document in its present form, with what it rests on.
package struct PresentFinding: Sendable {
    package let key: RecordKey
    /// `nil` where it is not there any more, or has been rejected; documents come with their texts.
    package let subject: QuerySubject?
    /// When it was said, happened or came out; when it became known or came in, where that is not told.
    package let moment: Instant
}

extension Archive {
    /// What has been touched by entries that arrived behind one, undos and what they take back included.
    ///
    /// - Parameter limit: how many entries are looked at, at the most.
    package func touched(
        in situation: SituationID, after serial: Int64, limit: Int = 4_000
    ) throws(ArchiveError) -> Touched {
        try read { database in
            guard let journal = try Journal(of: situation, in: database) else { return Touched(last: serial) }
            let last = try Int64.fetchOne(
                database.cachedStatement(
                    sql: "SELECT max(serial) FROM (SELECT serial FROM entry WHERE serial > ? ORDER BY serial LIMIT ?)"),
                arguments: [serial, limit])
            var touched = Touched(last: last ?? serial)
            let subjects = try journal.subjects(touchedAfter: serial, upTo: touched.last)
            touched.findings = subjects.filter { RecordList($0.kind) != nil }
            touched.othersChanged = touched.findings.count < subjects.count
            return touched
        }
    }

    /// The present forms of findings.
    package func present(
        _ keys: [RecordKey], of situation: SituationID
    ) throws(ArchiveError) -> [PresentFinding] {
        try read(situation) { journal in
            var rows: [RecordKey: (record: SituationModel.Record, sort: Int64, added: Int64)] = [:]
            for list in RecordList.allCases {
                let ids = keys.filter { $0.kind == list.kind }.map { Coding.key($0.text) }
                guard !ids.isEmpty else { continue }
                let cursor = try Row.fetchCursor(
                    journal.database.cachedStatement(
                        sql: """
                            SELECT body, text, sort, addedKnown FROM \(list.table) INDEXED BY \(list.table)Record
                            WHERE situation = ? AND id IN (SELECT value FROM json_each(?))
                            AND untilKnown IS NULL AND NOT isRejected
                            """), arguments: [journal.number, try Coding.list(ids)])
                while let row = try cursor.next() {
                    guard let record = RecordBody(json: row[0], text: row[1]).record(of: list) else { continue }
                    rows[record.key] = (record, row[2], row[3])
                }
            }
            let heads = try Listing(journal: journal, asOf: nil, reader: nil)
                .heads(of: Set(rows.values.flatMap(\.record.documents)))
            return keys.map { key in
                guard let (record, sort, added) = rows[key] else {
                    return PresentFinding(key: key, subject: nil, moment: Instant(milliseconds: 0))
                }
                var moment = Instant(milliseconds: sort)
                // In its list a document stands by when it came in; what it tells took place about when it came out.
                if case .document(let document) = record, let published = document.published {
                    moment = published.moment(nearest: moment)
                }
                return PresentFinding(
                    key: key, subject: QuerySubject(record, known: Instant(milliseconds: added), heads: heads),
                    moment: moment)
            }
        }
    }

    /// The quotes, events and documents that answer a query. Names mean settled actors only: those that people made or
    /// confirmed.
    ///
    /// Cost: linear in what the index tells of the query.
    package func keys(answering query: Query, in situation: SituationID) throws(ArchiveError) -> [RecordKey] {
        var request = PageRequest(situation: situation, query: query, limit: 1_000)
        request.meansSettledActors = true
        var found: [RecordKey] = []
        found += try all(request, events).map { .event($0.value.id) }
        found += try all(request, quotes).map { .quote($0.value.id) }
        found += try all(request, documents).map { .document($0.value.id) }
        return found
    }

    /// The sources whose documents have come in since a moment.
    package func sources(
        deliveringSince moment: Instant, to situation: SituationID
    ) throws(ArchiveError)
        -> Set<SourceID>
    {
        try read(situation) { journal in
            let first = Place.second(of: moment.milliseconds, in: journal.number).lowerBound
            let last = Place.range(of: journal.number).upperBound
            let found = try String.fetchAll(
                journal.database.cachedStatement(
                    sql: """
                        SELECT DISTINCT json_extract(body, '$.source') FROM document
                        WHERE row BETWEEN ? AND ? AND untilKnown IS NULL
                        """), arguments: [first, last])
            return Set(found.map { SourceID($0) })
        }
    }

    private func all<Value>(
        _ request: PageRequest, _ read: (PageRequest) throws(ArchiveError) -> Page<Listed<Value>>
    ) throws(ArchiveError) -> [Listed<Value>] {
        var request = request
        var rows: [Listed<Value>] = []
        while true {
            let page = try read(request)
            rows += page.rows
            guard page.hasOlder, let next = page.stoppedOlder ?? page.keys.last else { return rows }
            request.position = .before(next)
        }
    }
}
