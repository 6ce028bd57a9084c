import SituationModel

/// One reading of one text: brings together what the finders find.
struct TextReading {
    private let document: Document
    private let chunks: Chunks
    private let regions: QuotedRegions
    private let attributions: [Attribution]
    private let events: [EventFinder.Found]
    private let conditionals: [ConditionalFinder.Conditional]
    /// The day that the dateline gives, where it had to tell when the text was published.
    private let dateline: CalendarDay?
    /// The day from which the days it tells are reckoned.
    private let published: CalendarDay?
    /// The attribution whose words each token belongs to, -1 for none.
    private let homes: [Int32]
    /// Whether each token lies in a condition or in what follows from one: neither has come to pass.
    private let isConditional: [Bool]
    private var resolver: ReferenceResolver
    /// The speaker of each attribution, resolved.
    private var speakers: [Reference?] = []

    init(_ text: String, published: CalendarDay?, received: CalendarDay?, by reader: Reader) {
        document = Document(text, words: reader.words)
        chunks = Chunks(document)
        regions = QuotedRegions(document)
        dateline = published == nil ? Dateline(document: document, received: received).day() : nil
        self.published = published ?? dateline ?? received
        let subjects = SubjectFinder(document: document, chunks: chunks, regions: regions)
        attributions = QuoteFinder.attributions(
            in: document, chunks: chunks, regions: regions, cues: reader.cues, nouns: reader.nouns)
        events = EventFinder(
            document: document, chunks: chunks, regions: regions, patterns: reader.patterns,
            inflections: reader.words.inflections, subjects: subjects
        ).events()
        conditionals = ConditionalFinder.conditionals(in: document, chunks: chunks, subjects: subjects)
        homes = Self.homes(of: attributions, count: document.tokens.count)
        var marks = [Bool](repeating: false, count: document.tokens.count)
        for conditional in conditionals {
            for token in conditional.condition { marks[token] = true }
            for token in conditional.consequence { marks[token] = true }
        }
        isConditional = marks
        let actors = ActorFinder(
            document, chunks: chunks, gazetteer: reader.gazetteer, givenNames: reader.givenNames, nouns: reader.nouns)
        resolver = ReferenceResolver(
            actors, document: document, chunks: chunks, regions: regions, nouns: reader.nouns)
    }

    /// All that is found; speakers and doers are resolved in the order of the text.
    mutating func findings() -> Findings {
        var findings = Findings()
        findings.dateline = dateline
        findings.quotes = quotes()
        for found in events {
            if let event = event(found) { findings.events.append(event) }
        }
        for found in conditionals { findings.conditionals.append(conditional(found)) }
        resolver.describeBodies()
        findings.actors = resolver.finder.findings()
        return findings
    }

    // MARK: Quotes

    private mutating func quotes() -> [QuoteFinding] {
        var quotes: [QuoteFinding] = []
        for attribution in attributions {
            var speaker: Reference?
            if let range = attribution.speaker {
                speaker = reference(to: range, antecedent: attribution.antecedent, speaks: true)
            }
            speakers.append(speaker)
            if let quote = QuoteFinding(attribution, in: document, regions: regions, speaker: speaker) {
                quotes.append(quote)
            }
        }
        return quotes
    }

    private mutating func reference(to range: Range<Int>, antecedent: Range<Int>?, speaks: Bool) -> Reference {
        let actor = resolver.actor(of: range, antecedent: antecedent, speaks: speaks)
        return Reference(passage: document.passage(range), actor: actor.map { resolver.finder.actors[$0].id })
    }

    /// The attribution whose words each token belongs to, the innermost where one holds another; -1 for none.
    private static func homes(of attributions: [Attribution], count: Int) -> [Int32] {
        var homes = [Int32](repeating: -1, count: count)
        var lengths = [Int](repeating: .max, count: count)
        for (index, attribution) in attributions.enumerated() {
            for part in attribution.content {
                for token in part where part.count < lengths[token] {
                    homes[token] = Int32(index)
                    lengths[token] = part.count
                }
            }
        }
        return homes
    }

    private func attribution(at token: Int) -> Int? { homes[token] < 0 ? nil : Int(homes[token]) }

    // MARK: Events

    private mutating func event(_ found: EventFinder.Found) -> EventFinding? {
        let home = attribution(at: found.head)
        // What stands in quotation marks is someone’s words, not the text’s.
        if regions.isQuoted(found.head), home == nil { return nil }
        let source = actorReference(found.source, antecedent: found.antecedent, saidBy: home)
        var target: Reference?
        if let range = found.target { target = actorReference(range, antecedent: nil, saidBy: home) }
        // "send troops to the east": where a deed has its object in its pattern, only an actor is a target.
        if target?.actor == nil, found.action.end > found.head + 1 { target = nil }
        guard source.actor != nil, !found.isWeak || target?.actor != nil else { return nil }
        if source.actor == target?.actor, source.actor != nil { return nil }
        // Meeting and praising need someone.
        if target?.actor == nil, Self.mutual.contains(found.action.category) { return nil }
        var mode = found.action.mode
        var reportedBy: Reference?
        if let home {
            let words = attributions[home]
            if !words.isNegated { reportedBy = speakers[home] }
            if words.stance == .deny, !words.isNegated { mode = .denied }
        }
        if isConditional[found.head] { mode = .conditional }
        let end = max(found.action.end, found.target?.upperBound ?? 0)
        let clause = min(found.source.lowerBound, found.head)..<max(found.next, end)
        let amounts = AmountFinder(document: document).amounts(in: clause.clamped(to: found.sentence))
        let dates = DateFinder(document: document, published: published).dates(in: found.sentence)
        let date = dates.min { abs($0.place - found.head) < abs($1.place - found.head) }?.date
        let whole =
            min(
                found.source.lowerBound, found.head, found.target?.lowerBound ?? found.head)..<max(
                found.source.upperBound, end)
        return EventFinding(
            source: source, target: target, category: found.action.category, mode: mode, reportedBy: reportedBy,
            amounts: amounts, date: date, passage: document.passage(whole), rule: found.action.rule)
    }

    /// A reference whose "we" and "I" are the speaker of the words it stands in.
    private mutating func actorReference(_ range: Range<Int>, antecedent: Range<Int>?, saidBy home: Int?) -> Reference {
        if let home, range.count == 1, Self.speaking.contains(document.tokens[range.lowerBound].word) {
            return Reference(passage: document.passage(range), actor: speakers[home]?.actor)
        }
        return reference(to: range, antecedent: antecedent, speaks: false)
    }

    private static let mutual: Set<EventCategory> = [.consult, .support, .cooperate]

    private static let speaking: WordSet = "we i us me our my"

    // MARK: Conditionals

    private mutating func conditional(_ found: ConditionalFinder.Conditional) -> ConditionalFinding {
        let home = attribution(at: found.consequence.lowerBound)
        var actor: Reference?
        if let range = found.actor { actor = actorReference(range, antecedent: nil, saidBy: home) }
        return ConditionalFinding(
            opener: document.passage(found.opener), condition: document.passage(found.condition),
            isNegated: document.tokens[found.opener.lowerBound].word == "unless",
            consequence: document.passage(found.consequence), actor: actor)
    }
}
