package import SituationModel

/// An event as it counts in the traffic between actors: who to whom, in which quad, on which day.
package struct Deed: Hashable, Sendable {
    package var source: ActorID
    package var target: ActorID
    package var quad: Event.Quad
    package var day: CalendarDay
    /// Whether it can be told in which week it took place.
    package var isOfAWeek: Bool

    package init(source: ActorID, target: ActorID, quad: Event.Quad, day: CalendarDay, isOfAWeek: Bool = true) {
        self.source = source
        self.target = target
        self.quad = quad
        self.day = day
        self.isOfAWeek = isOfAWeek
    }

    /// What one actor did to another and what became known at a moment counts as; `nil` where it does not count.
    ///
    /// It counts on the day on which it took place, as near to when it became known as its date allows; one that is still
    /// to come, on the day on which it became known. What is told afterwards of a year or a month belongs to no week.
    package init?(
        source: ActorID, target: ActorID, category: Event.Category, mode: Event.Mode, when: DateExpression?,
        known: Instant
    ) {
        guard let quad = category.countedQuad(in: mode) else { return nil }
        let moment = min(when?.moment(nearest: known) ?? known, known)
        let isOver = when?.lastMoment.map { $0 < known } ?? false
        self.init(
            source: source, target: target, quad: quad, day: moment.day,
            isOfAWeek: !isOver || when.map { $0.days <= 7 } ?? true)
    }

    /// What an event that became known at a moment counts as; `nil` where it does not count between two actors.
    package init?(_ event: Event, known: Instant) {
        guard let source = event.source, let target = event.target, !event.isRejected else { return nil }
        self.init(
            source: source, target: target, category: event.category, mode: event.mode, when: event.when, known: known)
    }
}

extension DateExpression {
    /// How many days it covers, as far as the calendar goes.
    fileprivate var days: Int {
        guard let lastMoment else { return .max }
        return lastMoment.day.daysSince1970 - start.day.daysSince1970 + 1
    }
}

/// To whom an actor belongs, as far as it matters for whom its deeds count.
package struct ActorTie: Hashable, Sendable {
    package var isState: Bool
    package var affiliation: ActorID?

    package init(isState: Bool, affiliation: ActorID?) {
        self.isState = isState
        self.affiliation = affiliation
    }

    package init(_ actor: Actor) {
        self.init(isState: actor.kind == .state, affiliation: actor.affiliation)
    }
}

/// Who did to whom: the way matters.
package struct Direction: Hashable, Sendable, Comparable {
    package var source: ActorID
    package var target: ActorID

    package init(from source: ActorID, to target: ActorID) {
        self.source = source
        self.target = target
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.source, left.target) < (right.source, right.target)
    }
}
