extension Canvas {
    /// The rows as they read, one a line: blanks at their ends cut off, wide characters once.
    package func text() -> String {
        var bytes: [UInt8] = []
        for row in 0..<size.rows {
            if row > 0 { bytes.append(UInt8(ascii: "\n")) }
            let start = bytes.count
            for column in 0..<size.columns { grapheme(column: column, row: row).write(to: &bytes) }
            while bytes.count > start, bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The canvas for a terminal that has only ASCII: everything else becomes its plain likeness (a quote, a dash, a
    /// line, a letter without its accent) or `?`, one a column.
    package func asciiOnly() -> Canvas {
        var isAfterWide = false
        return replacingGraphemes { grapheme in
            defer { isAfterWide = !grapheme.isASCII }
            if grapheme == .rightHalf { return isAfterWide ? Grapheme("?") : .blank }
            if grapheme.isASCII { return grapheme }
            return Grapheme(ascii: grapheme.asciiLikeness ?? UInt8(ascii: "?"))
        }
    }

    /// The canvas as a picture of its styles, for tests: one letter a style in the order they appear, a dot for plain
    /// text, and below a legend.
    package func rolePicture() -> String {
        let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
        var known: [Style: Character] = [Style(.text): "."]
        var legend: [String] = []
        var lines: [String] = []
        for row in 0..<size.rows {
            var line = ""
            for column in 0..<size.columns {
                let style = style(column: column, row: row)
                if let letter = known[style] {
                    line.append(letter)
                } else {
                    let letter = legend.count < letters.count ? letters[legend.count] : "#"
                    known[style] = letter
                    legend.append("\(letter) \(style.description)")
                    line.append(letter)
                }
            }
            while line.last == "." { line.removeLast() }
            lines.append(line)
        }
        return (lines + [""] + legend).joined(separator: "\n")
    }
}

extension Style: CustomStringConvertible {
    /// The role, what it lies on, and its emphases, in words.
    package var description: String {
        var words = role.rawValue
        if let ground { words += " on \(ground.rawValue)" }
        if isBold { words += " bold" }
        if isItalic { words += " italic" }
        if isUnderlined { words += " underlined" }
        return words
    }
}
