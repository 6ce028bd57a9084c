@testable import Reading

/// One reader for all tests: it is a value, and making it costs more than most tests.
let reader = Reader()

extension Findings {
    /// The first quote whose words contain some text.
    func quote(of words: String) -> QuoteFinding? { quotes.first { $0.words.contains(words) } }

    /// The first event of a category.
    func event(_ category: EventCategory) -> EventFinding? { events.first { $0.category == category } }

    /// The actor with an identifier.
    func actor(_ id: String) -> ActorFinding? { actors.first { $0.id == id } }
}

extension QuoteFinding {
    /// The words, with a space between stretches.
    var words: String { content.map(\.text).joined(separator: " ") }
}

/// A small seeded generator, so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var value = state
        value = (value ^ value >> 30) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ value >> 27) &* 0x94d0_49bb_1331_11eb
        return value ^ value >> 31
    }
}
