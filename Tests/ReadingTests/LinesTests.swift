import FoundationEssentials
import Testing

@testable import Reading

@Suite struct LinesTests {
    private let lines = ReadingLines(reader: reader)

    private struct Answer: Decodable {
        struct Span: Decodable {
            var start: Int
            var end: Int
            var text: String
        }
        struct Quote: Decodable {
            var kind: String
            var content: [Span]
            var speaker: Span?
            var negated: Bool
            var modality: String
        }
        var id: String
        var quotes: [Quote]
    }

    @Test func answersWithTheFindingsUnderTheId() throws {
        let line = #"{"id": "a\"1", "text": "“No,” said Tom Price.\nHe left.", "published": "2024-10-23T10:00:00Z"}"#
        let answer = try JSONDecoder().decode(Answer.self, from: Data(lines.findings(ofLine: line.utf8)))
        #expect(answer.id == "a\"1")
        #expect(answer.quotes.first?.kind == "direct")
        #expect(answer.quotes.first?.speaker?.text == "Tom Price")
    }

    @Test func answersPairsWithACategory() throws {
        let line = #"{"id": "7", "text": "France bombed Libya.", "source": [0, 6], "target": [14, 19]}"#
        let answer = String(decoding: try lines.event(ofLine: line.utf8), as: UTF8.self)
        #expect(answer.hasPrefix(#"{"id":"7","category":"assault","quad":4"#))
    }

    @Test func answersNullWhereNothingIsTold() throws {
        let line = #"{"id": "7", "text": "Rain.", "source": null, "target": null}"#
        #expect(
            String(decoding: try lines.event(ofLine: line.utf8), as: UTF8.self)
                == #"{"id":"7","category":null,"quad":null}"#)
    }

    @Test(arguments: ["", "[]", "{", #"{"id": "1"}"#, #"{"id": 1, "text": "a"}"#])
    func badLinesAreFaultsThatSayWhatWasExpected(_ line: String) {
        let fault = #expect(throws: ReadingLines.Fault.self) { try lines.findings(ofLine: line.utf8) }
        #expect(fault?.description.hasPrefix("expected an object") == true)
    }

    @Test func badSpansAreFaults() {
        let line = #"{"id": "1", "text": "a", "source": [3, 1], "target": null}"#
        #expect(throws: ReadingLines.Fault.self) { try lines.event(ofLine: line.utf8) }
    }

    @Test func controlCharactersAreEscaped() throws {
        let findings = reader.read("“Go\u{1}\u{7F}\tnow, and do not come back,” said Tom Price.")
        let text = String(decoding: findings.json(), as: UTF8.self)
        #expect(text.contains(#"\u0001"#) && text.contains(#"\u007f"#) && text.contains(#"\t"#))
        #expect(try JSONSerializationFree.isObject(findings.json()))
    }
}

/// Whether bytes are one JSON object.
private enum JSONSerializationFree {
    private struct Anything: Decodable {}

    static func isObject(_ bytes: [UInt8]) throws -> Bool {
        _ = try JSONDecoder().decode(Anything.self, from: Data(bytes))
        return true
    }
}
