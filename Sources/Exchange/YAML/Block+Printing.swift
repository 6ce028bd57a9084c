extension Block {
    /// The mapping as YAML, a blank line between its sections and their records.
    var printed: String {
        var page = Page()
        for (key, value) in entries {
            if !page.text.isEmpty, !value.isShort { page.blankLine() }
            if case .list(let values) = value {
                page.line(key + ":")
                for (position, value) in values.enumerated() {
                    if position > 0 { page.blankLine() }
                    page.put(item: value, indentation: 2)
                }
            } else {
                page.put(value, after: key + ":", indentation: 0)
            }
        }
        return page.text
    }
}

extension Block.Value {
    fileprivate var isShort: Bool {
        switch self {
        case .word, .text, .row: true
        case .list, .block: false
        }
    }
}

/// The lines of a YAML file as they are written.
private struct Page {
    private(set) var text = ""

    mutating func line(_ line: String) { text += line + "\n" }

    mutating func blankLine() { text += "\n" }

    /// Puts a value behind a key, or below it with more indentation.
    mutating func put(_ value: Block.Value, after head: String, indentation: Int) {
        let margin = String(repeating: " ", count: indentation)
        switch value {
        case .word(let word):
            line(margin + head + " " + word)
        case .text(let text):
            put(ScalarForm(text), after: margin + head, indentation: indentation)
        case .row(let texts):
            line(margin + head + " [" + texts.map { ScalarForm.inRow($0) }.joined(separator: ", ") + "]")
        case .list(let values):
            line(margin + head)
            for value in values { put(item: value, indentation: indentation + 2) }
        case .block(let block):
            line(margin + head)
            for (key, value) in block.entries { put(value, after: key + ":", indentation: indentation + 2) }
        }
    }

    mutating func put(item value: Block.Value, indentation: Int) {
        guard case .block(let block) = value else {
            put(value, after: "-", indentation: indentation)
            return
        }
        // The first key stands beside the dash, the others below it.
        let start = text.endIndex
        for (key, value) in block.entries { put(value, after: key + ":", indentation: indentation + 2) }
        let dash = text.index(start, offsetBy: indentation)
        text.replaceSubrange(dash...dash, with: "-")
    }

    private mutating func put(_ form: ScalarForm, after head: String, indentation: Int) {
        switch form {
        case .inLine(let written):
            line(head + " " + written)
        case .below(let mark, let lines):
            line(head + " " + mark)
            let margin = String(repeating: " ", count: indentation + 2)
            for written in lines { line(written.isEmpty ? "" : margin + written) }
        }
    }
}
