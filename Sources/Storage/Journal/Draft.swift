package import SituationModel

/// A change that somebody wants to make, before the archive has given it its place in the journal.
package struct Draft: Hashable, Sendable {
    package var situation: SituationID
    package var author: Author
    /// From when on it counts as known; as of now when `nil`.
    package var known: Instant?
    package var change: Change

    package init(situation: SituationID, author: Author, known: Instant? = nil, change: Change) {
        self.situation = situation
        self.author = author
        self.known = known
        self.change = change
    }
}
