import Foundation
import SituationModel

/// GRDB has a class of that name, too.
typealias Record = SituationModel.Record

/// A record as its row holds it: as JSON, the text of a document apart so that lists need not read it.
struct RecordBody {
    let json: String
    let text: Data?

    /// The record without the text, where it is a document.
    func recordWithoutText(of list: RecordList) -> Record? {
        switch list {
        case .document: Coding.value(Document.self, from: json).map(Record.document)
        case .quote: Coding.value(Quote.self, from: json).map(Record.quote)
        case .event: Coding.value(Event.self, from: json).map(Record.event)
        }
    }

    func record(of list: RecordList) -> Record? {
        guard case .document(var document)? = recordWithoutText(of: list) else { return recordWithoutText(of: list) }
        document.text = text.map { String(decoding: $0, as: UTF8.self) } ?? ""
        return .document(document)
    }
}

extension Record {
    /// The record as a row holds it.
    func body() throws -> RecordBody {
        switch self {
        case .header(let value): RecordBody(json: try Coding.text(of: value), text: nil)
        case .source(let value): RecordBody(json: try Coding.text(of: value), text: nil)
        case .actor(let value): RecordBody(json: try Coding.text(of: value), text: nil)
        case .relation(let value): RecordBody(json: try Coding.text(of: value), text: nil)
        case .quote(let value): RecordBody(json: try Coding.text(of: value), text: nil)
        case .event(let value): RecordBody(json: try Coding.text(of: value), text: nil)
        case .ladder(let value): RecordBody(json: try Coding.text(of: value), text: nil)
        case .coupling(let value): RecordBody(json: try Coding.text(of: value), text: nil)
        case .judgement(let value): RecordBody(json: try Coding.text(of: value), text: nil)
        case .hypotheses(let value): RecordBody(json: try Coding.text(of: value), text: nil)
        case .document(let value):
            RecordBody(json: try Coding.text(of: value.withoutText), text: Data(value.text.utf8))
        }
    }

    /// A record of a small kind from its JSON.
    init?(_ kind: RecordKey.Kind, json: String) {
        let record: Record? =
            switch kind {
            case .header: Coding.value(Header.self, from: json).map(Record.header)
            case .source: Coding.value(Source.self, from: json).map(Record.source)
            case .actor: Coding.value(Actor.self, from: json).map(Record.actor)
            case .relation: Coding.value(Relation.self, from: json).map(Record.relation)
            case .ladder: Coding.value(Ladder.self, from: json).map(Record.ladder)
            case .coupling: Coding.value(Coupling.self, from: json).map(Record.coupling)
            case .judgement: Coding.value(Judgement.self, from: json).map(Record.judgement)
            case .hypotheses: Coding.value(HypothesisMatrix.self, from: json).map(Record.hypotheses)
            case .document: Coding.value(Document.self, from: json).map(Record.document)
            case .quote: Coding.value(Quote.self, from: json).map(Record.quote)
            case .event: Coding.value(Event.self, from: json).map(Record.event)
            }
        guard let record else { return nil }
        self = record
    }
}

extension Document {
    /// The document as lists show it.
    var withoutText: Document {
        var copy = self
        copy.text = ""
        return copy
    }
}
