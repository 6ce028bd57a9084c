/// A line on the prompt, to be read scalar by scalar.
///
/// What parts words are scalars, not characters: a quotation mark with an accent on it still opens a quotation, or a text
/// that begins with a combining mark could not be quoted. People count characters, though, so places are told in those.
struct PromptLine {
    let scalars: [Unicode.Scalar]
    private let line: String

    init(_ line: String) {
        self.line = line
        scalars = Array(line.unicodeScalars)
    }

    /// How many characters end at or before a place counted in scalars.
    func column(at place: Int) -> Int { column(at: place, countingCut: false) }

    /// A range of scalars as the characters it touches.
    func columns(_ range: Range<Int>) -> Range<Int> {
        let lower = column(at: range.lowerBound)
        return lower..<max(lower, column(at: range.upperBound, countingCut: true))
    }

    /// How many scalars stand before a place counted in characters; places outside the line are taken for its ends.
    func place(atColumn column: Int) -> Int { line.prefix(max(column, 0)).unicodeScalars.count }

    /// The text of a part of the line.
    func text(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        return String(view)
    }

    /// A range without the blanks at either end.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        let part = scalars[range]
        guard let first = part.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = part.lastIndex(where: { !$0.properties.isWhitespace })
        else { return range.upperBound..<range.upperBound }
        return first..<(last + 1)
    }

    /// Where the name of the command stands: after blanks and colons.
    var name: Range<Int> {
        let start = scalars.firstIndex { !$0.properties.isWhitespace && $0 != ":" } ?? scalars.count
        let end = scalars[start...].firstIndex { $0.properties.isWhitespace } ?? scalars.count
        return start..<end
    }

    private func column(at place: Int, countingCut: Bool) -> Int {
        var scalars = 0
        var characters = 0
        for character in line {
            let end = scalars + character.unicodeScalars.count
            if countingCut ? scalars >= place : end > place { break }
            scalars = end
            characters += 1
        }
        return characters
    }
}
