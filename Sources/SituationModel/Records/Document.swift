/// A text as it came in over the wire.
package struct Document: Hashable, Sendable, Codable {
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
    /// The text as it came, never changed: anchors point into it. Made safe where it is shown.
    package var text: String

    package init(
        id: DocumentID, source: SourceID, title: String, published: DateExpression? = nil, received: Instant,
        language: String? = nil, link: String? = nil, marking: TrafficLight? = nil, text: String
    ) {
        self.id = id
        self.source = source
        self.title = title
        self.published = published
        self.received = received
        self.language = language
        self.link = link
        self.marking = marking
        self.text = text
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
        visitor.field("text", \.text)
    }
}
