import SituationModel
import Storage
import TestSupport
import Testing
import Warning
import Watch

@Suite struct TrafficBookTests {
    /// After any changes, at any moment, the traffic that is kept up is the one of the situation as it then is.
    @Test(arguments: 1...25)
    func keptUpIsReadAnew(seed: UInt64) throws {
        var sampler = JournalSampler(seed: seed, recordsOfAKind: 6)
        let archive = try Archive.temporary()
        let entries = sampler.journal(length: 260).map { $0.stirred(by: &sampler.generator) }
        let present = Instant(milliseconds: 1_729_100_000_000)
        var book = TrafficBook(of: sampler.situation)
        for start in stride(from: 0, to: entries.count, by: 9) {
            let part = entries[start..<min(start + 9, entries.count)]
            try archive.receive(Array(part).shuffled(using: &sampler.generator))
            let asOf =
                sampler.generator.happens(oneIn: 2)
                ? nil : entries[Int.random(in: 0..<min(start + 9, entries.count), using: &sampler.generator)].known
            try book.update(from: archive, asOf: asOf, at: present)
            let anew = Self.traffic(
                of: try archive.situation(sampler.situation, asOf: asOf), until: (asOf ?? present).day)
            #expect(book.traffic.span == anew.span, "seed \(seed), entry \(start)")
            #expect(
                book.traffic.counts(from: nil, to: nil) == anew.counts(from: nil, to: nil), "seed \(seed), \(start)")
            #expect(book.traffic.pairs == anew.pairs, "seed \(seed), entry \(start)")
            for pair in anew.pairs {
                #expect(book.traffic.history(of: [pair]) == anew.history(of: [pair]), "seed \(seed), \(start)")
            }
        }
    }

    private static func traffic(of situation: Situation, until day: CalendarDay) -> Traffic {
        var traffic = Traffic()
        traffic.put(
            Dictionary(uniqueKeysWithValues: situation.actors.inOrder.map { ($0.id, ActorTie?.some(ActorTie($0))) }))
        for event in situation.events.inOrder {
            guard let known = situation.events.added(event.id)?.known else { continue }
            traffic.put(Deed(event, known: known), for: event.id)
        }
        traffic.collected(in: Set(situation.documents.inOrder.map { Week($0.received.day) }), until: day)
        return traffic
    }

    @Test func aRejectionTakesAnEventOutAndAnUndoBringsItBack() throws {
        let archive = try Archive.temporary()
        let now = Instant(milliseconds: 1_729_760_000_000)
        var event = Event(id: "e", source: "a", category: .assault, target: "b", summary: "", review: Review(rule: "r"))
        try archive.append(
            [Draft(situation: "test", author: Author("ada"), change: .add(record: .event(event)))], at: now)
        var book = TrafficBook(of: "test")
        func count() throws -> Int {
            try book.update(from: archive, asOf: nil, at: now.advanced(byMilliseconds: 60_000))
            return book.traffic.counts(from: nil, to: nil).values.reduce(0) { $0 + $1.total }
        }
        #expect(try count() == 1)
        let before = event
        event.review = event.review?.decided(.rejected, by: "ada", at: now)
        let written = try archive.append(
            [
                Draft(
                    situation: "test", author: Author("ada"),
                    change: .revise(before: .event(before), after: .event(event)))
            ], at: now.advanced(byMilliseconds: 1_000))
        #expect(try count() == 0)
        let entry = try #require(written.first)
        try archive.append(
            [Draft(situation: "test", author: Author("ada"), change: .undo(entry: entry.id))],
            at: now.advanced(byMilliseconds: 2_000))
        #expect(try count() == 1)
        try book.update(from: archive, asOf: now.advanced(byMilliseconds: 1_500), at: now)
        #expect(book.traffic.pairs.isEmpty)
    }
}

extension Entry {
    /// The same entry with other actors, deeds and ties in what it changes.
    fileprivate func stirred(by generator: inout SeededGenerator) -> Entry {
        let stirred: Change =
            switch change {
            case .add(let record): .add(record: record.stirred(by: &generator))
            case .revise(let before, let after):
                .revise(before: before.stirred(by: &generator), after: after.stirred(by: &generator))
            default: change
            }
        return Entry(
            id: id, origin: origin, situation: situation, author: author, known: known, batch: batch, change: stirred)
    }
}

extension Record {
    fileprivate func stirred(by generator: inout SeededGenerator) -> Record {
        func actor() -> ActorID? {
            generator.happens(oneIn: 8) ? nil : ActorID("actor-\(Int.random(in: 1...6, using: &generator))")
        }
        switch self {
        case .event(var event):
            event.source = actor()
            event.target = actor()
            event.category = generator.pick(Event.Category.allCases)
            event.mode = generator.pick(Event.Mode.allCases)
            if generator.happens(oneIn: 3) {
                event.review = Review(rule: "r").decided(
                    generator.pick([.rejected, .confirmed]), by: "ada", at: Instant(milliseconds: 0))
            }
            if generator.happens(oneIn: 3) { event.when = DateExpression("2040") }
            return .event(event)
        case .actor(var value):
            value.affiliation = actor()
            value.kind = generator.pick([.state, .person, .force])
            return .actor(value)
        case .document(var document):
            let weeks = Int64.random(in: 0...20, using: &generator) * 7
            document.received = document.received.advanced(byMilliseconds: -weeks * Instant.millisecondsADay)
            return .document(document)
        default: return self
        }
    }
}
