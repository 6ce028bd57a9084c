/// What a situation is called and how it stands, in a few words.
package struct Header: Hashable, Sendable, Codable {
    package let id: SituationID
    package var title: String
    /// Where the crisis stands, in one line.
    package var headline: String
    /// What it is about, in some sentences.
    package var summary: String
    package var marking: TrafficLight
    /// Since when it is watched or has been developing.
    package var since: DateExpression?

    package init(
        id: SituationID, title: String, headline: String = "", summary: String = "", marking: TrafficLight = .clear,
        since: DateExpression? = nil
    ) {
        self.id = id
        self.title = title
        self.headline = headline
        self.summary = summary
        self.marking = marking
        self.since = since
    }
}

extension Header: Revisable {
    package static func visit(_ visitor: inout some FieldVisitor<Header>) {
        visitor.field("title", \.title)
        visitor.field("headline", \.headline)
        visitor.field("summary", \.summary)
        visitor.field("marking", \.marking)
        visitor.field("since", \.since)
    }
}
