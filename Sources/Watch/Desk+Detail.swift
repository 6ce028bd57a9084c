import Controller
import QueryLanguage
import SituationModel
import Storage
import Wire

extension Desk {
    /// All that the detail pane shows of a subject.
    func detail(
        _ subject: Subject, of situation: SituationID, asOf: Instant?
    ) throws(ArchiveError) -> DetailData {
        var data = DetailData(subject: subject)
        let limit = 50
        /// That of the whole record, of which the item may be a part.
        var history: [LoggedEntry] = []
        if case .found(let text) = subject { return try found(text, subject, of: situation, asOf: asOf) }
        if let traffic = try trafficDetail(subject, of: situation, asOf: asOf) { return traffic }
        if let id = subject.document {
            data.document = try archive.document(id, of: situation, asOf: asOf)
            data.take(try archive.findings(in: id, of: situation, asOf: asOf))
            data.history = try archive.history(of: .document(id), in: situation, asOf: asOf, limit: limit)
            data.lastChange = data.history.lazy.compactMap(TextChange.init).first
        } else if case .item(let item) = subject {
            switch item {
            case .record(.actor(let id)):
                data.take(try archive.concerning(id, of: situation, asOf: asOf, limit: limit))
            case .record(.quote(let id)):
                data.quotes = try archive.quotes(lookup(.quote(id), situation, asOf)).rows.filter { $0.value.id == id }
            case .record(.event(let id)):
                data.events = try archive.events(lookup(.event(id), situation, asOf)).rows.filter { $0.value.id == id }
            case .entry(let id):
                data.entry = try archive.entry(id, of: situation, asOf: asOf)
            case .indicator(let rung, let id):
                data.take(try answering(IndicatorKey(rung, id), of: situation, asOf: asOf))
            case .record, .rung, .incoming: break
            }
            if let key = item.recordKey {
                data.record = try archive.record(key, of: situation, asOf: asOf)
                // Of a ladder with many indicators most of what has happened is about other rungs.
                let reach = item.isPartOfLadder ? 10 * limit : limit
                history = try archive.history(of: key, in: situation, asOf: asOf, limit: reach)
                data.history = Array(history.lazy.filter { item.isConcerned(by: $0.entry.change) }.prefix(limit))
            }
        }
        data.documents = try archive.heads(of: documents(behind: data, history), in: situation, asOf: asOf)
        return data
    }

    /// The latest that answers a query, of every kind.
    private func found(
        _ text: String, _ subject: Subject, of situation: SituationID, asOf: Instant?
    ) throws(ArchiveError) -> DetailData {
        var data = DetailData(subject: subject)
        guard let query = try? Query.parse(text) else { return data }
        let request = PageRequest(situation: situation, asOf: asOf, reader: reader.name, query: query, limit: 50)
        data.found.items = try archive.findInOutline(query, in: situation, asOf: asOf, limit: request.limit).map(\.item)
        let (quotes, events) = (try archive.quotes(request), try archive.events(request))
        let documents = try archive.documents(request)
        (data.quotes, data.events, data.found.documents) = (quotes.rows, events.rows, documents.rows)
        data.isCutOff = quotes.goesOn || events.goesOn || documents.goesOn
        return data
    }

    /// The latest of what answers an indicator's query.
    private func answering(
        _ key: IndicatorKey, of situation: SituationID, asOf: Instant?
    ) throws(ArchiveError) -> Findings {
        guard case .ladder(let ladder)? = try archive.record(.ladder(key.rung.ladder), of: situation, asOf: asOf),
            let rung = ladder.rung(key.rung.rung)?.rung,
            let rule = rung.indicators.first(where: { $0.id == key.indicator })?.rule,
            let query = try? Query(watching: rule.query)
        else { return Findings() }
        var request = PageRequest(situation: situation, asOf: asOf, reader: reader.name, query: query, limit: 20)
        request.meansSettledActors = true
        return Findings(quotes: try archive.quotes(request).rows, events: try archive.events(request).rows)
    }

    /// Asks for the row of one record.
    private func lookup(_ key: RecordKey, _ situation: SituationID, _ asOf: Instant?) -> PageRequest {
        PageRequest(situation: situation, asOf: asOf, reader: reader.name, position: .around(key), limit: 3)
    }

    /// The documents that a record and its history point into: moves of rungs are shown with what they rest on.
    private func documents(behind data: DetailData, _ history: [LoggedEntry]) -> Set<DocumentID> {
        var anchors: [Anchor] = []
        switch data.record {
        case .actor(let actor): anchors = actor.evidence
        case .relation(let relation): anchors = relation.evidence
        case .coupling(let coupling): anchors = coupling.evidence
        case .ladder(let ladder): anchors = ladder.rungs.flatMap(\.indicators).flatMap(\.evidence)
        case .hypotheses(let matrix): anchors = matrix.items.flatMap(\.evidence)
        case .header, .source, .document, .quote, .event, .judgement, nil: break
        }
        for logged in history + [data.entry].compactMap({ $0 }) {
            if case .move(_, let move) = logged.entry.change { anchors += move.evidence }
        }
        return Set(anchors.map(\.document))
    }
}

extension TextChange {
    /// What an entry has changed in the text of a document; `nil` where it has not.
    fileprivate init?(_ logged: LoggedEntry) {
        guard !logged.isTakenBack,
            case .revise(.document(let before), .document(let after)) = logged.entry.change, before.text != after.text
        else { return nil }
        let difference = TextDifference(from: before.text, to: after.text)
        let former = Array(before.text.unicodeScalars)
        let removed = difference.removed.map { range in
            var words = String.UnicodeScalarView()
            words.append(contentsOf: former[range.clamped(to: 0..<former.count)])
            return String(words)
        }
        self.init(at: logged.entry.known, removed: removed, added: difference.added)
    }
}

extension Item {
    fileprivate var isPartOfLadder: Bool {
        switch self {
        case .rung, .indicator: true
        case .record, .entry, .incoming: false
        }
    }

    /// Whether a change of the record that the item belongs to concerns the item: of a ladder's rungs, each has a history of its
    /// own.
    fileprivate func isConcerned(by change: Change) -> Bool {
        switch (self, change) {
        // Told of by themselves, with what they rest on.
        case (.rung, .move): false
        case (.rung(let rung), .read(let indicator, _)): indicator.rung == rung
        case (.indicator(let rung, let id), .read(let indicator, _)): indicator == IndicatorKey(rung, id)
        case (.indicator(let rung, _), .move(let moved, _)): moved == rung
        default: true
        }
    }
}

extension Found {
    /// What the cursor can stand on.
    fileprivate var item: Item {
        guard case .ladder(let ladder) = record, let rung else { return .record(record.key) }
        return .rung(RungKey(ladder.id, rung.rung.id))
    }
}

extension Page {
    /// Whether there may be more that is older.
    fileprivate var goesOn: Bool { hasOlder || stoppedOlder != nil }
}

extension DetailData {
    fileprivate mutating func take(_ findings: Findings) {
        quotes = findings.quotes
        events = findings.events
    }
}
