package import Display

/// What has been drawn where, told back to the board, so that it knows how far a page is and what a click meant.
package struct Picture: Sendable {
    package var regions: [Region] = []
    /// The rows of an overlay's list, by the index of its entry.
    package var overlayRows: [Int: Int] = [:]
    package var overlayFrame: Rect?

    package init() {}

    package func region(of pane: Pane) -> Region? { regions.first { $0.pane == pane } }
}

/// A pane as it was drawn.
package struct Region: Sendable {
    package let pane: Pane
    package let frame: Rect
    /// The first item shown, and how many of its lines are above the edge.
    package var top: ScrollTop?
    /// The items on the screen, with the rows they take.
    package var visible: [(item: Item, rows: Range<Int>)] = []
    /// The tabs in the title, with the columns they take.
    package var tabs: [(pane: Pane, columns: Range<Int>)] = []
    /// In the detail pane: how many lines there are, how many are shown, and where the links stand among them.
    package var lineCount = 0
    /// The first line shown.
    package var scroll = 0
    package var shownLines = 0
    package var links: [(link: Link, lines: Range<Int>)] = []
    /// In a document: the lines on which highlighted words stand.
    package var highlights: [Int] = []

    package init(pane: Pane, frame: Rect) {
        self.pane = pane
        self.frame = frame
    }
}

/// Where a list begins on the screen: at an item, so that what comes in above moves nothing.
package struct ScrollTop: Hashable, Sendable, Codable {
    package var item: Item
    /// Lines of the item that are above the edge.
    package var hiddenLines: Int

    package init(item: Item, hiddenLines: Int = 0) {
        self.item = item
        self.hiddenLines = hiddenLines
    }
}
