import QueryLanguage
import SituationModel
import Storage
import TestSupport
import Testing

/// Pages, walked along in every direction, give just what filtering and sorting the whole situation gives.
@Suite struct PagingTests {
    private struct Expected {
        let id: String
        let sort: Int64
        let added: JournalOrder
        let text: String
        let actors: Set<ActorID>

        /// Newest first.
        static func isBefore(_ left: Self, _ right: Self) -> Bool {
            left.sort == right.sort ? left.added > right.added : left.sort > right.sort
        }
    }

    private enum List: CaseIterable {
        case documents, quotes, events

        func expected(_ situation: Situation) -> [Expected] {
            let rows: [Expected] =
                switch self {
                case .documents:
                    situation.documents.inOrder.compactMap { document in
                        situation.documents.added(document.id).map {
                            Expected(
                                id: document.id.text, sort: document.received.milliseconds, added: $0,
                                text: document.title + "\n" + document.text, actors: [])
                        }
                    }
                case .quotes:
                    situation.quotes.inOrder.compactMap { quote in
                        situation.quotes.added(quote.id).map {
                            let title = [quote.speakerDescription, quote.speaker?.text, quote.venue].compactMap(\.self)
                            return Expected(
                                id: quote.id.text,
                                sort: (quote.said?.moment(nearest: $0.known) ?? $0.known).milliseconds, added: $0,
                                text: (title + quote.about.map(\.text) + [quote.text]).joined(separator: "\n"),
                                actors: Set([quote.speaker].compactMap(\.self) + quote.about))
                        }
                    }
                case .events:
                    situation.events.inOrder.compactMap { event in
                        situation.events.added(event.id).map {
                            let title = [
                                event.source?.text, event.target?.text, event.category.rawValue, event.mode.rawValue,
                            ]
                            return Expected(
                                id: event.id.text,
                                sort: (event.when?.moment(nearest: $0.known) ?? $0.known).milliseconds, added: $0,
                                text: (title.compactMap(\.self) + [event.summary]).joined(separator: "\n"),
                                actors: Set(
                                    ([event.source, event.target] + event.accounts.map(\.by)).compactMap(\.self)))
                        }
                    }
                }
            return rows.sorted(by: Expected.isBefore)
        }

        func key(_ id: String) -> RecordKey {
            switch self {
            case .documents: .document(DocumentID(id))
            case .quotes: .quote(QuoteID(id))
            case .events: .event(EventID(id))
            }
        }

        func page(_ request: PageRequest, _ archive: Archive) throws -> Page<String> {
            switch self {
            case .documents:
                let page = try archive.documents(request)
                return Page(page, page.rows.map(\.value.id.text))
            case .quotes:
                let page = try archive.quotes(request)
                return Page(page, page.rows.map(\.value.id.text))
            case .events:
                let page = try archive.events(request)
                return Page(page, page.rows.map(\.value.id.text))
            }
        }
    }

    @Test(arguments: 1...25)
    func pagesEqualWhatFilteringTheWholeGives(seed: UInt64) throws {
        var sampler = JournalSampler(seed: seed, recordsOfAKind: 25)
        let entries = sampler.journal(length: 250)
        let archive = try Archive.temporary()
        var waiting = entries.shuffled(using: &sampler.generator)
        while !waiting.isEmpty {
            let portion = Array(waiting.prefix(Int.random(in: 1...60, using: &sampler.generator)))
            try archive.receive(portion)
            waiting.removeFirst(portion.count)
        }
        let moments = [nil] + entries.shuffled(using: &sampler.generator).prefix(4).map { Optional($0.known) }
        let queries = [
            "", "troops", "tro", "t", "-troops", "troops -training", "-troops -cafe", "\"far east\"",
            "far-east or weapons",
            "서울", "дро", "łodz", "cafe", "1,500", "nothinglikeit", "-nothinglikeit", "actor", "escalat",
            "weapons or -troops",
        ]
        for moment in moments {
            let situation = Fold.situation(sampler.situation, from: entries, asOf: moment)
            for list in List.allCases {
                let all = list.expected(situation)
                for text in queries {
                    let query = Query(text)
                    let context = Context(seed: seed, list: "\(list)", moment: moment, query: text)
                    let expected = all.filter { query.matches($0.text) }.map(\.id)
                    var request = PageRequest(situation: sampler.situation, asOf: moment, query: query)
                    request.limit = Int.random(in: 1...9, using: &sampler.generator)
                    try expectWalks(expected, list, request, archive, context)
                }
                let actor = ActorID("actor-\(Int.random(in: 1...3, using: &sampler.generator))")
                if list != .documents {
                    let request = PageRequest(
                        situation: sampler.situation, asOf: moment, query: Query("-troops"), actor: actor, limit: 5)
                    let expected = all.filter { $0.actors.contains(actor) && Query("-troops").matches($0.text) }.map(
                        \.id)
                    let context = Context(seed: seed, list: "\(list)", moment: moment, query: "concerning \(actor)")
                    try expectWalks(expected, list, request, archive, context)
                }
                let counts = try archive.tally(of: sampler.situation, asOf: moment)
                #expect([counts.documents, counts.quotes, counts.events].contains(all.count))
                switch list {
                case .documents: #expect(counts.documents == all.count)
                case .quotes: #expect(counts.quotes == all.count)
                case .events: #expect(counts.events == all.count)
                }
                #expect(counts.entries == entries.count { $0.known <= moment ?? Instant(milliseconds: .max) })
            }
        }
    }

    private struct Context: CustomStringConvertible {
        let seed: UInt64
        let list: String
        let moment: Instant?
        let query: String

        var description: String { "seed \(seed), \(list), as of \(moment?.description ?? "now"), ‘\(query)’" }
    }

    private func expectWalks(
        _ expected: [String], _ list: List, _ request: PageRequest, _ archive: Archive, _ context: Context
    ) throws {
        var request = request
        // From the newest to the oldest.
        var walked: [String] = []
        request.position = .newest
        var page = try list.page(request, archive)
        #expect(!page.hasNewer, "\(context)")
        walked += page.rows
        while page.hasOlder, let last = page.keys.last, walked.count <= expected.count {
            request.position = .before(last)
            page = try list.page(request, archive)
            #expect(page.hasNewer && !page.rows.isEmpty, "\(context)")
            walked += page.rows
        }
        #expect(walked == expected, "\(context)")
        // And back.
        walked = []
        request.position = .oldest
        page = try list.page(request, archive)
        #expect(!page.hasOlder, "\(context)")
        walked = page.rows
        while page.hasNewer, let first = page.keys.first, walked.count <= expected.count {
            request.position = .after(first)
            page = try list.page(request, archive)
            #expect(page.hasOlder && !page.rows.isEmpty, "\(context)")
            walked = page.rows + walked
        }
        #expect(walked == expected, "\(context)")
        // Around one of them.
        guard let middle = expected.indices.randomElement(), request.query == .everything else { return }
        request.position = .around(list.key(expected[middle]))
        page = try list.page(request, archive)
        #expect(page.rows.contains(expected[middle]), "\(context)")
        #expect(page.rows.count == min(request.limit, expected.count), "\(context)")
        if let first = page.rows.first, let start = expected.firstIndex(of: first) {
            #expect(Array(expected.dropFirst(start).prefix(page.rows.count)) == page.rows, "\(context)")
            #expect(page.hasNewer == (start > 0), "\(context)")
            #expect(page.hasOlder == (start + page.rows.count < expected.count), "\(context)")
        }
        request.position = .around(list.key("not there"))
        #expect(try list.page(request, archive).rows == Array(expected.prefix(request.limit)), "\(context)")
    }

    @Test func rowsOfOneMomentThatComeOutOfTurnStandInOrder() throws {
        // Each is known a millisecond before the one that was written before it, or halfway between others.
        let archive = try Archive.temporary()
        var generator = SeededGenerator(seed: 5)
        let order = Array(0..<600).shuffled(using: &generator)
        for number in order {
            let event = Event(
                id: EventID("event-\(number)"), source: nil, category: .aid, target: nil, summary: "\(number)",
                when: DateExpression("2024-10-18"))
            try archive.append(
                [Sample.draft(.add(record: .event(event)), known: Instant(milliseconds: Int64(number)))], at: Sample.now
            )
        }
        let page = try archive.events(PageRequest(situation: "test", limit: 1_000))
        #expect(page.rows.map(\.value.summary) == (0..<600).reversed().map(String.init))
        let log = try archive.log(PageRequest(situation: "test", limit: 1_000))
        #expect(log.rows.map(\.entry.known.milliseconds) == (0..<600).reversed())
        #expect(try archive.check() == [])
        #expect(try archive.rebuild().isEqual)
        #expect(try archive.events(PageRequest(situation: "test", query: Query("aid"), limit: 1_000)).rows.count == 600)
    }

    @Test func moreRowsOfOneMomentThanItHasPlacesStandInOrderAllTheSame() throws {
        let archive = try Archive.temporary()
        let day = DateExpression("2024-10-18")
        let count = 9_000
        for start in stride(from: 0, to: count, by: 3_000) {
            try archive.append(
                (start..<start + 3_000).map { number in
                    Sample.draft(
                        .add(
                            record: .event(
                                Event(
                                    id: EventID("event-\(number)"), source: nil, category: .aid, target: nil,
                                    summary: "\(number)", when: day))))
                }, at: Sample.now)
        }
        let page = try archive.events(PageRequest(situation: "test", limit: count + 1))
        #expect(page.rows.map(\.value.summary) == (0..<count).reversed().map(String.init))
    }
}

extension Page where Row == String {
    fileprivate init<Value>(_ page: Page<Listed<Value>>, _ ids: [String]) {
        self.init(rows: ids, keys: page.keys, hasNewer: page.hasNewer, hasOlder: page.hasOlder)
    }
}
