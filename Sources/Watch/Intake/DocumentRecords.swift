import Reading
import SituationModel

/// What was found in a document, as records of its situation: marked as read by machine, each anchored in its sentence.
struct DocumentRecords: Sendable {
    private(set) var actors: [Actor] = []
    private(set) var quotes: [Quote] = []
    private(set) var events: [Event] = []

    private let document: Document
    private let scalars: [Unicode.Scalar]
    private let known: KnownActors
    private var found: [String: ActorFinding] = [:]
    /// How often the same finding has come up, to tell those apart whose words stand in the document several times.
    private var counts: [String: Int] = [:]
    /// When what the document tells took place at the latest, as far as it does not say: about when it came out.
    private let about: DateExpression?

    init(_ document: Document, readBy reader: Reader, _ known: KnownActors) {
        self.document = document
        self.known = known
        scalars = Array(document.text.unicodeScalars)
        let day = document.published?.start.day
        let findings = reader.read(document.text, published: day, received: document.received.day)
        about = (day ?? findings.dateline).map { DateExpression(.day($0), isApproximate: true) }
        for finding in findings.actors { found[finding.id] = finding }
        for quote in findings.quotes { add(quote) }
        for event in findings.events { add(event, conditionals: findings.conditionals) }
        for finding in findings.actors where finding.isKnown { _ = actor(finding.id) }
    }

    /// All of them, actors first, since the others point at them.
    var records: [Record] {
        actors.map(Record.actor) + quotes.map(Record.quote) + events.map(Record.event)
    }

    // MARK: Anchors and identifiers

    private func anchor(_ passage: Passage) -> Anchor? { anchor(passage.span.start..<passage.span.end) }

    private func anchor(_ range: Range<Int>) -> Anchor? { Anchor(range, of: scalars, document: document.id) }

    /// The words alone, without the quotation marks at their ends.
    private func words(of passage: Passage) -> Anchor? {
        var range = passage.span.start..<passage.span.end
        while let first = range.first, Self.isMark(scalars[first]) { range.removeFirst() }
        while let last = range.last, Self.isMark(scalars[last]) { range.removeLast() }
        return anchor(range)
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isQuotationMark || scalar.properties.isWhitespace
    }

    /// Made of the words and not of where they stand, so that a finding keeps its identifier when the text around it changes.
    private mutating func identifier<Subject>(_ kind: String, _ words: [String]) -> Identifier<Subject> {
        let parts = [document.id.text, kind] + words
        let name = parts.joined(separator: "\u{0}")
        let count = counts[name, default: 0]
        counts[name] = count + 1
        return .derived(kind, from: parts + (count == 0 ? [] : [String(count)]))
    }

    // MARK: Actors

    /// The record of an actor that reading found; made where there is none yet.
    private mutating func actor(_ id: String?) -> ActorID? {
        guard let id else { return nil }
        if let known = known.actor(id) { return known }
        // "A senior official" is somebody else in every text, and no actor.
        guard found[id]?.isDescribed == false else { return nil }
        guard let finding = found[id], let kind = Actor.Kind(finding.kind) else { return nil }
        let actorID = ActorID.suggested(by: id, fallback: "actor")
        guard !actors.contains(where: { $0.id == actorID }) else { return actorID }
        actors.append(
            Actor(
                id: actorID, name: finding.name, kind: kind, role: finding.role,
                affiliation: finding.home.flatMap { known.actor($0) },
                evidence: finding.mentions.first.flatMap(anchor).map { [$0] } ?? [],
                review: Review(rule: finding.isKnown ? "in the gazetteer" : "named in the text")))
        return actorID
    }

    // MARK: Quotes

    private mutating func add(_ finding: QuoteFinding) {
        guard let kind = Quote.Kind(rawValue: finding.kind.rawValue) else { return }
        let content = finding.content.compactMap { kind == .direct ? words(of: $0) : anchor($0) }
        guard !content.isEmpty else { return }
        let speaker = actor(finding.speaker?.actor)
        let spans = finding.content.map(\.span)
        let mentioned = found.values.filter { actor in
            actor.isKnown
                && actor.mentions.contains { mention in
                    spans.contains { $0.start <= mention.span.start && mention.span.end <= $0.end }
                }
        }.sorted { ($0.mentions.first?.span.start ?? 0) < ($1.mentions.first?.span.start ?? 0) }
        let concerned = mentioned.prefix(Self.aboutLimit).compactMap { self.actor($0.id) }.filter { $0 != speaker }
        quotes.append(
            Quote(
                id: identifier("quote", content.map(\.exact)), kind: kind, content: content, speaker: speaker,
                speakerDescription: description(of: finding.speaker), cue: finding.cue?.text, said: about,
                about: concerned,
                isNegated: finding.isNegated, review: Review(rule: finding.rule)))
    }

    /// What the text calls a speaker: of somebody who is described only, the fullest description it gives.
    private func description(of speaker: Reference?) -> String? {
        guard let id = speaker?.actor, let finding = found[id], finding.isDescribed else {
            return speaker?.passage.text
        }
        return finding.name
    }

    /// Of how many actors a quote is said to be about at the most.
    private static let aboutLimit = 4

    // MARK: Events

    private mutating func add(_ finding: EventFinding, conditionals: [ConditionalFinding]) {
        guard let anchor = anchor(finding.passage),
            let category = Event.Category(rawValue: finding.category.rawValue),
            let mode = Event.Mode(rawValue: finding.mode.rawValue)
        else { return }
        let source = doer(finding.source?.actor)
        let target = actor(finding.target?.actor)
        let by = actor(finding.reportedBy?.actor)
        // What is in the conditional hangs on the condition in whose consequence it stands.
        let conditional = conditionals.first {
            $0.consequence.span.start < finding.passage.span.end && finding.passage.span.start < $0.consequence.span.end
        }
        let account = Event.Account(
            mode == .denied ? .denied : by == nil ? .reported : .claimed, by: by, anchor: anchor)
        events.append(
            Event(
                id: identifier("event", [category.rawValue, anchor.exact]), source: source, category: category,
                target: target, mode: mode, summary: Self.line(anchor.exact),
                when: finding.date.flatMap { DateExpression($0.iso) } ?? about,
                amounts: finding.amounts.map { Event.Amount($0.value, $0.unit) }, accounts: [account],
                condition: conditional.flatMap { self.anchor($0.opener.span.start..<$0.condition.span.end) },
                review: Review(rule: finding.rule)))
    }

    /// Who did something: for somebody who is described only, the one they belong to.
    private mutating func doer(_ id: String?) -> ActorID? {
        guard let id, let finding = found[id], finding.isDescribed else { return actor(id) }
        return finding.home.flatMap { known.actor($0) ?? actor($0) }
    }

    /// A passage in one line.
    private static func line(_ text: String) -> String {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard words.count > summaryLimit else { return words }
        return words.prefix(summaryLimit - 1) + "…"
    }

    private static let summaryLimit = 200
}
