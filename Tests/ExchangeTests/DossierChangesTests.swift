import Exchange
import SituationModel
import Testing

/// What an import adds to a journal, and from when on it counts as known.
struct DossierChangesTests {
    private static let text = """
        watchfloor: 1
        situation: {id: harbour, title: The harbour}
        sources:
          - {id: wire, name: Wire}
        documents:
          - {id: first, source: wire, title: First, received: 2021-03-02T08:00:00Z, text: Norland closed it.}
          - {id: second, source: wire, title: Second, received: 2021-03-04T08:00:00Z, text: Norland holds 300 sailors.}
        actors:
          - id: norland
            name: Norland
            kind: state
            standing: holds sailors
            evidence: [{document: first, exact: Norland}, {document: second, exact: Norland}]
        relations:
          - {id: r, from: norland, kind: threatens, to: norland, evidence: {document: second, exact: "300 sailors"}}
        ladders:
          - id: closure
            title: Closure
            rungs:
              - id: closed
                title: closed
                indicators:
                  - {id: i, direction: up, summary: sailors held, state: observed,
                     evidence: {document: second, exact: "300 sailors"}}
                moves:
                  - {state: reached, by: vera, reason: closed, evidence: {document: first, exact: closed}}
        events:
          - id: closing
            category: coerce
            summary: Norland closes it
            accounts:
              - {manner: reported, evidence: {document: first, exact: Norland closed it}}
              - {manner: confirmed, evidence: {document: second, exact: Norland holds}}
        notes:
          - {text: Watch this., by: ada, at: 2021-03-05T00:00:00Z, about: {ladder: closure}}

        """

    private func read(_ text: String = Self.text) throws -> Dossier { try Dossier.read(text, file: "harbour.yaml") }

    @Test func whatIsKnownGrowsWithTheDocuments() throws {
        let dossier = try read()
        let journal = entries(dossier.items, of: dossier.id)
        func then(_ time: String) -> Situation { Fold.situation(dossier.id, from: journal, asOf: Instant(time)) }

        #expect(then("2021-03-02T07:59:59Z") == Situation(id: dossier.id))
        let first = then("2021-03-02T08:00:00Z")
        #expect(first.header?.title == "The harbour")
        #expect(first.documents.inOrder.map(\.id) == ["first"])
        #expect(first.actors["norland"]?.evidence.count == 1)
        #expect(first.actors["norland"]?.standing == nil)
        #expect(first.relations.isEmpty)
        #expect(first.ladders["closure"]?.rungs.first?.indicators.first?.state == .notCollected)
        #expect(first.events["closing"]?.accounts.count == 1)
        #expect(first.state(of: RungKey("closure", "closed")) == .reached)
        let second = then("2021-03-04T08:00:00Z")
        #expect(second.actors["norland"]?.standing == "holds sailors")
        #expect(second.relations.count == 1)
        #expect(second.ladders["closure"]?.rungs.first?.indicators.first?.state == .observed)
        #expect(second.events["closing"]?.accounts.count == 2)
        #expect(second.notes.isEmpty)
        #expect(then("2021-03-05T00:00:00Z").notes.map(\.text) == ["Watch this."])
    }

    @Test func whoJudgedAndWroteIsKept() throws {
        let dossier = try read()
        let situation = folded(dossier.items, into: dossier.id)
        #expect(situation.moves[RungKey("closure", "closed")]?.map(\.move.by) == [Author("vera")])
        #expect(situation.notes.map(\.author) == [Author("ada")])
    }

    @Test func anEmptyArchiveGetsEverything() throws {
        let dossier = try read()
        #expect(dossier.changes(against: nil) == dossier.items)
        #expect(dossier.changes(against: Situation(id: dossier.id)) == dossier.items)
    }

    @Test func aChangedRecordIsRevisedFromNowOnAndOthersStay() throws {
        let dossier = try read()
        let present = folded(dossier.items, into: dossier.id)
        let changed = try read(Self.text.replacing("name: Norland", with: "name: The Norland Republic"))
        let changes = changed.changes(against: present)
        let item = try #require(changes.first)
        #expect(changes.count == 1)
        #expect(item.known == nil)
        guard case .revise(let before, let after) = item.change else {
            Issue.record("\(item.change) is no revision")
            return
        }
        #expect(before.key == .actor("norland") && after.differences(from: before).map(\.name) == ["name"])

        let fewer = try read(Self.text.replacing("- {id: r,", with: "- {id: s,"))
        let merged = folded(
            fewer.changes(against: present), into: dossier.id, turn: 2, after: entries(dossier.items, of: dossier.id))
        #expect(merged.relations.inOrder.map(\.id) == ["r", "s"])
    }

    /// A revision does not tell letters composed from letters decomposed; the import does, and only once.
    @Test func aTextInAnotherNormalFormIsTakenIn() throws {
        let composed = try read(Self.text.replacing("name: Wire", with: "name: \"caf\\u00E9\""))
        let decomposed = try read(Self.text.replacing("name: Wire", with: "name: \"cafe\\u0301\""))
        let before = entries(composed.items, of: composed.id)
        let changes = decomposed.changes(against: folded(composed.items, into: composed.id))
        #expect(changes.count == 1)
        let after = folded(changes, into: composed.id, turn: 2, after: before)
        #expect(after.sources["wire"]?.name.unicodeScalars.count == 5)
        #expect(decomposed.changes(against: after).isEmpty)
    }

    @Test func onlyNewMovesAndNotesAreAdded() throws {
        let dossier = try read()
        let present = folded(dossier.items, into: dossier.id)
        let more = """
                      - {state: stood down, by: vera, at: 2021-03-06T00:00:00Z, reason: opened again}
            events:
            """
        let changes = try read(Self.text.replacing("events:", with: more)).changes(against: present)
        #expect(changes.map(\.known) == [Instant("2021-03-06T00:00:00Z")])
        let note = try read(Self.text.replacing("Watch this.", with: "Watch that.")).changes(against: present)
        #expect(note.map(\.change) == [.note(text: "Watch that.", about: .ladder("closure"))])
    }

    /// A moment to come is brought back to when it is recorded, and still is the same judgement.
    @Test func aMoveDatedInTheFutureIsNotRepeated() throws {
        let dossier = try read(Self.text.replacing("by: vera,", with: "by: vera, at: 2999-01-01T00:00:00Z,"))
        #expect(dossier.changes(against: folded(dossier.items, into: dossier.id)).isEmpty)
    }

    @Test func aDossierOfAnotherSituationIsNotComparedWithThisOne() throws {
        let dossier = try read()
        #expect(dossier.changes(against: Situation(id: "other")).count == dossier.items.count)
    }
}
