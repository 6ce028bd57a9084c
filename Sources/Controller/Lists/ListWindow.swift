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
    var awaited: PageRequest?

    package init() {}

    /// How many rows are held at the most; what lies further off is dropped and read again when it is needed.
    static var capacity: Int { 600 }

    var newestKey: PageKey? { keys.first }
    var oldestKey: PageKey? { keys.last }

    mutating func replace(with page: Page<Row>) {
        rows = page.rows
        keys = page.keys
        hasNewer = page.hasNewer
        hasOlder = page.hasOlder
        isLoaded = true
    }

    mutating func extendOlder(with page: Page<Row>) {
        rows += page.rows
        keys += page.keys
        hasOlder = page.hasOlder
        let surplus = rows.count - Self.capacity
        guard surplus > 0 else { return }
        rows.removeFirst(surplus)
        keys.removeFirst(surplus)
        hasNewer = true
    }

    mutating func extendNewer(with page: Page<Row>) {
        rows = page.rows + rows
        keys = page.keys + keys
        hasNewer = page.hasNewer
        let surplus = rows.count - Self.capacity
        guard surplus > 0 else { return }
        rows.removeLast(surplus)
        keys.removeLast(surplus)
        hasOlder = true
    }

    /// Changes rows in place: when they have been seen, say.
    mutating func update(_ change: (inout Row) -> Void) {
        for index in rows.indices { change(&rows[index]) }
    }
}
