/// The place in a document that a line on the board rests on.
///
/// The text itself, what stands before and after it, and its position: W3C Web Annotation's TextQuoteSelector and
/// TextPositionSelector together. Positions count Unicode scalar values of the document's text as it came.
package struct Anchor: Hashable, Sendable, Codable {
    package let document: DocumentID
    /// The text as it stands in the document.
    package let exact: String
    /// Up to ``contextLength`` scalar values before it.
    package let prefix: String
    /// Up to ``contextLength`` scalar values behind it.
    package let suffix: String
    /// Scalar values before the text, from the start of the document.
    package let start: Int

    /// The position behind the text.
    package var end: Int { start + exact.unicodeScalars.count }

    /// How many scalar values of context a new anchor keeps on each side.
    package static let contextLength = 32

    package init(document: DocumentID, exact: String, prefix: String, suffix: String, start: Int) {
        self.document = document
        self.exact = exact
        self.prefix = prefix
        self.suffix = suffix
        self.start = start
    }

    /// An anchor for a range of a text, with the context that stands there; `nil` where the range leaves the text or is
    /// empty.
    package init?(_ range: Range<Int>, of text: String, document: DocumentID) {
        let scalars = text.unicodeScalars
        guard !range.isEmpty, range.lowerBound >= 0,
            let from = scalars.index(scalars.startIndex, offsetBy: range.lowerBound, limitedBy: scalars.endIndex),
            let to = scalars.index(from, offsetBy: range.count, limitedBy: scalars.endIndex)
        else { return nil }
        let before =
            scalars.index(from, offsetBy: -Self.contextLength, limitedBy: scalars.startIndex) ?? scalars.startIndex
        let after = scalars.index(to, offsetBy: Self.contextLength, limitedBy: scalars.endIndex) ?? scalars.endIndex
        self.init(
            document: document, exact: String(scalars[from..<to]), prefix: String(scalars[before..<from]),
            suffix: String(scalars[to..<after]), start: range.lowerBound)
    }

    /// The same from a text that is taken apart already: its cost is that of the words alone.
    package init?(_ range: Range<Int>, of scalars: [Unicode.Scalar], document: DocumentID) {
        guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= scalars.count else { return nil }
        func text(_ range: Range<Int>) -> String {
            // By way of bytes: most letters of most texts are one, and a string takes them faster than scalar values.
            var bytes: [UInt8] = []
            bytes.reserveCapacity(range.count)
            for scalar in scalars[range] {
                if scalar.isASCII {
                    bytes.append(UInt8(truncatingIfNeeded: scalar.value))
                } else {
                    bytes += UTF8.bytes(of: scalar)
                }
            }
            return String(decoding: bytes, as: UTF8.self)
        }
        self.init(
            document: document, exact: text(range),
            prefix: text(max(0, range.lowerBound - Self.contextLength)..<range.lowerBound),
            suffix: text(range.upperBound..<min(scalars.count, range.upperBound + Self.contextLength)),
            start: range.lowerBound)
    }

    /// An anchor for the place nearest to a position at which a text contains these very words; for the first of all where
    /// none is given.
    package init?(_ exact: String, near position: Int?, in text: String, document: DocumentID) {
        let places = Occurrences.of(exact, in: text)
        guard let start = position.map({ near in places.min { abs($0 - near) < abs($1 - near) } }) ?? places.first
        else { return nil }
        self.init(start..<start + exact.unicodeScalars.count, of: text, document: document)
    }

    /// An anchor for the n-th place, counted from 1, at which a text contains these very words.
    package init?(_ exact: String, occurrence: Int = 1, in text: String, document: DocumentID) {
        let places = Occurrences.of(exact, in: text, atMost: occurrence)
        guard occurrence >= 1, places.count >= occurrence else { return nil }
        let start = places[occurrence - 1]
        self.init(start..<start + exact.unicodeScalars.count, of: text, document: document)
    }
}

/// Where words stand in a text.
package enum Occurrences {
    /// The starts, in scalar values, of the places where `words` stand, overlapping ones included, first ones first.
    ///
    /// Compared scalar by scalar, so that composed and decomposed letters differ, as they do in the stored text.
    package static func of(_ words: String, in text: String, atMost limit: Int = .max) -> [Int] {
        of(Array(words.unicodeScalars), in: Array(text.unicodeScalars), atMost: limit)
    }

    static func of(_ needle: [Unicode.Scalar], in hay: [Unicode.Scalar], atMost limit: Int = .max) -> [Int] {
        guard let first = needle.first, hay.count >= needle.count, limit > 0 else { return [] }
        var places: [Int] = []
        for start in 0...(hay.count - needle.count)
        where hay[start] == first && hay[start..<start + needle.count].elementsEqual(needle) {
            places.append(start)
            if places.count == limit { break }
        }
        return places
    }
}

extension UTF8 {
    /// The bytes of a scalar value.
    fileprivate static func bytes(of scalar: Unicode.Scalar) -> [UInt8] { encode(scalar).map(Array.init) ?? [] }
}
