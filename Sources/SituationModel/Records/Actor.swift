/// Somebody who acts or speaks: a state, an organisation, a force, a person, a medium.
package struct Actor: Hashable, Sendable, Codable {
    package enum Kind: String, CaseIterable, Codable, Sendable {
        case state, government, ministry, service, force, organization, group, media, person
        /// Several people who are named by what they are only, or one whose name is withheld.
        case unnamed
    }

    /// How an actor stands to those who keep the watch.
    package enum Alignment: String, CaseIterable, Codable, Sendable {
        case friendly, hostile, neutral, unknown
    }

    /// Which way an actor's part in the crisis is moving.
    package enum Trend: String, CaseIterable, Codable, Sendable {
        case rising, steady, falling
    }

    /// Another name of an actor, in whatever script.
    package struct Alias: Hashable, Sendable, Codable {
        package var text: String
        /// The BCP 47 tag of the language, where it is not the board's.
        package var language: String?

        package init(_ text: String, language: String? = nil) {
            self.text = text
            self.language = language
        }
    }

    package let id: ActorID
    package var name: String
    package var kind: Kind
    /// What somebody is: an office, a function.
    package var role: String?
    /// To whom the actor belongs.
    package var affiliation: ActorID?
    package var alignment: Alignment
    package var aliases: [Alias]
    /// Where the actor stands at present, in a few words.
    package var standing: String?
    package var trend: Trend?
    package var remarks: String?
    package var evidence: [Anchor]
    package var review: Review?

    package init(
        id: ActorID, name: String, kind: Kind, role: String? = nil, affiliation: ActorID? = nil,
        alignment: Alignment = .unknown, aliases: [Alias] = [], standing: String? = nil, trend: Trend? = nil,
        remarks: String? = nil, evidence: [Anchor] = [], review: Review? = nil
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.role = role
        self.affiliation = affiliation
        self.alignment = alignment
        self.aliases = aliases
        self.standing = standing
        self.trend = trend
        self.remarks = remarks
        self.evidence = evidence
        self.review = review
    }
}

extension Actor: Revisable, Reviewed {
    package static func visit(_ visitor: inout some FieldVisitor<Actor>) {
        visitor.field("name", \.name)
        visitor.field("kind", \.kind)
        visitor.field("role", \.role)
        visitor.field("affiliation", \.affiliation)
        visitor.field("alignment", \.alignment)
        visitor.field("aliases", \.aliases)
        visitor.field("standing", \.standing)
        visitor.field("trend", \.trend)
        visitor.field("remarks", \.remarks)
        visitor.field("evidence", \.evidence)
        visitor.field("review", \.review)
    }
}
