/// How a record that was read by machine stands with the people on watch.
///
/// The machine proposes, people decide: a record that somebody made has no review; one that was read has one, and keeps who
/// decided and when.
package struct Review: Hashable, Sendable, Codable {
    package enum Verdict: String, CaseIterable, Codable, Sendable {
        case unconfirmed, confirmed, rejected
    }

    package private(set) var verdict: Verdict
    /// What in the text made the machine see it, in words.
    package let rule: String
    /// Who decided; `nil` while nobody has.
    package private(set) var by: String?
    /// When they did.
    package private(set) var at: Instant?

    /// The review of something that has just been read.
    package init(rule: String) {
        self.rule = rule
        verdict = .unconfirmed
    }

    /// A review as it is kept elsewhere; one without a name is unconfirmed.
    package init(rule: String, verdict: Verdict, by: String?, at: Instant?) {
        self.rule = rule
        self.verdict = by == nil ? .unconfirmed : verdict
        self.by = by
        self.at = by == nil ? nil : at
    }

    /// The same finding, decided upon.
    package func decided(_ verdict: Verdict, by name: String, at moment: Instant) -> Review {
        Review(rule: rule, verdict: verdict, by: verdict == .unconfirmed ? nil : name, at: moment)
    }

    /// `unconfirmed`, or `confirmed by Kim`.
    package var inWords: String { by.map { "\(verdict.rawValue) by \($0)" } ?? verdict.rawValue }
}

/// A record that may have been read by machine.
package protocol Reviewed {
    /// `nil` where a person made it.
    var review: Review? { get set }
}

extension Reviewed {
    /// Whether nobody has yet said that what the machine read is so.
    package var isUnconfirmed: Bool { review?.verdict == .unconfirmed }
    /// Whether somebody has said that it is not so: kept, but shown only where it was read.
    package var isRejected: Bool { review?.verdict == .rejected }
}

extension Record {
    /// The review of a record that was read by machine; `nil` for all others.
    package var review: Review? {
        switch self {
        case .actor(let actor): actor.review
        case .quote(let quote): quote.review
        case .event(let event): event.review
        case .header, .source, .document, .relation, .ladder, .coupling, .judgement, .hypotheses: nil
        }
    }

    /// The same record with another review; itself where its kind has none.
    package func reviewed(_ review: Review?) -> Record {
        switch self {
        case .actor(var actor):
            actor.review = review
            return .actor(actor)
        case .quote(var quote):
            quote.review = review
            return .quote(quote)
        case .event(var event):
            event.review = review
            return .event(event)
        case .header, .source, .document, .relation, .ladder, .coupling, .judgement, .hypotheses: return self
        }
    }
}
