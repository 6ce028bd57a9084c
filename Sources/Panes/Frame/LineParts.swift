import Display

extension StyledText {
    /// A line with this text on the left and another at the right edge; the left one gives way.
    func flanked(by right: StyledText, width: Int, ellipsis: String) -> StyledText {
        guard !right.isEmpty else { return truncated(to: width, ellipsis: ellipsis) }
        let rightWidth = min(right.width, width)
        let left = truncated(to: max(0, width - rightWidth - 1), ellipsis: ellipsis)
        var line = left
        line.append(String(repeating: " ", count: max(0, width - rightWidth - left.width)))
        line.append(contentsOf: right.truncated(to: rightWidth, ellipsis: ellipsis))
        return line
    }

    /// At most so many lines of this text, the last one ending in an ellipsis where more follows.
    func wrapped(to width: Int, atMost limit: Int, ellipsis: String) -> [StyledText] {
        let lines = wrapped(to: max(1, width))
        guard lines.count > limit, limit > 0 else { return lines }
        var kept = Array(lines.prefix(limit))
        // One cell more than fits makes the truncation put its mark.
        var last = kept[limit - 1]
        last.append(contentsOf: StyledText(" ") + lines[limit])
        kept[limit - 1] = last.truncated(to: width, ellipsis: ellipsis)
        return kept
    }

    /// This text with blanks before it.
    func indented(by columns: Int) -> StyledText {
        StyledText(String(repeating: " ", count: columns)) + self
    }
}
