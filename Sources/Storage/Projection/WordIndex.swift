import GRDB
import QueryLanguage
import SituationModel

/// What the full-text index of a list holds about one row.
///
/// Besides the words that people search for, every row has tags: one that all rows share, so that “not” can be asked, and one
/// for each actor it concerns, each document it rests on and each value of its fields, so that what belongs to these is read
/// in order like a search.
struct IndexedWords: Equatable {
    var title: String
    var text: String
    var tags: String

    init(_ searched: SearchedText, tags: some Sequence<String> = []) {
        title = searched.title
        text = searched.text
        self.tags = ([IndexTag.ofAll] + tags.sorted()).joined(separator: " ")
    }

    /// The words of an entry, as the log shows it.
    init(_ entry: Entry) {
        self.init(SearchedText(entry))
    }
}

extension IndexedWords {
    /// The words of a record of one of the long lists; `nil` for the small kinds.
    init?(_ record: Record) {
        let actors: [ActorID?]
        switch record {
        case .document: actors = []
        case .quote(let quote): actors = [quote.speaker] + quote.about
        case .event(let event): actors = [event.source, event.target] + event.accounts.map(\.by)
        case .header, .source, .actor, .relation, .ladder, .coupling, .judgement, .hypotheses: return nil
        }
        let tags = actors.compactMap(\.self).map { IndexTag.of($0) } + record.documents.map { IndexTag.of($0) }
        self.init(SearchedText(record), tags: Set(tags).union(IndexTag.ofFields(record)))
    }
}

extension SearchedText {
    /// The texts of an entry, as the log shows it.
    init(_ entry: Entry) {
        let author = entry.author.name
        switch entry.change {
        case .add(let record), .revise(_, let record):
            self.init(title: [author, record.key.text], text: [record.nameInLog])
        case .remove(let key):
            self.init(title: [author, key.text], text: [])
        case .move(let rung, let move):
            self.init(title: [author, rung.description], text: [move.state.rawValue, move.reason])
        case .read(let indicator, let reading):
            self.init(title: [author, indicator.description], text: [reading.state.rawValue, reading.reason])
        case .note(let text, let about):
            self.init(title: [author, about?.text], text: [text])
        case .batch(let summary, _):
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
        case .judgement(let judgement): judgement.reason
        case .hypotheses(let matrix): matrix.title
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
        -- Fewer, larger pieces, put together more at a time: most of what a collector writes is this index.
        INSERT INTO \(table) (\(table), rank) VALUES ('hashsize', 8388608), ('automerge', 8);
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
