/// Where documents come from.
package struct Source: Hashable, Sendable, Codable {
    package enum Kind: String, CaseIterable, Codable, Sendable {
        case government, service, agency, newspaper, broadcaster, channel, organization, person, unknown
    }

    package let id: SourceID
    package var name: String
    package var kind: Kind
    /// The publisher behind the source. Corroboration counts families, not sources: two feeds of one publisher are one.
    package var family: String
    package var reliability: SourceReliability
    /// Why it is graded so.
    package var gradingReason: String?
    /// The BCP 47 tag of the language it writes in.
    package var language: String?
    package var link: String?
    /// How it is collected; `nil` where what comes from it is taken in by hand.
    package var subscription: Subscription?

    package init(
        id: SourceID, name: String, kind: Kind = .unknown, family: String, reliability: SourceReliability = .f,
        gradingReason: String? = nil, language: String? = nil, link: String? = nil, subscription: Subscription? = nil
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.family = family
        self.reliability = reliability
        self.gradingReason = gradingReason
        self.language = language
        self.link = link
        self.subscription = subscription
    }
}

extension Source: Revisable {
    package static func visit(_ visitor: inout some FieldVisitor<Source>) {
        visitor.field("name", \.name)
        visitor.field("kind", \.kind)
        visitor.field("family", \.family)
        visitor.field("reliability", \.reliability)
        visitor.field("grading reason", \.gradingReason)
        visitor.field("language", \.language)
        visitor.field("link", \.link)
        visitor.field("subscription", \.subscription)
    }
}
