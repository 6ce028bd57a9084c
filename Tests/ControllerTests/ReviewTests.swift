import BoardFixture
import Commands
import Controller
import SituationModel
import Testing

/// Confirming, rejecting and correcting what was read by machine.
@Suite struct ReviewTests {
    /// The harbour, with two quotes, an event and an actor that were read from the report.
    private func reading() -> Stage {
        var stage = harbour()
        let machine = Author("reading", kind: .machine)
        let review = Review(rule: "verb: said")
        stage.meanwhile(
            .add(record: .actor(Actor(id: "lars", name: "Lars Bo", kind: .person, review: review))), by: machine)
        stage.meanwhile(
            .add(
                record: .quote(
                    Quote(
                        id: "first", kind: .indirect, content: [Harbour.anchor("300 sailors")], speaker: "lars",
                        said: DateExpression("2031-03-03"), review: review))), by: machine)
        stage.meanwhile(
            .add(
                record: .quote(
                    Quote(
                        id: "second", kind: .indirect, content: [Harbour.anchor("six ships")], speaker: "ada-holm",
                        said: DateExpression("2031-03-03"), review: review))), by: machine)
        stage.meanwhile(
            .add(
                record: .event(
                    Event(
                        id: "held", source: "norland", category: .coerce, target: nil, summary: "sailors are held",
                        when: DateExpression("2031-03-03"),
                        accounts: [Event.Account(.reported, by: nil, anchor: Harbour.anchor("sailors are held"))],
                        review: review))), by: machine)
        return stage
    }

    private func verdict(_ id: QuoteID, _ stage: Stage) -> Review.Verdict? {
        stage.archive.situation(Harbour.id).quotes[id]?.review?.verdict
    }

    @Test func oneKeyConfirmsAndWhoIsQuotedWithIt() throws {
        var stage = reading()
        try stage.press("3/sailors<Enter>gc")
        #expect(verdict("first", stage) == .confirmed)
        #expect(stage.archive.situation(Harbour.id).quotes["first"]?.review?.by == "vera")
        #expect(stage.archive.situation(Harbour.id).actors["lars"]?.review?.verdict == .confirmed)
        #expect(verdict("second", stage) == .unconfirmed)
    }

    @Test func oneKeyRejectsAndUndoBringsBack() throws {
        var stage = reading()
        try stage.press("3/ships<Enter>gx")
        #expect(verdict("second", stage) == .rejected)
        #expect(!stage.board.items(in: .quotes).contains(.quote("second")))
        try stage.press("z")
        #expect(verdict("second", stage) == .unconfirmed)
        #expect(stage.board.items(in: .quotes).contains(.quote("second")))
    }

    @Test func whatAPersonEnteredIsNotUpForReview() throws {
        var stage = reading()
        try stage.press("3/fire<Enter>gc")
        #expect(stage.message.contains("not read by machine"))
        try stage.press("x")
        #expect(stage.archive.situation(Harbour.id).quotes["holm"] != nil)
        try stage.press("m")
        #expect(stage.board.markedCount == 0)
    }

    @Test func severalAreMarkedAndDecidedAtOnce() throws {
        var stage = reading()
        try stage.press("3gmm")
        #expect(stage.board.markedCount == 2)
        #expect(stage.screen.contains("■"))
        let before = stage.archive.entries.count
        try stage.press("x")
        #expect(stage.board.markedCount == 0)
        #expect(verdict("first", stage) == .rejected)
        #expect(verdict("second", stage) == .rejected)
        #expect(stage.archive.entries.count > before)
        #expect(stage.message == "Rejected 2 findings")
    }

    @Test func marksAreTakenBackByEscape() throws {
        var stage = reading()
        try stage.press("3gm<Esc>")
        #expect(stage.board.markedCount == 0)
        try stage.press("gmkm")
        #expect(stage.board.markedCount == 0, "a second press takes the mark off")
    }

    @Test func aDocumentOpensWithItsFindingsInOrder() throws {
        var stage = reading()
        try stage.press("5g<Enter>")
        #expect(stage.board.findings.map(\.record.key.text).first == "closure")
        #expect(stage.screen.contains("3 unconfirmed"))
        try stage.press("nnnn")
        #expect(stage.board.currentLink == .item(.quote("first")))
        #expect(stage.message.contains("unconfirmed; verb: said"))
        // Deciding goes on to the next.
        try stage.press("c")
        #expect(verdict("first", stage) == .confirmed)
        #expect(stage.board.currentLink == .item(.event("held")))
        try stage.press("N")
        #expect(stage.board.currentLink == .item(.quote("first")))
    }

    @Test func openedAtItsSentenceAFindingIsTheOneDecidedOn() throws {
        var stage = reading()
        try stage.press("3/ships<Enter>go")
        #expect(stage.board.currentLink == .item(.quote("second")))
        try stage.press("x")
        #expect(verdict("second", stage) == .rejected)
    }

    @Test func allThatIsLeftOfADocumentIsConfirmedAfterAsking() throws {
        var stage = reading()
        try stage.press("3/ships<Enter>gox")
        try stage.press("C")
        #expect(stage.prompt != nil)
        #expect(verdict("first", stage) == .unconfirmed)
        try stage.press("y")
        #expect(verdict("first", stage) == .confirmed)
        #expect(verdict("second", stage) == .rejected, "what was decided stays decided")
        #expect(stage.archive.situation(Harbour.id).events["held"]?.review?.verdict == .confirmed)
    }

    @Test func anEventsCategoryPartiesAndWordsAreEdited() throws {
        var stage = reading()
        try stage.press("4/held<Enter>ge")
        #expect(stage.form?.title == "Edit an event")
        try stage.press("<Tab><C-n><Tab>Sudland<C-s>")
        let event = try #require(stage.archive.situation(Harbour.id).events["held"])
        #expect(event.target == "sudland")
        #expect(event.category == .assault)
        #expect(event.accounts.first?.anchor == Harbour.anchor("sailors are held"))
    }

    @Test func anEventIsAddedByHand() throws {
        var stage = harbour()
        try stage.press("4ga")
        try stage.press("Norland<Tab>aid<Tab>Sudland<Tab><Tab>lets ships go<C-s>")
        #expect(stage.form?.fields.contains { $0.name == .words && $0.complaint == "is needed" } == true)
        try stage.press("About 300 sailors<C-s>")
        let event = try #require(stage.archive.situation(Harbour.id).events["lets-ships-go"])
        #expect(event.category == .aid)
        #expect(event.review == nil)
        #expect(stage.cursor == .event("lets-ships-go"))
    }

    @Test func nothingIsDecidedInThePastOrWhereNothingCanBeWritten() throws {
        var stage = reading()
        try stage.press("3g[c")
        #expect(verdict("first", stage) == .unconfirmed)
        #expect(verdict("second", stage) == .unconfirmed)
    }
}
