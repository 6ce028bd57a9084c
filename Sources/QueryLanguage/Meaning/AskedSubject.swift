/// What queries are asked of: its texts are taken apart and its fields read once, where that is needed at all.
package struct AskedSubject {
    /// `nil` where there is a text only.
    let subject: QuerySubject?
    private let context: QueryContext?
    private let text: () -> SearchedText
    /// What has been read of the fields, each in its place of the table.
    private var values: [[FieldValue]?] = []

    /// - Parameter context: the one in which the queries are asked.
    package init(_ subject: QuerySubject, in context: QueryContext) {
        self.subject = subject
        self.context = context
        text = { SearchedText(subject, in: context) }
    }

    init(_ text: SearchedText) {
        (subject, context) = (nil, nil)
        self.text = { text }
    }

    private lazy var texts = {
        let text = text()
        return [text.title, text.text]
    }()
    lazy var words = texts.map { WordSequence(SearchWords.of($0)) }
    lazy var folded = texts.map { FoldedText($0) }

    /// The values that a field has in the subject; a mere text has none.
    mutating func values(ofFieldAt place: Int) -> [FieldValue] {
        guard let subject, let context else { return [] }
        if values.isEmpty { values = Array(repeating: nil, count: FieldTable.fields.count) }
        if let known = values[place] { return known }
        let read = FieldTable.fields[place].values(of: subject, in: context)
        values[place] = read
        return read
    }
}
