import QueryLanguage

/// Looks for rows that answer among those that an index tells, a portion at a time, and at no more of them than one page
/// may cost.
///
/// Where it stops before it has found enough, it says where, so that the search can go on from there.
struct BoundedSearch {
    /// How much more may be looked at, in rows; long texts count as several.
    private var budget = Self.limit
    /// Where it stopped for want of budget, in each direction.
    private(set) var stopped: [ListReader.Direction: PageKey] = [:]

    /// What may be looked at for one page: up to about half a second.
    static let limit = 10_000
    private static let portion = 500

    /// Makes the search dearer by so many rows.
    mutating func spend(_ rows: Int) { budget -= rows }

    /// Rows that answer, nearest to a place, not counting the row at that place, in the direction's order.
    ///
    /// - Parameters:
    ///   - read: so many rows in that direction from a place on.
    ///   - key: the place of a row.
    ///   - answering: those of some rows that answer.
    mutating func rows<Row>(
        _ direction: ListReader.Direction, of place: Int64, limit: Int, read: (Int64, Int) throws -> [Row],
        key: (Row) -> PageKey, answering: (inout BoundedSearch, [Row]) throws -> [Row]
    ) throws -> [Row] {
        var found: [Row] = []
        var last: PageKey?
        while found.count < limit {
            guard budget > 0 else {
                // Where nothing could be looked at at all, the place asked from is where to go on.
                stopped[direction] = last ?? PageKey(sort: place, id: "")
                break
            }
            // Small portions first: most rows that an index tells do answer.
            let wanted = last == nil || !found.isEmpty ? max(2 * (limit - found.count), 20) : Self.portion
            let portion = min(wanted, Self.portion, budget)
            let rows = try read(last?.sort ?? place, portion)
            spend(rows.count)
            found += try answering(&self, rows)
            guard rows.count == portion, let end = rows.last else { break }
            last = key(end)
        }
        return Array(found.prefix(limit))
    }
}
