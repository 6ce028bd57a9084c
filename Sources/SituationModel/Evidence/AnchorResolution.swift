/// Where an anchor stands in a text that may have changed since it was made.
package enum AnchorResolution: Hashable, Sendable {
    /// The words stand where they stood.
    case inPlace(Range<Int>)
    /// The words stand elsewhere; of several places, the one whose surroundings fit best.
    case moved(Range<Int>)
    /// The words are gone; the anchor still keeps them.
    case lost

    /// The range in scalar values, where there is one.
    package var range: Range<Int>? {
        switch self {
        case .inPlace(let range), .moved(let range): range
        case .lost: nil
        }
    }
}

extension Anchor {
    /// Finds the anchor's words in a text: at its position, else where they stand in surroundings most like its own.
    package func resolved(in text: String) -> AnchorResolution { resolved(in: Array(text.unicodeScalars)) }

    /// The same in a text taken apart already. Cost: the length of the words where they stand in their place, else linear
    /// in the text.
    package func resolved(in scalars: [Unicode.Scalar]) -> AnchorResolution {
        let words = Array(exact.unicodeScalars)
        let length = words.count
        if start >= 0, length > 0, end <= scalars.count, scalars[start..<end].elementsEqual(words) {
            return .inPlace(start..<end)
        }
        let places = Occurrences.of(words, in: scalars)
        let best = places.max { left, right in
            let leftFit = fit(at: left, in: scalars)
            let rightFit = fit(at: right, in: scalars)
            return leftFit == rightFit ? abs(left - start) > abs(right - start) : leftFit < rightFit
        }
        return best.map { .moved($0..<$0 + length) } ?? .lost
    }

    /// How many scalar values of the context agree, read outwards from the words.
    private func fit(at place: Int, in scalars: [Unicode.Scalar]) -> Int {
        let before = zip(prefix.unicodeScalars.reversed(), scalars[..<place].reversed()).prefix { $0 == $1 }.count
        let behind = place + exact.unicodeScalars.count
        let after = zip(suffix.unicodeScalars, scalars[behind...]).prefix { $0 == $1 }.count
        return before + after
    }
}
