import Controller
import Display
import SituationModel

/// What the detail pane says of an item, by its kind.
enum ItemText {
    static func write(_ item: Item, board: Board, to text: inout DetailText) {
        switch item {
        case .record(.actor(let id)): ActorText.write(id, board: board, to: &text)
        case .record(.relation(let id)): writeRelation(id, board: board, to: &text)
        case .record(.quote(let id)): QuoteText.write(id, board: board, to: &text)
        case .record(.event(let id)): EventText.write(id, board: board, to: &text)
        case .record(.ladder(let id)): LadderText.write(id, board: board, to: &text)
        case .record(.coupling(let id)), .incoming(let id): LadderText.writeCoupling(id, board: board, to: &text)
        case .record(.judgement(let id)): JudgingText.writeJudgement(id, board: board, to: &text)
        // What the archive has of a matrix is drawn as a table.
        case .record(.hypotheses): gone("matrix", board: board, to: &text)
        case .record(.source(let id)): writeSource(id, board: board, to: &text)
        case .record(.header): writeHeader(board, to: &text)
        case .record(.document(let id)): DocumentText.write(id, at: nil, board: board, to: &text)
        case .rung(let rung): LadderText.writeRung(rung, board: board, to: &text)
        case .indicator(let rung, let id): IndicatorText.write(id, of: rung, board: board, to: &text)
        case .entry(let id): EntryText.write(id, board: board, to: &text)
        }
    }

    static func gone(_ what: String, board: Board, to text: inout DetailText) {
        let words = board.asOf.map { "This \(what) was not known on \($0.inWords)." } ?? "This \(what) is gone."
        text.paragraph(board.detail.data == nil ? "Reading…" : words, .textDim)
    }

    private static func writeRelation(_ id: RelationID, board: Board, to text: inout DetailText) {
        guard let relation = board.situation.relations[id] else { return gone("relation", board: board, to: &text) }
        text.title("\(board.name(of: relation.from)) – \(relation.kind.rawValue) – \(board.name(of: relation.to))")
        text.paragraph(relation.summary ?? "", .text)
        text.blank()
        text.field("since", relation.since?.inWords)
        text.field("until", relation.until?.inWords)
        text.field("credibility", "\(relation.credibility.rawValue) \(relation.credibility.inWords)")
        text.heading("Actors")
        for actor in [relation.from, relation.to] {
            text.link(.item(.actor(actor)), StyledText(board.name(of: actor), .textLink))
        }
        text.evidence(relation.evidence, board: board, heads: board.detail.data?.documents ?? [:])
        EntryText.writeHistory(board, to: &text)
    }

    private static func writeSource(_ id: SourceID, board: Board, to text: inout DetailText) {
        guard let source = board.situation.sources[id] else { return gone("source", board: board, to: &text) }
        text.title(source.name, note: StyledText(source.kind.rawValue, .textDim))
        text.blank()
        text.field("reliability", "\(source.reliability.rawValue) \(source.reliability.inWords)")
        text.field("because", source.gradingReason)
        text.field("publisher", source.family)
        text.field("language", source.language)
        text.field("link", source.link?.withoutCredentials)
        if let subscription = source.subscription {
            text.heading("Collected")
            text.field(subscription.kind.rawValue, subscription.address.withoutCredentials)
            let standing = board.collecting.sources.first { $0.source == id }
            text.field(
                "stands", StyledText(standing?.words ?? "never fetched", standing?.isTrouble == true ? .warning : .text)
            )
            text.field("current", standing?.currentAt?.inWords, .time)
            text.field("asked every", "\(subscription.everyMinutes) min")
            if board.collecting.collector != nil { text.field("next", standing?.next?.inWords, .time) }
            if subscription.completesStubs { text.field("stubs", "completed from their pages") }
            if subscription.isLocal { text.field("network", "local") }
        }
        EntryText.writeHistory(board, to: &text)
    }

    private static func writeHeader(_ board: Board, to text: inout DetailText) {
        guard let header = board.situation.header else { return gone("situation", board: board, to: &text) }
        text.title(header.title, note: StyledText("\(header.marking.label): \(header.marking.audience)", .textDim))
        text.blank()
        text.paragraph(StyledText(header.headline, Style(.text, bold: true)))
        text.blank()
        text.paragraph(header.summary)
        EntryText.writeHistory(board, to: &text)
    }
}
