import Controller
import Display
import SituationModel

/// What the detail pane says of what analysts hold: judgements of rungs, and hypotheses that compete.
enum JudgingText {
    static func writeJudgement(_ id: JudgementID, board: Board, to text: inout DetailText) {
        guard let judgement = board.situation.judgements[id] else {
            return ItemText.gone("judgement", board: board, to: &text)
        }
        text.title(board.situation.title(of: judgement.rung), note: StyledText(judgement.analyst, .textDim))
        text.blank()
        text.field("likelihood", judgement.likelihood.description)
        text.field("until", judgement.horizonEnd.inWords, .time)
        // Never in one sentence with the likelihood (ICD 203).
        text.field("confidence", judgement.confidence?.rawValue)
        text.field("made", judgement.made.inWords, .time)
        text.paragraph(judgement.reason ?? "", .text)
        text.heading("Rung")
        text.link(.item(.rung(judgement.rung)), StyledText(board.situation.title(of: judgement.rung), .textLink))
        EntryText.writeHistory(board, to: &text)
    }

    static func writeHypotheses(_ id: HypothesesID, board: Board, to text: inout DetailText) {
        guard let matrix = board.situation.hypotheses[id] else {
            return ItemText.gone("set of hypotheses", board: board, to: &text)
        }
        text.title(matrix.title)
        text.heading("Hypotheses")
        for hypothesis in matrix.hypotheses { text.paragraph(hypothesis.title, indent: 2) }
        for item in matrix.items {
            text.heading(item.summary)
            text.evidence(item.evidence, board: board, heads: board.detail.data?.documents ?? [:])
        }
        EntryText.writeHistory(board, to: &text)
    }
}
