import BoardFixture
import Commands
import Controller
import SituationModel
import Testing

@Suite struct EditingTests {
    @Test func anActorIsAddedByForm() throws {
        var stage = harbour()
        try stage.press("1ga")
        #expect(stage.form?.title == "Add an actor")
        try stage.press("Red Fleet<Tab>force<Tab>blockading<C-s>")
        let actor = try #require(stage.board.situation.actors["red-fleet"])
        #expect(actor.kind == .force)
        #expect(actor.role == "blockading")
        #expect(stage.cursor == .actor("red-fleet"))
        #expect(stage.message == "Added Red Fleet")
    }

    @Test func aFormSaysWhatIsMissing() throws {
        var stage = harbour()
        try stage.press("1a<C-s>")
        #expect(stage.form?.fields[0].complaint == "is needed")
        #expect(stage.screen.contains("is needed"))
    }

    @Test func aNameThatFitsNobodyChoosesNobody() throws {
        var stage = harbour()
        try stage.press("3ga<Tab>words<Tab><Tab>Xaver<C-s>")
        let field = try #require(stage.form?.fields.first { $0.name == .speaker })
        #expect(field.complaint == "no choice fits “Xaver”")
        #expect(stage.screen.contains("Xaver"))
        // Taking the word back takes the complaint back.
        try stage.press("<BS><BS><BS><BS><BS>")
        #expect(stage.form?.fields.first { $0.name == .speaker }?.complaint == nil)
    }

    @Test func anEditTouchesOnlyWhatWasEdited() throws {
        var stage = harbour()
        try stage.press("1ge")
        // Somebody else changes another field while the form is open.
        let before = try #require(stage.board.situation.actors["norland"])
        var theirs = before
        theirs.standing = "opens the harbour"
        stage.meanwhile(.revise(before: .actor(before), after: .actor(theirs)), by: Author("ben"))
        try stage.press("<C-u>Nordland<C-s>")
        let after = try #require(stage.board.situation.actors["norland"])
        #expect(after.name == "Nordland")
        #expect(after.standing == "opens the harbour")
    }

    @Test func twoPeopleOnOneFieldAreTold() throws {
        var stage = harbour()
        try stage.press("1ge")
        let before = try #require(stage.board.situation.actors["norland"])
        var theirs = before
        theirs.name = "Northland"
        stage.meanwhile(.revise(before: .actor(before), after: .actor(theirs)), by: Author("ben"))
        try stage.press("<C-u>Nordland<C-s>")
        #expect(stage.message.contains("somebody else has changed name too"))
    }

    @Test func undoAndRedoWalkThroughOnesOwnChanges() throws {
        var stage = harbour()
        let start = stage.board.situation
        try stage.press("1ge<C-u>One<C-s>e<C-u>Two<C-s>")
        #expect(stage.board.situation.actors["norland"]?.name == "Two")
        try stage.press("z")
        #expect(stage.board.situation.actors["norland"]?.name == "One")
        try stage.press("z")
        #expect(stage.board.situation == start)
        try stage.press("Z")
        #expect(stage.board.situation.actors["norland"]?.name == "One")
        try stage.press("Z")
        #expect(stage.board.situation.actors["norland"]?.name == "Two")
        try stage.press("Z")
        #expect(stage.message.contains("nothing"))
    }

    @Test func undoLeavesOthersChangesAlone() throws {
        var stage = harbour()
        try stage.press("z")
        #expect(stage.message.contains("nothing"))
        #expect(stage.board.situation.actors.count == 4)
    }

    @Test func aRungIsMovedWithAReason() throws {
        var stage = harbour()
        let rung = RungKey("norland", "seizure")
        try stage.press("gjs")
        #expect(stage.form?.title == "Norland: ships seized")
        try stage.press("announced<C-s>")
        #expect(stage.form?.fields[1].complaint == "is needed")
        try stage.press("decree read out<C-s>")
        #expect(stage.board.situation.state(of: rung) == .announced)
        #expect(stage.board.situation.reading(of: rung, by: .analyst)?.move.by.name == "vera")
        try stage.press("z")
        #expect(stage.board.situation.state(of: rung) == .underConsideration)
    }

    @Test func aQuoteMustStandInItsDocument() throws {
        var stage = harbour()
        try stage.press("3a<Tab>We never said this<C-s>")
        #expect(stage.form?.fields.first { $0.name == .words }?.complaint != nil)
        try stage.press("<C-u>held on six ships<C-s>")
        #expect(stage.form == nil)
        let quote = try #require(stage.board.situation(of: stage).quotes.inOrder.last)
        #expect(quote.text == "held on six ships")
        #expect(quote.content.first?.document == "report")
    }

    @Test func aRelationIsAddedAndRemoved() throws {
        var stage = harbour()
        try stage.press("1gr")
        try stage.press("<Tab>threat<Tab>Sudl<C-s>")
        let relation = try #require(stage.board.situation.relations["norland-threatens-sudland"])
        #expect(relation.kind == .threatens)
        try stage.press(":add-actor<Enter><Esc>1gD")
        #expect(stage.prompt?.sign.contains("Remove Norland?") == true)
        try stage.press("n")
        #expect(stage.board.situation.actors["norland"] != nil)
        try stage.press("Dy")
        #expect(stage.board.situation.actors["norland"] == nil)
        try stage.press("z")
        #expect(stage.board.situation.actors["norland"] != nil)
    }

    @Test func aNoteGoesIntoTheLog() throws {
        var stage = harbour()
        try stage.press("wharbour master called<Enter>")
        #expect(stage.board.situation.notes.last?.text == "harbour master called")
        #expect(stage.board.situation.notes.last?.about == .ladder("norland"))
        try stage.press("6")
        #expect(stage.screen.contains("harbour master called"))
    }

    @Test func aReadOnlyBoardSaysWhy() throws {
        var stage = harbour(readOnly: "the folder cannot be written")
        try stage.press("1a")
        #expect(stage.form == nil)
        #expect(stage.message.contains("the folder cannot be written"))
        #expect(stage.screen.contains("READ-ONLY"))
    }

    @Test func whatCannotBeWrittenComesBackAsItWasTyped() throws {
        var stage = harbour()
        stage.archive.refusal = "the archive is locked"
        try stage.press("1ge<C-u>Nordland<C-s>")
        #expect(stage.message == "the archive is locked")
        #expect(stage.form?.fields[0].value == "Nordland")
        stage.archive.refusal = nil
        try stage.press("<C-s>")
        #expect(stage.board.situation.actors["norland"]?.name == "Nordland")
        stage.archive.refusal = "the archive is locked"
        try stage.press("wcalled the harbour master<Enter>")
        #expect(stage.prompt?.editor.text == "called the harbour master")
    }

    @Test func nobodyBelongsToThoseWhoBelongToThem() throws {
        var stage = harbour()
        try stage.press("1ge<Tab><Tab><Tab>Ada<C-s>")
        #expect(stage.form?.fields.first { $0.name == .affiliation }?.complaint?.contains("Ada Holm") == true)
    }

    @Test func aFormThatNobodyTouchedChangesNothing() throws {
        for keys in ["1ge<C-s>", "1gje<C-s>", "3ge<C-s>", "3gje<C-s>"] {
            var stage = harbour()
            let before = stage.archive.entries.count
            try stage.press("5/nothing<Enter>" + keys)
            #expect(stage.form == nil, "\(keys) was refused: \(stage.form?.fields.compactMap(\.complaint) ?? [])")
            #expect(stage.archive.entries.count == before, "\(keys) changed something")
        }
    }

    @Test func theCursorStaysWhereAnActorWasTakenAway() throws {
        var stage = harbour()
        try stage.press("1GkDy")
        #expect(stage.cursor != .actor("norland"))
        #expect(stage.cursor == stage.board.items(in: .actors).last)
    }

    @Test func aNoteOnACouplingNamesItWhereverItStands() throws {
        var stage = harbour()
        try stage.press("2G/fleet<Enter>g")
        while stage.cursor != .incoming("seizure-fleet") {
            let before = stage.cursor
            try stage.press("j")
            try #require(stage.cursor != before, "the coupling is not below the rung it bears on")
        }
        try stage.press("wwatch this<Enter>")
        #expect(stage.board.situation.notes.last?.about == .coupling("seizure-fleet"))
    }

    @Test func markingEverythingSeenIsAskedFirst() throws {
        var stage = harbour()
        let unseen = stage.board.tally.unseen
        try stage.press("An")
        #expect(stage.board.tally.unseen == unseen)
        try stage.press("Ay")
        #expect(stage.board.tally.unseen == 0)
    }

    @Test func anEntryIsTakenBackFromTheLog() throws {
        var stage = harbour()
        try stage.press("wfirst<Enter>6gDy")
        #expect(stage.board.situation.notes.isEmpty)
        #expect(stage.screen.contains("(undone)"))
    }
}

extension Board {
    /// The whole situation, as the archive of a stage holds it.
    func situation(of stage: Stage) -> Situation { stage.archive.situation(situation.id) }
}
