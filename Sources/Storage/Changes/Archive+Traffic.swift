import Foundation
import GRDB
import QueryLanguage
package import SituationModel

/// What of an event matters for the traffic between actors.
package struct EventTrace: Hashable, Sendable {
    package let source: ActorID
    package let target: ActorID
    package let category: Event.Category
    package let mode: Event.Mode
    package let when: DateExpression?
    /// When it became known.
    package let known: Instant
}

/// To whom an actor belongs.
package struct ActorTrace: Hashable, Sendable {
    package let kind: Actor.Kind
    package let affiliation: ActorID?
}

/// Up to where the traffic of a situation has been read: by arrival, and as of which moment.
package struct TrafficMark: Hashable, Sendable {
    package let serial: Int64
    package let asOf: Instant?
}

/// What has changed in the traffic of a situation: events and actors as they are now, `nil` for those that count no more.
package struct TrafficChanges: Sendable {
    package internal(set) var events: [EventID: EventTrace?] = [:]
    package internal(set) var actors: [ActorID: ActorTrace?] = [:]
    /// Whether this is all there is, and not what has changed.
    package let isWhole: Bool
    /// Up to where it goes.
    package let mark: TrafficMark
}

extension Archive {
    /// What has changed in the traffic of a situation since it was read last, or in going to another moment; all of it
    /// where it has not been read yet.
    ///
    /// Cost: proportional to what has changed. Rejections, removals and undos of whatever kind count as changes of the
    /// events that they concern.
    package func trafficChanges(
        of situation: SituationID, asOf: Instant?, since former: TrafficMark?
    ) throws(ArchiveError) -> TrafficChanges {
        try read(situation) { journal in
            let serial = try Int64.fetchOne(journal.database, sql: "SELECT max(serial) FROM entry") ?? 0
            let mark = TrafficMark(serial: serial, asOf: asOf)
            let reader = TrafficReader(journal: journal, visibility: Visibility(asOf))
            guard let former, serial - former.serial < TrafficReader.mostEntries else {
                var changes = TrafficChanges(isWhole: true, mark: mark)
                for (id, trace) in try reader.events(nil) { changes.events[id] = .some(trace) }
                for (id, trace) in try reader.actors(nil) { changes.actors[id] = .some(trace) }
                return changes
            }
            var touched = TrafficReader.Touched()
            for key in try journal.subjects(touchedAfter: former.serial, upTo: serial) {
                touched.insert(key.text, key.kind)
            }
            if former.asOf != asOf {
                let moments = [former.asOf, asOf].map { $0?.milliseconds ?? .max }
                try reader.changed(between: moments.min() ?? 0, and: moments.max() ?? 0, into: &touched)
            }
            var changes = TrafficChanges(isWhole: false, mark: mark)
            let events = try reader.events(touched.events)
            for id in touched.events { changes.events[EventID(id)] = .some(events[EventID(id)]) }
            let actors = try reader.actors(touched.actors)
            for id in touched.actors { changes.actors[ActorID(id)] = .some(actors[ActorID(id)]) }
            return changes
        }
    }

    /// When the newest document of each period was received, newest first, in all periods that have one.
    ///
    /// Cost: one look-up for each.
    ///
    /// - Parameter start: the beginning of the period that a moment falls in.
    package func newestReceived(
        of situation: SituationID, asOf: Instant?, inEachPeriod start: (Instant) -> Instant
    ) throws(ArchiveError) -> [Instant] {
        try read(situation) { journal in
            let list = ListReader(journal: journal, list: .document, asOf: asOf, search: .everything)
            var found: [Instant] = []
            var place = Int64.max
            while let row = try list.rows(.older, of: place, limit: 1).first,
                let received = Coding.value(Document.self, from: row.body)?.received
            {
                found.append(received)
                let next = Place.second(of: start(received).milliseconds, in: journal.number).lowerBound
                guard next < place else { break }
                place = next
            }
            return found
        }
    }

    /// Events by their names, newest first; those that are not there or were rejected are missing.
    package func events(
        named ids: some Sequence<EventID>, of situation: SituationID, asOf: Instant? = nil
    ) throws(ArchiveError) -> [Listed<Event>] {
        try read(situation) { journal in
            let visibility = Visibility(asOf)
            let rows = try Row.fetchAll(
                journal.database.cachedStatement(
                    sql: """
                        SELECT \(ListedRow.columns(of: "event")) FROM event INDEXED BY eventRecord
                        WHERE situation = :situation AND id IN (SELECT value FROM json_each(:ids))
                        AND isRejected = 0 AND \(visibility.condition("event")) ORDER BY row DESC
                        """),
                arguments: StatementArguments(
                    visibility.arguments.merging([
                        "situation": journal.number, "ids": try Coding.list(ids.map { Coding.key($0.text) }),
                    ]) { $1 }))
            let events = rows.compactMap(ListedRow.init).compactMap { row in
                Coding.value(Event.self, from: row.body).map { (row, $0) }
            }
            return try Listing(journal: journal, asOf: asOf, reader: nil).listed(events, in: .event)
        }
    }
}

/// Reads what of events and actors matters for the traffic, and which of them are others at another moment.
private struct TrafficReader {
    let journal: Journal
    let visibility: Visibility

    /// With more entries than that since the last reading, reading all anew costs less than following them.
    static let mostEntries: Int64 = 20_000

    struct Touched {
        var events: Set<String> = []
        var actors: Set<String> = []

        mutating func insert(_ id: String, _ kind: RecordKey.Kind) {
            switch kind {
            case .event: events.insert(id)
            case .actor: actors.insert(id)
            default: break
            }
        }
    }

    /// The events and actors of which a form began or ended between two moments, the earlier one left out.
    func changed(between earlier: Int64, and later: Int64, into touched: inout Touched) throws {
        let arguments: StatementArguments = ["situation": journal.number, "earlier": earlier, "later": later]
        for (table, kind) in [("event", RecordKey.Kind.event), ("version", .actor)] {
            let only = table == "version" ? "AND kind = 'actor'" : ""
            let rows = try Row.fetchCursor(
                journal.database.cachedStatement(
                    sql: """
                        SELECT id FROM \(table)
                        WHERE situation = :situation AND fromKnown > :earlier AND fromKnown <= :later \(only)
                        UNION
                        SELECT id FROM \(table)
                        WHERE situation = :situation AND untilKnown > :earlier AND untilKnown <= :later \(only)
                        """), arguments: arguments)
            while let row = try rows.next() { touched.insert(row[0], kind) }
        }
    }

    /// The events that count, or of these names those that do.
    func events(_ ids: Set<String>?) throws -> [EventID: EventTrace] {
        var events: [EventID: EventTrace] = [:]
        let rows = try self.rows(
            "event", ["$.source", "$.target", "$.category", "$.mode", "$.when"], columns: ["addedKnown"],
            condition: "isRejected = 0", ids)
        while let row = try rows.next() {
            guard let source: String = row[2], let target: String = row[3],
                let category = (row[4] as String?).flatMap(Event.Category.init(rawValue:)),
                let mode = (row[5] as String?).flatMap(Event.Mode.init(rawValue:))
            else { continue }
            events[EventID(row[0])] = EventTrace(
                source: ActorID(source), target: ActorID(target), category: category, mode: mode,
                when: (row[6] as String?).flatMap { DateExpression($0) }, known: Instant(milliseconds: row[1]))
        }
        return events
    }

    func actors(_ ids: Set<String>?) throws -> [ActorID: ActorTrace] {
        var actors: [ActorID: ActorTrace] = [:]
        let rows = try self.rows(
            "version", ["$.kind", "$.affiliation"], columns: [], condition: "version.kind = 'actor'", ids)
        while let row = try rows.next() {
            guard let kind = (row[1] as String?).flatMap(Actor.Kind.init(rawValue:)) else { continue }
            let owner: String? = row[2]
            actors[ActorID(row[0])] = ActorTrace(kind: kind, affiliation: owner.map { ActorID($0) })
        }
        return actors
    }

    /// Rows with the name, some columns and some fields of the record, without reading the record itself.
    private func rows(
        _ table: String, _ fields: [String], columns: [String], condition: String, _ ids: Set<String>?
    ) throws -> RowCursor {
        let wanted = ["id"] + columns + fields.map { "json_extract(body, '\($0)')" }
        var arguments = visibility.arguments.merging(["situation": journal.number]) { $1 }
        if let ids { arguments["ids"] = try Coding.list(ids) }
        return try Row.fetchCursor(
            journal.database.cachedStatement(
                sql: """
                    SELECT \(wanted.joined(separator: ", ")) FROM \(table) WHERE situation = :situation
                    \(ids == nil ? "" : "AND id IN (SELECT value FROM json_each(:ids))")
                    AND \(condition) AND \(visibility.condition(table))
                    """), arguments: StatementArguments(arguments))
    }
}
