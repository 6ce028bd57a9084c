import SituationModel

/// The sections of a report, each as lines.
struct ReportPage {
    private let situation: Situation

    init(_ situation: Situation) {
        self.situation = situation
    }

    // MARK: The judgement

    func head(asOf: Instant?) -> [String] {
        let newest = situation.documents.inOrder.map(\.received).max()
        let times = [
            asOf.map { "As known on \($0.inWords)." },
            newest.map { "The latest document came in on \($0.inWords)." } ?? "No document has come in.",
        ]
        let header = situation.header
        let paragraphs = [
            ["# " + markdown(header?.title ?? situation.id.text)],
            // The headline is of the present; the past is told by the ladders alone.
            header.map { $0.headline.isEmpty || asOf != nil ? [] : ["**\(markdown($0.headline))**"] } ?? [],
            situation.ladders.inOrder.map { "- " + stand($0) },
            header.map { $0.summary.isEmpty ? [] : [markdown($0.summary)] } ?? [],
            [times.compactMap { $0 }.joined(separator: " ")],
        ]
        return Array(paragraphs.filter { !$0.isEmpty }.joined(separator: [""]))
    }

    /// Where a ladder stands: the rung stood on, and what is said of those above it.
    private func stand(_ ladder: Ladder) -> String {
        let present = situation.presentRung(of: ladder)
        let number = present.flatMap { ladder.rung($0.id)?.number } ?? 0
        let above = ladder.rungs.dropFirst(number).map { rung in
            "\(markdown(rung.title)) \(situation.state(of: RungKey(ladder.id, rung.id)).rawValue)"
        }
        let here = present.map { "at **\(markdown($0.title))**" } ?? "on none of its rungs"
        return ([markdown(ladder.title) + ": " + here] + above).joined(separator: "; ")
    }

    // MARK: Ladders

    var ladders: [String] {
        let ladders = situation.ladders.inOrder
        guard !ladders.isEmpty else { return [] }
        return ["## Ladders"]
            + ladders.flatMap { ladder in
                let title = [ladder.title, ladder.subject].compactMap { $0 }.map(markdown).joined(separator: ": ")
                return ["", "### \(title)", ""]
                    + ladder.rungs.enumerated().reversed().flatMap { number, rung in
                        self.rung(rung, number: number + 1, of: ladder)
                    }
            }
    }

    private func rung(_ rung: Rung, number: Int, of ladder: Ladder) -> [String] {
        let key = RungKey(ladder.id, rung.id)
        var lines = ["- Rung \(number), **\(markdown(rung.title))**: \(situation.state(of: key).rawValue)"]
        for kind in Author.Kind.allCases {
            guard let dated = situation.reading(of: key, by: kind) else { continue }
            let name = markdown(dated.move.by.name) + (kind == .machine ? " (machine)" : "")
            let reason = dated.move.reason.isEmpty ? "" : ": " + markdown(dated.move.reason)
            lines.append(
                "  - \(dated.move.state.rawValue) as \(name) judged on \(dated.order.known.inWords)\(reason)"
                    + origin(dated.move.evidence))
        }
        for indicator in rung.indicators {
            lines.append(
                "  - \(indicator.direction.rawValue): \(markdown(indicator.summary)), \(indicator.state.rawValue)"
                    + origin(indicator.evidence))
        }
        for coupling in situation.couplings.inOrder where coupling.from == key {
            let reason = coupling.reason.map { ": " + markdown($0) } ?? ""
            lines.append(
                "  - \(coupling.effect.rawValue) \(name(of: coupling.to))\(reason)\(origin(coupling.evidence))")
        }
        return lines
    }

    // MARK: What is not known

    var gaps: [String] {
        var lines: [String] = []
        for ladder in situation.ladders.inOrder {
            for rung in ladder.rungs {
                for indicator in rung.indicators where indicator.state == .notCollected {
                    lines.append(
                        "- Not collected: \(markdown(indicator.summary)) (\(indicator.direction.rawValue), "
                            + "\(name(of: RungKey(ladder.id, rung.id))))")
                }
            }
        }
        for event in situation.events.inOrder {
            for account in event.accounts where [.notConfirmed, .denied].contains(account.manner) {
                let by = account.by.map { " by \(name(of: $0))" } ?? ""
                lines.append("- \(account.manner.rawValue)\(by): \(markdown(event.summary))\(origin([account.anchor]))")
            }
        }
        return lines.isEmpty ? [] : ["## What is not known", ""] + lines
    }

    // MARK: Who and what

    var actors: [String] {
        let lines = situation.actors.inOrder.compactMap { actor -> String? in
            guard let standing = actor.standing else { return nil }
            let role = actor.role.map { ", \(markdown($0))" } ?? ""
            let trend = actor.trend.map { ", \($0.rawValue)" } ?? ""
            return "- **\(markdown(actor.name))**\(role): \(markdown(standing))\(trend)"
        }
        return lines.isEmpty ? [] : ["## Who stands where", ""] + lines
    }

    var quotes: [String] {
        let quotes = situation.quotes.inOrder
        guard !quotes.isEmpty else { return [] }
        return ["## Who said what"]
            + quotes.flatMap { quote in
                let words = markdown(quote.text)
                let speaker = quote.speaker.map { name(of: $0) } ?? quote.speakerDescription.map(markdown) ?? "unnamed"
                let details = [
                    speaker, quote.venue.map(markdown), quote.said?.inWords,
                    quote.kind == .direct ? nil : quote.kind.rawValue, quote.isNegated ? "negated" : nil,
                ]
                let grade = grade(quote.content, quote.credibility).map { ", \($0)" } ?? ""
                return [
                    "", "> " + (quote.kind == .direct ? "“\(words)”" : words), ">",
                    "> — \(details.compactMap { $0 }.joined(separator: ", "))\(grade)\(origin(quote.content))",
                ]
            }
    }

    var events: [String] {
        let events = situation.events.inOrder.sorted { before, after in
            (before.when?.start.milliseconds ?? .max) < (after.when?.start.milliseconds ?? .max)
        }
        guard !events.isEmpty else { return [] }
        return ["## What happened", ""]
            + events.flatMap { event in
                let mode = event.mode == .actual ? "" : " (\(event.mode.rawValue))"
                let place = event.place.map { ", \(markdown($0))" } ?? ""
                let line = "- \(event.when?.inWords ?? "Undated")\(place): \(markdown(event.summary))\(mode)"
                return [line]
                    + event.accounts.map { account in
                        let by = account.by.map { " by \(name(of: $0))" } ?? ""
                        let grade = grade([account.anchor], account.credibility).map { ", \($0)" } ?? ""
                        return "  - \(account.manner.rawValue)\(by)\(grade)\(origin([account.anchor]))"
                    }
            }
    }

    var sources: [String] {
        let sources = situation.sources.inOrder
        guard !sources.isEmpty else { return [] }
        return ["## Sources", ""]
            + sources.map { source in
                let reason = source.gradingReason.map { ". " + markdown($0) } ?? ""
                return "- **\(markdown(source.name))**: \(source.reliability.rawValue), "
                    + "\(source.reliability.inWords)\(reason)"
            }
    }

    // MARK: Names and grades

    private func name(of actor: ActorID) -> String { markdown(situation.actors[actor]?.name ?? actor.text) }

    private func name(of key: RungKey) -> String {
        guard let ladder = situation.ladders[key.ladder], let rung = ladder.rung(key.rung)?.rung else {
            return markdown(key.description)
        }
        return "\(markdown(ladder.title)), \(markdown(rung.title))"
    }

    /// Both axes of the first document that anchors point into, with their words.
    private func grade(_ anchors: [Anchor], _ credibility: InformationCredibility) -> String? {
        guard let anchor = anchors.first, let document = situation.documents[anchor.document] else { return nil }
        let reliability = situation.sources[document.source]?.reliability ?? .f
        let grade = Grade(reliability, credibility)
        return "\(grade) (\(grade.inWords))"
    }

    /// The documents that anchors point into, to stand behind a line.
    private func origin(_ anchors: [Anchor]) -> String {
        var seen: Set<DocumentID> = []
        let names = anchors.map(\.document).filter { seen.insert($0).inserted }.map { markdown($0.text) }
        return names.isEmpty ? "" : " \\[\(names.joined(separator: ", "))\\]"
    }
}
