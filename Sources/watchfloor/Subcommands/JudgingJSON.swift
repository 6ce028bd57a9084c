import Controller
import Foundation
import SituationModel

/// Documents of JSON, keys in the order of the alphabet.
enum JSONText {
    static func of(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    }

    /// A number that is not longer than it is exact.
    static func rounded(_ number: Double) -> Double { (number * 1e6).rounded() / 1e6 + 0 }
}

/// What `judgements --json` prints.
struct JudgementsDocument: Encodable {
    struct Analyst: Encodable {
        let analyst: String
        let open, resolved, void: Int
        /// Whether too little is resolved to judge by.
        let small: Bool
        let brier: Brier?
        let calibration: [Bin]
        let forecasts: [Forecast]
    }

    struct Brier: Encodable {
        let binary, reliability, resolution, uncertainty, withinBins: Double
    }

    struct Bin: Encodable {
        let band: String
        let lower, upper: Double
        let forecasts: Int
        let said, came: Double
        let small: Bool
    }

    struct Forecast: Encodable {
        let rung, until, outcome: String
        let reached: String?
        let brier: Double?
        let judgements: [Given]
    }

    struct Given: Encodable {
        let id, likelihood: String
        let lower, upper: Double
        let confidence: String?
        let made: String
        let reason: String?
    }

    let situation: String
    let analysts: [Analyst]

    init(_ judging: JudgingNews, of situation: SituationID) {
        self.situation = situation.text
        analysts = judging.analysts.map { standing in
            Analyst(
                analyst: standing.analyst, open: standing.open, resolved: standing.resolved, void: standing.void,
                small: standing.isSmall, brier: standing.score.map(Brier.init),
                calibration: standing.bins.map(Bin.init),
                forecasts: judging.forecasts.filter { $0.analyst == standing.analyst }.map(Forecast.init))
        }
    }
}

extension JudgementsDocument.Brier {
    fileprivate init(_ score: AnalystStanding.Score) {
        binary = JSONText.rounded(score.binary)
        reliability = JSONText.rounded(score.reliability)
        resolution = JSONText.rounded(score.resolution)
        uncertainty = JSONText.rounded(score.uncertainty)
        withinBins = JSONText.rounded(score.withinBins)
    }
}

extension JudgementsDocument.Bin {
    fileprivate init(_ bin: AnalystStanding.Bin) {
        band = bin.band.word
        (lower, upper) = (bin.band.lower, bin.band.upper)
        forecasts = bin.forecasts
        (said, came) = (JSONText.rounded(bin.said), JSONText.rounded(bin.came))
        small = bin.isSmall
    }
}

extension JudgementsDocument.Forecast {
    fileprivate init(_ forecast: ForecastStanding) {
        rung = forecast.question.rung.description
        until = forecast.question.horizonEnd.description
        outcome = forecast.outcome.word
        if case .reached(let moment) = forecast.outcome { reached = moment.description } else { reached = nil }
        brier = forecast.score.map(JSONText.rounded)
        judgements = forecast.judgements.map { judgement in
            let bounds = judgement.likelihood.bounds
            return JudgementsDocument.Given(
                id: judgement.id.text, likelihood: judgement.likelihood.description, lower: bounds.lowerBound,
                upper: bounds.upperBound, confidence: judgement.confidence?.rawValue,
                made: judgement.made.description, reason: judgement.reason)
        }
    }
}

/// What `ach --json` prints.
struct MatricesDocument: Encodable {
    struct Matrix: Encodable {
        let id, question: String
        /// The least inconsistent first.
        let hypotheses: [Standing]
        let items: [Item]
    }

    struct Standing: Encodable {
        let id, title: String
        let rank: Int
        let inconsistency: Double
        let unrated: Int
    }

    struct Item: Encodable {
        let id, summary, credibility, relevance: String
        let weight, diagnosticity, disagreement: Double
        let counts: Bool
        let note: String?
        /// By hypothesis, then by analyst.
        let ratings: [String: [String: String]]
        let evidence: [Place]
    }

    struct Place: Encodable {
        let document, exact: String
        let start: Int
    }

    let situation: String
    let matrices: [Matrix]

    init(_ readings: [MatrixReading], of situation: SituationID) {
        self.situation = situation.text
        matrices = readings.map { reading in
            Matrix(
                id: reading.matrix.id.text, question: reading.matrix.title,
                hypotheses: reading.standings.map { standing in
                    Standing(
                        id: standing.hypothesis.id.text, title: standing.hypothesis.title, rank: standing.rank,
                        inconsistency: JSONText.rounded(standing.inconsistency), unrated: standing.unrated)
                }, items: reading.items.map(Item.init))
        }
    }
}

extension MatricesDocument.Item {
    fileprivate init(_ item: MatrixReading.Item) {
        id = item.item.id.text
        summary = item.item.summary
        credibility = item.item.credibility.rawValue
        relevance = item.item.relevance.rawValue
        weight = JSONText.rounded(item.item.weight)
        diagnosticity = JSONText.rounded(item.diagnosticity)
        disagreement = JSONText.rounded(item.disagreement)
        counts = item.counts
        note = item.note
        ratings = Dictionary(
            item.cells.map { ($0.key.text, $0.value.ratings.mapValues(\.rawValue)) },
            uniquingKeysWith: { first, _ in first })
        evidence = item.item.evidence.map { anchor in
            MatricesDocument.Place(document: anchor.document.text, exact: anchor.exact, start: anchor.start)
        }
    }
}
