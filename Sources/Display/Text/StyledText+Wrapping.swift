extension StyledText {
    /// The text in lines of at most `width` columns.
    ///
    /// Lines break at spaces, after hyphens and dashes, and between ideographs; a word longer than a line is cut where
    /// the line ends. Nothing but the spaces at a break is lost. Hostile characters come out as their marks. A wide
    /// character in a single column stands on a line of its own, which is then too wide.
    ///
    /// - Parameters:
    ///   - width: Columns a line may take.
    ///   - indent: Blank columns before every line but the first.
    package func wrapped(to width: Int, indent: Int = 0) -> [StyledText] {
        if spans.allSatisfy({ SafeText.isPlain($0.text) }), self.width <= max(1, width) { return [self] }
        let cells = shownCells(keepingNewlines: true)
        let hanging = max(0, min(indent, width - 2))
        var lines: [StyledText] = []
        for paragraph in cells.split(omittingEmptySubsequences: false, whereSeparator: { $0.columns == 0 }) {
            var rest = paragraph
            repeat {
                let isFirst = lines.isEmpty
                let line = Self.takeLine(from: &rest, width: max(1, isFirst ? width : width - hanging))
                var text = StyledText(cells: line)
                if !isFirst, hanging > 0, let style = line.first?.style {
                    text.spans.insert(
                        Span(text: String(repeating: " ", count: hanging), style: Style(.text, ground: style.ground)),
                        at: 0)
                }
                lines.append(text)
            } while !rest.isEmpty
        }
        return lines
    }

    /// Takes the cells of the next line, and with them the spaces the line breaks at.
    private static func takeLine(from rest: inout ArraySlice<StyledCell>, width: Int) -> ArraySlice<StyledCell> {
        var used = 0
        var end = rest.startIndex
        /// The last place a line may end at, before the first cell that does not fit.
        var breakPlace: Int?
        while end < rest.endIndex {
            let cell = rest[end]
            if end > rest.startIndex, mayBreak(between: rest[end - 1], and: cell) { breakPlace = end }
            guard used + cell.columns <= width || end == rest.startIndex else { break }
            used += cell.columns
            end += 1
        }
        if end < rest.endIndex {
            end = breakPlace ?? end
        }
        var line = rest[..<end]
        rest = rest[end...]
        guard !rest.isEmpty else { return line }
        while line.last?.grapheme == .blank { line.removeLast() }
        while rest.first?.grapheme == .blank { rest.removeFirst() }
        return line
    }

    private static func mayBreak(between left: StyledCell, and right: StyledCell) -> Bool {
        if right.grapheme == .blank { return true }
        guard let before = left.grapheme.base, let after = right.grapheme.base else { return false }
        if before == " " || before == "\u{3000}" { return true }
        if "-–—".unicodeScalars.contains(before) { return after.properties.isAlphabetic }
        guard isIdeographic(before) || isIdeographic(after) else { return false }
        return !"、。，．：；！？」』）】》〉”’…％%)],.:;!?".unicodeScalars.contains(after)
            && !"「『（【《〈“‘([".unicodeScalars.contains(before)
    }

    /// Whether the character belongs to a script that is written without spaces. Korean is not: it breaks at words.
    private static func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2E80...0x30FF, 0x31F0...0xA4CF, 0xF900...0xFAFF, 0xFF01...0xFF9F, 0x20000...0x3FFFF: true
        default: false
        }
    }
}
