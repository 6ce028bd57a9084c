import FoundationEssentials
import SituationModel

/// Reads texts given as JSON, one object a line, and answers each with a line.
///
/// What `read --jsonl` and `read --jsonl --pairs` do, but for reading and writing the lines.
package struct ReadingLines: Sendable {
    private let reader: Reader

    package init(reader: Reader) { self.reader = reader }

    /// What is wrong with a line.
    package struct Fault: Error, Equatable, CustomStringConvertible {
        /// What was expected, and what stands there.
        package var description: String
    }

    /// The findings of a line {"id", "text", "published"?}, under its id.
    package func findings(ofLine line: some Sequence<UInt8>) throws(Fault) -> [UInt8] {
        let text: TextLine = try decode(line, expected: #"{"id": …, "text": …}"#)
        return reader.read(text.text, published: text.published.flatMap { CalendarDay(startOf: $0) }).json(id: text.id)
    }

    /// The event of a line {"id", "text", "source": [start, end] | null, "target": [start, end] | null}, under its id.
    package func event(ofLine line: some Sequence<UInt8>) throws(Fault) -> [UInt8] {
        let pair: PairLine = try decode(
            line, expected: #"{"id": …, "text": …, "source": [start, end], "target": [start, end]}"#)
        let found = reader.code(
            pair.text, source: try span(pair.source, "source"), target: try span(pair.target, "target"))
        var writer = JSONWriter()
        writer.object { writer in
            writer.key("id")
            writer.string(pair.id)
            writer.key("category")
            writer.string(found?.category.rawValue)
            writer.key("quad")
            if let found { writer.number(found.category.quad) } else { writer.null() }
            if let found {
                writer.key("mode")
                writer.string(found.mode.rawValue)
                writer.key("rule")
                writer.string(found.rule)
            }
        }
        return writer.bytes
    }

    private struct TextLine: Decodable {
        var id: String
        var text: String
        var published: String?
    }

    private struct PairLine: Decodable {
        var id: String
        var text: String
        var source: [Int]?
        var target: [Int]?
    }

    private func decode<Line: Decodable>(_ line: some Sequence<UInt8>, expected: String) throws(Fault) -> Line {
        do {
            return try JSONDecoder().decode(Line.self, from: Data(line))
        } catch let error as DecodingError {
            throw Fault(description: "expected an object \(expected): \(Self.reason(error))")
        } catch {
            throw Fault(description: "expected an object \(expected)")
        }
    }

    private static func reason(_ error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, _): "“\(key.stringValue)” is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "“\(context.codingPath.map(\.stringValue).joined(separator: "."))” is of another kind"
        default: "this is no JSON"
        }
    }

    private func span(_ ends: [Int]?, _ name: String) throws(Fault) -> TextSpan? {
        guard let ends else { return nil }
        guard ends.count == 2, ends[0] >= 0, ends[0] < ends[1] else {
            throw Fault(description: "“\(name)” must be two numbers, start and end, the first the smaller: \(ends)")
        }
        return TextSpan(ends[0], ends[1])
    }
}
