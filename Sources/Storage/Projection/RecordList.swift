import SituationModel

/// The kinds of records of which there can be a million, each in a table of its own that is read by the page.
enum RecordList: String, CaseIterable, Sendable {
    case document, quote, event

    /// The list that a record belongs to; `nil` for the small kinds.
    init?(_ kind: RecordKey.Kind) {
        switch kind {
        case .document: self = .document
        case .quote: self = .quote
        case .event: self = .event
        case .header, .source, .actor, .relation, .ladder, .coupling, .judgement, .hypotheses: return nil
        }
    }

    var kind: RecordKey.Kind {
        switch self {
        case .document: .document
        case .quote: .quote
        case .event: .event
        }
    }

    var table: String { rawValue }
    var wordsTable: String { rawValue + "Words" }
}

extension Record {
    /// What the record sorts by in its list, in milliseconds since 1970: when a document came in, when a quote was said,
    /// when an event happened. Where the date is no moment, as near as it allows to when the record became known.
    func sortKey(added: JournalOrder) -> Int64 {
        switch self {
        case .document(let document): document.received.milliseconds
        case .quote(let quote): (quote.said?.moment(nearest: added.known) ?? added.known).milliseconds
        case .event(let event): (event.when?.moment(nearest: added.known) ?? added.known).milliseconds
        case .header, .source, .actor, .relation, .ladder, .coupling, .judgement, .hypotheses: added.known.milliseconds
        }
    }
}
