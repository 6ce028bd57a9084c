import Foundation
package import SituationModel

/// What the full-text index of a list holds about a row besides its words: one word for each value of its fields that
/// queries go by, so that these are looked up, combined and read in the order of the list like any other word.
package enum IndexTag {
    /// The tag of every row.
    package static let ofAll = "0"

    /// Of a row that concerns an actor in any way.
    package static func of(_ actor: ActorID) -> String { "0a" + hexadecimal(key(actor.text)) }
    /// Of a row that rests on a document.
    package static func of(_ document: DocumentID) -> String { "0d" + hexadecimal(key(document.text)) }

    /// The fields that have tags: rows indexed by another version of the program may have others.
    package static let fields = FieldTable.indexed.map(\.field.name).joined(separator: " ")

    /// The tags of a record's fields.
    package static func ofFields(_ record: Record) -> Set<String> {
        var tags: Set<String> = []
        for (field, read) in FieldTable.indexed {
            for value in read(record) { if let tag = of(value, field) { tags.insert(tag) } }
        }
        return tags
    }

    /// The tag of a value; `nil` for values that have none.
    static func of(_ value: FieldValue, _ field: QueryField) -> String? {
        switch value {
        case .term(let term): of(field, term)
        case .name(let name): of(field, NameKey.of(name))
        case .actor(let id): of(field, key(id.text))
        case .source(let id): of(field, key(id.text))
        case .number(let number): of(magnitude: magnitude(of: number), field)
        case .text, .date, .grade: nil
        }
    }

    private static func of(_ field: QueryField, _ value: String) -> String { field.tagPrefix + hexadecimal(value) }

    static func of(magnitude: Int, _ field: QueryField) -> String { "\(field.tagPrefix)0\(magnitude)" }

    /// Numbers up to 16 have a magnitude each, as far as they are whole and not negative; larger ones share one with
    /// those up to twice as large.
    static func magnitude(of number: Double) -> Int {
        guard number > 0 else { return 0 }
        guard number >= 16 else { return Int(number) }
        return 12 + Int(min(number, 1e12).exponent)
    }

    static let greatestMagnitude = magnitude(of: .greatestFiniteMagnitude)

    private static func key(_ text: String) -> String {
        text.utf8.allSatisfy { $0 < 128 } ? text : text.precomposedStringWithCanonicalMapping
    }

    /// The text's bytes in hexadecimal: one word to the tokenizer, whatever the value is made of.
    private static func hexadecimal(_ text: String) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var result: [UInt8] = []
        for byte in text.utf8 {
            result.append(digits[Int(byte >> 4)])
            result.append(digits[Int(byte & 15)])
        }
        return String(decoding: result, as: UTF8.self)
    }
}
