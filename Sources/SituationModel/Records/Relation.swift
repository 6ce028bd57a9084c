/// What one actor is to another.
package struct Relation: Hashable, Sendable, Codable {
    package enum Kind: String, CaseIterable, Codable, Sendable {
        case partOf = "part of"
        case leads
        case speaksFor = "speaks for"
        case ally
        case pact
        case supports
        case supplies
        case trains
        case hosts
        case hostile
        case atWarWith = "at war with"
        case sanctions
        case threatens
        case recognizes
        case negotiatesWith = "negotiates with"

        /// Whether the relation reads the same from either end.
        package var isMutual: Bool {
            switch self {
            case .ally, .pact, .hostile, .atWarWith, .negotiatesWith: true
            default: false
            }
        }

        /// The relation as it reads from its far end: `led by` for ``leads``.
        package var inverseInWords: String {
            switch self {
            case .partOf: "includes"
            case .leads: "led by"
            case .speaksFor: "represented by"
            case .supports: "supported by"
            case .supplies: "supplied by"
            case .trains: "trained by"
            case .hosts: "hosted by"
            case .sanctions: "under sanctions of"
            case .threatens: "threatened by"
            case .recognizes: "recognized by"
            case .ally, .pact, .hostile, .atWarWith, .negotiatesWith: rawValue
            }
        }
    }

    package let id: RelationID
    package var from: ActorID
    package var kind: Kind
    package var to: ActorID
    package var since: DateExpression?
    package var until: DateExpression?
    /// What the relation consists in.
    package var summary: String?
    package var credibility: InformationCredibility
    package var evidence: [Anchor]

    package init(
        id: RelationID, from: ActorID, kind: Kind, to: ActorID, since: DateExpression? = nil,
        until: DateExpression? = nil, summary: String? = nil, credibility: InformationCredibility = .cannotBeJudged,
        evidence: [Anchor] = []
    ) {
        self.id = id
        self.from = from
        self.kind = kind
        self.to = to
        self.since = since
        self.until = until
        self.summary = summary
        self.credibility = credibility
        self.evidence = evidence
    }
}

extension Relation: Revisable {
    package static func visit(_ visitor: inout some FieldVisitor<Relation>) {
        visitor.field("from", \.from)
        visitor.field("kind", \.kind)
        visitor.field("to", \.to)
        visitor.field("since", \.since)
        visitor.field("until", \.until)
        visitor.field("summary", \.summary)
        visitor.field("credibility", \.credibility)
        visitor.field("evidence", \.evidence)
    }
}
