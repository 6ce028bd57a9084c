/// A place in a text that stands for someone.
struct Mention: Sendable {
    /// Its tokens.
    var range: Range<Int>
    /// The number of the actor in the text’s table.
    var actor: Int
    var kind: Kind

    enum Kind: UInt8, Sendable {
        /// A name, or part of one.
        case name
        /// "Russian": the people, or what is theirs.
        case people
        /// A city that may stand for its government.
        case seat
        /// "the official", "a spokesman for the ministry".
        case description
    }
}

/// Someone a text speaks of.
struct TextActor: Sendable {
    var id: String
    var isKnown: Bool
    var name: String
    var kind: ActorKind
    var home: String?
    var isFemale: Bool?
    /// What the text calls a person’s office: "President", "the island’s chief negotiator".
    var role: String?
    /// Whether it is only described, and so not listed unless it speaks or acts.
    var isDescription = false
    /// Whether it speaks or acts.
    var isUsed = false
    /// Whether it is several: "officials".
    var isPlural = false
}
