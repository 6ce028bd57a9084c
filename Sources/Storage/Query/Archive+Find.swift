import Foundation
package import QueryLanguage
package import SituationModel

/// Something that answers a query.
package struct Found: Sendable {
    package let record: SituationModel.Record
    /// The rung of the record, a ladder, where that is what answers, and how far it has been taken.
    package let rung: (rung: Rung, state: Rung.State)?
    /// The documents it rests on.
    package let documents: [DocumentID: DocumentHead]

    init(
        _ record: SituationModel.Record, rung: (rung: Rung, state: Rung.State)? = nil,
        documents: [DocumentID: DocumentHead] = [:]
    ) {
        (self.record, self.rung, self.documents) = (record, rung, documents)
    }
}

extension Archive {
    /// All that answers a query, of every kind: actors, publications, relations, ladders and rungs in their own order, then
    /// events, quotes and documents, the latest first. Documents come without their texts.
    ///
    /// Searches to the end, however long that takes, unless there is enough of a kind before.
    ///
    /// - Parameters:
    ///   - now: what relative dates are reckoned from; the moment asked about when `nil`, or the present.
    ///   - limit: how many of each kind at the most.
    package func find(
        _ query: Query, in situation: SituationID, asOf: Instant? = nil, now: Instant? = nil, limit: Int
    ) throws(ArchiveError) -> [Found] {
        var found = try findInOutline(query, in: situation, asOf: asOf, now: now, limit: limit)
        let request = PageRequest(situation: situation, asOf: asOf, query: query, now: now, limit: limit)
        found += try all(request, events).map { Found(.event($0.value), documents: $0.documents) }
        found += try all(request, quotes).map { Found(.quote($0.value), documents: $0.documents) }
        found += try all(request, documents).map { Found(.document($0.value)) }
        return found
    }

    /// Reads on where a page stops before it is full.
    private func all<Value>(
        _ request: PageRequest, _ read: (PageRequest) throws(ArchiveError) -> Page<Listed<Value>>
    ) throws(ArchiveError) -> [Listed<Value>] {
        var request = request
        var rows: [Listed<Value>] = []
        while true {
            let page = try read(request)
            rows += page.rows
            guard rows.count < request.limit, let stopped = page.stoppedOlder else {
                return Array(rows.prefix(request.limit))
            }
            request.position = .before(stopped)
        }
    }

    /// What answers a query of that which is small and read whole: actors, publications, relations, ladders and rungs, in their own
    /// order.
    ///
    /// - Parameter limit: how many of each kind at the most.
    package func findInOutline(
        _ query: Query, in situation: SituationID, asOf: Instant? = nil, now: Instant? = nil, limit: Int
    ) throws(ArchiveError) -> [Found] {
        let outline = try outline(of: situation, asOf: asOf)
        let predicate: QueryPredicate = try read(situation) { journal in
            try ContextReader(journal: journal, asOf: asOf).predicate(for: query, now: now, outline: outline)
        }
        let records: [[SituationModel.Record]] = [
            outline.actors.inOrder.map { .actor($0) }, outline.sources.inOrder.map { .source($0) },
            outline.relations.inOrder.map { .relation($0) }, outline.ladders.inOrder.map { .ladder($0) },
        ]
        let heads = try heads(of: Set(records.joined().flatMap(\.documents)), in: situation, asOf: asOf)
        var found: [Found] = []
        for kind in records {
            let answering = kind.lazy.filter { record in
                let known = outline.added(record.key)?.known ?? Instant(milliseconds: 0)
                return QuerySubject(record, known: known, heads: heads).map(predicate.matches) ?? false
            }
            found += answering.prefix(limit).map { record in
                let own = Set(record.documents)
                return Found(record, documents: heads.filter { own.contains($0.key) })
            }
        }
        let rungs = outline.ladders.inOrder.lazy.flatMap { ladder in ladder.rungs.lazy.map { (ladder, $0) } }
        found += rungs.filter { predicate.matches(QuerySubject($0.1, of: $0.0)) }.prefix(limit).map { ladder, rung in
            Found(.ladder(ladder), rung: (rung, outline.state(of: RungKey(ladder.id, rung.id))))
        }
        return found
    }
}
