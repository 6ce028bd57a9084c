import Controller
import Display
import SituationModel

/// Events of conflict by week, drawn as bars: deeds below, words above them, what is usual as a line.
struct ConflictPlot {
    let chart: TrafficChart
    let glyphs: Glyphs
    /// Rows of the bars.
    let height: Int
    private let margin: Int
    /// Columns of a week, the blank behind it counted.
    private let columns: Int
    /// The weeks that are drawn.
    private let shown: Range<Int>
    /// The most conflict in a week that is drawn.
    private let highest: Int

    init(_ chart: TrafficChart, glyphs: Glyphs, width: Int, height: Int) {
        self.chart = chart
        self.glyphs = glyphs
        self.height = max(2, height)
        let count = max(1, chart.weeks.count)
        margin = String(chart.weeks.map(\.conflict).max() ?? 0).count + 2
        let room = max(4, width - margin)
        columns = min(3, max(1, room / count))
        let visible = min(count, room / columns)
        // Page by page from the present backwards, so that what is drawn depends on the chosen week alone.
        let back = (count - 1 - (chart.chosen ?? count - 1)) / visible
        let last = count - back * visible
        shown = max(0, last - visible)..<min(last, chart.weeks.count)
        highest = max(1, chart.weeks[shown].map(\.conflict).max() ?? 0)
    }

    var lines: [StyledText] {
        var lines = (0..<height).reversed().map(bars(inRow:))
        lines.append(axis)
        lines.append(marks)
        lines.append(dates)
        return lines
    }

    private func label(_ text: String, _ sign: String) -> StyledText {
        StyledText(String(repeating: " ", count: max(0, margin - 1 - text.count)) + text + sign, .textDim)
    }

    /// One sign a week, and blanks to where the next begins.
    private func row(_ start: StyledText, _ sign: (Int) -> (String, Style)) -> StyledText {
        var line = start
        for index in shown {
            let (text, style) = sign(index)
            line.append(String(repeating: text, count: max(1, columns - 1)), style)
            if columns > 1 { line.append(" ", Style(.text)) }
        }
        return line
    }

    private func style(_ role: Role, _ index: Int) -> Style {
        Style(role, ground: index == chart.chosen ? .selectionFocused : nil)
    }

    // MARK: Bars

    /// How high that many events stand, in eighths of a row; what there is at all is seen.
    private func eighths(_ count: Double) -> Int {
        count <= 0 ? 0 : max(1, Int((count * Double(height * 8) / Double(highest)).rounded()))
    }

    private func bars(inRow row: Int) -> StyledText {
        let text = row == height - 1 ? String(highest) : ""
        return self.row(label(text, text.isEmpty ? glyphs.vertical : glyphs.teeLeft)) { index in
            let week = chart.weeks[index]
            guard week.isCollected else {
                return (row == 0 ? glyphs.missing : " ", style(.textDim, index))
            }
            let filled = min(8, max(0, eighths(Double(week.conflict)) - row * 8))
            let deeds = eighths(Double(week.counts.materialConflict)) - row * 8
            let isDeeds = deeds >= (filled + 1) / 2
            let role: Role = isDeeds ? .eventMaterialConflict : .eventVerbalConflict
            switch filled {
            case 0:
                let usual = eighths(chart.chosenWeek?.reading?.usualConflict ?? 0)
                let isUsual = usual > 0 && (usual - 1) / 8 == row
                return (isUsual ? glyphs.usual : " ", style(.textDim, index))
            case 8: return (isDeeds ? glyphs.fullOfDeeds : glyphs.fullOfWords, style(role, index))
            default: return (glyphs.spark[filled - 1], style(role, index))
            }
        }
    }

    // MARK: Below the bars

    private var axis: StyledText {
        var line = label("0", glyphs.bottomLeft)
        line.append(String(repeating: glyphs.horizontal, count: shown.count * columns), .textDim)
        return line
    }

    private var marks: StyledText {
        row(label("", " ")) { index in
            let isFlagged = chart.weeks[index].reading?.isFlagged == true
            if isFlagged { return (glyphs.surge, style(.warning, index)) }
            return (index == chart.chosen ? glyphs.chosenWeek : " ", Style(.key))
        }
    }

    /// The months, each where its first Monday is, as far as there is room; the year with the first of each.
    private var dates: StyledText {
        var text = String(repeating: " ", count: margin)
        var year: Int?
        for index in shown {
            let monday = chart.weeks[index].monday
            guard monday.day <= 7 || index == shown.lowerBound else { continue }
            let name = MonthName.short(monday.month) + (year == monday.year ? "" : " \(monday.year)")
            let column = margin + (index - shown.lowerBound) * columns
            guard text.count <= column, column + name.count <= margin + max(8, shown.count * columns) else { continue }
            text += String(repeating: " ", count: column - text.count) + name + " "
            year = monday.year
        }
        return StyledText(text, .time)
    }
}
