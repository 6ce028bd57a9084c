package import SituationModel

/// What is known of a text that it does not say itself.
package struct Particulars: Hashable, Sendable {
    package var title: String?
    package var published: DateExpression?
    package var link: String?

    package init(title: String? = nil, published: DateExpression? = nil, link: String? = nil) {
        self.title = title
        self.published = published
        self.link = link
    }

    func completing(_ arrival: Arrival?) -> Arrival? {
        guard var arrival else { return nil }
        arrival.title = title ?? arrival.title
        arrival.published = published ?? arrival.published
        arrival.link = link ?? arrival.link
        return arrival
    }
}
