import Commands
import Controller
import Display
import SituationModel

/// All there is about the cell of a matrix that the cursor is on: the item and what it weighs, the hypothesis, and who
/// says what.
struct MatrixFoot {
    let board: Board
    let reading: MatrixReading
    let place: MatrixPlace
    let glyphs: Glyphs

    func lines(width: Int) -> [StyledText] {
        guard let item = reading.items.first(where: { $0.item.id == place.item }) else { return head(width: width) }
        var lines = StyledText(item.item.summary, .textStrong).wrapped(to: width, atMost: 2, ellipsis: glyphs.ellipsis)
        lines += weights(of: item).wrapped(to: width, atMost: 2, ellipsis: glyphs.ellipsis)
        if let hypothesis = hypothesis {
            var line = StyledText("\(reading.label(of: hypothesis.id)) ", Style(.textStrong, bold: true))
            line.append(hypothesis.title)
            lines.append(line.truncated(to: width, ellipsis: glyphs.ellipsis))
            lines += ratings(item.cells[hypothesis.id]).wrapped(to: width, atMost: 2, ellipsis: glyphs.ellipsis)
        }
        if let anchor = item.item.evidence.first {
            let more = item.item.evidence.count - 1
            var line = StyledText("“\(anchor.exact)”", Style(.anchor))
            if more > 0 { line.append("  and \(more) more", .textDim) }
            lines.append(line.truncated(to: width, ellipsis: glyphs.ellipsis))
        }
        return lines
    }

    private var hypothesis: Hypothesis? { reading.matrix.hypotheses.first { $0.id == place.hypothesis } }

    private func head(width: Int) -> [StyledText] {
        guard let hypothesis else { return [] }
        var line = StyledText("\(reading.label(of: hypothesis.id)) ", Style(.textStrong, bold: true))
        line.append(hypothesis.title)
        let keys =
            "\(board.way(to: .edit)) renames, \(board.way(to: .remove)) takes out, \(board.way(to: .addHypothesis)) adds"
        return line.wrapped(to: width, atMost: 3, ellipsis: glyphs.ellipsis) + [StyledText(keys, .textDim)]
    }

    private func weights(of item: MatrixReading.Item) -> StyledText {
        var line = StyledText(
            "credibility \(item.item.credibility.rawValue), relevance \(item.item.relevance.rawValue): weighs "
                + "\(inDecimals(item.item.weight))  diagnosticity \(inDecimals(item.diagnosticity))", .textDim)
        if let note = item.note { line.append("  \(note)", .warning) }
        return line
    }

    /// Who says what.
    private func ratings(_ cell: MatrixReading.Cell?) -> StyledText {
        guard let cell, !cell.ratings.isEmpty else {
            return StyledText("nobody has rated this: \(keys) rate it", .textDim)
        }
        var line = StyledText()
        for (analyst, consistency) in cell.ratings.sorted(by: { $0.key < $1.key }) {
            if !line.isEmpty { line.append("; ", .textDim) }
            line.append("\(analyst): ", .textDim)
            line.append("\(consistency.rawValue) \(consistency.inWords)", Style(.text, bold: true))
        }
        if cell.disagreement > 0 { line.append("  they differ by \(inDecimals(cell.disagreement))", .warning) }
        return line
    }

    private var keys: String {
        ["II", "I", "N", "C", "CC"].compactMap { word in
            board.keymap.keys(for: Invocation(.rate, [word]), in: [.matrix]).first.map { "\($0) \(word)" }
        }.joined(separator: ", ")
    }
}
