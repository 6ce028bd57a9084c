/// What queries are asked of, its texts taken apart once, where that is needed at all.
package struct AskedSubject {
    /// `nil` where there is a text only.
    let subject: QuerySubject?
    private let text: () -> SearchedText

    /// - Parameter context: tells the names by which a ladder and its rungs are looked for; for other subjects, any will do.
    package init(_ subject: QuerySubject, in context: QueryContext) {
        self.subject = subject
        text = { SearchedText(subject, in: context) }
    }

    init(_ text: SearchedText) {
        subject = nil
        self.text = { text }
    }

    private lazy var texts = {
        let text = text()
        return [text.title, text.text]
    }()
    lazy var words = texts.map { WordSequence(SearchWords.of($0)) }
    lazy var folded = texts.map { FoldedText($0) }
}
