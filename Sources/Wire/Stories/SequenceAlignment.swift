/// Pairs the equal elements of two sequences, in order: what of the old stands in the new.
///
/// Cost is bounded for any input: equal ends are taken first; short stretches are compared by the usual table of longest
/// common subsequences; long ones are cut at elements that each side has exactly once (Bram Cohen's patience diff), and
/// where there are none, or after too many cuts, a stretch counts as replaced.
struct SequenceAlignment {
    /// Pairs of positions, both growing.
    private(set) var pairs: [(old: Int, new: Int)] = []

    private let old: [UInt64]
    private let new: [UInt64]

    /// The most cells of a table.
    private static let mostCells = 1 << 18
    /// The most cuts within cuts.
    private static let deepest = 12

    init(_ old: [UInt64], _ new: [UInt64]) {
        (self.old, self.new) = (old, new)
        align(old.indices, new.indices, depth: 0)
    }

    private mutating func align(_ left: Range<Int>, _ right: Range<Int>, depth: Int) {
        var (left, right) = (left, right)
        while let first = left.first, let second = right.first, old[first] == new[second] {
            pairs.append((first, second))
            left.removeFirst()
            right.removeFirst()
        }
        var ends = 0
        while ends < min(left.count, right.count),
            old[left.upperBound - 1 - ends] == new[right.upperBound - 1 - ends]
        {
            ends += 1
        }
        let middle = (left.dropLast(ends), right.dropLast(ends))
        if !middle.0.isEmpty, !middle.1.isEmpty {
            let cells = middle.0.count.multipliedReportingOverflow(by: middle.1.count)
            if !cells.overflow, cells.partialValue <= Self.mostCells {
                pairByTable(middle.0, middle.1)
            } else if depth < Self.deepest {
                cut(middle.0, middle.1, depth: depth)
            }
        }
        for step in stride(from: ends, to: 0, by: -1) {
            pairs.append((left.upperBound - step, right.upperBound - step))
        }
    }

    // MARK: Short stretches

    private mutating func pairByTable(_ left: Range<Int>, _ right: Range<Int>) {
        let width = right.count + 1
        var longest = [UInt32](repeating: 0, count: (left.count + 1) * width)
        for row in stride(from: left.count - 1, through: 0, by: -1) {
            for column in stride(from: right.count - 1, through: 0, by: -1) {
                let here = row * width + column
                longest[here] =
                    old[left.lowerBound + row] == new[right.lowerBound + column]
                    ? longest[here + width + 1] + 1 : max(longest[here + width], longest[here + 1])
            }
        }
        var (row, column) = (0, 0)
        while row < left.count, column < right.count {
            let here = row * width + column
            if old[left.lowerBound + row] == new[right.lowerBound + column] {
                pairs.append((left.lowerBound + row, right.lowerBound + column))
                (row, column) = (row + 1, column + 1)
            } else if longest[here + width] >= longest[here + 1] {
                row += 1
            } else {
                column += 1
            }
        }
    }

    // MARK: Long stretches

    private mutating func cut(_ left: Range<Int>, _ right: Range<Int>, depth: Int) {
        let anchors = Self.longestRising(uniquePairs(left, right))
        guard !anchors.isEmpty else { return }
        var (leftStart, rightStart) = (left.lowerBound, right.lowerBound)
        for anchor in anchors {
            // An earlier stretch may have run over this one, along equal elements.
            guard anchor.old >= leftStart, anchor.new >= rightStart else { continue }
            align(leftStart..<anchor.old, rightStart..<anchor.new, depth: depth + 1)
            pairs.append(anchor)
            (leftStart, rightStart) = (anchor.old + 1, anchor.new + 1)
        }
        align(leftStart..<left.upperBound, rightStart..<right.upperBound, depth: depth + 1)
    }

    /// Positions of elements that stand once in each of the stretches, by their place in the old one.
    private func uniquePairs(_ left: Range<Int>, _ right: Range<Int>) -> [(old: Int, new: Int)] {
        func places(_ elements: [UInt64], _ range: Range<Int>) -> [UInt64: Int] {
            // −1 for what stands there more than once.
            var places: [UInt64: Int] = [:]
            places.reserveCapacity(range.count)
            for place in range { places[elements[place]] = places[elements[place]] == nil ? place : -1 }
            return places
        }
        let there = places(new, right)
        return places(old, left).compactMap { element, place in
            guard place >= 0, let other = there[element], other >= 0 else { return nil }
            return (place, other)
        }.sorted { $0.old < $1.old }
    }

    /// The longest run of pairs in which both positions grow, by patience sorting.
    private static func longestRising(_ pairs: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
        var piles: [Int] = []
        var before = [Int](repeating: -1, count: pairs.count)
        for (index, pair) in pairs.enumerated() {
            var (low, high) = (0, piles.count)
            while low < high {
                let middle = (low + high) / 2
                if pairs[piles[middle]].new < pair.new { low = middle + 1 } else { high = middle }
            }
            if low > 0 { before[index] = piles[low - 1] }
            if low == piles.count { piles.append(index) } else { piles[low] = index }
        }
        var result: [(old: Int, new: Int)] = []
        var index = piles.last ?? -1
        while index >= 0 {
            result.append(pairs[index])
            index = before[index]
        }
        return result.reversed()
    }
}
