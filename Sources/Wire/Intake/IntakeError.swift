/// Why a whole file cannot be taken in.
package enum IntakeError: Error, Hashable, CustomStringConvertible {
    /// The system would not open or read it.
    case unreadable(name: String, reason: String)
    /// It unpacks to more than is allowed.
    case tooLarge(name: String, what: String)
    /// The archive ends early or contradicts itself.
    case damaged(name: String, reason: String)
    /// It is none of the things that are read, or more of it than is taken as one item.
    case refused(name: String, reason: String)

    /// Whether it is about one file's content, and says nothing of what lies beside it.
    var isAboutContent: Bool {
        if case .refused = self { true } else { false }
    }

    package var description: String {
        switch self {
        case .unreadable(let name, let reason): "\(name) cannot be read: \(reason)"
        case .tooLarge(let name, let what): "\(name) is too large: \(what)"
        case .damaged(let name, let reason): "\(name) is damaged: \(reason)"
        case .refused(let name, let reason): "\(name) is not taken in: \(reason)"
        }
    }
}

/// What was found wrong on the way, as sentences for people; of very many the first are kept and the rest counted.
package struct Warnings: Hashable, Sendable {
    /// The sentences, in the order in which they came up; the last one says how many more there were.
    package var sentences: [String] { more > 0 ? kept + ["and \(more) more like these"] : kept }
    package var isEmpty: Bool { kept.isEmpty }
    /// How many there were, the kept and the others.
    package var count: Int { kept.count + more }

    private var kept: [String] = []
    private var more = 0
    private static let limit = 200

    package init() {}

    package mutating func add(_ sentence: @autoclosure () -> String) {
        if kept.count < Self.limit { kept.append(sentence()) } else { more += 1 }
    }

    package mutating func add(_ others: Warnings, prefix: String = "") {
        for sentence in others.kept { add(prefix + sentence) }
        more += others.more
    }
}
