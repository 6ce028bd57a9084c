/// A stretch of a text, counted in Unicode scalar values from its start; `end` is exclusive.
package struct TextSpan: Hashable, Sendable, Comparable {
    /// The first scalar value inside.
    package var start: Int
    /// The first scalar value behind.
    package var end: Int

    package init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = end
    }

    /// How many scalar values it holds.
    package var count: Int { end - start }

    /// Whether the two share at least one scalar value.
    package func overlaps(_ other: TextSpan) -> Bool { max(start, other.start) < min(end, other.end) }

    /// Whether the other lies wholly inside.
    package func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }

    /// By start, then by end.
    package static func < (left: TextSpan, right: TextSpan) -> Bool {
        (left.start, left.end) < (right.start, right.end)
    }
}
