import Commands
import Controller
import Display
import SituationModel

/// The records of the analysts: how their judgements have fared, how well they are calibrated, and what they hold.
enum RecordsText {
    static func write(_ board: Board, to text: inout DetailText) {
        text.title("Judgements and how they have fared")
        guard !board.judging.analysts.isEmpty else {
            text.blank()
            text.paragraph(
                "Nobody has judged anything yet: put the cursor on a rung and press \(board.way(to: .judge)).", .textDim
            )
            return
        }
        text.paragraph(
            "Brier, binary: 0 is best, 1 worst, 0.25 what “50%” always earns. It is reliability − resolution + "
                + "uncertainty + what forecasts differ by within their bins.", .textDim)
        for analyst in board.judging.analysts { write(analyst, board: board, to: &text) }
    }

    private static func write(_ analyst: AnalystStanding, board: Board, to text: inout DetailText) {
        text.heading(analyst.analyst)
        var line = StyledText("\(analyst.open) open, \(analyst.resolved) resolved, \(analyst.void) void", .textStrong)
        if let score = analyst.score {
            line.append("  Brier \(inDecimals(score.binary))", Style(.textStrong, bold: true))
            if analyst.isSmall { line.append("  too few to judge by", .warning) }
        }
        text.paragraph(line)
        if let score = analyst.score {
            text.paragraph(
                "reliability \(inDecimals(score.reliability)) − resolution \(inDecimals(score.resolution))"
                    + " + uncertainty \(inDecimals(score.uncertainty)) + within bins \(inDecimals(score.withinBins))",
                .textDim)
            text.blank()
            let plot = CalibrationPlot(bins: analyst.bins, width: text.width, glyphs: text.glyphs)
            for line in plot.lines { text.paragraph(line) }
        }
        text.blank()
        for forecast in board.judging.forecasts where forecast.analyst == analyst.analyst {
            let title = board.situation.title(of: forecast.question.rung)
            JudgingText.write(forecast, after: StyledText(title, .text), padded: 0, to: &text)
        }
    }
}

/// How often what was called so likely came about: a row for each band, with the band and what came on a line from 0 to 100%.
struct CalibrationPlot {
    let bins: [AnalystStanding.Bin]
    let width: Int
    let glyphs: Glyphs

    private static let nameWidth = 20
    private static let percentWidth = 8
    private static let countWidth = 5
    private static let cameWidth = 6

    /// How many columns the line from 0 to 100% takes.
    private var scale: Int {
        let others = Self.nameWidth + Self.percentWidth + Self.countWidth + Self.cameWidth + 9
        return min(41, max(11, width - others))
    }

    var lines: [StyledText] { bins.isEmpty ? [] : [head] + bins.map(row) + [legend] }

    private var head: StyledText {
        let ends = "0%" + String(repeating: " ", count: max(1, scale - 6)) + "100%"
        return StyledText(
            Self.padded("called", Self.nameWidth) + Self.padded("band", Self.percentWidth)
                + Self.padded("n", Self.countWidth, isRight: true) + "  " + ends
                + Self.padded("came", Self.cameWidth, isRight: true),
            .textDim)
    }

    private func row(_ bin: AnalystStanding.Bin) -> StyledText {
        var line = StyledText(Self.padded(bin.band.word, Self.nameWidth), .text)
        line.append(Self.padded(bin.band.percent, Self.percentWidth), .textDim)
        line.append(Self.padded("\(bin.forecasts)", Self.countWidth, isRight: true) + "  ", .textStrong)
        let came = place(bin.came)
        let band = place(bin.band.lower)...place(bin.band.upper)
        for column in 0..<scale {
            if column == came {
                line.append(glyphs.plotMark, Style(.textStrong, bold: true))
            } else if band.contains(column) {
                line.append(glyphs.plotBand, .textLink)
            } else {
                line.append(glyphs.plotTrack, .textDim)
            }
        }
        line.append(Self.padded(inPercent(bin.came), Self.cameWidth, isRight: true), .textStrong)
        if bin.isSmall { line.append("  small", .warning) }
        return line
    }

    private var legend: StyledText {
        StyledText(
            "\(glyphs.plotBand) what was said  \(glyphs.plotMark) how often it came  n forecasts; under 10 is small",
            .textDim)
    }

    private func place(_ share: Double) -> Int { Int((share * Double(scale - 1)).rounded()) }

    private static func padded(_ text: String, _ width: Int, isRight: Bool = false) -> String {
        let blanks = String(repeating: " ", count: max(0, width - TextWidth.columns(of: text)))
        return isRight ? blanks + text : text + blanks
    }
}

extension Glyphs {
    /// The band of a row, what came, and the rest of the line.
    fileprivate var plotBand: String { self == .ascii ? "=" : "━" }
    fileprivate var plotMark: String { self == .ascii ? "O" : "●" }
    fileprivate var plotTrack: String { self == .ascii ? "." : "·" }
}
