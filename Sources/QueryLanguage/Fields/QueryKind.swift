package import SituationModel

/// What a query can be asked of.
package enum QueryKind: String, CaseIterable, Hashable, Sendable {
    case quote, event, document, actor, source, relation, ladder, rung

    /// The kind of a record; `nil` for those that no query is asked of.
    package init?(_ kind: RecordKey.Kind) {
        switch kind {
        case .quote: self = .quote
        case .event: self = .event
        case .document: self = .document
        case .actor: self = .actor
        case .source: self = .source
        case .relation: self = .relation
        case .ladder: self = .ladder
        case .header, .coupling, .judgement, .hypotheses: return nil
        }
    }
}
