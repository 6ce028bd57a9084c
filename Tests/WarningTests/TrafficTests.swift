import SituationModel
import TestSupport
import Testing
import Warning

@Suite struct TrafficTests {
    private static let start = CalendarDay(daysSince1970: 19_002)

    private func deed(
        _ source: ActorID, _ target: ActorID, _ quad: Event.Quad = .materialConflict, day: Int = 0
    ) -> Deed {
        Deed(source: source, target: target, quad: quad, day: Self.start.adding(days: day))
    }

    private func pair(_ one: ActorID, _ other: ActorID) throws -> ActorPair { try #require(ActorPair(one, other)) }

    @Test func aMinisterCountsAsTheState() throws {
        var traffic = Traffic()
        traffic.put([
            "a": ActorTie(isState: true, affiliation: "union"), "ministry": ActorTie(isState: false, affiliation: "a"),
            "minister": ActorTie(isState: false, affiliation: "ministry"),
            "union": ActorTie(isState: false, affiliation: nil), "b": ActorTie(isState: true, affiliation: nil),
        ])
        traffic.put(deed("minister", "b"), for: "1")
        #expect(traffic.pairs == [try pair("a", "b")])
        // Who turns out to belong to somebody else takes all he did with him.
        traffic.put(["minister": ActorTie(isState: false, affiliation: "c")])
        #expect(traffic.pairs == [try pair("b", "c")])
        traffic.put(["minister": ActorTie?.none])
        #expect(traffic.pairs == [try pair("b", "minister")])
    }

    @Test func actorsThatBelongToOneAnotherEndSomewhere() throws {
        var traffic = Traffic()
        traffic.put([
            "a": ActorTie(isState: false, affiliation: "b"), "b": ActorTie(isState: false, affiliation: "a"),
        ])
        traffic.put(deed("a", "c"), for: "1")
        #expect(traffic.pairs.count == 1)
    }

    @Test func whatIsToComeCountsWhenItBecameKnown() {
        let known = Instant(Self.start.adding(days: 10))
        func day(_ when: String?) -> CalendarDay? {
            Deed(
                Event(
                    id: "e", source: "a", category: .mobilize, target: "b", mode: .planned, summary: "",
                    when: when.flatMap { DateExpression($0) }), known: known)?.day
        }
        #expect(day("2040-01-01") == known.day)
        #expect(day(nil) == known.day)
        #expect(day(Self.start.description) == Self.start)
        #expect(day("2022") == known.day)
    }

    @Test func whatIsToldOfAYearBelongsToNoWeek() {
        let known = Instant(Self.start.adding(days: 900))
        func isOfAWeek(_ when: String) -> Bool? {
            Deed(
                Event(
                    id: "e", source: "a", category: .aid, target: "b", summary: "", when: DateExpression(when)),
                known: known)?.isOfAWeek
        }
        #expect(isOfAWeek("2019") == false)
        #expect(isOfAWeek("2022-03") == false)
        #expect(isOfAWeek("2022-03-05") == true)
        #expect(isOfAWeek("2022-03-05/2022-03-09") == true)
        #expect(isOfAWeek(String(known.day.year)) == true)
    }

    @Test func weeksInWhichNothingWasCollectedAreGaps() throws {
        var traffic = Traffic()
        for week in 0..<12 where week != 5 { traffic.put(deed("a", "b", day: week * 7), for: EventID("\(week)")) }
        let first = Week(Self.start)
        traffic.collected(
            in: Set((0..<14).filter { $0 != 4 && $0 != 5 }.map { first.advanced(by: $0) }),
            until: Self.start.adding(days: 91))
        let history = traffic.history(of: traffic.pairs)
        // Of the fifth week an event is known: somebody looked at it later.
        #expect(history.gaps == [first.advanced(by: 5)])
        #expect(traffic.span == first...first.advanced(by: 13))
        #expect(history.reading(of: first.advanced(by: 13))?.weeksCompared == 13)
    }

    @Test func whichWayItGoes() throws {
        var traffic = Traffic()
        for day in 0..<56 { traffic.put(deed("a", "b", day: day), for: EventID("\(day)")) }
        let last = Self.start.adding(days: 55)
        func trend() throws -> TrafficTrend? { TrafficTrend(traffic, among: [try pair("a", "b")], until: last) }
        #expect(try trend() == .steady)
        for number in 0..<12 { traffic.put(deed("b", "a", day: 55), for: EventID("more \(number)")) }
        #expect(try trend() == .rising)
        for number in 0..<40 { traffic.put(deed("b", "a", day: 1), for: EventID("earlier \(number)")) }
        #expect(try trend() == .falling)
    }

    @Test func aMatrixTellsWhoDidItAndCountsWithinItsDays() {
        var traffic = Traffic()
        traffic.put(deed("a", "b", day: 0), for: "1")
        traffic.put(deed("a", "b", .verbalCooperation, day: 3), for: "2")
        traffic.put(deed("b", "a", day: 3), for: "3")
        let counts = traffic.counts(from: Self.start.adding(days: 1), to: Self.start.adding(days: 3))
        #expect(counts[Direction(from: "a", to: "b")]?.total == 1)
        #expect(counts[Direction(from: "b", to: "a")]?.materialConflict == 1)
        #expect(traffic.events(Direction(from: "a", to: "b"), from: nil, to: nil) == ["2", "1"])
    }

    /// Kept up by changes in any order, the traffic is the one made of what is there in the end.
    @Test(arguments: 0..<60) func keptUpIsMadeAnew(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let actors = (0..<6).map { ActorID("actor-\($0)") }
        var (kept, deeds, ties) = (Traffic(), [EventID: Deed](), [ActorID: ActorTie]())
        for _ in 0..<120 {
            if generator.happens(oneIn: 6) {
                let actor = generator.pick(actors)
                let tie: ActorTie? =
                    generator.happens(oneIn: 4)
                    ? nil
                    : ActorTie(
                        isState: generator.happens(oneIn: 3),
                        affiliation: generator.happens(oneIn: 3) ? nil : generator.pick(actors))
                kept.put([actor: tie])
                ties[actor] = tie
            } else {
                let event = EventID("event-\(Int.random(in: 0..<25, using: &generator))")
                let made: Deed? =
                    generator.happens(oneIn: 4)
                    ? nil
                    : deed(
                        generator.pick(actors), generator.pick(actors), generator.pick(Event.Quad.allCases),
                        day: Int.random(in: 0..<200, using: &generator))
                kept.put(made, for: event)
                deeds[event] = made
            }
        }
        var anew = Traffic()
        anew.put(ties.mapValues { .some($0) })
        for (event, deed) in deeds { anew.put(deed, for: event) }
        #expect(kept.pairs == anew.pairs)
        #expect(kept.span == anew.span)
        #expect(kept.counts(from: nil, to: nil) == anew.counts(from: nil, to: nil))
        for pair in anew.pairs { #expect(kept.history(of: [pair]) == anew.history(of: [pair])) }
        #expect(kept.history(of: kept.pairs) == anew.history(of: anew.pairs))
    }
}
