import ArgumentParser
import Foundation
import SituationModel
import Warning

/// Scores the traffic between pairs of actors, week by week: of an archive, or of events that are handed in.
struct SurgeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "surge", abstract: "Score weeks of events between pairs of actors.",
        discussion: """
            Prints for every pair of actors of a situation how many events there were in the last week, how far that rises \
            above the pair's own 52 weeks before (z), whether it is a surge, and why, the strongest first. With one actor \
            named, its pairs only; with two, theirs. Ends with 1 where there is no such pair.

            With --jsonl no archive is involved. Every line of standard input is an event, {"dyad", "date", "quad"} with \
            a quad of 1 to 4, or {"dyad", "date", "code"} with a code of the scheme; other fields are passed over. When \
            the input ends, every pair's weeks are \
            printed as {"dyad", "week", "z", "rank", "flagged"}: the Monday of the week, how far it rises above the pair's \
            own 52 weeks before, its rank among them by the number of events, and whether it is a surge. Weeks with fewer \
            than 8 weeks behind them are left out. The events may come in any order.
            """)

    @OptionGroup var options: ArchiveOptions

    @Argument(help: ArgumentHelp("One or two actors, by identifier or name.", valueName: "actor"))
    var actors: [String] = []

    @Option(name: .customLong("as-of"), help: ArgumentHelp("As it was known at that time.", valueName: "time"))
    var asOf: MomentArgument?

    @Flag(help: "Print one JSON document.")
    var json = false

    @Flag(help: "Read events from standard input, and print one JSON object a line.")
    var jsonl = false

    @Option(help: "What events without a quad are coded in: cameo or weis.")
    var scheme = EventScheme.cameo

    func validate() throws {
        if json, jsonl { throw ValidationError("--json and --jsonl exclude one another") }
        if jsonl, !actors.isEmpty || options.path != nil || options.situation != nil || asOf != nil {
            throw ValidationError("--jsonl reads events from standard input and takes neither actors nor an archive")
        }
        if actors.count > 2 { throw ValidationError("Give one actor or two.") }
    }

    func run() throws {
        if jsonl { return try score() }
        let report = try SurgeReport(options, actors: actors, asOf: asOf?.moment)
        if json {
            try Output.write(try report.json + "\n")
        } else {
            for line in report.lines { try Output.line(line) }
        }
        guard !report.isEmpty else {
            throw Failure(message: "watchfloor: no event is known that such a pair did to one another", code: .partly)
        }
    }

    private func score() throws {
        var table = SurgeTable<String>()
        let decoder = JSONDecoder()
        var number = 0
        var isWhole = true
        while let line = readLine() {
            number += 1
            guard !line.allSatisfy(\.isWhitespace) else { continue }
            do throws(SurgeLine.Fault) {
                let event = try SurgeLine(line, decoder: decoder)
                // An event that the scheme puts in no quad is no fault of the line.
                if let quad = event.quad(in: scheme) { table.add(quad, between: event.dyad, on: event.day) }
            } catch {
                Output.tell("watchfloor: line \(number): \(error)")
                isWhole = false
            }
        }
        try write(table)
        if !isWhole { throw Failure(message: "watchfloor: some lines could not be read; see above", code: .badInput) }
    }

    private func write(_ table: SurgeTable<String>) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        for dyad in table.pairs.sorted() {
            var text = ""
            for reading in table.readings(of: dyad) {
                let row = SurgeRow(
                    dyad: dyad, week: reading.week.description, z: (reading.score * 1000).rounded() / 1000 + 0,
                    rank: reading.rank, flagged: reading.isFlagged)
                text += String(decoding: try encoder.encode(row), as: UTF8.self) + "\n"
            }
            try Output.write(text)
        }
    }
}

extension EventScheme: ExpressibleByArgument {}

/// One line of events.
private struct SurgeLine {
    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    private struct Fields: Decodable {
        let dyad: String
        let date: String
        let quad: Int?
        let code: String?
    }

    let dyad: String
    let day: CalendarDay
    private let quad: Event.Quad?
    private let code: String?

    init(_ line: String, decoder: JSONDecoder) throws(Fault) {
        let fields: Fields
        do {
            fields = try decoder.decode(Fields.self, from: Data(line.utf8))
        } catch {
            throw Fault(description: "not an object with “dyad”, “date” and “quad”, such as \(Self.example)")
        }
        guard case .day(let day)? = DateExpression(fields.date)?.extent else {
            throw Fault(description: "“\(fields.date)” is not a date such as 2000-09-28")
        }
        if let number = fields.quad {
            guard let quad = Event.Quad(rawValue: number) else {
                throw Fault(description: "a quad is 1, 2, 3 or 4, not \(number)")
            }
            self.quad = quad
        } else {
            quad = nil
        }
        (dyad, self.day, code) = (fields.dyad, day, fields.code)
    }

    func quad(in scheme: EventScheme) -> Event.Quad? { quad ?? code.flatMap { scheme.quad(ofCode: $0) } }

    private static let example = #"{"dyad": "a-b", "date": "2000-09-28", "quad": 4}"#
}

private struct SurgeRow: Encodable {
    let dyad: String
    let week: String
    let z: Double
    let rank: Int
    let flagged: Bool
}
