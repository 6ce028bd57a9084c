import SituationModel
import Storage
import TestSupport

/// A made-up situation of any size: one document a minute, from which a quote and an event are read.
struct LargeSituation {
    let situation: SituationID = "large"
    let rowsPerList: Int
    private var generator = SeededGenerator(seed: 7)
    private let vocabulary: [String]
    private static let batchSize = 1_000
    private static let author = Author("benchmark", kind: .machine)

    init(rowsPerList: Int) {
        self.rowsPerList = rowsPerList
        let syllables = [
            "ka", "to", "mi", "ren", "sol", "da", "vek", "lu", "os", "bra", "ti", "nor", "pe", "gam", "hu", "xi",
        ]
        var generator = SeededGenerator(seed: 3)
        vocabulary =
            ["troops", "sanctions", "ministry", "training"]
            + (0..<20_000).map { _ in
                (0..<Int.random(in: 2...4, using: &generator)).map { _ in generator.pick(syllables) }.joined()
            }
    }

    func moment(of row: Int) -> Instant { Instant(milliseconds: 1_600_000_000_000 + Int64(row) * 60_000) }

    mutating func fill(_ archive: Archive, report: (String, Int, Duration) -> Void) throws {
        let header = Header(id: situation, title: "Large")
        try archive.append(
            [
                Draft(
                    situation: situation, author: Self.author, known: moment(of: 0),
                    change: .add(record: .header(header)))
            ],
            at: moment(of: 0))
        for kind in ["documents", "quotes", "events"] {
            let clock = ContinuousClock()
            let duration = try clock.measure {
                for start in stride(from: 0, to: rowsPerList, by: Self.batchSize) {
                    let rows = start..<min(start + Self.batchSize, rowsPerList)
                    let drafts = rows.map { row in
                        Draft(
                            situation: situation, author: Self.author, known: moment(of: row),
                            change: .add(record: record(kind, row)))
                    }
                    // Quotes are not of a batch, so that the log is long as well.
                    let batch = kind == "quotes" ? nil : "\(kind) \(rows)"
                    try archive.append(drafts, batch: batch, at: moment(of: rowsPerList))
                }
            }
            report(kind, rowsPerList, duration)
        }
    }

    private mutating func record(_ kind: String, _ row: Int) -> Record {
        let document = DocumentID("document-\(row)")
        let actors = (0..<2).map { _ in ActorID("actor-\(Int.random(in: 0..<200, using: &generator))") }
        switch kind {
        case "documents":
            return .document(
                Document(
                    id: document, source: SourceID("source-\(row % 40)"), title: words(8), received: moment(of: row),
                    language: "en", text: words(60)))
        case "quotes":
            return .quote(
                Quote(
                    id: QuoteID("quote-\(row)"), kind: .direct, content: [anchor(document)], speaker: actors[0],
                    said: DateExpression(.day(moment(of: row).day)), about: [actors[1]]))
        default:
            return .event(
                Event(
                    id: EventID("event-\(row)"), source: actors[0], category: .aid, target: actors[1],
                    summary: words(10),
                    when: DateExpression(.day(moment(of: row).day)),
                    accounts: [Event.Account(.reported, by: nil, anchor: anchor(document))]))
        }
    }

    private mutating func anchor(_ document: DocumentID) -> Anchor {
        Anchor(document: document, exact: words(15), prefix: words(4), suffix: words(4), start: 20)
    }

    /// Some words are in nearly every text, most are rare.
    private mutating func words(_ count: Int) -> String {
        (0..<count).map { _ in
            let span = generator.pick([40, 400, 4_000, vocabulary.count])
            return vocabulary[Int(generator.next() % UInt64(span))]
        }.joined(separator: " ")
    }
}
