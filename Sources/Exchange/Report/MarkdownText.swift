/// Text from outside as it may stand within a line of Markdown.
///
/// In one line, what formats Markdown escaped, and what does not print shown by its code point: no terminal that the
/// page is shown on is told anything.
func markdown(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var marks = 0
    let scalars = Array(text.unicodeScalars)
    for (position, scalar) in scalars.enumerated() {
        marks = scalar.properties.isGraphemeExtend ? marks + 1 : 0
        if scalar.properties.isWhitespace {
            if result.last != " " { result.append(" ") }
        } else if !scalar.isPlainToSee || marks > mostMarks {
            result.append(contentsOf: "⟨\(scalar.codePoint)⟩".unicodeScalars)
        } else {
            let beginsLink = scalar == ":" && scalars.dropFirst(position + 1).first == "/"
            if beginsLink || formatting.contains(scalar) { result.append("\\") }
            result.append(scalar)
        }
    }
    return String(result)
}

/// More marks than this on one letter are no writing.
private let mostMarks = 4

/// What means something inside a line of Markdown, its dialects' links without brackets included.
private let formatting = Set("\\`*_{}[]<>|~&#@$".unicodeScalars)
