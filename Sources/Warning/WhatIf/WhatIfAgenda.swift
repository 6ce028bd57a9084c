/// What comes next in a run: rungs by the time at which they are due, the earliest first. A binary heap.
struct WhatIfAgenda {
    private var entries: [(rung: Int, time: Double)] = []

    mutating func removeAll() {
        entries.removeAll(keepingCapacity: true)
    }

    mutating func insert(_ rung: Int, at time: Double) {
        var place = entries.count
        entries.append((rung, time))
        while place > 0 {
            let parent = (place - 1) / 2
            guard time < entries[parent].time else { break }
            entries[place] = entries[parent]
            place = parent
        }
        entries[place] = (rung, time)
    }

    mutating func next() -> (rung: Int, time: Double)? {
        guard let first = entries.first, let last = entries.popLast() else { return nil }
        guard !entries.isEmpty else { return first }
        var place = 0
        while true {
            var child = 2 * place + 1
            guard child < entries.count else { break }
            if child + 1 < entries.count, entries[child + 1].time < entries[child].time { child += 1 }
            guard entries[child].time < last.time else { break }
            entries[place] = entries[child]
            place = child
        }
        entries[place] = last
        return first
    }
}
