import Exchange
import SituationModel
import Testing

/// The situation that comes with the program.
struct BuiltInDossierTests {
    private let dossier: Dossier
    private let situation: Situation

    init() throws {
        let first = try #require(Dossier.builtIn.first)
        dossier = try Dossier.read(first.text, file: "\(first.id).yaml")
        situation = folded(dossier.items, into: dossier.id)
    }

    @Test func everyBuiltInDossierIsRightAndCarriesItsName() throws {
        for (id, text) in Dossier.builtIn {
            #expect(try Dossier.read(text, file: "\(id).yaml").id == id)
        }
    }

    @Test func itIsWholeAndFitsTheBoard() throws {
        let header = try #require(situation.header)
        #expect(header.headline.count <= 90)
        #expect(header.marking == .clear)
        #expect(situation.actors.count >= 20)
        for actor in situation.actors.inOrder {
            #expect(!actor.evidence.isEmpty, "\(actor.id)")
            #expect((actor.standing ?? "").count <= 28, "\(actor.id)")
        }
        for relation in situation.relations.inOrder { #expect(!relation.evidence.isEmpty, "\(relation.id)") }
        for quote in situation.quotes.inOrder { #expect(!quote.content.isEmpty, "\(quote.id)") }
        for event in situation.events.inOrder { #expect(!event.accounts.isEmpty, "\(event.id)") }
        for coupling in situation.couplings.inOrder { #expect(!coupling.evidence.isEmpty, "\(coupling.id)") }
        for source in situation.sources.inOrder { #expect(source.gradingReason != nil, "\(source.id)") }
        for (rung, moves) in situation.moves {
            for dated in moves { #expect(!dated.move.evidence.isEmpty, "\(rung)") }
        }
    }

    @Test func everyAnchorStandsWhereItPoints() throws {
        for anchor in Self.anchors(of: situation) {
            let document = try #require(situation.documents[anchor.document])
            #expect(anchor.resolved(in: document.text) == .inPlace(anchor.start..<anchor.end), "\(anchor.exact)")
        }
    }

    @Test func bothQuotationsAreVerbatim() throws {
        let official = try #require(situation.quotes["official-on-weapons"])
        #expect(
            official.text == """
                We would consider supplying weapons for defensive purposes as part of the step-by-step scenarios, and if \
                it seems their actions are escalating too far, we might also consider offensive use
                """)
        #expect((official.kind, official.speaker, official.cue) == (.direct, "senior-official", "stated"))
        let woodward = try #require(situation.quotes["woodward-on-recruiting"])
        #expect(
            woodward.text == """
                It seems that the harder Putin finds it to recruit Russians to be cannon fodder, the more willing he is \
                to rely on the DPRK
                """)
        #expect((woodward.kind, woodward.speaker, woodward.venue) == (.direct, "barbara-woodward", "New York"))
        #expect(situation.quotes.inOrder.filter { $0.kind == .direct }.count == 2)
    }

    @Test func theLaddersStandWhereTheReportLeavesThem() {
        let states: [(String, Rung.State)] = [
            ("seoul/humanitarian-aid", .reached), ("seoul/economic-sanctions", .reached),
            ("seoul/defensive-weapons", .underConsideration), ("seoul/offensive-weapons", .conditional),
            ("pyongyang-moscow/mutual-assistance", .reached), ("pyongyang-moscow/training", .underWay),
            ("pyongyang-moscow/troops-sent", .reached), ("pyongyang-moscow/four-brigades", .announced),
            ("pyongyang-moscow/combat", .notReached),
        ]
        for (name, state) in states {
            #expect(RungKey(name).map { situation.state(of: $0) } == state, "\(name)")
        }
        #expect(situation.couplings.inOrder.allSatisfy { $0.factor.map { $0 > 1 } == ($0.effect == .raises) })
    }

    @Test func whatTheDeskHoldsRestsOnTheReportAndSaysThatItIsSet() throws {
        #expect(situation.judgements.count == 2)
        for judgement in situation.judgements.inOrder {
            #expect(judgement.analyst == "desk")
            #expect(judgement.reason?.contains("Set for the exercise") == true)
            #expect(situation.firstReached(judgement.rung) == nil)
        }
        let matrix = try #require(situation.hypotheses.inOrder.first)
        #expect(matrix.title.contains("set for the exercise"))
        #expect(matrix.ratings.count == matrix.items.count * matrix.hypotheses.count)
        for item in matrix.items { #expect(!item.evidence.isEmpty, "\(item.id)") }
    }

    /// Put back to any moment, the board shows what was known by then, and nothing that rests on what came later.
    @Test func itHoldsTogetherAtEveryMoment() throws {
        let journal = entries(dossier.items, of: dossier.id)
        let moments = Set(journal.map(\.known)).sorted()
        #expect(moments.count >= 9)
        var climbed: [Rung.State] = []
        for moment in moments {
            let then = Fold.situation(dossier.id, from: journal, asOf: moment)
            #expect(then.header != nil)
            for anchor in Self.anchors(of: then) {
                #expect(then.documents[anchor.document] != nil, "\(moment): \(anchor.document) is not there yet")
            }
            for actor in Self.actors(in: then) {
                #expect(then.actors[actor] != nil, "\(moment): \(actor) is not there yet")
            }
            climbed.append(then.state(of: RungKey("seoul", "defensive-weapons")))
        }
        #expect(climbed.first == .notReached)
        #expect(climbed.last == .underConsideration)
        #expect(Fold.situation(dossier.id, from: journal, asOf: moments.last) == situation)
    }

    @Test func exportAndImportKeepItByteForByte() throws {
        let first = Dossier.write(situation)
        let again = try Dossier.read(first, file: "export.yaml")
        let second = Dossier.write(folded(again.items, into: again.id, turn: 2))
        #expect(second == first)
        #expect(dossier.changes(against: situation).isEmpty)
        #expect(again.changes(against: situation).isEmpty)
    }

    private static func anchors(of situation: Situation) -> [Anchor] {
        var anchors = situation.actors.inOrder.flatMap(\.evidence)
        anchors += situation.relations.inOrder.flatMap(\.evidence)
        anchors += situation.quotes.inOrder.flatMap(\.content)
        anchors += situation.events.inOrder.flatMap { $0.accounts.map(\.anchor) }
        anchors += situation.ladders.inOrder.flatMap(\.rungs).flatMap(\.indicators).flatMap(\.evidence)
        anchors += situation.couplings.inOrder.flatMap(\.evidence)
        anchors += situation.hypotheses.inOrder.flatMap(\.items).flatMap(\.evidence)
        for moves in situation.moves.values { anchors += moves.flatMap(\.move.evidence) }
        return anchors
    }

    /// The actors that other records name.
    private static func actors(in situation: Situation) -> [ActorID] {
        var actors = situation.actors.inOrder.compactMap(\.affiliation)
        actors += situation.ladders.inOrder.flatMap(\.actors)
        for relation in situation.relations.inOrder { actors += [relation.from, relation.to] }
        for quote in situation.quotes.inOrder { actors += quote.about + [quote.speaker].compactMap { $0 } }
        for event in situation.events.inOrder {
            actors += [event.source, event.target].compactMap { $0 } + event.accounts.compactMap(\.by)
        }
        return actors
    }
}
