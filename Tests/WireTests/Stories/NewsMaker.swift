import Foundation
import TestSupport

/// Makes up news of harbours and councils that is nobody's: sentences from patterns, the same for the same seed.
struct NewsMaker {
    private var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    private static let people = [
        "the harbour master", "a council member", "the ferry company", "the minister of works", "an engineer",
        "the pilots' union", "a resident", "the coast guard", "the mayor's office", "a surveyor", "two witnesses",
        "the insurer",
    ]
    private static let verbs = [
        "said", "denied", "announced", "reported", "confirmed", "warned", "argued", "hinted", "recalled", "promised",
    ]
    private static let things = [
        "the northern quay", "a new dredging plan", "the old lighthouse", "three tugboats", "the winter timetable",
        "a disputed contract", "the tide gates", "an unmarked barge", "the customs shed", "a row over fees",
        "the breakwater", "fuel for the ferries", "the signal mast", "a leaking hull",
    ]
    private static let deeds = [
        "had been closed", "would be rebuilt", "was under review", "had failed twice", "could not be insured",
        "was sold in secret", "would open late", "had drifted ashore", "was never inspected", "must be paid for",
        "had been promised before",
    ]
    private static let times = [
        "on Monday", "late on Tuesday", "before dawn", "after the storm", "this spring", "within ten days",
        "last October", "at the weekend", "by the end of the year", "on the eve of the vote",
    ]
    private static let places = [
        "in the lower town", "near the estuary", "at the eastern pier", "across the sound", "beside the fish market",
        "in the capital", "on the outer islands", "at the border crossing",
    ]

    /// A text of so many sentences.
    mutating func story(sentences: Int) -> String { (0..<sentences).map { _ in sentence() }.joined(separator: " ") }

    mutating func sentence() -> String {
        let words = [
            "\(random.pick(Self.people)) of \(name()) \(random.pick(Self.verbs)) that \(random.pick(Self.things)) "
                + "\(random.pick(Self.places)) \(random.pick(Self.deeds)) \(random.pick(Self.times))",
            "\(random.pick(Self.times)) \(name()) \(random.pick(Self.verbs)) that \(random.pick(Self.people)) had seen "
                + "\(random.pick(Self.things)) with \(name())",
            "\(random.pick(Self.things)) at \(name()) \(random.pick(Self.deeds)), \(random.pick(Self.people)) "
                + "\(random.pick(Self.verbs)) \(random.pick(Self.times))",
        ][Int.random(in: 0..<3, using: &random)]
        return words.prefix(1).uppercased() + words.dropFirst() + "."
    }

    /// A name that no other story has.
    private mutating func name() -> String {
        let syllables = ["tol", "vek", "ma", "run", "esh", "ka", "lin", "dor", "bre", "sul", "ot", "ni"]
        return (0..<3).map { _ in random.pick(syllables) }.joined().capitalized
    }

    /// A text with about one word in so many replaced.
    mutating func reworded(_ text: String, oneIn times: Int) -> String {
        text.split(separator: " ").map { random.happens(oneIn: times) ? "instead" : $0 }.joined(separator: " ")
    }
}
