import Exchange
import SituationModel
import TestSupport
import Testing

/// A dossier carries a situation without loss: what is written reads back the same, down to the last scalar.
struct DossierRoundTripTests {
    @Test(arguments: 0..<400 as Range<UInt64>)
    func whatIsWrittenReadsBackTheSame(seed: UInt64) throws {
        var source = RandomSituation(seed: seed)
        let situation = source.situation()
        let text = Dossier.write(situation)
        let dossier = try Dossier.read(text, file: "seed-\(seed).yaml")
        let again = folded(dossier.items, into: dossier.id, turn: 2)
        let isSameText = Array(Dossier.write(again).utf8) == Array(text.utf8)

        #expect(isSameText, "seed \(seed)")
        #expect(again.header == situation.header, "seed \(seed)")
        #expect(again.sources.inOrder == situation.sources.inOrder, "seed \(seed)")
        #expect(again.documents.inOrder == situation.documents.inOrder, "seed \(seed)")
        #expect(again.actors.inOrder == situation.actors.inOrder, "seed \(seed)")
        #expect(again.relations.inOrder == situation.relations.inOrder, "seed \(seed)")
        #expect(again.ladders.inOrder == situation.ladders.inOrder, "seed \(seed)")
        #expect(again.couplings.inOrder == situation.couplings.inOrder, "seed \(seed)")
        #expect(again.quotes.inOrder == situation.quotes.inOrder, "seed \(seed)")
        #expect(again.events.inOrder == situation.events.inOrder, "seed \(seed)")
        #expect(again.judgements.inOrder == situation.judgements.inOrder, "seed \(seed)")
        #expect(again.hypotheses.inOrder == situation.hypotheses.inOrder, "seed \(seed)")
        #expect(again.notes.map(\.text) == situation.notes.map(\.text), "seed \(seed)")
        #expect(again.notes.map(\.author) == situation.notes.map(\.author), "seed \(seed)")
        #expect(again.notes.map(\.about) == situation.notes.map(\.about), "seed \(seed)")
        #expect(again.notes.map(\.order.known) == situation.notes.map(\.order.known), "seed \(seed)")
        #expect(
            again.moves.mapValues { $0.map(\.move) } == situation.moves.mapValues { $0.map(\.move) }, "seed \(seed)")
        #expect(
            again.moves.mapValues { $0.map(\.order.known) } == situation.moves.mapValues { $0.map(\.order.known) },
            "seed \(seed)")
        for (before, after) in zip(situation.documents.inOrder, again.documents.inOrder) {
            // Equal texts may still differ in how their letters are composed.
            #expect(Array(before.text.utf8) == Array(after.text.utf8), "seed \(seed)")
        }
        for (kind, id) in [(RecordKey.Kind.actor, "actor-0"), (.quote, "quote-0"), (.event, "event-1")] {
            let key = RecordKey(kind, id)
            #expect(again.added(key)?.known == situation.added(key)?.known, "seed \(seed)")
        }
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func importingWhatIsThereChangesNothing(seed: UInt64) throws {
        var source = RandomSituation(seed: seed)
        let situation = source.situation()
        let dossier = try Dossier.read(Dossier.write(situation), file: "seed-\(seed).yaml")
        #expect(dossier.changes(against: situation).isEmpty, "seed \(seed)")
        #expect(dossier.changes(against: folded(dossier.items, into: dossier.id, turn: 2)).isEmpty, "seed \(seed)")
    }

    /// One situation imported over another brings in all that it has, whatever was there, and then has no more to say.
    @Test(arguments: 0..<100 as Range<UInt64>)
    func importingOverAnotherConverges(seed: UInt64) throws {
        var first = RandomSituation(seed: seed)
        var second = RandomSituation(seed: seed &+ 10_000)
        let old = try Dossier.read(Dossier.write(first.situation()), file: "old.yaml")
        let new = try Dossier.read(Dossier.write(second.situation()), file: "new.yaml")
        let before = entries(old.items, of: old.id)
        let present = Fold.situation(old.id, from: before)
        let merged = folded(new.changes(against: present), into: old.id, turn: 2, after: before)
        #expect(new.changes(against: merged).isEmpty, "seed \(seed)")
    }

    /// Every text on its own, where the block that carries it is easy to see.
    @Test(arguments: 0..<40 as Range<UInt64>)
    func everyTextSurvives(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var situation = Situation(id: "texts")
        let order = JournalOrder(known: Instant(milliseconds: 0), id: entryID(0))
        for number in 0..<50 {
            let document = Document(
                id: DocumentID("d\(number)"), source: "s", title: random.text(), received: Instant(milliseconds: 0),
                text: random.text())
            situation.put(.document(document), at: JournalOrder(known: order.known, id: entryID(number)))
        }
        let dossier = try Dossier.read(Dossier.write(situation), file: "texts.yaml")
        let again = folded(dossier.items, into: "texts")
        for document in situation.documents.inOrder {
            let other = try #require(again.documents[document.id])
            #expect(Array(other.title.unicodeScalars) == Array(document.title.unicodeScalars), "seed \(seed)")
            #expect(Array(other.text.unicodeScalars) == Array(document.text.unicodeScalars), "seed \(seed)")
        }
    }

    @Test func textsAreWrittenAsAPersonWouldWriteThem() throws {
        var situation = Situation(id: "form")
        let long = String(repeating: "Ten words that fill a line of a report, perhaps. ", count: 5).dropLast()
        let texts = [
            "plain": "South Korea’s 국가정보원 says so", "number": "1500", "colon": "Seoul: no arms", "lines": "one\ntwo\n",
            "long": String(long), "control": "red \u{1B}[31m", "hidden": "a\u{202E}b", "empty": "",
        ]
        for (number, (id, text)) in texts.sorted(by: { $0.key < $1.key }).enumerated() {
            let document = Document(
                id: DocumentID(id), source: "s", title: "T", received: Instant(milliseconds: 0), text: text)
            situation.put(.document(document), at: JournalOrder(known: Instant(milliseconds: 0), id: entryID(number)))
        }
        let written = Dossier.write(situation)
        for expected in [
            "text: South Korea’s 국가정보원 says so\n", "text: \"1500\"\n", "text: \"Seoul: no arms\"\n",
            "text: |\n      one\n      two\n", "text: >-\n      Ten words", "text: \"red \\e[31m\"\n",
            "text: \"a\\u202Eb\"\n", "text: \"\"\n", "absent:\n  sources: [s]\n",
        ] {
            #expect(written.contains(expected), "\(expected) is not in:\n\(written)")
        }
    }
}
