import Controller
import Display
import SituationModel

/// A document, open to be read, with the sentences highlighted that something on the board rests on.
enum DocumentText {
    static func write(_ id: DocumentID, at anchor: Anchor?, board: Board, to text: inout DetailText) {
        guard let document = board.detail.data?.document else {
            return ItemText.gone("document", board: board, to: &text)
        }
        let source = board.situation.sources[document.source]
        text.title(document.title)
        var origin = StyledText(source?.name ?? document.source.text, .textLink)
        if let source {
            origin.append("  \(source.reliability.rawValue) ", Grade(source.reliability, .possiblyTrue).reliabilityRole)
            origin.append(source.reliability.inWords, .textDim)
        }
        text.link(.item(.record(.source(document.source))), origin, indent: 0)
        text.field("received", document.received.inWords, .time)
        text.field("published", document.published?.inWords, .time)
        text.field("language", document.language)
        text.field("link", document.link)
        text.field("marking", document.marking?.label)
        text.blank()
        writeBody(document, at: anchor, board: board, to: &text)
        writeFindings(board, to: &text)
    }

    private static func writeBody(_ document: Document, at anchor: Anchor?, board: Board, to text: inout DetailText) {
        let scalars = Array(document.text.unicodeScalars)
        let open = anchor.map { $0.resolved(in: scalars) }
        if case .lost? = open, let anchor {
            text.paragraph("The words this rests on no longer stand in the document:", .warning)
            text.paragraph(StyledText("“\(anchor.exact)”", .anchor), indent: 2)
            text.blank()
        }
        // Marked text: what was opened at stands out most, other findings are underlined.
        let findings =
            (board.detail.data?.quotes ?? []).flatMap(\.value.content)
            + (board.detail.data?.events ?? []).flatMap { $0.value.accounts.map(\.anchor) }
        var marks = [UInt8](repeating: 0, count: scalars.count)
        for finding in findings where finding.document == document.id {
            finding.resolved(in: scalars).range.map { marks.mark($0, with: 1) }
        }
        if let range = open?.range { marks.mark(range, with: 2) }
        var line = StyledText()
        var index = 0
        func flush(_ line: StyledText) {
            let start = text.lines.count
            let searched = board.detail.search.isEmpty ? line : line.highlighting(board.detail.search, as: .match)
            text.paragraph(searched)
            if line.isEmpty { text.blank() }
            for (offset, shown) in text.lines[start...].enumerated() {
                let isWanted = shown.spans.contains { span in
                    board.detail.search.isEmpty
                        ? (anchor == nil
                            ? span.style.isUnderlined || span.style.ground == .anchor : span.style.ground == .anchor)
                        : span.style.ground == .match
                }
                if isWanted { text.highlights.append(start + offset) }
            }
        }
        while index < scalars.count {
            let mark = marks[index]
            var end = index
            while end < scalars.count, marks[end] == mark, scalars[end] != "\n" { end += 1 }
            if end > index {
                let style =
                    mark == 2 ? Style(.text, ground: .anchor, bold: true) : Style(.text, underlined: mark == 1)
                var piece = String.UnicodeScalarView()
                piece.append(contentsOf: scalars[index..<end])
                line.append(String(piece), style)
            }
            index = end
            if index < scalars.count, scalars[index] == "\n" {
                flush(line)
                line = StyledText()
                index += 1
            }
        }
        flush(line)
    }

    private static func writeFindings(_ board: Board, to text: inout DetailText) {
        ActorText.writeFindings(board, to: &text)
        EntryText.writeHistory(board, to: &text)
    }
}

extension [UInt8] {
    fileprivate mutating func mark(_ range: Range<Int>, with value: UInt8) {
        for index in range.clamped(to: indices) where self[index] < value { self[index] = value }
    }
}
