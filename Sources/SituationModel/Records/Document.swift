/// A text that came in, kept word for word.
package struct Document: Hashable, Sendable, Codable {
    /// The same text as it came from somewhere else, or once more under another headline.
    package struct Appearance: Hashable, Sendable, Codable {
        package var source: SourceID
        package var title: String
        package var link: String?
        package var received: Instant

        package init(source: SourceID, title: String, link: String? = nil, received: Instant) {
            self.source = source
            self.title = title
            self.link = link
            self.received = received
        }
    }

    package let id: DocumentID
    package var source: SourceID
    package var title: String
    /// When its source dates it, as far as it does.
    package var published: DateExpression?
    /// When it came in.
    package var received: Instant
    /// The BCP 47 tag of its language.
    package var language: String?
    package var link: String?
    package var marking: TrafficLight?
    /// Where else it appeared, the first such place first.
    package var appearances: [Appearance]
    /// The text as it came: anchors point into it. Made safe where it is shown. Where a source changes its text, the former
    /// one stays in the journal.
    package var text: String

    package init(
        id: DocumentID, source: SourceID, title: String, published: DateExpression? = nil, received: Instant,
        language: String? = nil, link: String? = nil, marking: TrafficLight? = nil, appearances: [Appearance] = [],
        text: String
    ) {
        self.id = id
        self.source = source
        self.title = title
        self.published = published
        self.received = received
        self.language = language
        self.link = link
        self.marking = marking
        self.appearances = appearances
        self.text = text
    }

    /// Those it came from, each once, the first one first.
    package var sources: [SourceID] {
        appearances.map(\.source).reduce(into: [source]) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Journals of before appearances were kept have none.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(DocumentID.self, forKey: .id)
        source = try container.decode(SourceID.self, forKey: .source)
        title = try container.decode(String.self, forKey: .title)
        published = try container.decodeIfPresent(DateExpression.self, forKey: .published)
        received = try container.decode(Instant.self, forKey: .received)
        language = try container.decodeIfPresent(String.self, forKey: .language)
        link = try container.decodeIfPresent(String.self, forKey: .link)
        marking = try container.decodeIfPresent(TrafficLight.self, forKey: .marking)
        appearances = try container.decodeIfPresent([Appearance].self, forKey: .appearances) ?? []
        text = try container.decode(String.self, forKey: .text)
    }
}

extension Document: Revisable {
    package static func visit(_ visitor: inout some FieldVisitor<Document>) {
        visitor.field("source", \.source)
        visitor.field("title", \.title)
        visitor.field("published", \.published)
        visitor.field("received", \.received)
        visitor.field("language", \.language)
        visitor.field("link", \.link)
        visitor.field("marking", \.marking)
        visitor.field("appearances", \.appearances)
        visitor.field("text", \.text)
    }
}
