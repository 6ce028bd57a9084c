package import Controller
package import SituationModel
import Warning

extension JudgingNews {
    /// What the analysts of a situation hold, and how it has fared up to a moment.
    package init(of situation: Situation, at now: Instant) {
        let judgements = situation.judgements.inOrder.filter { $0.made <= now }
        let reached = Set(judgements.map(\.rung)).reduce(into: [RungKey: Instant]()) { reached, rung in
            reached[rung] = situation.firstReached(rung)
        }
        let forecasts = Forecast.grouping(judgements).map { forecast in
            ForecastStanding(forecast, reached: reached[forecast.question.rung], now: now)
        }
        let analysts = AnalystRecord.all(judgements, reached: reached, now: now).map { AnalystStanding($0) }
        let matrices = situation.hypotheses.inOrder.map { ($0.id, MatrixReading($0)) }
        self.init(
            forecasts: forecasts, analysts: analysts,
            matrices: Dictionary(matrices, uniquingKeysWith: { first, _ in first }))
    }
}

extension ForecastStanding {
    fileprivate init(_ forecast: Forecast, reached: Instant?, now: Instant) {
        let outcome: Outcome =
            switch forecast.outcome(reached: reached, now: now) {
            case .open: .open
            case .reached(let moment): .reached(moment)
            case .notReached: .notReached
            case .void: .void
            }
        self.init(
            analyst: forecast.analyst, question: forecast.question, judgements: forecast.judgements, outcome: outcome,
            score: forecast.scored(reached: reached, now: now)?.brier)
    }
}

extension AnalystStanding {
    fileprivate init(_ record: AnalystRecord) {
        self.init(
            analyst: record.analyst, open: record.open, resolved: record.resolved, void: record.void,
            isSmall: record.isSmall,
            score: record.parts.map { parts in
                Score(
                    binary: parts.score, reliability: parts.reliability, resolution: parts.resolution,
                    uncertainty: parts.uncertainty, withinBins: parts.withinBins)
            },
            bins: record.calibration.bins.map { bin in
                Bin(
                    band: bin.band, forecasts: bin.forecasts, said: bin.meanForecast, came: bin.frequency,
                    isSmall: bin.isSmall)
            })
    }
}

extension MatrixReading {
    /// What a matrix says.
    package init(_ matrix: HypothesisMatrix) {
        let reading = HypothesisReading(matrix)
        self.init(
            matrix: matrix,
            standings: reading.standings.map { standing in
                Standing(
                    hypothesis: standing.hypothesis, rank: standing.rank, inconsistency: standing.inconsistency,
                    unrated: standing.unrated)
            },
            items: reading.items.map { item in
                let cells = matrix.hypotheses.compactMap { hypothesis in
                    reading.cell(item.item.id, hypothesis.id).map { (hypothesis.id, Cell($0)) }
                }
                return Item(
                    item: item.item, diagnosticity: item.diagnosticity, counts: item.counts,
                    disagreement: item.disagreement, note: item.note,
                    cells: Dictionary(cells, uniquingKeysWith: { first, _ in first }))
            })
    }
}

extension MatrixReading.Cell {
    fileprivate init(_ cell: HypothesisReading.Cell) {
        self.init(
            ratings: cell.ratings, inconsistency: cell.inconsistency, disagreement: cell.disagreement)
    }
}

extension LadderPattern {
    /// The templates there are.
    package static var all: [LadderPattern] {
        LadderTemplate.all.map { template in
            LadderPattern(
                name: template.name, title: template.title,
                ladder: template.ladder(id: LadderID(template.name), actors: []))
        }
    }
}
