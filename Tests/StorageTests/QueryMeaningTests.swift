import QueryLanguage
import SituationModel
import Storage
import TestSupport
import Testing

/// What a query finds in the archive is what its predicate finds by asking every record, at any moment, however the pages
/// are cut.
@Suite struct QueryMeaningTests {
    private struct Expected {
        let id: String
        let sort: Int64
        let added: JournalOrder
    }

    @Test(arguments: 1...12)
    func searchingEqualsAskingEveryRecord(seed: UInt64) throws {
        let (archive, entries) = try Self.filled(seed: seed)
        var sampler = QuerySampler(seed: seed)
        let moments = [nil] + entries.shuffled(using: &sampler.generator).prefix(3).map { Optional($0.known) }
        for moment in moments {
            let situation = Fold.situation("test", from: entries, asOf: moment)
            for _ in 0..<40 {
                let query = sampler.query()
                let now = Instant(milliseconds: 1_729_300_000_000)
                let predicate = QueryPredicate(query, in: QueryContext(situation, now: now))
                var request = PageRequest(situation: "test", asOf: moment, query: query, now: now)
                request.limit = Int.random(in: 1...7, using: &sampler.generator)
                for kind in [RecordKey.Kind.document, .quote, .event] {
                    let expected = Self.expected(kind, in: situation, predicate).filter { id in
                        query.asks(for: "review") || situation[RecordKey(kind, id)]?.review?.verdict != .rejected
                    }
                    let found = try Self.walk(kind, request, archive)
                    #expect(
                        found == expected, "seed \(seed), \(kind), as of \(moment.map { "\($0)" } ?? "now"): \(query)")
                }
            }
        }
    }

    /// An archive with a random history.
    private static func filled(seed: UInt64) throws -> (archive: Archive, entries: [Entry]) {
        var sampler = FindingSampler(seed: seed)
        let archive = try Archive.temporary()
        var entries: [Entry] = []
        var added: [RecordKey: SituationModel.Record] = [:]
        for step in 0..<120 {
            let record = sampler.record()
            let change: Change
            if let before = added[record.key], sampler.generator.happens(oneIn: 4) {
                change = .remove(key: before.key)
                added[record.key] = nil
            } else if let before = added[record.key] {
                change = .revise(before: before, after: record)
                added[record.key] = record
            } else {
                change = .add(record: record)
                added[record.key] = record
            }
            let now = Instant(milliseconds: 1_728_950_000_000 + Int64(step) * 3_600_000)
            let known = sampler.generator.happens(oneIn: 6) ? now.advanced(byMilliseconds: -7_200_000) : nil
            entries += try archive.append(
                [Draft(situation: "test", author: Author("ada"), known: known, change: change)], at: now)
        }
        return (archive, entries)
    }

    // MARK: - Both ways

    private static func expected(
        _ kind: RecordKey.Kind, in situation: Situation, _ predicate: QueryPredicate
    ) -> [String] {
        let heads = Dictionary(
            situation.documents.inOrder.map { ($0.id, DocumentHead($0)) }, uniquingKeysWith: { first, _ in first })
        let records: [SituationModel.Record] =
            switch kind {
            case .document: situation.documents.inOrder.map { .document($0) }
            case .quote: situation.quotes.inOrder.map { .quote($0) }
            default: situation.events.inOrder.map { .event($0) }
            }
        return records.compactMap { record -> Expected? in
            guard let added = situation.added(record.key),
                let subject = QuerySubject(record, known: added.known, heads: heads), predicate.matches(subject)
            else { return nil }
            return Expected(id: record.key.text, sort: sort(record, added.known), added: added)
        }.sorted { $0.sort == $1.sort ? $0.added > $1.added : $0.sort > $1.sort }.map(\.id)
    }

    private static func sort(_ record: SituationModel.Record, _ known: Instant) -> Int64 {
        switch record {
        case .document(let document): document.received.milliseconds
        case .quote(let quote): (quote.said?.moment(nearest: known) ?? known).milliseconds
        case .event(let event): (event.when?.moment(nearest: known) ?? known).milliseconds
        default: 0
        }
    }

    private static func walk(_ kind: RecordKey.Kind, _ request: PageRequest, _ archive: Archive) throws -> [String] {
        var request = request
        var found: [String] = []
        while true {
            let page = try page(kind, request, archive)
            found += page.keys.map(\.id)
            guard page.hasOlder, let last = page.keys.last else { return found }
            request.position = .before(last)
        }
    }

    private static func page(_ kind: RecordKey.Kind, _ request: PageRequest, _ archive: Archive) throws -> Page<String>
    {
        func named<Value>(_ page: Page<Value>) -> Page<String> {
            Page(rows: page.keys.map(\.id), keys: page.keys, hasNewer: page.hasNewer, hasOlder: page.hasOlder)
        }
        return switch kind {
        case .document: named(try archive.documents(request))
        case .quote: named(try archive.quotes(request))
        default: named(try archive.events(request))
        }
    }
}
