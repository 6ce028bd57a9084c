import QueryLanguage
import SituationModel
import Storage
import Testing
import Watch

@Suite struct AlertTests {
    private static let now = Instant(milliseconds: 1_729_760_000_000)

    private func add(_ records: [Record], to archive: Archive) throws {
        try archive.append(
            records.map { Draft(situation: "test", author: Author("ada"), change: .add(record: $0)) }, at: Self.now)
    }

    private func document(_ id: DocumentID, _ text: String) -> Record {
        .document(Document(id: id, source: "wire", title: text, received: Self.now, text: text))
    }

    @Test func whatComesInIsToldOnceAndByItsRule() async throws {
        let archive = try Archive.temporary()
        try add([document("before", "Troops were there already")], to: archive)
        let rules = [
            AlertRule(name: "troops", query: try Query.parse("troops")),
            AlertRule(name: "ports", query: try Query.parse("source:norland event:coerce")),
        ]
        let watch = try AlertWatch(archive, "test", rules) { Self.now }
        #expect(try await watch.look().isEmpty, "what was there before is no news")
        let anchor = Anchor(document: "one", exact: "Troops", prefix: "", suffix: "", start: 0)
        try add(
            [
                .actor(Actor(id: "norland", name: "Norland", kind: .state)),
                document("one", "Troops move"), document("two", "Weather"),
                .event(
                    Event(
                        id: "closure", source: "norland", category: .coerce, target: nil, summary: "A port is closed",
                        accounts: [Event.Account(.reported, by: nil, anchor: anchor)])),
            ], to: archive)
        let alerts = try await watch.look()
        #expect(alerts.map(\.rule).sorted() == ["ports", "troops"])
        #expect(alerts.contains { $0.record == .document("one") && $0.text.contains("Troops move") })
        #expect(try await watch.look().isEmpty, "each once")
    }

    @Test func aRungThatTheMachineReadsOtherwiseIsToldOfWithoutAnyRule() async throws {
        let archive = try Archive.temporary()
        let ladder = Ladder(id: "l", title: "Norland", actors: [], rungs: [Rung(id: "r", title: "the fleet sails")])
        try add([.ladder(ladder)], to: archive)
        let watch = try AlertWatch(archive, "test", []) { Self.now }
        func move(to state: Rung.State, by author: Author) throws {
            let move = RungMove(state, by: author, reason: "1 of 1 publisher.")
            try archive.append(
                [Draft(situation: "test", author: author, change: .move(rung: RungKey("l", "r"), move: move))],
                at: Self.now)
        }
        try move(to: .underConsideration, by: Author("ada"))
        try move(to: .underConsideration, by: LadderWatch.author)
        #expect(try await watch.look().isEmpty, "who has judged it so knows")
        try move(to: .announced, by: LadderWatch.author)
        let alerts = try await watch.look()
        #expect(alerts.map(\.text) == ["Norland 1, the fleet sails: announced – 1 of 1 publisher."])
    }

    @Test func otherSituationsAreNotLookedAt() async throws {
        let archive = try Archive.temporary()
        let rule = AlertRule(name: "all", query: .everything)
        try add([document("one", "One")], to: archive)
        let watch = try AlertWatch(archive, "elsewhere", [rule]) { Self.now }
        try add([document("two", "Two")], to: archive)
        #expect(try await watch.look().isEmpty)
    }
}
