import Controller
import Reading
import SituationModel
import Storage
import Testing
import Watch

@Suite struct IntakeTests {
    private static let now = Instant(milliseconds: 1_729_760_000_000)
    private static let text = """
        President Nora Falk said on Monday that Egypt would send troops to Sudan. "We will not wait," Falk said.

        If the talks fail, Egypt might attack Sudan, a senior official from the office of President Nora Falk said.
        """

    /// An archive with a situation in it that knows Egypt under another name.
    private func archive() throws -> Archive {
        let archive = try Archive.temporary()
        let header = Header(id: "nile", title: "The Nile", headline: "", summary: "")
        let egypt = Actor(
            id: "cairo-government", name: "Egypt", kind: .state, aliases: [Actor.Alias("Land of the Nile")])
        try archive.append(
            [.header(header), .actor(egypt)].map { record in
                Draft(situation: "nile", author: Author("ada"), change: .add(record: record))
            }, at: Self.now)
        return archive
    }

    private func intake(_ archive: Archive, gazetteer: Gazetteer = .builtIn) throws -> ArchiveIntake {
        try ArchiveIntake(into: archive, situation: "nile", gazetteer: gazetteer) {
            Self.now.advanced(byMilliseconds: 1_000)
        }
    }

    /// Takes in texts as a program does that is started for it.
    private func take(
        _ arrivals: [Arrival], into archive: Archive, gazetteer: Gazetteer = .builtIn
    ) async throws -> IntakeOutcome {
        var intake = try intake(archive, gazetteer: gazetteer)
        return try await intake.take(arrivals)
    }

    private func arrival(_ text: String = text, link: String? = nil, source: SourceID = "wire") -> Arrival {
        Arrival(
            source: source, title: "Troops", text: text, published: DateExpression("2024-10-23"), link: link,
            received: Self.now)
    }

    @Test func aTextComesInWithItsFindingsUnconfirmedAndAnchored() async throws {
        let archive = try archive()
        let outcome = try await take([arrival()], into: archive)
        #expect(outcome.added == 1)
        #expect(outcome.findings > 2)
        let situation = try archive.situation("nile")
        let document = try #require(situation.documents.inOrder.first)
        #expect(document.text == Self.text)
        #expect(!situation.quotes.isEmpty && !situation.events.isEmpty)
        for quote in situation.quotes.inOrder {
            #expect(quote.isUnconfirmed)
            #expect(quote.content.allSatisfy { $0.resolved(in: Self.text) == .inPlace($0.start..<$0.end) })
        }
        let direct = try #require(situation.quotes.inOrder.first { $0.kind == .direct })
        #expect(direct.text == "We will not wait,", "without its quotation marks")
        #expect(direct.speaker == "nora-falk")
        #expect(situation.actors["nora-falk"]?.isUnconfirmed == true)
        // The situation's own name for a state counts, whatever the gazetteer calls it.
        #expect(situation.events.inOrder.contains { $0.source == "cairo-government" && $0.target == "sudan" })
        #expect(situation.actors["egypt"] == nil)
        let conditional = try #require(situation.events.inOrder.first { $0.mode == .conditional })
        #expect(conditional.condition?.exact == "If the talks fail")
        // "A senior official" is no actor.
        #expect(!situation.actors.inOrder.contains { $0.name.contains("official") })
        #expect(try archive.rebuild().differences == [])
    }

    @Test func theSameTextTwiceChangesNothing() async throws {
        let archive = try archive()
        var intake = try intake(archive)
        _ = try await intake.take([arrival(), arrival()])
        let before = try archive.journal(of: "nile").count
        let again = try await intake.take([arrival()])
        #expect(again.unchanged == 1)
        #expect(again.findings == 0)
        #expect(try archive.journal(of: "nile").count == before)
    }

    @Test func whatIsRejectedStaysRejectedThroughLaterVersions() async throws {
        let archive = try archive()
        var intake = try intake(archive)
        _ = try await intake.take([arrival(link: "https://a.example/1")])
        let quote = try #require(try archive.situation("nile").quotes.inOrder.first { $0.kind == .direct })
        let desk = Desk(archive: archive, reader: "ben") { Self.now.advanced(byMilliseconds: 2_000) }
        _ = await desk.perform([.review([.quote(quote)], .rejected, said: "Rejected it")], on: "nile")
        #expect(try archive.situation("nile").quotes[quote.id]?.review?.by == "ben")
        let unchanged = try await intake.take([arrival(link: "https://a.example/1")])
        #expect(unchanged.unchanged == 1)
        // A later version of the text, with the same words in another place.
        let later = try await intake.take([arrival("Cairo. " + Self.text, link: "https://a.example/1")])
        #expect(later.changed == 1)
        let situation = try archive.situation("nile")
        #expect(situation.documents.count == 1)
        #expect(situation.quotes[quote.id]?.isRejected == true)
        #expect(situation.quotes.inOrder.filter { $0.text == quote.text }.count == 1)
    }

    @Test func theSameTextElsewhereIsOneDocumentWithTwoAppearances() async throws {
        let archive = try archive()
        let outcome = try await take(
            [arrival(link: "https://a.example/1"), arrival(link: "https://b.example/2", source: "paper")], into: archive
        )
        #expect(outcome.added == 1)
        let document = try #require(try archive.situation("nile").documents.inOrder.first)
        #expect(document.sources == ["wire", "paper"])
    }

    @Test func aStoryToldInOtherWordsIsKnownAgainAfterARestart() async throws {
        let archive = try archive()
        let text =
            Self.text + " The talks were to go on for a week, and nobody expected them to end any earlier than that."
        _ = try await take([arrival(text, link: "https://a.example/1")], into: archive)
        let outcome = try await take(
            [arrival("Cairo, Monday. " + text + " More follows.", link: "https://b.example/2", source: "paper")],
            into: archive)
        #expect(outcome.appeared == 1)
        #expect(try archive.situation("nile").documents.count == 1)
    }

    @Test func whatNobodyHasConfirmedDoesNotChangeWhatIsRead() async throws {
        // A person whom the first text names in full; the second has the last name only.
        let texts = ["Minister Ada Holm said that Egypt would wait.", "Holm attacked Sudan on Friday."]
        var found: [[Record]] = []
        for isRestarted in [false, true] {
            let archive = try archive()
            var intake = try intake(archive)
            _ = try await intake.take([arrival(texts[0], link: "https://a.example/1")])
            if isRestarted { intake = try self.intake(archive) }
            _ = try await intake.take([arrival(texts[1], link: "https://a.example/2")])
            let situation = try archive.situation("nile")
            found.append(
                situation.actors.inOrder.map(Record.actor) + situation.quotes.inOrder.map(Record.quote)
                    + situation.events.inOrder.map(Record.event))
        }
        #expect(found[0] == found[1])
    }

    @Test func whatWasRemovedDoesNotComeBack() async throws {
        let archive = try archive()
        var intake = try intake(archive)
        _ = try await intake.take([arrival()])
        let document = try #require(try archive.situation("nile").documents.inOrder.first)
        try archive.append(
            [Draft(situation: "nile", author: Author("ada"), change: .remove(key: .document(document.id)))],
            at: Self.now.advanced(byMilliseconds: 5_000))
        let outcome = try await intake.take([arrival()])
        #expect(outcome.removed == 1)
        #expect(try archive.situation("nile").documents.isEmpty)
    }

    @Test func theUsersOwnActorsAreFound() async throws {
        var gazetteer = Gazetteer.builtIn
        let complaints = gazetteer.add(
            linesOf: """
                # ours
                delta-watch | Delta Watch | the Watchers; DW | organisation | egypt
                 | Falcon Brigade |  | armed grup
                """)
        #expect(complaints.map(\.line) == [3])
        #expect(complaints.first?.text.contains("did you mean “armed group”?") == true)
        let archive = try archive()
        _ = try await take(
            [arrival("Delta Watch said that the river was rising.")], into: archive, gazetteer: gazetteer)
        let quote = try #require(try archive.situation("nile").quotes.inOrder.first)
        #expect(quote.speaker == "delta-watch")
    }

    @Test func anArchivesOwnNamesCountAsMuch() async throws {
        let archive = try archive()
        _ = try await take([arrival("Land of the Nile attacked Sudan on Friday.")], into: archive)
        let event = try #require(try archive.situation("nile").events.inOrder.first)
        #expect(event.source == "cairo-government")
    }
}
