import ArgumentParser
import Controller
import Foundation
import SituationModel
import Storage
import Watch

/// Prints what the analysts hold of rungs, and how it has fared.
struct JudgementsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "judgements", abstract: "Print the analysts' judgements and how they have fared.",
        discussion: """
            For each analyst: what is open, resolved and void, the binary Brier score with its parts, the calibration by \
            bands of ICD 203, and every forecast with its revisions. Ends with 1 where nobody has judged anything.
            """)

    @OptionGroup var options: ArchiveOptions

    @Option(name: .customLong("as-of"), help: ArgumentHelp("As it was known at that time.", valueName: "time"))
    var asOf: MomentArgument?

    @Flag(help: "Print one JSON document.")
    var json = false

    func run() throws {
        let target = try SituationToRead(options)
        let now = Instant.now()
        let judging = JudgingNews(of: try target.outline(asOf: asOf?.moment), at: min(asOf?.moment ?? now, now))
        if json {
            let document = JudgementsDocument(judging, of: target.id)
            try Output.write(try JSONText.of(document))
        } else {
            for analyst in judging.analysts { try list(analyst, judging.forecasts) }
        }
        guard !judging.analysts.isEmpty else {
            throw Failure(message: "watchfloor: nobody has judged anything yet", code: .partly)
        }
    }

    private func list(_ analyst: AnalystStanding, _ forecasts: [ForecastStanding]) throws {
        try Output.line("\(analyst.analyst)  \(analyst.open) open, \(analyst.resolved) resolved, \(analyst.void) void")
        if let score = analyst.score {
            try Output.line(
                "  Brier (binary) \(inDecimals(score.binary)) = reliability \(inDecimals(score.reliability))"
                    + " − resolution \(inDecimals(score.resolution)) + uncertainty \(inDecimals(score.uncertainty))"
                    + " + within bins \(inDecimals(score.withinBins))\(analyst.isSmall ? "; too few to judge by" : "")")
        }
        for bin in analyst.bins {
            try Output.line(
                "  \(bin.band.word) \(bin.band.percent): \(bin.forecasts) said, \(inPercent(bin.came)) came"
                    + (bin.isSmall ? " (small)" : ""))
        }
        for forecast in forecasts where forecast.analyst == analyst.analyst {
            guard let judgement = forecast.inForce else { continue }
            let score = forecast.score.map { "  Brier \(inDecimals($0))" } ?? ""
            try Output.line(
                "  \(forecast.outcome.word)  \(forecast.question.rung)  by \(forecast.question.horizonEnd.day)"
                    + "  \(judgement.likelihood)  made \(judgement.made.day)\(score)")
        }
    }
}

/// Prints what the matrices of competing hypotheses say.
struct HypothesesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ach", abstract: "Print what the matrices of competing hypotheses say.",
        discussion: """
            The hypotheses stand in the order of their inconsistency, the least first: consistency never makes up for it. \
            Ends with 1 where there is none.
            """)

    @OptionGroup var options: ArchiveOptions

    @Argument(help: ArgumentHelp("Which matrix; all of the situation otherwise.", valueName: "matrix"))
    var id: String?

    @Option(name: .customLong("as-of"), help: ArgumentHelp("As it was known at that time.", valueName: "time"))
    var asOf: MomentArgument?

    @Flag(help: "Print one JSON document.")
    var json = false

    func run() throws {
        let target = try SituationToRead(options)
        let all = try target.outline(asOf: asOf?.moment).hypotheses.inOrder
        if let id, !all.contains(where: { $0.id.text == id }) {
            let names = all.map(\.id.text).joined(separator: ", ")
            let there = all.isEmpty ? "there are none in this situation" : "there are: \(names)"
            throw Failure(message: "watchfloor: there are no hypotheses “\(id)”; \(there)", code: .usage)
        }
        let readings = all.filter { id == nil || $0.id.text == id }.map { MatrixReading($0) }
        if json {
            try Output.write(try JSONText.of(MatricesDocument(readings, of: target.id)))
        } else {
            for reading in readings { try list(reading) }
        }
        guard !readings.isEmpty else {
            throw Failure(message: "watchfloor: there are no hypotheses in this situation", code: .partly)
        }
    }

    private func list(_ reading: MatrixReading) throws {
        try Output.line("\(reading.matrix.id)  \(reading.matrix.title)")
        for standing in reading.standings {
            let unrated = standing.unrated == 0 ? "" : "  (\(standing.unrated) unrated)"
            try Output.line(
                "  \(standing.rank). \(reading.label(of: standing.hypothesis.id))  "
                    + "\(inDecimals(standing.inconsistency))  \(standing.hypothesis.title)\(unrated)")
        }
        for (number, item) in reading.items.enumerated() {
            let cells = reading.matrix.hypotheses.map { hypothesis in
                "\(reading.label(of: hypothesis.id)) \(item.cells[hypothesis.id]?.text ?? "-")"
            }
            try Output.line("  \(number + 1)  \(item.item.summary)")
            try Output.line(
                "     \(cells.joined(separator: "  "))  weighs \(inDecimals(item.item.weight))"
                    + "  diagnosticity \(inDecimals(item.diagnosticity))\(item.note.map { "  (\($0))" } ?? "")")
        }
    }
}

extension SituationToRead {
    /// The situation without its long lists.
    func outline(asOf: Instant?) throws(Failure) -> Situation {
        do throws(ArchiveError) { return try archive.outline(of: id, asOf: asOf) } catch {
            throw Failure(message: "watchfloor: \(error.description)", code: .storage)
        }
    }
}
