import Controller
import QueryLanguage
import SituationModel
import Storage

extension DetailData {
    /// How many events of a week or a cell are read at the most.
    private static let mostEvents = 200

    /// A chart with the events of its chosen week, a matrix, or the events of one of its cells.
    ///
    /// - Parameter present: up to when windows reach.
    init(
        _ book: TrafficBook, for subject: Subject, from archive: Archive, asOf: Instant?, at present: Instant
    ) throws(ArchiveError) {
        self.init(subject: subject)
        var events: [EventID] = []
        switch subject {
        case .chart(let scope, let day):
            let chart = book.chart(of: scope, week: day)
            self.chart = chart
            if let monday = chart.chosenWeek?.monday { events = book.events(of: scope, inWeekOf: monday) }
        case .deedMatrix(let window):
            let days = window.days(at: present)
            deeds = book.matrix(from: days?.first, to: days?.last)
        case .deeds(let wish):
            let days = wish.window.days(at: present)
            events = book.events(from: wish.source, to: wish.target, between: days?.first, and: days?.last)
        case .item, .document, .timeline, .found, .judgements, .whatIf: break
        }
        self.events = try archive.events(named: events.prefix(Self.mostEvents), of: book.situation, asOf: asOf)
        isCutOff = events.count > Self.mostEvents
    }

    /// The newest quotes and events of an actor and of all that belong to it.
    init(
        timelineOf actor: ActorID, for subject: Subject, from archive: Archive, of situation: SituationID,
        asOf: Instant?
    ) throws(ArchiveError) {
        self.init(subject: subject)
        let actors = try archive.outline(of: situation, asOf: asOf).actors.inOrder
        var theirs = [actor]
        var position = 0
        while position < theirs.count {
            theirs += actors.filter { $0.affiliation == theirs[position] && !theirs.contains($0.id) }.map(\.id)
            position += 1
        }
        var (quotes, events): ([QuoteID: Listed<Quote>], [EventID: Listed<Event>]) = ([:], [:])
        for member in theirs {
            let found = try archive.concerning(member, of: situation, asOf: asOf, limit: Self.mostEvents)
            for quote in found.quotes { quotes[quote.value.id] = quote }
            for event in found.events { events[event.value.id] = event }
            isCutOff = isCutOff || max(found.quotes.count, found.events.count) >= Self.mostEvents
        }
        // As many of both together as can be drawn without delay.
        let moments = (quotes.values.map(\.moment) + events.values.map(\.moment)).sorted(by: >)
        let oldest = moments.count > Self.mostEvents ? moments[Self.mostEvents - 1] : moments.last
        isCutOff = isCutOff || moments.count > Self.mostEvents
        self.quotes = quotes.values.filter { $0.moment >= oldest ?? $0.moment }
        self.events = events.values.filter { $0.moment >= oldest ?? $0.moment }
    }
}

extension TimeWindow {
    /// The days from the first to the last, both included; `nil` where all are wanted.
    fileprivate func days(at present: Instant) -> (first: CalendarDay, last: CalendarDay)? {
        guard let extent = text.flatMap(QueryDate.init)?.extent(at: present) else { return nil }
        return (extent.first.day, extent.last.day)
    }
}
