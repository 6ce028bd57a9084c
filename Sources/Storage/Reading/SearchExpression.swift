import GRDB
import QueryLanguage
import SituationModel

/// What is asked of the full-text index of a list.
struct SearchExpression {
    /// In FTS5's language; `nil` where every row answers.
    let expression: String?

    static let everything = SearchExpression(expression: nil)

    private init(expression: String?) {
        self.expression = expression
    }

    init(
        _ query: Query, in table: String, _ database: Database, actor: ActorID? = nil, document: DocumentID? = nil
    ) throws {
        let tags = [actor.map { IndexedWords.tag($0) }, document.map { IndexedWords.tag($0) }].compactMap(\.self)
        let tagged = tags.isEmpty ? nil : "(tags : \(tags.joined(separator: " AND ")))"
        switch try query.fullText(completing: { try Self.words(beginning: $0, in: table, database) }) {
        case .everything:
            expression = tagged
        case .matching(let words):
            expression = ([tagged, "(- tags : (\(words)))"].compactMap(\.self)).joined(separator: " AND ")
        case .notMatching(let words):
            expression = "\(tagged ?? "(tags : \(IndexedWords.tagOfAll))") NOT (- tags : (\(words)))"
        }
    }

    /// Beginnings of at most so many letters have an index of their own, and are not spelled out.
    private static let indexedLength = 3
    /// How many words a beginning is spelled out into at the most.
    private static let completionLimit = 150

    /// The words of the index that begin so; `nil` where they are many.
    private static func words(beginning: String, in table: String, _ database: Database) throws -> [String]? {
        guard beginning.unicodeScalars.count > indexedLength else { return nil }
        let statement = try database.cachedStatement(sql: "SELECT term FROM \(table)Terms WHERE term >= ? LIMIT 1")
        var words: [String] = []
        var next = beginning
        while words.count <= completionLimit {
            guard let word = try String.fetchOne(statement, arguments: [next]),
                word.unicodeScalars.starts(with: beginning.unicodeScalars)
            else { return words }
            words.append(word)
            // Nothing lies between a word and the same with the least of all characters behind it.
            next = word + "\u{1}"
        }
        return nil
    }
}
