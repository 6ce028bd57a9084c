/// A small seeded generator, so that every run sees the same texts.
struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var value = state
        value = (value ^ value >> 30) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ value >> 27) &* 0x94d0_49bb_1331_11eb
        return value ^ value >> 31
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &self)]
    }
}

/// News that never happened, of the length and mixture of news.
enum InventedNews {
    private static let actors = [
        "the foreign ministry", "President Idris Belmonte", "South Korea", "the Kremlin", "NATO", "General Ostrov",
        "the rebels", "Hezbollah",
        "the World Food Programme", "Anna Berg, a farmer from the north,", "a spokesman for the port authority",
        "the European Union",
        "Turkish officials", "the opposition", "Brazil’s navy", "the island’s council", "Prime Minister Keir Starmer",
        "Nairobi",
    ]
    private static let deeds = [
        "threatened to close the strait to %", "sent food and medicine to %", "accused % of shelling the harbour",
        "agreed to open talks with %",
        "recalled its ambassador from %", "massed some 4,500 troops on the border with %", "met % in Geneva last week",
        "rejected an offer by %",
        "released forty prisoners to %", "called on % to lift the blockade", "will hold joint exercises with % in June",
        "suspended aid to % after the vote", "praised % for the rescue", "imposed new sanctions on %",
        "might supply weapons to % if the fighting spreads",
    ]
    private static let words = [
        "the road would stay closed until spring", "nobody had been warned", "two ships had left the harbour at night",
        "the talks were useful",
        "the figures could not be checked", "it was too early to speak of peace", "the wells in the valley were dry",
        "a second convoy was on its way",
    ]
    private static let plain = [
        "Snow fell again on the passes, and the price of bread rose for the third week in a row.",
        "The town of some 12,000 lies on the river that has marked the border since 1919.",
        "Few of the houses by the station have been rebuilt.",
        "The two sides last met in the autumn, when an exchange of prisoners was arranged in a hotel by the lake.",
        "Trains between the two capitals have not run for more than a year, and flights are rare.",
    ]

    /// An article of about so many words.
    static func article(words count: Int, _ generator: inout Generator) -> String {
        var text = ""
        var written = 0
        while written < count {
            var paragraph: [String] = []
            for _ in 0..<Int.random(in: 1...4, using: &generator) { paragraph.append(sentence(&generator)) }
            let joined = paragraph.joined(separator: " ")
            written += joined.split(separator: " ").count
            text += joined + "\n\n"
        }
        return text
    }

    private static func sentence(_ generator: inout Generator) -> String {
        let one = generator.pick(actors)
        let deed = fill(generator.pick(deeds), generator.pick(actors))
        let saying = generator.pick(words)
        switch Int.random(in: 0..<8, using: &generator) {
        case 0:
            return "“\(capital(saying)),” \(one) said on Monday. “We have said so before, and we will say so again.”"
        case 1: return "\(capital(one)) said that \(saying)."
        case 2: return "According to \(one), \(generator.pick(actors)) \(deed)."
        case 3: return "\(capital(one)) \(deed), adding that \(saying)."
        case 4: return "If \(one) \(deed), \(generator.pick(actors)) would respond, the official said."
        case 5: return generator.pick(plain)
        default: return "\(capital(one)) \(deed)."
        }
    }

    private static func fill(_ pattern: String, _ actor: String) -> String {
        pattern.split(separator: "%", omittingEmptySubsequences: false).joined(separator: actor)
    }

    private static func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
