/// Pages made up for the tests.
enum Pages {
    /// Sentences that make a paragraph of running text; each number another one.
    static func paragraph(_ number: Int) -> String {
        "Paragraph \(number) tells how the harbour of Norderhaven was closed on the \(number)th day of the strike, and that the master "
            + "of the port, asked about it, said he would wait for the council to decide."
    }

    static func paragraphs(_ numbers: ClosedRange<Int>) -> [String] { numbers.map(paragraph) }

    /// Paragraphs as HTML.
    static func html(_ numbers: ClosedRange<Int>) -> String {
        paragraphs(numbers).map { "<p>\($0)</p>" }.joined(separator: "\n")
    }

    /// Links to other articles, as they stand beside one.
    static let teasers = (1...12).map {
        "<li><a href=/\($0)>Another story that is told elsewhere, number \($0)</a><p>The beginning of what is told there, which is "
            + "not short, so that the reader goes on to read it, number \($0) …</p></li>"
    }.joined()
}
