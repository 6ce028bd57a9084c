import SituationModel
import Testing

@Suite struct ReviewTests {
    private let noon = Instant(milliseconds: 1_729_260_000_000)

    @Test func aDecisionKeepsWhoAndWhen() {
        let read = Review(rule: "verb: said")
        #expect(read.verdict == .unconfirmed)
        let confirmed = read.decided(.confirmed, by: "ada", at: noon)
        #expect(confirmed.by == "ada")
        #expect(confirmed.at == noon)
        #expect(confirmed.rule == "verb: said")
        #expect(confirmed.inWords == "confirmed by ada")
    }

    @Test func nobodyHasDecidedOnWhatIsUnconfirmed() {
        let reopened = Review(rule: "r").decided(.rejected, by: "ada", at: noon).decided(
            .unconfirmed, by: "ben", at: noon)
        #expect(reopened.by == nil)
        #expect(reopened == Review(rule: "r"))
        #expect(Review(rule: "r", verdict: .confirmed, by: nil, at: noon).verdict == .unconfirmed)
    }

    @Test func aVerdictAndACorrectionOfTwoPeopleBothHold() {
        let anchor = Anchor(document: "d", exact: "no", prefix: "", suffix: "", start: 0)
        let read = Quote(id: "q", kind: .direct, content: [anchor], speaker: "a", review: Review(rule: "r"))
        var corrected = read
        corrected.speaker = "b"
        var rejected = read
        rejected.review = read.review?.decided(.rejected, by: "ben", at: noon)
        let both = corrected.merging(from: read, to: rejected)
        #expect(both.speaker == "b")
        #expect(both.isRejected)
        #expect(Record.quote(rejected).fieldsChanged(from: .quote(read)) == ["review"])
        let change = Change.revise(before: .quote(read), after: .quote(rejected))
        #expect(change.inWords() == "rejected the quote “no”")
    }

    @Test func identifiersOfPartsTellThePartsApart() {
        let one = QuoteID.derived("quote", from: ["ab", "c"])
        #expect(one != QuoteID.derived("quote", from: ["a", "bc"]))
        #expect(one == QuoteID.derived("quote", from: ["ab", "c"]))
        #expect(one.isWellFormed)
        // The published value of FNV-1a for "foobar", with the mark behind it that parts texts.
        let published: UInt64 = 0x8594_4171_F739_67E8
        #expect(StableHash.of(["foobar"]) == (published ^ 0xFF) &* 0x0000_0100_0000_01B3)
    }

    @Test func theNearestOfSeveralPlacesIsFound() {
        let text = "no, no, no"
        #expect(Anchor("no", near: 5, in: text, document: "d")?.start == 4)
        #expect(Anchor("no", near: nil, in: text, document: "d")?.start == 0)
        #expect(Anchor("yes", near: 3, in: text, document: "d") == nil)
        let scalars = Array(text.unicodeScalars)
        #expect(Anchor(4..<6, of: scalars, document: "d") == Anchor(4..<6, of: text, document: "d"))
        #expect(Anchor(4..<99, of: scalars, document: "d") == nil)
    }
}
