import FoundationEssentials
import SituationModel

/// Reads a line of JSON lines: an object with a text, and whatever else is known of it.
///
/// `{"id"?, "title"?, "text", "author"?, "published"?, "url"?, "source"?, "language"?}`. An id may be a number; a time may
/// be RFC 3339, a mail's date, or seconds or milliseconds since 1970; what else the object holds is passed over.
enum JSONItemLine {
    /// Why a line is not taken.
    struct Fault: Error, CustomStringConvertible {
        var description: String
    }

    /// What a line says.
    struct Item {
        var text: String
        var particulars: IncomingItem.Particulars
        /// What was wrong with it that does not matter for the rest.
        var note: String?
    }

    /// The item on a line.
    static func item(_ line: UnsafeBufferPointer<UInt8>) throws(Fault) -> Item {
        do {
            return item(try JSONDecoder().decode(Fields.self, from: Data(line)))
        } catch {
            throw fault(error, line.first)
        }
    }

    /// The items of a whole file: one object, or a list of objects, of which each counts for itself.
    static func items(_ bytes: UnsafeBufferPointer<UInt8>) throws(Fault) -> [Result<Item, Fault>] {
        let isList = bytes.first { $0 > 0x20 && $0 < 0x80 } == UInt8(ascii: "[")
        guard isList else { return [.success(try item(bytes))] }
        do {
            let elements = try JSONDecoder().decode([Element].self, from: Data(bytes))
            return elements.map { $0.fields.map(Self.item).mapError { fault($0, nil) } }
        } catch {
            throw fault(error, bytes.first)
        }
    }

    private static func item(_ fields: Fields) -> Item {
        var item = Item(
            text: fields.text,
            particulars: IncomingItem.Particulars(
                id: fields.id?.text, title: fields.title, author: fields.author, link: fields.url ?? fields.link,
                source: fields.source, language: fields.language))
        if let published = fields.published {
            item.particulars.published = published.instant
            if published.instant == nil { item.note = "the time “\(published.text.prefix(40))” is none that is known" }
        }
        return item
    }

    /// An object in a list, which may be none that is wanted.
    private struct Element: Decodable {
        var fields: Result<Fields, any Error>

        init(from decoder: any Decoder) {
            fields = Result { try Fields(from: decoder) }
        }
    }

    private struct Fields: Decodable {
        var id: Scalar?
        var title: String?
        var text: String
        var author: String?
        var published: Scalar?
        var url: String?
        var link: String?
        var source: String?
        var language: String?
    }

    /// A string or a number.
    private enum Scalar: Decodable {
        case string(String)
        case number(Double)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self = .string(text)
            } else {
                self = .number(try container.decode(Double.self))
            }
        }

        var text: String {
            switch self {
            case .string(let text): text
            case .number(let number): Int(exactly: number).map(String.init) ?? String(number)
            }
        }

        var instant: Instant? {
            switch self {
            case .string(let text): Instant(text) ?? FeedDate.instant(text)
            // Beyond the year 5138 if it were seconds: then it is milliseconds.
            case .number(let number) where abs(number) < 1e11: Instant(milliseconds: Int64(number * 1_000))
            case .number(let number) where abs(number) < 1e14: Instant(milliseconds: Int64(number))
            case .number: nil
            }
        }
    }

    private static func fault(_ error: any Error, _ first: UInt8?) -> Fault {
        let wanted = "an object {\"text\": …} was expected"
        guard let error = error as? DecodingError else { return Fault(description: "no JSON") }
        switch error {
        case .keyNotFound(let key, _): return Fault(description: "“\(key.stringValue)” is missing")
        case .valueNotFound(_, let context) where !context.codingPath.isEmpty:
            return Fault(description: "“\(path(context))” is null")
        case .typeMismatch(_, let context) where !context.codingPath.isEmpty:
            return Fault(description: "“\(path(context))” is of another kind")
        case .typeMismatch, .valueNotFound: return Fault(description: wanted)
        default: return Fault(description: first == UInt8(ascii: "{") ? "the JSON is broken" : wanted)
        }
    }

    private static func path(_ context: DecodingError.Context) -> String {
        context.codingPath.map(\.stringValue).joined(separator: ".")
    }
}
