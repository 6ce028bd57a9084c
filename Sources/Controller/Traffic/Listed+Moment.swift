package import SituationModel

extension Listed<Quote> {
    /// When it was said, as near to when it became known as its date allows.
    package var moment: Instant { value.said?.moment(nearest: changed.known) ?? changed.known }
}

extension Listed<Event> {
    /// When it happened, as near to when it became known as its date allows.
    package var moment: Instant { value.when?.moment(nearest: changed.known) ?? changed.known }
}
