package import SituationModel

/// What asking a source came to, once its answer has been dealt with.
package enum SourceOutcome: Hashable, Sendable {
    /// The server says that nothing has changed (304).
    case unchanged
    /// Content came and was read: so many items, of which so many had not been seen before; and the latest time that any
    /// of its items gives for itself.
    case read(items: Int, new: Int, newest: Instant?)
    case failed(SourceFailure)
    /// The server wants to be left alone, until then if it said so.
    case throttled(until: Instant?)
    /// There is nothing more to come, ever (410).
    case gone
}

/// Why asking a source came to nothing.
package struct SourceFailure: Codable, Hashable, Sendable {
    package enum Stage: String, Codable, Sendable {
        /// Nothing usable came: the way there, the server, or limits.
        case reaching
        /// Something came that could not be read or stored. The server knows nothing of that, so that its word that
        /// nothing has changed does not mend it.
        case reading
    }

    package var stage: Stage
    /// One sentence for people, without a full stop.
    package var sentence: String

    package init(_ stage: Stage, _ sentence: String) {
        (self.stage, self.sentence) = (stage, sentence)
    }
}

extension SourceOutcome {
    /// What a fetch that ended at a moment came to; `nil` where that is still open, as content has yet to be read, and where
    /// the fetch was cancelled, which says nothing of the source.
    package init?(_ result: FetchResult, at moment: Instant) {
        switch result {
        case .content, .cancelled: return nil
        case .unchanged: self = .unchanged
        case .gone: self = .gone
        case .throttled(let retryAfter): self = .throttled(until: retryAfter?.moment(answeredAt: moment))
        case .failed(let failure): self = .failed(SourceFailure(.reaching, failure.description))
        }
    }
}
