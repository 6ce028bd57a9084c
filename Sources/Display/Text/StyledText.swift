/// Text of which parts are styled differently.
package struct StyledText: Hashable, Sendable, ExpressibleByStringLiteral {
    /// A stretch of text in one style.
    package struct Span: Hashable, Sendable {
        /// The text as it came; the gate is passed when it is drawn, measured, wrapped or cut.
        package var text: String
        /// How it is to look.
        package var style: Style

        /// Makes a span.
        package init(text: String, style: Style) {
            self.text = text
            self.style = style
        }
    }

    /// The stretches, from left to right.
    package var spans: [Span]

    /// Makes an empty text.
    package init() {
        spans = []
    }

    /// Makes a text in one style.
    package init(_ text: String, _ style: Style = Style(.text)) {
        spans = text.isEmpty ? [] : [Span(text: text, style: style)]
    }

    /// Makes a text in one role.
    package init(_ text: String, _ role: Role) {
        self.init(text, Style(role))
    }

    /// Makes plain text.
    package init(stringLiteral text: String) {
        self.init(text)
    }

    /// Adds text at the end.
    package mutating func append(_ text: String, _ style: Style = Style(.text)) {
        guard !text.isEmpty else { return }
        if let last = spans.indices.last, spans[last].style == style {
            spans[last].text += text
        } else {
            spans.append(Span(text: text, style: style))
        }
    }

    /// Adds text at the end, in a role.
    package mutating func append(_ text: String, _ role: Role) {
        append(text, Style(role))
    }

    /// Adds styled text at the end.
    package mutating func append(contentsOf other: StyledText) {
        for span in other.spans { append(span.text, span.style) }
    }

    /// Both texts, one after the other.
    package static func + (left: StyledText, right: StyledText) -> StyledText {
        var text = left
        text.append(contentsOf: right)
        return text
    }

    /// The text without its styles, as it came.
    package var text: String { spans.reduce(into: "") { $0 += $1.text } }

    /// Whether there is no text.
    package var isEmpty: Bool { spans.allSatisfy(\.text.isEmpty) }

    /// The columns it takes when drawn.
    package var width: Int { spans.reduce(0) { $0 + TextWidth.columns(of: $1.text) } }

    /// The text on a ground, each part in its own role.
    package func on(_ ground: Role?) -> StyledText {
        var text = self
        for index in text.spans.indices { text.spans[index].style.ground = ground }
        return text
    }

    /// The text, or where it is too wide its beginning and an ellipsis; never wider than `width` columns.
    package func truncated(to width: Int, ellipsis: String) -> StyledText {
        guard self.width > width else { return self }
        let ellipsisWidth = TextWidth.columns(of: ellipsis)
        guard ellipsisWidth <= width else { return StyledText(ellipsis).cut(to: max(0, width)) }
        var kept = cut(to: width - ellipsisWidth)
        while let last = kept.spans.indices.last, kept.spans[last].text.hasSuffix(" ") {
            kept.spans[last].text.removeLast()
            if kept.spans[last].text.isEmpty { kept.spans.removeLast() }
        }
        kept.append(ellipsis, kept.spans.last?.style ?? spans.first?.style ?? Style(.text))
        return kept
    }

    private func cut(to width: Int) -> StyledText {
        var kept = StyledText()
        var used = 0
        for span in spans {
            let columns = TextWidth.columns(of: span.text)
            guard used + columns > width else {
                used += columns
                kept.append(span.text, span.style)
                continue
            }
            var cells: [StyledCell] = []
            for cell in StyledText(span.text, span.style).shownCells() {
                guard used + cell.columns <= width else { break }
                used += cell.columns
                cells.append(cell)
            }
            kept.append(contentsOf: StyledText(cells: cells[...]))
            break
        }
        return kept
    }
}

/// A piece of text that has passed the gate, with its style.
struct StyledCell {
    var grapheme: Grapheme
    var columns: Int
    var style: Style
}

extension StyledText {
    /// What is shown of the text, piece by piece. A line's end is a line feed of no columns, where those are kept.
    func shownCells(keepingNewlines: Bool = false) -> [StyledCell] {
        var cells: [StyledCell] = []
        for span in spans {
            let unsafe = span.style.with(.textUnsafe)
            SafeText.forEachPiece(in: span.text, keepingNewlines: keepingNewlines) { piece in
                cells.append(
                    StyledCell(
                        grapheme: piece.grapheme, columns: piece.columns, style: piece.isUnsafe ? unsafe : span.style))
                return true
            }
        }
        return cells
    }

    /// Puts pieces together again, those of one style in one span.
    init(cells: ArraySlice<StyledCell>) {
        spans = []
        var start = cells.startIndex
        while start < cells.endIndex {
            let style = cells[start].style
            var bytes: [UInt8] = []
            while start < cells.endIndex, cells[start].style == style {
                cells[start].grapheme.write(to: &bytes)
                start += 1
            }
            spans.append(Span(text: String(decoding: bytes, as: UTF8.self), style: style))
        }
    }
}
