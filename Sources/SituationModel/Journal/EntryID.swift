/// The name of a journal entry: a UUID of version 7 (RFC 9562), unique on every host and ordered by time.
package struct EntryID: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The first eight bytes: 48 bits of milliseconds since 1970, the version, and a counter of 12 bits.
    package let high: UInt64
    /// The last eight bytes: the variant, and 62 random bits.
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// When the entry was recorded, by its host's clock.
    package var recorded: Instant { Instant(milliseconds: Int64(high >> 16)) }

    package static func < (left: Self, right: Self) -> Bool { (left.high, left.low) < (right.high, right.low) }

    /// The sixteen bytes, first ones first; their order is the identifiers' order.
    package var bytes: [UInt8] {
        [high, low].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * $0)) } }
    }

    /// An identifier from its sixteen bytes.
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        high = bytes.prefix(8).reduce(0) { ($0 << 8) | UInt64($1) }
        low = bytes.suffix(8).reduce(0) { ($0 << 8) | UInt64($1) }
    }

    /// Lower-case hexadecimal in the usual groups of 8, 4, 4, 4 and 12.
    package var description: String {
        let digits = Self.hexadecimal(high) + Self.hexadecimal(low)
        var text = ""
        for (position, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(position) { text.append("-") }
            text.append(digit)
        }
        return text
    }

    /// An identifier from its text.
    package init?(_ text: String) {
        let digits = text.filter { $0 != "-" }
        guard digits.utf8.count == 32, let high = UInt64(digits.prefix(16), radix: 16),
            let low = UInt64(digits.suffix(16), radix: 16)
        else { return nil }
        self.init(high: high, low: low)
    }

    private static func hexadecimal(_ word: UInt64) -> String {
        let digits = String(word, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

extension EntryID: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let id = EntryID(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "“\(text)” is not a UUID")
        }
        self = id
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// Gives out entry identifiers that never run backwards, on one host, whatever its clock does.
///
/// An identifier is greater than every one given out or seen before, so that what a person does after reading an entry
/// sorts behind that entry on every host, even where clocks differ.
package struct EntryClock: Sendable {
    private var last: UInt64 = 0

    package init() {}

    /// Takes note of an identifier from elsewhere.
    package mutating func witness(_ id: EntryID) {
        last = max(last, Self.ticks(of: id))
    }

    /// The next identifier at this moment. `random` supplies the low 62 bits.
    package mutating func next(at now: Instant, random: UInt64) -> EntryID {
        // Milliseconds and counter as one number: the counter runs over into the milliseconds where it is used up.
        let present = UInt64(clamping: now.milliseconds) << 12
        last = max(last &+ 1, present)
        let high = ((last >> 12) << 16) | 0x7000 | (last & 0xFFF)
        return EntryID(high: high, low: (random & 0x3FFF_FFFF_FFFF_FFFF) | 0x8000_0000_0000_0000)
    }

    private static func ticks(of id: EntryID) -> UInt64 { ((id.high >> 16) << 12) | (id.high & 0xFFF) }
}
