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
        for appearance in document.appearances {
            let name = board.situation.sources[appearance.source]?.name ?? appearance.source.text
            text.field("also in", "\(name), \(appearance.received.inWords)")
        }
        writeCount(board, to: &text)
        writeChange(board, to: &text)
        text.blank()
        writeBody(document, at: anchor, board: board, to: &text)
        writeFindings(board, to: &text)
        EntryText.writeHistory(board, to: &text)
    }

    /// How much was found, and how much of it waits for a decision.
    private static func writeCount(_ board: Board, to text: inout DetailText) {
        let findings = board.findings
        guard !findings.isEmpty else { return }
        let open = findings.count { $0.record.review?.verdict == .unconfirmed }
        var value = StyledText("\(findings.count)", .text)
        if open > 0 { value.append(", \(open) unconfirmed", .machine) }
        if board.markedCount > 0 { value.append(", \(board.markedCount) marked", .machine) }
        text.field("findings", value)
    }

    /// That the source has changed its text: what is gone; what is new stands out in the text itself.
    private static func writeChange(_ board: Board, to text: inout DetailText) {
        guard let change = board.detail.data?.lastChange else { return }
        text.field("changed", StyledText(change.at.inWords, .warning))
        for words in change.removed.prefix(6) { text.field("gone", StyledText("“\(words)”", .textDim)) }
        if change.removed.count > 6 { text.field("gone", StyledText("and \(change.removed.count - 6) more", .textDim)) }
    }

    private static func writeBody(_ document: Document, at anchor: Anchor?, board: Board, to text: inout DetailText) {
        let scalars = Array(document.text.unicodeScalars)
        let open = anchor.map { $0.resolved(in: scalars) }
        if case .lost? = open, let anchor {
            text.paragraph("The words this rests on no longer stand in the document:", .warning)
            text.paragraph(StyledText("“\(anchor.exact)”", .anchor), indent: 2)
            text.blank()
        }
        // Marked text: what was opened at stands out most, then what the cursor is on; other findings are underlined.
        var marks = [Mark](repeating: .none, count: scalars.count)
        for range in board.detail.data?.lastChange?.added ?? [] { marks.mark(range, with: .new) }
        for finding in board.findings {
            let review = finding.record.review?.verdict
            let isChosen = board.detail.link == .item(finding.item)
            guard isChosen || review != .rejected else { continue }
            let mark: Mark = isChosen ? .chosen : review == .unconfirmed ? .proposed : .found
            for anchor in finding.anchors { anchor.resolved(in: scalars).range.map { marks.mark($0, with: mark) } }
        }
        if let range = open?.range { marks.mark(range, with: .opened) }
        var starts = starts(of: board, scalars)
        var line = StyledText()
        var index = 0
        var lineStart = 0
        func flush(_ line: StyledText, upTo end: Int) {
            let start = text.lines.count
            let searched = board.detail.search.isEmpty ? line : line.highlighting(board.detail.search, as: .match)
            text.paragraph(searched)
            if line.isEmpty { text.blank() }
            // Each finding leads on from the line on which it begins.
            while let first = starts.first, first.place < end {
                starts.removeFirst()
                // As far as the end of the word, since the line breaks in front of it or behind.
                var word = first.place
                while word < min(end, scalars.count), !scalars[word].properties.isWhitespace { word += 1 }
                let lead = StyledText(string(scalars[lineStart..<max(lineStart, word)]))
                let own = min(start + max(0, lead.wrapped(to: text.width).count - 1), max(start, text.lines.count - 1))
                text.mark(.item(first.item), lines: own..<own + 1)
            }
            lineStart = end
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
                let style = mark.style
                line.append(string(scalars[index..<end]), style)
            }
            index = end
            if index < scalars.count, scalars[index] == "\n" {
                index += 1
                flush(line, upTo: index)
                line = StyledText()
            }
        }
        flush(line, upTo: scalars.count + 1)
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// Where the findings begin, in the order of the text.
    private static func starts(of board: Board, _ scalars: [Unicode.Scalar]) -> [(place: Int, item: Item)] {
        board.findings.compactMap { finding in
            finding.anchors.lazy.compactMap { $0.resolved(in: scalars).range?.lowerBound }.first.map {
                ($0, finding.item)
            }
        }.sorted { $0.place < $1.place }
    }

    /// All that was found, in the order of the text, and how each stands.
    private static func writeFindings(_ board: Board, to text: inout DetailText) {
        let findings = board.findings
        guard !findings.isEmpty else { return }
        let scalars = Array((board.detail.data?.document?.text ?? "").unicodeScalars)
        text.heading("Found in this document")
        for finding in findings {
            let item = finding.item
            var sign = StyledText(board.isMarked(item) ? text.glyphs.marked : " ", .machine)
            switch finding.record.review?.verdict {
            case .unconfirmed: sign.append(text.glyphs.proposed + " ", .machine)
            case .rejected: sign.append(text.glyphs.rejected + " ", .warning)
            case .confirmed: sign.append(text.glyphs.check + " ", .gradeGood)
            case nil: sign.append("  ")
            }
            var line = StyledText()
            let role: Role = finding.record.review?.verdict == .rejected ? .textDim : .text
            switch finding.record {
            case .quote(let quote):
                line.append(board.speakerName(quote) + " ", Style(role, bold: true))
                line.append(contentsOf: QuoteWords.text(quote, glyphs: text.glyphs))
                if quote.isNegated { line.append(" declined", .warning) }
                appendGrade(quote.credibility, board, to: &line)
            case .event(let event):
                line.append(event.category.quad.sign + " ", event.category.quad.role)
                line.append(event.summary, role)
                if event.mode != .actual { line.append(" \(event.mode.rawValue)", .warning) }
                appendGrade(event.accounts.first?.credibility ?? .cannotBeJudged, board, to: &line)
            case .actor(let actor):
                line.append("\(actor.kind.rawValue) ", .textDim)
                line.append(actor.name, Style(role, bold: true))
            default: break
            }
            if finding.isLost(in: scalars) { line.append(" no longer in the text", .warning) }
            text.link(.item(item), sign: sign, line)
        }
    }

    private static func appendGrade(_ credibility: InformationCredibility, _ board: Board, to line: inout StyledText) {
        guard let source = board.detail.data?.document?.source else { return }
        let grade = Grade(board.situation.sources[source]?.reliability ?? .f, credibility)
        line.append("  \(grade)", grade.role)
    }

    /// How a stretch of the text stands out.
    fileprivate enum Mark: UInt8 {
        case none, new, found, proposed, chosen, opened

        var style: Style {
            switch self {
            case .none: Style(.text)
            case .new: Style(.unseen)
            case .found: Style(.text, underlined: true)
            case .proposed: Style(.machine, underlined: true)
            case .chosen: Style(.text, ground: .selectionFocused, bold: true, underlined: true)
            case .opened: Style(.text, ground: .anchor, bold: true)
            }
        }
    }
}

extension DocumentFinding {
    /// Whether none of its words stand in the document any more.
    fileprivate func isLost(in scalars: [Unicode.Scalar]) -> Bool {
        anchors.allSatisfy { $0.resolved(in: scalars).range == nil }
    }
}

extension [DocumentText.Mark] {
    fileprivate mutating func mark(_ range: Range<Int>, with value: Element) {
        for index in range.clamped(to: indices) where self[index].rawValue < value.rawValue { self[index] = value }
    }
}
