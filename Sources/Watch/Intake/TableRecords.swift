import Reading
import SituationModel
import Wire

/// Rows of tables that machines and coders elsewhere made of the news, as records: events anchored in a document that holds
/// the rows in words.
struct TableRecords: Sendable {
    private(set) var records: [Record] = []
    private(set) var leftOut = 0
    private let known: KnownActors
    private let source: SourceID
    private let received: Instant
    private var made: Set<ActorID> = []

    init(from source: SourceID, _ known: KnownActors, received: Instant) {
        self.source = source
        self.known = known
        self.received = received
    }

    // MARK: GDELT

    /// Stories per document: few enough to be read.
    private static let storiesInDocument = 200

    /// What is told of one country's deed towards another, in the article's lead; everything else is counted and left out,
    /// as is what GDELT's codes for statements and appeals stand for.
    mutating func add(_ stories: [GdeltStory]) {
        let countries = CountryNames(stories)
        let kept = stories.compactMap { story -> (GdeltStory, ActorID, ActorID, Event.Category)? in
            guard story.lead.isRoot, story.lead.isAcrossBorder, let category = story.lead.category,
                let source = state(story.lead.source, countries), let target = state(story.lead.target, countries),
                source != target
            else { return nil }
            return (story, source, target, category)
        }
        leftOut += stories.count - kept.count
        for start in stride(from: 0, to: kept.count, by: Self.storiesInDocument) {
            add(document: kept[start..<min(kept.count, start + Self.storiesInDocument)], countries)
        }
    }

    private mutating func add(
        document stories: ArraySlice<(GdeltStory, ActorID, ActorID, Event.Category)>, _ countries: CountryNames
    ) {
        guard let first = stories.first?.0.lead, let last = stories.last?.0.lead else { return }
        let id = DocumentID("gdelt-\(first.id)")
        var lines: [String] = []
        var events: [Event] = []
        var length = 0
        for (story, source, target, category) in stories {
            let lead = story.lead
            let words = "\(countries.name(lead.source)) – \(category.rawValue) – \(countries.name(lead.target))"
            let line = "\(words): CAMEO \(lead.code), \(lead.mentions) mentions, \(lead.link)"
            let anchor = Anchor(document: id, exact: line, prefix: "", suffix: "", start: length)
            length += line.unicodeScalars.count + 1
            lines.append(line)
            events.append(
                Event(
                    id: EventID("gdelt-\(lead.id)"), source: source, category: category, target: target, summary: words,
                    when: when(lead), place: lead.place?.name,
                    accounts: [Event.Account(.reported, by: nil, anchor: anchor)],
                    remarks: remarks(story), review: Review(rule: "GDELT, CAMEO \(lead.code)")))
        }
        let document = Document(
            id: id, source: source, title: "GDELT events, \(last.added)",
            published: DateExpression(.moment(last.added)),
            received: received, link: "https://www.gdeltproject.org", text: lines.joined(separator: "\n"))
        records.append(.document(document))
        records += events.map(Record.event)
    }

    /// The row's own figures, as they stand there.
    private func remarks(_ story: GdeltStory) -> String {
        let lead = story.lead
        var parts = ["GDELT \(lead.id)"]
        if let quad = lead.quadClass { parts.append("QuadClass \(quad)") }
        if let goldstein = lead.goldstein { parts.append("Goldstein \(goldstein)") }
        if let tone = lead.tone { parts.append("tone \((tone * 10).rounded() / 10)") }
        if story.rows.count > 1 { parts.append("\(story.rows.count) rows") }
        if lead.isDayDoubtful { parts.append("dated \(lead.day.map(\.description) ?? "nowhere"), which is doubtful") }
        return parts.joined(separator: ", ")
    }

    /// The day of the row; about when it was taken in where that cannot be believed.
    private func when(_ event: GdeltEvent) -> DateExpression? {
        guard !event.isDayDoubtful, let day = event.day else {
            return DateExpression(.day(event.added.day), isApproximate: true)
        }
        return DateExpression(.day(day))
    }

    /// The state whose side it is.
    private mutating func state(_ side: GdeltActor?, _ countries: CountryNames) -> ActorID? {
        guard let side, let name = countries.name(of: side.country), let entry = known.gazetteer.entry(named: name)
        else {
            return nil
        }
        if let own = known.actor(entry.id) { return own }
        let id = ActorID.suggested(by: entry.id)
        if made.insert(id).inserted {
            records.append(
                .actor(Actor(id: id, name: entry.name, kind: .state, review: Review(rule: "in the gazetteer"))))
        }
        return id
    }

    // MARK: ACLED

    /// Rows of ACLED, each a document of its own with its event. Which side acted the table does not say, so that the event
    /// names neither.
    mutating func add(_ rows: [AcledEvent]) {
        for row in rows {
            let id = DocumentID.derived("acled", from: [row.id])
            let title = [row.kind, row.place, row.country].compactMap { $0 }.filter { !$0.isEmpty }.joined(
                separator: ", ")
            let text = row.notes.isEmpty ? title : row.notes
            records.append(
                .document(
                    Document(
                        id: id, source: source, title: title, published: DateExpression(.day(row.day)),
                        received: received,
                        language: "en", link: "https://acleddata.com", text: text)))
            guard let category = Self.category(row.kind),
                let anchor = Anchor(0..<text.unicodeScalars.count, of: text, document: id)
            else {
                leftOut += 1
                continue
            }
            let sides = [row.first?.name, row.second?.name].compactMap { $0 }
            records.append(
                .event(
                    Event(
                        id: .derived("acled", from: [row.id]), source: nil, category: category, target: nil,
                        summary: title, when: DateExpression(.day(row.day)), place: row.place,
                        amounts: (row.fatalities ?? 0) > 0 ? [Event.Amount(Double(row.fatalities ?? 0), "killed")] : [],
                        accounts: [Event.Account(.reported, by: nil, anchor: anchor)],
                        remarks: sides.isEmpty ? nil : "Sides: \(sides.joined(separator: "; "))",
                        review: Review(rule: "ACLED, \(row.kind)"))))
        }
    }

    private static func category(_ eventType: String) -> Event.Category? {
        switch eventType.lowercased() {
        case "battles", "explosions/remote violence", "violence against civilians": .assault
        case "protests", "riots": .protest
        default: nil
        }
    }
}

/// What countries are called in a file of GDELT's: where an actor is a country itself, its name stands beside its code.
private struct CountryNames {
    private var names: [CameoCountryCode: String] = [:]

    init(_ stories: [GdeltStory]) {
        for story in stories {
            for side in [story.lead.source, story.lead.target] {
                guard let side, let country = side.country, side.code == country.letters, !side.name.isEmpty else {
                    continue
                }
                names[country] = Self.inWords(side.name)
            }
        }
    }

    func name(of country: CameoCountryCode?) -> String? { country.flatMap { names[$0] } }

    func name(_ side: GdeltActor?) -> String {
        name(of: side?.country) ?? side.map { Self.inWords($0.name) } ?? "somebody"
    }

    /// `UNITED STATES` as it is written elsewhere.
    private static func inWords(_ name: String) -> String {
        name.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() }.joined(
            separator: " ")
    }
}
