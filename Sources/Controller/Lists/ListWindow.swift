import QueryLanguage

/// The part of a long list that the board holds: rows around the cursor, newest first.
package struct ListWindow<Row: Hashable & Sendable>: Sendable {
    package private(set) var rows: [Row] = []
    private var keys: [PageKey] = []
    package private(set) var hasNewer = false
    package private(set) var hasOlder = false
    /// Whether a page has come at all: nothing yet is not the same as nothing.
    package private(set) var isLoaded = false
    /// The page that is on its way.
    var awaited: Awaited?

    struct Awaited: Hashable, Sendable {
        let request: PageRequest
        let landing: Landing
    }

    package init() {}

    /// How many rows are held at the most; what lies further off is dropped and read again when it is needed.
    static var capacity: Int { 600 }

    /// Where a search stopped before it had found enough, beyond the rows at hand.
    private var stoppedNewer: PageKey?
    private(set) var stoppedOlder: PageKey?

    /// Where to read on from.
    var newestKey: PageKey? { stoppedNewer ?? keys.first }
    var oldestKey: PageKey? { stoppedOlder ?? keys.last }

    mutating func replace(with page: Page<Row>) {
        rows = page.rows
        keys = page.keys
        hasNewer = page.hasNewer
        hasOlder = page.hasOlder
        (stoppedNewer, stoppedOlder) = (page.stoppedNewer, page.stoppedOlder)
        isLoaded = true
    }

    mutating func extendOlder(with page: Page<Row>) {
        rows += page.rows
        keys += page.keys
        hasOlder = page.hasOlder
        stoppedOlder = page.stoppedOlder
        let surplus = rows.count - Self.capacity
        guard surplus > 0 else { return }
        rows.removeFirst(surplus)
        keys.removeFirst(surplus)
        hasNewer = true
        stoppedNewer = nil
    }

    mutating func extendNewer(with page: Page<Row>) {
        rows = page.rows + rows
        keys = page.keys + keys
        hasNewer = page.hasNewer
        stoppedNewer = page.stoppedNewer
        let surplus = rows.count - Self.capacity
        guard surplus > 0 else { return }
        rows.removeLast(surplus)
        keys.removeLast(surplus)
        hasOlder = true
        stoppedOlder = nil
    }

    /// Changes rows in place: when they have been seen, say.
    mutating func update(_ change: (inout Row) -> Void) {
        for index in rows.indices { change(&rows[index]) }
    }
}
