import QueryLanguage
import SituationModel
import TestSupport
import Testing

/// A gate lets through whatever answers.
@Suite struct QueryGateTests {
    @Test(arguments: 1...20)
    func whateverAnswersHasAKeyOfTheGate(seed: UInt64) throws {
        var queries = QuerySampler(seed: seed)
        var findings = FindingSampler(seed: seed)
        let actors = (0..<12).compactMap { _ in
            if case .actor(let actor) = findings.record() { actor } else { nil }
        }
        let context = QueryContext(now: Instant(milliseconds: 1_729_300_000_000), directory: ActorDirectory(actors))
        var answers = 0
        var shut = 0
        for _ in 0..<120 {
            let query = queries.query()
            let predicate = QueryPredicate(query, in: context)
            guard case .keys(let keys) = predicate.gate else { continue }
            let lengths = keys.compactMap { if case .word(let word) = $0 { word.count } else { nil } }
            for _ in 0..<40 {
                guard let subject = QuerySubject(findings.record(), known: context.now),
                    Query.incoming.contains(subject.kind)
                else { continue }
                var asked = AskedSubject(subject, in: context)
                let opens = !keys.isDisjoint(with: asked.gateKeys(wordLengths: Set(lengths).sorted()))
                let matches = predicate.matches(&asked)
                if matches { answers += 1 }
                if !opens { shut += 1 }
                #expect(opens || !matches, "seed \(seed): \(query) is answered by \(subject.record)")
            }
        }
        #expect(answers > 20, "too few answers to tell anything")
        #expect(shut > 20, "gates that are never shut spare nothing")
    }

    @Test(arguments: [
        ("in:30d", "column 4", "window"), ("event:aid since:yesterday", "column 17", "window"),
        ("state:reached", "column 1", "comes in"), ("", "column 1", "asks for nothing"),
        ("event:mobilise", "column 7", "mobilize"), ("mood:grim", "column 1", "no field"),
    ])
    func whatCannotBeWatchedForIsNamedWithItsPlace(text: String, place: String, words: String) {
        let error = #expect(throws: QueryError.self) { try Query(watching: text) }
        #expect(error?.description.hasPrefix(place) == true, "\(error?.description ?? "")")
        #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    }

    @Test func aQueryTellsFromWhichSourcesAnAnswerCouldCome() throws {
        let wire = Source(id: "wire", name: "Wire", family: "agency", reliability: .b)
        func could(_ text: String) throws -> Bool { try Query.parse(text).couldComeFrom(wire) }
        #expect(try could("troops event:mobilize"))
        #expect(try could("troops family:agency"))
        #expect(try could("family:other or reliability:b"))
        #expect(try !could("troops family:other"))
        #expect(try !could("outlet:daily"))
        #expect(try !could("reliability:a"))
    }
}
