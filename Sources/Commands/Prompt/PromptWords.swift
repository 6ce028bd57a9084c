/// The words of a part of a line on the prompt.
///
/// Blanks part words. `"…"` and `'…'` hold blanks together, also in the middle of a word; a backslash makes what follows
/// ordinary, except between `'…'`, where everything is ordinary.
struct PromptWords {
    struct Word: Hashable {
        /// The word as it is meant: without quotation marks and backslashes.
        var text: String
        /// Where it stands in the line, quotation marks included, in scalars.
        var range: Range<Int>
    }

    private(set) var words: [Word] = []
    /// Where a quotation begins that does not end, in scalars.
    private(set) var unclosed: Int?

    /// Reads the words of a line in a range of its scalars.
    init(_ line: PromptLine, in range: Range<Int>) {
        var text = String.UnicodeScalarView()
        var start: Int?
        var mark: (scalar: Unicode.Scalar, place: Int)?
        var place = range.lowerBound
        while place < range.upperBound {
            let scalar = line.scalars[place]
            if mark == nil, scalar.properties.isWhitespace {
                if let start { words.append(Word(text: String(text), range: start..<place)) }
                text = String.UnicodeScalarView()
                start = nil
                place += 1
                continue
            }
            start = start ?? place
            if let open = mark, scalar == open.scalar {
                mark = nil
            } else if mark == nil, scalar == "\"" || scalar == "'" {
                mark = (scalar, place)
            } else if scalar == "\\", mark?.scalar != "'", place + 1 < range.upperBound {
                place += 1
                text.append(line.scalars[place])
            } else {
                text.append(scalar)
            }
            place += 1
        }
        if let start { words.append(Word(text: String(text), range: start..<place)) }
        unclosed = mark?.place
    }

    /// A word as it must be written to be read as this text.
    static func quoted(_ text: String) -> String {
        let scalars = text.unicodeScalars
        if !text.isEmpty,
            !scalars.contains(where: { $0.properties.isWhitespace || "\"'\\".unicodeScalars.contains($0) })
        {
            return text
        }
        var written = String.UnicodeScalarView("\"".unicodeScalars)
        for scalar in scalars {
            if scalar == "\"" || scalar == "\\" { written.append("\\") }
            written.append(scalar)
        }
        written.append("\"")
        return String(written)
    }
}
