/// Who said what: words between quotation marks, or what somebody is reported to have stated.
package struct Quote: Hashable, Sendable, Codable {
    package enum Kind: String, CaseIterable, Codable, Sendable {
        case direct, indirect, mixed
    }

    package let id: QuoteID
    package var kind: Kind
    /// The words themselves, verbatim, where they stand; several when the attribution stands inside the quotation.
    package var content: [Anchor]
    /// `nil` where the text does not say who spoke.
    package var speaker: ActorID?
    /// The speaker as the text calls them.
    package var speakerDescription: String?
    /// The word of saying: `stated`, `remarked`.
    package var cue: String?
    package var venue: String?
    package var said: DateExpression?
    /// Whom it is about.
    package var about: [ActorID]
    /// Whether the text says that it was not said, or refused.
    package var isNegated: Bool
    package var credibility: InformationCredibility
    package var remarks: String?
    package var review: Review?

    package init(
        id: QuoteID, kind: Kind, content: [Anchor], speaker: ActorID?, speakerDescription: String? = nil,
        cue: String? = nil, venue: String? = nil, said: DateExpression? = nil, about: [ActorID] = [],
        isNegated: Bool = false, credibility: InformationCredibility = .cannotBeJudged,
        remarks: String? = nil, review: Review? = nil
    ) {
        self.id = id
        self.kind = kind
        self.content = content
        self.speaker = speaker
        self.speakerDescription = speakerDescription
        self.cue = cue
        self.venue = venue
        self.said = said
        self.about = about
        self.isNegated = isNegated
        self.credibility = credibility
        self.remarks = remarks
        self.review = review
    }

    /// The words, parts joined by an ellipsis.
    package var text: String { content.map(\.exact).joined(separator: " … ") }
}

extension Quote: Revisable, Reviewed {
    package static func visit(_ visitor: inout some FieldVisitor<Quote>) {
        visitor.field("kind", \.kind)
        visitor.field("content", \.content)
        visitor.field("speaker", \.speaker)
        visitor.field("speaker description", \.speakerDescription)
        visitor.field("cue", \.cue)
        visitor.field("venue", \.venue)
        visitor.field("said", \.said)
        visitor.field("about", \.about)
        visitor.field("negated", \.isNegated)
        visitor.field("credibility", \.credibility)
        visitor.field("remarks", \.remarks)
        visitor.field("review", \.review)
    }
}
