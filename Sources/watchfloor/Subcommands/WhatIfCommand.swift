import ArgumentParser
import Controller
import Foundation
import SituationModel
import Storage
import Warning
import Watch

/// Supposes that rungs are reached, and prints the chance of every other. Nothing is recorded.
struct WhatIfCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "whatif", abstract: "Suppose rungs reached, and print the chance of every other.",
        discussion: """
            Chances rest on what analysts have judged and on the couplings between ladders; what nobody has judged is not \
            reckoned with. In brackets stands where nine in ten draws of the judgements lie. The same seed gives the same \
            answer. For example: watchfloor whatif --given pyongyang-moscow/combat --horizon 90d
            """)

    @OptionGroup var options: ArchiveOptions

    @Option(help: ArgumentHelp("A rung to suppose reached; may be given several times.", valueName: "ladder/rung"))
    var given: [String] = []

    @Option(help: ArgumentHelp("How far to look ahead, such as 30d, 12w or 1y.", valueName: "time"))
    var horizon = "90d"

    @Option(name: .customLong("as-of"), help: ArgumentHelp("Look ahead from that time.", valueName: "time"))
    var asOf: MomentArgument?

    @Option(help: ArgumentHelp("The rung of which to tell what drives it.", valueName: "ladder/rung"))
    var drivers: String?

    @Option(help: ArgumentHelp("How many runs, at least 1,000.", valueName: "n"))
    var runs = 100_000

    @Option(help: ArgumentHelp("Where the luck of the draw begins.", valueName: "n"))
    var seed: UInt64 = 1

    @Flag(help: "Print one JSON document.")
    var json = false

    func validate() throws {
        if Self.days(horizon) == nil {
            throw ValidationError(
                "--horizon “\(horizon)”: expected days, weeks, months or years such as 90d, 12w or 1y")
        }
        if !(1_000...10_000_000).contains(runs) { throw ValidationError("--runs is from 1,000 to 10,000,000") }
    }

    /// Days from `90d`, `12w`, `6m` of 30 days or `1y` of 365.
    private static func days(_ text: String) -> Int? {
        let units: [Character: Int] = ["d": 1, "w": 7, "m": 30, "y": 365]
        guard let unit = text.last.flatMap({ units[$0] }), let count = Int(text.dropLast()), count > 0, count <= 3_650
        else { return nil }
        return count * unit
    }

    func run() async throws {
        let target = try SituationToRead(options)
        let outline: Situation
        do throws(ArchiveError) { outline = try target.archive.outline(of: target.id, asOf: asOf?.moment) } catch {
            throw Failure(message: "watchfloor: \(error.description)", code: .storage)
        }
        var sheet = WhatIfSheet()
        sheet.days = Self.days(horizon) ?? sheet.days
        sheet.given = Set(try given.map { try rung($0, of: outline) })
        sheet.asOf = asOf?.moment
        sheet.driven = try drivers.map { try rung($0, of: outline) }
        let settings = WhatIfSettings(seed: seed, blocks: 200, runsPerBlock: max(2, runs / 200))
        let report = try await Sandbox.report(sheet, of: outline, at: .now(), settings: settings)
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let printed = PrintedReport(report, sheet, outline, seed: seed)
            try Output.write(String(decoding: try encoder.encode(printed), as: UTF8.self) + "\n")
        } else {
            try write(report, outline)
        }
        for problem in report.problems { Output.tell("watchfloor: \(problem)") }
        guard report.rows.contains(where: { $0.standing == .open }) else {
            let words =
                report.rows.compactMap(\.judgedUntil).max().map {
                    "all judgements have run out, the last of them on \($0.day.inWords); J on a rung of the board judges anew, "
                        + "--as-of looks ahead from when they held"
                } ?? "nobody has judged how likely any rung is; J on a rung of the board does"
            throw Failure(message: "watchfloor: \(words)", code: .partly)
        }
    }

    private func rung(_ name: String, of outline: Situation) throws(Failure) -> RungKey {
        if let key = RungKey(name), outline.ladders[key.ladder]?.rung(key.rung) != nil { return key }
        let known = outline.ladders.inOrder.flatMap { ladder in ladder.rungs.map { "\(ladder.id)/\($0.id)" } }
        throw Failure(
            message: "watchfloor: there is no rung “\(name)”; there are: \(known.joined(separator: ", "))", code: .usage
        )
    }

    private func write(_ report: WhatIfReport, _ outline: Situation) throws {
        for row in report.rows.reversed() {
            let points = row.shift.map { Int(($0 * 100).rounded()) } ?? 0
            let shift = points == 0 ? "" : "  \(points > 0 ? "+" : "")\(points) points by what is given"
            try Output.line("\(outline.title(of: row.rung)): \(row.inWords)\(shift)")
        }
        guard let driven = report.driven, !report.drivers.isEmpty else { return }
        try Output.line("What drives \(outline.title(of: driven)):")
        for driver in report.drivers {
            let points = Int((driver.difference * 100).rounded())
            try Output.line(
                "  \(points > 0 ? "+" : "")\(points) points  \(driver.cause.inWords(outline))"
                    + (driver.isBeyondNoise ? "" : ", no more than luck"))
        }
    }
}

extension WhatIfReport.Driver.Cause {
    fileprivate func inWords(_ outline: Situation) -> String {
        switch self {
        case .given(let rung): "given \(outline.title(of: rung))"
        case .coupling(let id): "coupling \(id)"
        case .judgement(let rung): "the judgement of \(outline.title(of: rung)), high against low"
        }
    }
}

/// What the sandbox says, as it is printed.
private struct PrintedReport: Encodable {
    struct Rung: Encodable {
        let rung: String
        let title: String
        let standing: String
        let chance: Double?
        let lower: Double?
        let upper: Double?
        let shift: Double?
    }

    struct Driver: Encodable {
        let kind: String
        let id: String
        let difference: Double
        let beyondNoise: Bool
    }

    let days: Int
    let given: [String]
    let seed: UInt64
    let runs: Int
    let rungs: [Rung]
    let driven: String?
    let drivers: [Driver]
    let problems: [String]

    init(_ report: WhatIfReport, _ sheet: WhatIfSheet, _ outline: Situation, seed: UInt64) {
        days = sheet.days
        given = sheet.given.sorted().map(\.description)
        self.seed = seed
        runs = report.runs
        rungs = report.rows.map { row in
            Rung(
                rung: row.rung.description, title: outline.title(of: row.rung), standing: row.standing.name,
                chance: row.chance?.mean, lower: row.chance?.lower, upper: row.chance?.upper, shift: row.shift)
        }
        driven = report.driven?.description
        drivers = report.drivers.map { driver in
            let (kind, id): (String, String) =
                switch driver.cause {
                case .given(let rung): ("given", rung.description)
                case .coupling(let id): ("coupling", id.text)
                case .judgement(let rung): ("judgement", rung.description)
                }
            return Driver(kind: kind, id: id, difference: driver.difference, beyondNoise: driver.isBeyondNoise)
        }
        problems = report.problems
    }
}

extension WhatIfReport.Standing {
    fileprivate var name: String {
        switch self {
        case .reached: "reached"
        case .given: "given"
        case .open: "open"
        case .notJudged: "not judged"
        }
    }
}
