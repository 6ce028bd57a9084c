import GRDB
import QueryLanguage
import SituationModel

/// What is asked of the full-text index of a list, and of which part of it.
struct SearchExpression {
    /// In FTS5's language; `nil` where every row answers.
    let expression: String?
    /// Whether no row answers.
    let isNothing: Bool
    /// Whether every row that the index tells answers the query.
    let isExact: Bool
    /// Between which moments of the list the rows stand.
    private let from: Instant?
    private let until: Instant?

    static let everything = SearchExpression(IndexQuestion(.everything, isExact: true), tags: [])

    private init(_ question: IndexQuestion, tags: [String]) {
        let tagged = tags.isEmpty ? nil : "(tags : \(tags.joined(separator: " AND ")))"
        isNothing = question.fullText == .nothing
        isExact = question.isExact
        (from, until) = (question.from, question.until)
        switch question.fullText {
        case .everything, .nothing: expression = tagged
        case .matching(let words): expression = ([tagged, "(\(words))"].compactMap(\.self)).joined(separator: " AND ")
        case .notMatching(let words): expression = "\(tagged ?? "(tags : \(IndexTag.ofAll))") NOT (\(words))"
        }
    }

    init(
        _ predicate: QueryPredicate, of list: RecordList, _ database: Database, actor: ActorID? = nil,
        document: DocumentID? = nil
    ) throws {
        let index = IndexAbilities(QueryKind(list.kind), hasTags: try FieldIndex.isPresent(in: database)) {
            try Self.words(beginning: $0, in: list.wordsTable, database)
        }
        self.init(
            try predicate.question(to: index),
            tags: [actor.map { IndexTag.of($0) }, document.map { IndexTag.of($0) }].compactMap(\.self))
    }

    /// A query that asks for words only.
    init(
        _ query: Query, of list: RecordList, _ database: Database, actor: ActorID? = nil, document: DocumentID? = nil
    ) throws {
        let predicate = QueryPredicate(query, in: QueryContext(now: Instant(milliseconds: 0)))
        try self.init(predicate, of: list, database, actor: actor, document: document)
    }

    /// A query of the log, whose entries have no fields and of which a pattern tells nothing.
    init(ofLog query: Query, _ database: Database) throws {
        let index = IndexAbilities(nil, hasTags: false) { try Self.words(beginning: $0, in: "lineWords", database) }
        let predicate = QueryPredicate(query, in: QueryContext(now: Instant(milliseconds: 0)))
        self.init(try predicate.question(to: index), tags: [])
    }

    /// The part of a list in which rows that answer can stand.
    func narrowed(_ range: ClosedRange<Int64>, in situation: Int64) -> ClosedRange<Int64> {
        var range = range
        if let from { range = range.clampedLower(to: Place.second(of: from.milliseconds, in: situation).lowerBound) }
        // Rows of one crowded second may stand a little further on.
        if let until {
            let second = Place.second(of: until.milliseconds, in: situation)
            range = range.clampedUpper(to: second.upperBound + Int64(1) << Place.stretchBits)
        }
        return range
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
