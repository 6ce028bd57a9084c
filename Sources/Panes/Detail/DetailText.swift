import Controller
import Display
import SituationModel

/// Text for the detail pane, built up line by line, with the places that lead on.
struct DetailText {
    let width: Int
    let glyphs: Glyphs
    private(set) var lines: [StyledText] = []
    private(set) var links: [(link: Link, lines: Range<Int>)] = []
    /// Lines on which something is highlighted.
    var highlights: [Int] = []

    init(width: Int, glyphs: Glyphs) {
        self.width = max(8, width)
        self.glyphs = glyphs
    }

    mutating func title(_ text: String, note: StyledText = StyledText()) {
        paragraph(StyledText(text, Style(.textStrong, bold: true)))
        if !note.isEmpty { paragraph(note) }
    }

    mutating func heading(_ text: String) {
        blank()
        lines.append(StyledText(text.uppercased(), Style(.heading, bold: true)))
    }

    /// A line as it is.
    mutating func line(_ text: StyledText) { lines.append(text) }

    /// An empty line, unless there is one already.
    mutating func blank() {
        if let last = lines.last, !last.isEmpty { lines.append(StyledText()) }
    }

    mutating func paragraph(_ text: StyledText, indent: Int = 0) {
        lines += text.wrapped(to: max(8, width - indent)).map { $0.indented(by: indent) }
    }

    mutating func paragraph(_ text: String, _ role: Role = .text, indent: Int = 0) {
        guard !text.isEmpty else { return }
        for part in text.split(separator: "\n", omittingEmptySubsequences: false) {
            paragraph(StyledText(String(part), role), indent: indent)
        }
    }

    /// A name and its value on a line; nothing where there is no value.
    mutating func field(_ name: String, _ value: String?, _ role: Role = .text) {
        guard let value, !value.isEmpty else { return }
        field(name, StyledText(value, role))
    }

    mutating func field(_ name: String, _ value: StyledText) {
        let label = 12
        let wrapped = value.wrapped(to: max(8, width - label))
        for (index, line) in wrapped.enumerated() {
            var first = StyledText(index == 0 ? name : "", .textDim)
            first.append(String(repeating: " ", count: max(1, label - first.width)))
            lines.append(first + line)
        }
    }

    /// Text that leads on to something.
    mutating func link(_ link: Link, _ text: StyledText, indent: Int = 2) {
        let start = lines.count
        let wrapped = text.wrapped(to: max(8, width - indent))
        lines += wrapped.map { $0.indented(by: indent) }
        links.append((link, start..<lines.count))
    }

    /// Text that leads on to something, with a sign before its first line.
    mutating func link(_ link: Link, sign: StyledText, _ text: StyledText) {
        let start = lines.count
        for (index, line) in text.wrapped(to: max(8, width - sign.width)).enumerated() {
            lines.append(index == 0 ? sign + line : line.indented(by: sign.width))
        }
        links.append((link, start..<lines.count))
    }

    /// Lines that are written already and lead on to something.
    mutating func mark(_ link: Link, lines: Range<Int>) { links.append((link, lines)) }

    /// The sentences that something rests on, each leading to its document.
    mutating func evidence(_ anchors: [Anchor], board: Board, heads: [DocumentID: DocumentHead]) {
        guard !anchors.isEmpty else { return }
        heading("Evidence")
        for anchor in anchors { self.anchor(anchor, board: board, heads: heads) }
    }

    mutating func anchor(_ anchor: Anchor, board: Board, heads: [DocumentID: DocumentHead]) {
        var text = StyledText("“\(anchor.exact)”", Style(.anchor))
        let head = heads[anchor.document]
        let source = head.flatMap { board.situation.sources[$0.source] }
        let origin = [source?.name, head?.received.short].compactMap { $0 }.joined(separator: ", ")
        text.append("  \(origin.isEmpty ? anchor.document.text : origin)", .textDim)
        if let source {
            text.append(" \(source.reliability.rawValue)", Grade(source.reliability, .possiblyTrue).reliabilityRole)
        }
        link(.anchor(anchor), text)
    }
}
