/// The name by which a record is known in its situation, such as `south-korea`; typed by what it names.
///
/// Identifiers are written by people in dossiers, so they are short words. Two identifiers are the same when their
/// text is, whichever host they came from.
package struct Identifier<Subject>: Hashable, Sendable, Comparable, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    /// The text as it stands in a dossier.
    package let text: String

    /// An identifier with this text, as it is; ``isWellFormed`` says whether a dossier may carry it.
    package init(_ text: String) {
        self.text = text
    }

    package init(stringLiteral value: String) {
        self.init(value)
    }

    package var description: String { text }

    package static func < (left: Self, right: Self) -> Bool { left.text < right.text }

    /// Whether the text is 1 to 96 lower-case letters, digits, `-`, `_` or `.`, beginning with a letter or digit.
    package var isWellFormed: Bool {
        guard let first = text.unicodeScalars.first, Self.isLetterOrDigit(first) else { return false }
        return text.unicodeScalars.count <= 96
            && text.unicodeScalars.allSatisfy { Self.isLetterOrDigit($0) || "-_.".unicodeScalars.contains($0) }
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
    }

    /// The identifier that a name suggests: its letters and digits in lower case, everything else a single dash.
    ///
    /// A name with no letter of the Latin alphabet suggests `fallback`.
    package static func suggested(by name: String, fallback: String = "unnamed") -> Self {
        var text = ""
        for scalar in name.lowercased().unicodeScalars {
            if isLetterOrDigit(scalar) {
                text.unicodeScalars.append(scalar)
            } else if !text.isEmpty, text.last != "-" {
                text.append("-")
            }
        }
        while text.last == "-" { text.removeLast() }
        return Self(text.isEmpty ? fallback : String(text.prefix(64)))
    }

    /// The identifier of what these parts make up: the same on every host, and another one for other parts.
    ///
    /// Behind the prefix stand 16 hexadecimal digits of the parts' FNV-1a hash of 64 bits (Fowler, Noll, Vo).
    package static func derived(_ prefix: String, from parts: [String]) -> Self {
        let hash = StableHash.of(parts)
        let digits = String(hash, radix: 16)
        return Self(prefix + "-" + String(repeating: "0", count: 16 - digits.count) + digits)
    }

    /// This identifier, or the first of `…-2`, `…-3` and so on that is not taken.
    package func unless(_ isTaken: (Self) -> Bool) -> Self {
        guard isTaken(self) else { return self }
        var number = 2
        while isTaken(Self("\(text)-\(number)")) { number += 1 }
        return Self("\(text)-\(number)")
    }
}

extension Identifier: Codable {
    package init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

package typealias SituationID = Identifier<Header>
package typealias SourceID = Identifier<Source>
package typealias DocumentID = Identifier<Document>
package typealias ActorID = Identifier<Actor>
package typealias RelationID = Identifier<Relation>
package typealias QuoteID = Identifier<Quote>
package typealias EventID = Identifier<Event>
package typealias LadderID = Identifier<Ladder>
package typealias RungID = Identifier<Rung>
package typealias IndicatorID = Identifier<Indicator>
package typealias CouplingID = Identifier<Coupling>
