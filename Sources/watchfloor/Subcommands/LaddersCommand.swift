import ArgumentParser
import Foundation
import SituationModel
import Storage

/// Prints where the ladders stand: each rung as people say and as the machine reads, with its indicators.
struct LaddersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ladders", abstract: "Print where the ladders stand, and why.",
        discussion: """
            The severest rung stands on top. Behind a rung stands how it stands: as the analyst says, else as the machine \
            reads it; where the two differ, both. Below it stand its indicators with the rule and what answers it, and \
            how it bears on other ladders.
            """)

    @OptionGroup var options: ArchiveOptions

    @Argument(help: ArgumentHelp("Ladders, by identifier; all where none is named.", valueName: "ladder"))
    var names: [String] = []

    @Option(name: .customLong("as-of"), help: ArgumentHelp("As it was known at that time.", valueName: "time"))
    var asOf: MomentArgument?

    @Flag(help: "Print one JSON document.")
    var json = false

    func run() throws {
        let target = try SituationToRead(options)
        let outline: Situation
        do throws(ArchiveError) { outline = try target.archive.outline(of: target.id, asOf: asOf?.moment) } catch {
            throw Failure(message: "watchfloor: \(error.description)", code: .storage)
        }
        let ladders = try chosen(of: outline)
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let printed = PrintedLadders(situation: target.id.text, ladders: ladders.map { PrintedLadder($0, outline) })
            try Output.write(String(decoding: try encoder.encode(printed), as: UTF8.self) + "\n")
        } else {
            for ladder in ladders {
                for line in PrintedLadder(ladder, outline).lines { try Output.line(line) }
            }
        }
        if ladders.isEmpty { throw Failure(message: "watchfloor: there is no ladder", code: .partly) }
    }

    private func chosen(of outline: Situation) throws(Failure) -> [Ladder] {
        let all = outline.ladders.inOrder
        for name in names where !all.contains(where: { $0.id.text == name }) {
            let known = all.map(\.id.text).joined(separator: ", ")
            throw Failure(message: "watchfloor: there is no ladder “\(name)”; there are: \(known)", code: .usage)
        }
        return names.isEmpty ? all : all.filter { names.contains($0.id.text) }
    }
}

private struct PrintedLadders: Encodable {
    let situation: String
    let ladders: [PrintedLadder]
}

/// A ladder as it is printed.
private struct PrintedLadder: Encodable {
    struct Reading: Encodable {
        let state: String
        let by: String
        let at: String
        let reason: String
        let evidence: [Anchor]

        init(_ dated: Situation.DatedMove) {
            state = dated.move.state.rawValue
            by = dated.move.by.name
            at = dated.order.known.description
            reason = dated.move.reason
            evidence = dated.move.evidence
        }
    }

    struct PrintedIndicator: Encodable {
        let id: String
        let direction: String
        let summary: String
        let state: String
        /// The rule and what answers it; `nil` where the machine has no rule, or has not read it yet.
        let reason: String?
        let query: String?
        let evidence: [Anchor]

        init(_ indicator: Indicator, _ rung: RungKey, _ outline: Situation) {
            let reading = outline.reading(of: indicator, rung)
            id = indicator.id.text
            direction = indicator.direction.rawValue
            summary = indicator.summary
            state = outline.state(of: indicator, rung).rawValue
            reason = reading?.reason
            query = indicator.rule?.query
            evidence = reading?.evidence ?? indicator.evidence
        }
    }

    struct PrintedCoupling: Encodable {
        let id: String
        let effect: String
        let to: String
        let factor: Double?
    }

    struct PrintedRung: Encodable {
        let id: String
        let number: Int
        let title: String
        let state: String
        let isPresent: Bool
        let analyst: Reading?
        let machine: Reading?
        let indicators: [PrintedIndicator]
        let couplings: [PrintedCoupling]
    }

    let id: String
    let title: String
    let subject: String?
    let actors: [String]
    /// From the least severe to the most.
    let rungs: [PrintedRung]

    init(_ ladder: Ladder, _ outline: Situation) {
        id = ladder.id.text
        title = ladder.title
        subject = ladder.subject
        actors = ladder.actors.map(\.text)
        let present = outline.presentRung(of: ladder)?.id
        rungs = ladder.rungs.enumerated().map { index, rung in
            let key = RungKey(ladder.id, rung.id)
            return PrintedRung(
                id: rung.id.text, number: index + 1, title: rung.title, state: outline.state(of: key).rawValue,
                isPresent: rung.id == present,
                analyst: outline.reading(of: key, by: .analyst).map { Reading($0) },
                machine: outline.reading(of: key, by: .machine).map { Reading($0) },
                indicators: rung.indicators.map { PrintedIndicator($0, key, outline) },
                couplings: outline.couplings.inOrder.filter { $0.from == key }.map {
                    PrintedCoupling(
                        id: $0.id.text, effect: $0.effect.rawValue, to: $0.to.description, factor: $0.factor)
                })
        }
    }

    /// The ladder for people, a line each.
    var lines: [String] {
        ["\(title)\(subject.map { ", \($0)" } ?? "")  [\(id)]"] + rungs.reversed().flatMap { lines(of: $0) }
    }

    private func lines(of rung: PrintedRung) -> [String] {
        let differs = rung.machine.map { $0.state != rung.state } ?? false
        let machine = differs ? "; the machine reads: \(rung.machine?.state ?? "")" : ""
        let head = "\(rung.isPresent ? ">" : " ") \(rung.number)  \(rung.title): \(rung.state)\(machine)  [\(rung.id)]"
        let indicators = rung.indicators.map { indicator in
            "       \(indicator.direction): \(indicator.summary): \(indicator.state)"
                + (indicator.reason.map { " – \($0)" } ?? "")
        }
        let couplings = rung.couplings.map { coupling in
            "       \(coupling.effect) \(coupling.to)\(coupling.factor.map { " ×\(inFull($0))" } ?? "")"
        }
        return [head] + indicators + couplings
    }
}
