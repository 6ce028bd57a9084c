/// Finds what somebody probably meant to write.
package enum NearestName {
    /// The candidate with the fewest slips from `name`, at most one in three letters; `nil` if none is that near, and for
    /// a single letter, to which all others are. Cost: the product of the lengths, for each candidate.
    package static func of(_ name: String, among candidates: some Sequence<String>) -> String? {
        let wanted = Array(name.lowercased().unicodeScalars.prefix(96))
        guard wanted.count > 1 else { return nil }
        var best: (name: String, slips: Int)?
        for candidate in candidates {
            let slips = slips(from: wanted, to: Array(candidate.lowercased().unicodeScalars))
            if slips <= max(1, wanted.count / 3), slips < best?.slips ?? .max { best = (candidate, slips) }
        }
        return best?.name
    }

    /// Letters to put in, leave out, change, or exchange with their neighbour (optimal string alignment).
    private static func slips(from left: [Unicode.Scalar], to right: [Unicode.Scalar]) -> Int {
        var previous: [Int] = []
        var row = Array(0...right.count)
        for (leftIndex, leftScalar) in left.enumerated() {
            var next = [leftIndex + 1]
            for (rightIndex, rightScalar) in right.enumerated() {
                var least = min(
                    row[rightIndex + 1] + 1, next[rightIndex] + 1, row[rightIndex] + (leftScalar == rightScalar ? 0 : 1)
                )
                if leftIndex > 0, rightIndex > 0, leftScalar == right[rightIndex - 1],
                    left[leftIndex - 1] == rightScalar
                {
                    least = min(least, previous[rightIndex - 1] + 1)
                }
                next.append(least)
            }
            (previous, row) = (row, next)
        }
        return row[right.count]
    }
}
