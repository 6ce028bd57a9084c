package import SituationModel
package import Storage
package import Warning

/// The traffic of one situation as of one moment, kept up with an archive by what has changed in it.
package struct TrafficBook: Sendable {
    package let situation: SituationID
    package private(set) var traffic = Traffic()
    /// The last day on which anything can have been collected.
    package private(set) var lastDay: CalendarDay
    private var mark: TrafficMark?

    package init(of situation: SituationID) {
        self.situation = situation
        lastDay = CalendarDay(daysSince1970: 0)
    }

    /// Reads what has changed since the last time, or between the moment asked for then and this one.
    ///
    /// - Parameter present: what the clock says.
    package mutating func update(
        from archive: Archive, asOf: Instant?, at present: Instant
    ) throws(ArchiveError) {
        let changes = try archive.trafficChanges(of: situation, asOf: asOf, since: mark)
        if changes.isWhole { traffic = Traffic() }
        traffic.put(changes.actors.mapValues { $0.map(ActorTie.init) })
        for (event, trace) in changes.events { traffic.put(trace.flatMap(Deed.init), for: event) }
        let received = try archive.newestReceived(of: situation, asOf: asOf) { Instant(Week($0.day).monday) }
        lastDay = (asOf ?? present).day
        traffic.collected(in: Set(received.map { Week($0.day) }), until: lastDay)
        mark = changes.mark
    }

    /// The last day that readings rest on: the present, or where nothing was collected of late, the end of the last week in
    /// which something was.
    package var end: CalendarDay? { traffic.span.map { min($0.upperBound.sunday, lastDay) } }
}

extension ActorTie {
    fileprivate init(_ trace: ActorTrace) {
        self.init(isState: trace.kind == .state, affiliation: trace.affiliation)
    }
}

extension Deed {
    fileprivate init?(_ trace: EventTrace) {
        self.init(
            source: trace.source, target: trace.target, category: trace.category, mode: trace.mode, when: trace.when,
            known: trace.known)
    }
}
