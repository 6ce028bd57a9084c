import SituationModel

/// A field of the query language: what it is called, which records have it, what its values are and where they stand.
///
/// One declaration is all there is of a field. Reading it, asking it of a record and of the archive, completing it, and the
/// manual are made from it.
package struct QueryField: Sendable {
    /// What the values of a field are, and so what can be asked of it.
    package enum ValueType: Sendable {
        /// Free text: contains these words (`:`), is just these words (`=`), fits a pattern.
        case text
        /// A name that is compared whole.
        case name
        /// One of these words.
        case terms([QueryTerm])
        /// An actor, by identifier, name or alias: it or who belongs to it (`:`), it alone (`=`).
        case actor
        /// A publication, by identifier or name.
        case source
        /// An actor of an event, a publication of a document.
        case actorOrSource
        case number
        case date
        case grade
    }

    /// Where the values of a field stand.
    enum Reading: Sendable {
        /// In the record itself; what the index of the archive can tell is put into it.
        case ofRecord(@Sendable (Record) -> [FieldValue])
        /// In a rung of a ladder.
        case ofRung(@Sendable (Ladder, Rung, QueryContext) -> [FieldValue])
        /// In what the record rests on. `implying` is a weaker test of a record of that kind, which the record itself can
        /// answer.
        case derived(
            @Sendable (QuerySubject, QueryContext) -> [FieldValue],
            implying: @Sendable (FieldTest, QueryKind, QueryContext) -> FieldTest? = { _, _, _ in nil })
        /// When the record is dated; where it is not, when it became known.
        case time
        /// What kind of record it is.
        case kind
    }

    package let name: String
    /// Other names of the same field.
    package let aliases: [String]
    package let kinds: [QueryKind]
    package let type: ValueType
    /// What it is, in one line.
    package let help: String
    package let example: String
    let reading: Reading
    /// Whether the date is what the records of its kinds are ordered by in their lists.
    let isOrder: Bool
    /// Whether the text is among the words of the record that are searched.
    let isSearched: Bool
    /// What its tags in the index begin with: letters up to the first digit behind the mark, which is 0.
    let tagPrefix: String
    /// Where it stands in ``FieldTable/fields``.
    fileprivate(set) var place = 0

    init(
        _ name: String, _ aliases: [String] = [], of kinds: [QueryKind], _ type: ValueType, _ help: String,
        example: String, isOrder: Bool = false, isSearched: Bool = false, reading: Reading
    ) {
        self.name = name
        self.aliases = aliases
        self.kinds = kinds
        self.type = type
        self.help = help
        self.example = example
        self.isOrder = isOrder
        self.isSearched = isSearched
        self.reading = reading
        tagPrefix = "0x\(name.filter(\.isLetter))0"
    }

    /// A field that stands in the record itself.
    init(
        _ name: String, _ aliases: [String] = [], of kinds: [QueryKind], _ type: ValueType, _ help: String,
        example: String, isOrder: Bool = false, isSearched: Bool = false,
        read: @escaping @Sendable (Record) -> [FieldValue]
    ) {
        self.init(
            name, aliases, of: kinds, type, help, example: example, isOrder: isOrder, isSearched: isSearched,
            reading: .ofRecord(read))
    }

    func at(_ place: Int) -> Self {
        var field = self
        field.place = place
        return field
    }

    /// The comparisons that can be written with the field.
    package var comparisons: [FieldCondition.Comparison] {
        switch type {
        case .text, .name, .terms, .actor, .source, .actorOrSource: [.fits, .equals]
        case .number, .date, .grade: FieldCondition.Comparison.allCases
        }
    }

    /// What is expected behind the comparison, for people.
    package var expected: String {
        switch type {
        case .text: "words, a “phrase”, or a /pattern/"
        case .name: "a name, such as \(exampleValue)"
        case .terms(let terms): terms.map(\.name).joined(separator: ", ")
        case .actor: "an actor: its identifier, name or alias"
        case .source: "a publication: its identifier or name"
        case .actorOrSource: "an actor or publication: its identifier or name"
        case .number: "a number"
        case .date: QueryDate.expected
        case .grade: "a grade such as B2"
        }
    }

    private var exampleValue: Substring { example.drop { !":=<>".contains($0) }.drop { ":=<>".contains($0) } }
}

/// A word that an enumerated field can say.
package struct QueryTerm: Hashable, Sendable {
    /// As it is written in queries: without spaces.
    package let name: String
    /// What else it can be written as.
    package let synonyms: [String]

    init(_ value: String, synonyms: [String] = []) {
        name = Self.written(value)
        self.synonyms = synonyms.map(Self.written)
    }

    /// A value as it is written in queries.
    static func written(_ value: String) -> String {
        String(value.lowercased().map { $0 == " " ? "-" : $0 })
    }
}

extension QueryField.ValueType {
    /// The cases of an enumeration whose raw values are words.
    static func terms<Value: CaseIterable & RawRepresentable<String>>(of type: Value.Type) -> Self {
        .terms(type.allCases.map { QueryTerm($0.rawValue) })
    }
}

/// The value of a field of a record.
enum FieldValue: Hashable, Sendable {
    case text(String)
    /// A name that is compared whole.
    case name(String)
    /// A word of an enumeration, as it is written in queries.
    case term(String)
    case actor(ActorID)
    case source(SourceID)
    case number(Double)
    case date(first: Instant, last: Instant)
    case grade(Grade)

    static func term(_ value: some RawRepresentable<String>) -> Self { .term(QueryTerm.written(value.rawValue)) }

    static func date(_ date: DateExpression) -> Self {
        .date(first: date.start, last: date.lastMoment ?? Instant(milliseconds: .max))
    }

    static func moment(_ moment: Instant) -> Self { .date(first: moment, last: moment) }
}
