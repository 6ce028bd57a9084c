import Foundation
import SituationModel
import Storage
import Warning
import Watch

/// How the pairs of actors of a situation stand in its last week, the strongest change first.
struct SurgeReport {
    private let standings: [SurgeStanding]
    private let names: [ActorID: String]

    /// Reads an archive.
    ///
    /// - Parameter actors: those asked for by identifier or name: none for all pairs, one for all of its own, two for theirs.
    init(_ options: ArchiveOptions, actors: [String], asOf: Instant?) throws(Failure) {
        let target = try SituationToRead(options)
        var book = TrafficBook(of: target.id)
        let known: [Actor]
        do throws(ArchiveError) {
            try book.update(from: target.archive, asOf: asOf, at: .now())
            known = try target.archive.outline(of: target.id, asOf: asOf).actors.inOrder
        } catch { throw Failure(message: "watchfloor: \(error.description)", code: .storage) }
        names = Dictionary(known.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        var wanted: [ActorID] = []
        for name in actors {
            let word = name.lowercased()
            guard let actor = known.first(where: { $0.id.text == word || $0.name.lowercased() == word }) else {
                let message =
                    "watchfloor: there is no actor “\(name)” in \(target.id); watchfloor find 'kind:state' prints its states"
                throw Failure(message: message, code: .usage)
            }
            wanted.append(actor.id)
        }
        standings = book.standings(
            of: wanted.isEmpty ? book.traffic.pairs : book.traffic.pairs(among: wanted))
    }

    var isEmpty: Bool { standings.isEmpty }

    /// A line for each pair.
    var lines: [String] {
        standings.map { standing in
            let pair = [standing.pair.first, standing.pair.second].map { names[$0] ?? $0.text }
            let z = standing.reading.map { "z \(inDecimals($0.score))" } ?? "z -"
            return [
                pair.joined(separator: " – "), "week of \(standing.week)", "\(standing.counts.total) events", z,
                standing.reading?.isFlagged == true ? "surge" : "no surge", standing.reason,
            ].joined(separator: "  ")
        }
    }

    /// One document.
    var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.keyEncodingStrategy = .convertToSnakeCase
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
            return String(decoding: try encoder.encode(Rows(pairs: standings.map { Row($0, names) })), as: UTF8.self)
        }
    }

    private struct Rows: Encodable {
        let pairs: [Row]
    }

    private struct Row: Encodable {
        let actors: [String]
        let names: [String]
        /// The Monday of the week.
        let week: String
        /// How many events there were.
        let level: Int
        let counts: QuadCounts
        let z: Known<Double>
        let rank: Known<Int>
        let weeksCompared: Known<Int>
        let usual: Known<Double>
        let flagged: Bool
        let reason: String

        init(_ standing: SurgeStanding, _ names: [ActorID: String]) {
            let pair = [standing.pair.first, standing.pair.second]
            let reading = standing.reading
            actors = pair.map(\.text)
            self.names = pair.map { names[$0] ?? $0.text }
            week = standing.week.description
            level = standing.counts.total
            counts = standing.counts
            z = Known(value: reading.map { Self.rounded($0.score) })
            rank = Known(value: reading?.rank)
            weeksCompared = Known(value: reading?.weeksCompared)
            usual = Known(value: reading.map { Self.rounded($0.usual) })
            flagged = reading?.isFlagged ?? false
            reason = standing.reason
        }

        private static func rounded(_ number: Double) -> Double { (number * 1000).rounded() / 1000 + 0 }
    }

    /// A value that is `null` where it is not known, rather than left out.
    private struct Known<Value: Encodable>: Encodable {
        let value: Value?

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(value)
        }
    }
}
