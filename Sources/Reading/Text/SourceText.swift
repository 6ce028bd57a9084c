/// A text as an array of Unicode scalar values, so that any position is reached at once.
///
/// The text is kept exactly as it came: nothing is normalised, trimmed or replaced, so that every span points at what the
/// reader of the original sees.
package struct SourceText: Sendable {
    /// The scalar values, in order.
    package let scalars: [Unicode.Scalar]

    package init(_ text: String) {
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars { scalars.append(scalar) }
        self.scalars = scalars
    }

    /// How many scalar values the text has.
    package var count: Int { scalars.count }

    /// The text inside a span; the part of the span that leaves the text is left out.
    package func slice(_ span: TextSpan) -> String {
        let start = min(max(0, span.start), count)
        let end = min(max(start, span.end), count)
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[start..<end])
        return String(text)
    }
}
