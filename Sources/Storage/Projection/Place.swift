import SituationModel

/// A row's place in a long list, as one whole number: larger is newer.
///
/// The number is the key of the table and that of its full-text index, so that both are read in the order in which rows are
/// shown, from any place on, without sorting. From the top bits: the situation's number, the second that the row sorts by,
/// and a slot among the rows of that second.
enum Place {
    static let situationBits = 12
    static let secondBits = 35
    static let slotBits = 16
    /// A stretch is what the `reach` table keeps one row for: 4,096 seconds.
    static let stretchBits = 28

    /// The greatest number that a situation can have.
    static let greatestSituation = Int64(1) << situationBits - 1

    /// Seconds from 1500-01-01 to 1970-01-01. What lies outside of 1500 to 2588 sorts at the nearer end.
    private static let offset: Int64 = 14_831_769_600

    /// All places of a situation.
    static func range(of situation: Int64) -> ClosedRange<Int64> {
        let low = situation << (secondBits + slotBits)
        return low...(low + (1 << (secondBits + slotBits)) - 1)
    }

    /// The places of the second on which a moment falls, given in milliseconds since 1970.
    static func second(of milliseconds: Int64, in situation: Int64) -> ClosedRange<Int64> {
        let seconds = milliseconds >= 0 ? milliseconds / 1000 : (milliseconds + 1) / 1000 - 1
        let (shifted, overflow) = seconds.addingReportingOverflow(offset)
        let bounded = overflow ? Int64.max : shifted
        let second = min(max(bounded, 0), (1 << secondBits) - 1)
        let low = situation << (secondBits + slotBits) | second << slotBits
        return low...(low + (1 << slotBits) - 1)
    }

    /// The stretch that a place lies in.
    static func stretch(of row: Int64) -> Int64 { row >> stretchBits }
}

/// What rows of one list are ordered by, exactly: rows of one second stand in this order in its slots.
struct RowOrder: Comparable {
    let sort: Int64
    let added: JournalOrder
    let from: JournalOrder

    static func < (left: Self, right: Self) -> Bool {
        if left.sort != right.sort { return left.sort < right.sort }
        return left.added == right.added ? left.from < right.from : left.added < right.added
    }
}
