import GRDB
import SituationModel

/// What the full-text index of a list holds about one row.
///
/// Besides the words that people search for, every row has tags: one that all rows share, so that “not” can be asked, and one
/// for each actor it concerns and each document it rests on, so that what belongs to these is read in order like a search.
struct IndexedWords: Equatable {
    var title: String
    var text: String
    var tags: String

    /// The tag of every row.
    static let tagOfAll = "0"

    static func tag(_ actor: ActorID) -> String { "0a" + hexadecimal(actor.text) }
    static func tag(_ document: DocumentID) -> String { "0d" + hexadecimal(document.text) }

    /// The text's bytes in hexadecimal: one word to the tokenizer, whatever the identifier is made of.
    private static func hexadecimal(_ text: String) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var result: [UInt8] = []
        for byte in Coding.key(text).utf8 {
            result.append(digits[Int(byte >> 4)])
            result.append(digits[Int(byte & 15)])
        }
        return String(decoding: result, as: UTF8.self)
    }

    init(title: [String?], text: [String?], actors: [ActorID?] = [], documents: [DocumentID] = []) {
        // SQLite would end the text at a NUL.
        func joined(_ parts: [String?]) -> String {
            let text = parts.compactMap(\.self).joined(separator: "\n")
            return text.utf8.contains(0) ? text.split(separator: "\0").joined(separator: " ") : text
        }
        self.title = joined(title)
        self.text = joined(text)
        let actorTags = Set(actors.compactMap(\.self)).map(Self.tag).sorted()
        let documentTags = Set(documents).map(Self.tag).sorted()
        tags = ([Self.tagOfAll] + actorTags + documentTags).joined(separator: " ")
    }
}

extension IndexedWords {
    /// The words of a record of one of the long lists; `nil` for the small kinds.
    init?(_ record: Record) {
        switch record {
        case .document(let document):
            self.init(title: [document.title], text: [document.text])
        case .quote(let quote):
            self.init(
                title: [quote.speakerDescription, quote.speaker?.text, quote.venue] + quote.about.map(\.text),
                text: [quote.text, quote.remarks], actors: [quote.speaker] + quote.about,
                documents: quote.content.map(\.document))
        case .event(let event):
            self.init(
                title: [
                    event.source?.text, event.target?.text, event.place, event.category.rawValue, event.mode.rawValue,
                ],
                text: [event.summary, event.remarks],
                actors: [event.source, event.target] + event.accounts.map(\.by),
                documents: event.accounts.map(\.anchor.document))
        case .header, .source, .actor, .relation, .ladder, .coupling:
            return nil
        }
    }

    /// The words of an entry, as the log shows it.
    init(_ entry: Entry) {
        let author = entry.author.name
        switch entry.change {
        case .add(let record), .revise(_, let record):
            self.init(title: [author, record.key.text], text: [record.nameInLog])
        case .remove(let key):
            self.init(title: [author, key.text], text: [])
        case .move(let rung, let move):
            self.init(title: [author, rung.description], text: [move.state.rawValue, move.reason])
        case .note(let text, let about):
            self.init(title: [author, about?.text], text: [text])
        case .batch(let summary):
            self.init(title: [author], text: [summary])
        case .undo:
            self.init(title: [author], text: ["undo"])
        }
    }
}

extension Record {
    /// What the record is called in a line of the log.
    fileprivate var nameInLog: String? {
        switch self {
        case .header(let header): header.title
        case .source(let source): source.name
        case .document(let document): document.title
        case .actor(let actor): actor.name
        case .relation(let relation): relation.summary
        case .quote(let quote): quote.text
        case .event(let event): event.summary
        case .ladder(let ladder): ladder.title
        case .coupling(let coupling): coupling.reason
        }
    }
}

/// A full-text index whose rows are numbered like those of the table it belongs to.
enum WordIndex {
    /// The text itself is kept in the table only. Beginnings of one to three letters have an index of their own, since they
    /// are what people have typed when they have just begun to, and fit the most.
    static func definition(of table: String) -> String {
        """
        CREATE VIRTUAL TABLE \(table) USING fts5 (
            title, text, tags, content = '', prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2'
        );
        CREATE VIRTUAL TABLE \(table)Terms USING fts5vocab ('\(table)', 'instance');
        """
    }

    static func insert(_ words: IndexedWords, at row: Int64, in table: String, _ database: Database) throws {
        let statement = try database.cachedStatement(
            sql: "INSERT INTO \(table) (rowid, title, text, tags) VALUES (?, ?, ?, ?)")
        try statement.execute(arguments: [row, words.title, words.text, words.tags])
    }

    /// Takes a row out. `words` must be those with which it was put in: the index does not keep them.
    static func delete(_ words: IndexedWords, at row: Int64, from table: String, _ database: Database) throws {
        let statement = try database.cachedStatement(
            sql: "INSERT INTO \(table) (\(table), rowid, title, text, tags) VALUES ('delete', ?, ?, ?, ?)")
        try statement.execute(arguments: [row, words.title, words.text, words.tags])
    }

    static func clear(_ table: String, _ database: Database) throws {
        try database.execute(sql: "INSERT INTO \(table) (\(table)) VALUES ('delete-all')")
    }
}
