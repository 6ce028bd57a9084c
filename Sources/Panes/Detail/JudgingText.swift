import Controller
import Display
import SituationModel

/// What the detail pane says of what analysts hold of rungs.
enum JudgingText {
    static func writeJudgement(_ id: JudgementID, board: Board, to text: inout DetailText) {
        guard let judgement = board.situation.judgements[id] else {
            return ItemText.gone("judgement", board: board, to: &text)
        }
        text.title(board.situation.title(of: judgement.rung), note: StyledText(judgement.analyst, .textDim))
        text.blank()
        text.field("likelihood", likelihood(judgement.likelihood))
        text.field("until", judgement.horizonEnd.inWords, .time)
        text.field("made", judgement.made.inWords, .time)
        // Never in one sentence with the likelihood (ICD 203).
        text.field("confidence", judgement.confidence?.rawValue)
        text.field("because", judgement.reason)
        if let forecast = board.judging.forecast(with: id) {
            text.field("outcome", outcome(of: forecast))
            text.field("Brier", forecast.score.map { "\(inDecimals($0)) binary, averaged over its days" })
            if forecast.judgements.count > 1 {
                text.heading("Revisions")
                for revision in forecast.judgements.reversed() {
                    var line = StyledText("\(revision.made.short)  ", .time)
                    line.append(revision.likelihood.description, revision.id == id ? .textStrong : .textLink)
                    if let reason = revision.reason { line.append("  \(reason)", .textDim) }
                    text.link(.item(.record(.judgement(revision.id))), line)
                }
            }
        }
        text.heading("Rung")
        text.link(.item(.rung(judgement.rung)), StyledText(board.situation.title(of: judgement.rung), .textLink))
        EntryText.writeHistory(board, to: &text)
    }

    /// What all analysts hold of a rung, side by side.
    static func writeForecasts(of rung: RungKey, board: Board, to text: inout DetailText) {
        let forecasts = board.judging.forecasts(of: rung)
        guard !forecasts.isEmpty else { return }
        text.heading("Judgements")
        let width = min(24, forecasts.map { TextWidth.columns(of: $0.analyst) }.max() ?? 0)
        for forecast in forecasts {
            let name = StyledText(forecast.analyst, Style(.text, bold: true))
                .truncated(to: width, ellipsis: text.glyphs.ellipsis)
            write(forecast, after: name.indented(by: 0), padded: width, to: &text)
        }
    }

    /// A forecast in two lines: how likely by when and how it came out; below, what it rests on.
    static func write(
        _ forecast: ForecastStanding, after head: StyledText, padded width: Int, to text: inout DetailText
    ) {
        guard let judgement = forecast.inForce else { return }
        var line = head
        line.append(String(repeating: " ", count: max(0, width - head.width) + 2))
        line.append(judgement.likelihood.description, .textLink)
        line.append("  by \(judgement.horizonEnd.day.inWords)", .time)
        line.append("  \(forecast.outcome.word)", forecast.outcome.role)
        var notes = ["made \(DateExpression(.day(judgement.made.day)).inWords)"]
        let revisions = forecast.judgements.count - 1
        if revisions > 0 { notes.append("revised \(revisions == 1 ? "once" : "\(revisions) times")") }
        if let score = forecast.score { notes.append("Brier \(inDecimals(score))") }
        if let confidence = judgement.confidence { notes.append("confidence \(confidence.rawValue)") }
        line.append("\n  " + notes.joined(separator: ", "), .textDim)
        text.link(.item(.record(.judgement(judgement.id))), line)
    }

    /// A likelihood with the per cent its word stands for.
    private static func likelihood(_ likelihood: Likelihood) -> String {
        guard case .band(let band) = likelihood else { return likelihood.description }
        return "\(likelihood), \(band.percent)"
    }

    private static func outcome(of forecast: ForecastStanding) -> String {
        switch forecast.outcome {
        case .open: "open"
        case .reached(let moment): "reached on \(moment.inWords)"
        case .notReached: "not reached by \(forecast.question.horizonEnd.inWords)"
        case .void: "void: reached before it was judged"
        }
    }
}

extension ForecastStanding.Outcome {
    var role: Role {
        switch self {
        case .open: .textStrong
        case .reached: .rungReached
        case .notReached: .rungNotReached
        case .void: .textDim
        }
    }
}
