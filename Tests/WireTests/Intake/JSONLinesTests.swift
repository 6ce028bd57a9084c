import SituationModel
import Testing

@testable import Wire

@Suite struct JSONLinesTests {
    @Test func allThatIsKnownOfALineIsKept() throws {
        let (items, warnings) = try Intake().items(
            in: """
                {"id": "a1", "title": "T", "text": "Words.", "published": "2024-10-18T14:05:00+09:00", "url": "https://x.example/1", "source": "Agency", "language": "en", "extra": [1]}

                {"id": 7, "text": "Other words.", "published": 1729227900}
                {"text": "No more.", "published": 1729227900000, "link": "https://x.example/2"}
                """, name: "wire.jsonl")
        #expect(warnings == [])
        #expect(items.map(\.text) == ["Words.", "Other words.", "No more."])
        #expect(items.map(\.origin.line) == [1, 3, 4])
        #expect(items.map(\.particulars.id) == ["a1", "7", nil])
        #expect(items.map(\.particulars.link) == ["https://x.example/1", nil, "https://x.example/2"])
        #expect(items.allSatisfy { $0.particulars.published == Instant("2024-10-18T05:05:00Z") })
        #expect(items[0].particulars.source == "Agency")
        #expect(items[0].particulars.language == "en")
        #expect(items[0].origin.description == "wire.jsonl, line 1")
    }

    @Test func badLinesAreNamedAndTheRestKept() throws {
        let (items, warnings) = try Intake().items(
            in: """
                {"text": "One."}
                {"title": "without text"}
                {"text": 5}
                {"text": "cut
                ["text"]
                {"text": "Two.", "published": "soon"}
                """, name: "w.jsonl")
        #expect(items.map(\.text) == ["One.", "Two."])
        #expect(
            warnings == [
                "w.jsonl, line 2: “text” is missing", "w.jsonl, line 3: “text” is of another kind",
                "w.jsonl, line 4: the JSON is broken", "w.jsonl, line 5: an object {\"text\": …} was expected",
                "w.jsonl, line 6: the time “soon” is none that is known",
            ])
    }

    @Test func longLinesAreLeftOut() throws {
        var intake = Intake()
        intake.limits.lineBytes = 40
        let (items, warnings) = try intake.items(
            in: #"{"text": "short"}"# + "\n" + #"{"text": "\#(String(repeating: "x", count: 50))"}"# + "\n"
                + #"{"text": "last"}"#, name: "w.jsonl")
        #expect(items.map(\.text) == ["short", "last"])
        #expect(warnings == ["w.jsonl, line 2: the line is longer than 40 bytes and is left out"])
    }

    @Test func oneObjectOverSeveralLinesAndListsAreReadToo() throws {
        #expect(try Intake().items(in: "{\n  \"text\": \"One.\"\n}").items.map(\.text) == ["One."])
        let list = try Intake().items(
            in: "[{\"text\": \"One.\"},\n {\"title\": \"no\"}, {\"text\": \"Two.\"}]", name: "l")
        #expect(list.items.map(\.text) == ["One.", "Two."])
        #expect(list.warnings == ["l, item 2: “text” is missing"])
        #expect(throws: IntakeError.self) { try Intake().items(in: "{\n  \"feedType\": \"atom\"\n}") }
    }
}
