/// One column of one row.
package struct Cell: Hashable, Sendable {
    /// One grapheme that has passed the gate; empty for the right half of a wide one.
    package var text: String
    /// How it is to look.
    package var style: Style

    /// Makes a cell.
    package init(text: String, style: Style) {
        self.text = text
        self.style = style
    }
}
