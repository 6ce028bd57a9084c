import Foundation
import GRDB
import SituationModel

/// How values stand in the columns of the archive.
enum Coding {
    /// A value as JSON, its keys in order, so that equal values are equal text.
    static func text(of value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// A value from its JSON; `nil` where this version of the program cannot read it.
    static func value<Value: Decodable>(_ type: Value.Type, from text: String) -> Value? {
        try? JSONDecoder().decode(type, from: Data(text.utf8))
    }

    /// An identifier as it is looked up.
    ///
    /// Texts that differ only in how their letters are composed are equal in Swift and so name the same record, but SQLite
    /// compares bytes.
    static func key(_ text: String) -> String {
        text.utf8.allSatisfy { $0 < 128 } ? text : text.precomposedStringWithCanonicalMapping
    }

    /// An entry's identifier as its sixteen bytes, which SQLite orders as the identifiers are ordered.
    static func bytes(of id: EntryID) -> Data {
        var words = (id.high.bigEndian, id.low.bigEndian)
        return withUnsafeBytes(of: &words) { Data($0) }
    }

    static func entryID(_ bytes: Data) -> EntryID? { EntryID(bytes: bytes) }

    /// Several identifiers as one argument, for `IN (SELECT value FROM json_each(?))`.
    static func list(_ keys: some Sequence<String>) throws -> String { try text(of: Array(keys)) }
}

extension JournalOrder {
    /// A place in the journal from the two columns that it is kept in.
    init?(known: Int64, id: Data) {
        guard let id = Coding.entryID(id) else { return nil }
        self.init(known: Instant(milliseconds: known), id: id)
    }
}
