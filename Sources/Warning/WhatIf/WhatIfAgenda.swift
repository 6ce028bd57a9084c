/// What comes next in a run: rungs by the time at which they are due, the earliest first.
///
/// A calendar: the horizon is parted into days of equal length, and what is due on one day hangs on it in no order. With about
/// as many days as there are entries, both ways cost the same few steps however many there are (R. Brown, *Calendar queues*,
/// Communications of the ACM 31, 1988). Any times will do; those beyond the horizon all fall on the last day.
struct WhatIfAgenda {
    private struct Entry {
        let rung: Int
        let time: Double
        /// The next entry of the same day; `none` behind the last.
        var next: Int
    }

    private static let days = 64
    private static let none = -1

    private var entries: [Entry] = []
    /// The first entry of each day; of days without any it says nothing.
    private var firsts = [Int](repeating: none, count: days)
    /// A bit for each day that has entries.
    private var busy: UInt64 = 0

    mutating func removeAll() {
        entries.removeAll(keepingCapacity: true)
        busy = 0
    }

    /// - Parameter time: as a part of the horizon.
    mutating func insert(_ rung: Int, at time: Double) {
        let day = Int(min(max(time * Double(Self.days), 0), Double(Self.days - 1)))
        let isBusy = busy & (1 << UInt64(day)) != 0
        entries.append(Entry(rung: rung, time: time, next: isBusy ? firsts[day] : Self.none))
        firsts[day] = entries.count - 1
        busy |= 1 << UInt64(day)
    }

    mutating func next() -> (rung: Int, time: Double)? {
        guard busy != 0 else { return nil }
        let day = busy.trailingZeroBitCount
        var earliest = firsts[day]
        var before = Self.none
        var place = earliest
        while entries[place].next != Self.none {
            let next = entries[place].next
            if entries[next].time < entries[earliest].time { (earliest, before) = (next, place) }
            place = next
        }
        let found = entries[earliest]
        if before == Self.none {
            firsts[day] = found.next
            if found.next == Self.none { busy &= ~(1 << UInt64(day)) }
        } else {
            entries[before].next = found.next
        }
        return (found.rung, found.time)
    }
}
