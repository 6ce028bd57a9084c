import Controller
import Display
import SituationModel

/// The chart of the traffic between actors: conflict by week, and one week closely, with its events.
enum ChartText {
    /// - Parameter rows: the rows of the pane, which the bars take their part of.
    static func write(_ scope: TrafficScope, board: Board, rows: Int, to text: inout DetailText) {
        guard let chart = board.detail.data?.chart else {
            text.title(board.name(of: scope), note: StyledText("Reading…", .textDim))
            return
        }
        var note = StyledText("events of conflict a week", .textDim)
        if let trend = chart.trend {
            note.append("  \(trend.sign(text.glyphs)) \(trend.rawValue)", .textStrong)
        }
        text.line(
            StyledText(board.name(of: chart.scope), Style(.textStrong, bold: true)).flanked(
                by: note, width: text.width, ellipsis: text.glyphs.ellipsis))
        guard let week = chart.chosenWeek, chart.weeks.contains(where: { $0.counts.total > 0 }) else {
            text.blank()
            text.paragraph("No event is known that one of them did to another.", .textDim)
            return
        }
        let plot = ConflictPlot(chart, glyphs: text.glyphs, width: text.width, height: min(12, max(4, (rows - 12) / 3)))
        for line in plot.lines { text.line(line) }
        text.line(legend(chart, text.glyphs))
        write(week, of: chart, to: &text)
        writeQuads(of: week, in: chart, to: &text)
        writeEvents(of: week, board: board, to: &text)
        writeParts(of: chart, board: board, to: &text)
        text.blank()
        text.paragraph(
            "An event counts for the states, or topmost actors, whose people or parts did it and suffered it.", .textDim
        )
    }

    /// The signs that are on the chart.
    private static func legend(_ chart: TrafficChart, _ glyphs: Glyphs) -> StyledText {
        var line = StyledText(glyphs.fullOfDeeds, .eventMaterialConflict)
        line.append(" deeds  ", .textDim)
        line.append(glyphs.fullOfWords, .eventVerbalConflict)
        line.append(" words  \(glyphs.usual) usual", .textDim)
        if chart.weeks.contains(where: { $0.reading?.isFlagged == true }) {
            line.append("  ")
            line.append(glyphs.surge, .warning)
            line.append(" surge", .textDim)
        }
        if chart.weeks.contains(where: { !$0.isCollected }) {
            line.append("  \(glyphs.missing) not collected", .textDim)
        }
        return line
    }

    private static func write(_ week: TrafficChart.Week, of chart: TrafficChart, to text: inout DetailText) {
        text.blank()
        let isOpen = chart.isLastOpen && chart.chosen == chart.weeks.count - 1
        var heading = StyledText(
            "Week of \(week.monday.inWords)\(isOpen ? ", so far" : "")", Style(.textStrong, bold: true))
        if week.reading?.isFlagged == true {
            heading.append("  \(text.glyphs.surge) surge", Style(.warning, bold: true))
        }
        text.paragraph(heading)
        guard week.isCollected else {
            text.paragraph("Nothing was collected in this week: that it was quiet is not known.", .textDim)
            return
        }
        guard let reading = week.reading else {
            text.paragraph(
                "\(counted(week.counts.total)); fewer than the \(chart.leastHistory) weeks before it are known that it could "
                    + "be measured against.", .textDim)
            return
        }
        text.field("level", "rank \(reading.rank) of \(reading.weeksCompared) weeks, \(counted(week.counts.total))")
        text.field("change", "z \(inDecimals(reading.score)), the mean of the four below")
    }

    /// What happened, in the four quarters of conflict and cooperation, with the weeks before.
    private static func writeQuads(
        of week: TrafficChart.Week, in chart: TrafficChart, to text: inout DetailText
    ) {
        guard week.isCollected, let chosen = chart.chosen else { return }
        let before = chart.weeks[max(0, chosen - 11)...chosen]
        text.line(StyledText("                        events  usual      z  12 weeks", .textDim))
        for quad in Event.Quad.allCases {
            var line = StyledText(quad.sign + " ", quad.role)
            line.append(padded(quad.inWords, to: 21), .text)
            line.append(padded(String(week.counts[quad]), to: 6, atEnd: false), .textStrong)
            let change = week.reading?.change[quad]
            line.append(padded(change.map { inDecimals($0.usual, places: 1) } ?? "", to: 7, atEnd: false), .textDim)
            line.append(padded(change.map { inDecimals($0.z, places: 1) } ?? "", to: 7, atEnd: false), .text)
            let levels = before.map { $0.isCollected ? $0.counts[quad] : nil }
            line.append("  " + text.glyphs.sparkLine(levels), quad.role)
            text.line(line)
        }
        text.field("why", week.reading?.reason)
    }

    private static func writeEvents(of week: TrafficChart.Week, board: Board, to text: inout DetailText) {
        let events = board.detail.data?.events ?? []
        guard !events.isEmpty else {
            if week.counts.total == 0 { return }
            text.heading("Events of that week")
            text.paragraph("Reading…", .textDim)
            return
        }
        text.heading("Events of that week")
        for event in events { text.event(event, board: board) }
        if events.count < week.counts.total {
            text.paragraph("and \(week.counts.total - events.count) more", .textDim, indent: 2)
        }
    }

    /// The pairs that the traffic is made up of, each leading to its own chart.
    private static func writeParts(of chart: TrafficChart, board: Board, to text: inout DetailText) {
        guard !chart.parts.isEmpty else { return }
        text.heading("Made up of")
        for part in chart.parts.prefix(20) {
            let scope = TrafficScope.among([part.first, part.second])
            var line = StyledText(board.name(of: scope), .textLink)
            line.append("  \(counted(part.count)) in that week", .textDim)
            text.link(.chart(scope), line)
        }
    }

    private static func counted(_ events: Int) -> String { events == 1 ? "1 event" : "\(events) events" }

    private static func padded(_ text: String, to width: Int, atEnd: Bool = true) -> String {
        let blanks = String(repeating: " ", count: max(0, width - text.count))
        return atEnd ? text + blanks : blanks + text
    }
}
