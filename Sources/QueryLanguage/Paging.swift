package import SituationModel

/// What part of a long list is asked for. Lists are read a page at a time, by key, so that the cost of a page does not
/// depend on how long the list is or where in it the page lies.
package struct PageRequest: Hashable, Sendable {
    /// Where the page lies.
    package enum Position: Hashable, Sendable {
        case newest
        case oldest
        /// The rows behind this one, towards the older.
        case before(PageKey)
        /// The rows ahead of this one, towards the newer.
        case after(PageKey)
        /// The record of that name with its neighbours; the newest page where it is not in the list.
        case around(RecordKey)
    }

    package var situation: SituationID
    /// As it was known then; as it is known now when `nil`.
    package var asOf: Instant?
    /// Whose unseen marks to tell; none when `nil`.
    package var reader: String?
    package var query: Query
    /// What relative dates in the query are reckoned from; the moment asked about when `nil`, or the present.
    package var now: Instant?
    /// Only what concerns this actor.
    package var actor: ActorID?
    package var position: Position
    /// How many rows at the most.
    package var limit: Int
    /// Whether names mean those actors only that people made or confirmed.
    package var meansSettledActors = false
    /// Tells a request from an equal one before it; no part of what is asked for.
    package var number = 0

    /// Whether both ask for the same.
    package func isEqual(toEarlier other: PageRequest) -> Bool {
        var same = other
        same.number = number
        return same == self
    }

    package init(
        situation: SituationID, asOf: Instant? = nil, reader: String? = nil, query: Query = .everything,
        now: Instant? = nil, actor: ActorID? = nil, position: Position = .newest, limit: Int = 100
    ) {
        self.situation = situation
        self.asOf = asOf
        self.reader = reader
        self.query = query
        self.now = now
        self.actor = actor
        self.position = position
        self.limit = limit
    }
}

/// A row's place in its list.
package struct PageKey: Hashable, Sendable, Codable {
    package let sort: Int64
    package let id: String

    package init(sort: Int64, id: String) {
        self.sort = sort
        self.id = id
    }
}

/// Some rows of a long list, newest first.
package struct Page<Row: Hashable & Sendable>: Hashable, Sendable {
    package var rows: [Row]
    /// The place of each row, in the same order.
    package var keys: [PageKey]
    package var hasNewer: Bool
    package var hasOlder: Bool
    /// Where the search stopped in each direction, when so many rows had been looked at that the page would have taken too
    /// long; what answers may stand beyond. Reading on from there goes on with the search. `nil` where it did not stop.
    package var stoppedNewer: PageKey?
    package var stoppedOlder: PageKey?

    package init(
        rows: [Row] = [], keys: [PageKey] = [], hasNewer: Bool = false, hasOlder: Bool = false,
        stoppedNewer: PageKey? = nil, stoppedOlder: PageKey? = nil
    ) {
        self.rows = rows
        self.keys = keys
        self.hasNewer = hasNewer
        self.hasOlder = hasOlder
        self.stoppedNewer = stoppedNewer
        self.stoppedOlder = stoppedOlder
    }
}
