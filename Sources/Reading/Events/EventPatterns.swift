import ReadingData

/// Patterns of words that tell what one actor does to another.
struct EventPatterns: Sendable {
    /// What a pattern means.
    enum Meaning: Sendable, Equatable {
        case category(EventCategory)
        case operation(EventOperator)
    }

    /// A row of words; what stands first is looked up, the rest compared.
    struct Pattern: Sendable {
        var rest: [Element]
        var isVerb: Bool
        var meaning: Meaning
        /// How many words it names: longer patterns know better.
        var weight: Int
        /// Whether it says little by itself.
        var isWeak: Bool
        /// How it is written in the table.
        var text: String
    }

    /// One place of a pattern.
    enum Element: Sendable {
        case words(WordSet)
        case gap
    }

    /// The words a gap may leave out.
    static let longestGap = 8

    private(set) var patterns: [Pattern] = []
    private var byFirst = WordTable<[Int32]>()

    /// The table that comes with the program.
    static let builtIn = EventPatterns(lines: DataFile.lines(reading_data_events()))

    init(lines: [Substring]) {
        var classes: [Substring: [Substring]] = [:]
        var meaning: Meaning?
        for line in lines {
            if line.hasPrefix("["), let name = line.dropFirst().split(separator: "]").first {
                meaning =
                    EventCategory(rawValue: String(name)).map { .category($0) }
                    ?? EventOperator(rawValue: String(name)).map { .operation($0) }
            } else if line.hasPrefix("<") {
                let words = line.split(separator: " ")
                classes[words[0]] = Array(words.dropFirst())
            } else if let meaning, line.hasPrefix("v ") || line.hasPrefix("n ") || line.hasPrefix("w ") {
                for pattern in line.dropFirst(2).split(separator: ";") {
                    add(
                        pattern, isVerb: !line.hasPrefix("n "), isWeak: line.hasPrefix("w "), meaning: meaning,
                        classes: classes)
                }
            }
        }
    }

    private mutating func add(
        _ text: Substring, isVerb: Bool, isWeak: Bool, meaning: Meaning, classes: [Substring: [Substring]]
    ) {
        let parts = text.split(separator: " ").map { part in
            part.split(separator: "|").flatMap { classes[$0] ?? [$0] }
        }
        guard let first = parts.first else { return }
        let rest = parts.dropFirst().map { words -> Element in
            if words == ["*"] { return .gap }
            var set = WordSet()
            for word in words { set.insert(Word(String(word))) }
            return .words(set)
        }
        let weight = parts.count { $0 != ["*"] }
        let number = Int32(patterns.count)
        patterns.append(
            Pattern(
                rest: rest, isVerb: isVerb, meaning: meaning, weight: weight, isWeak: isWeak,
                text: text.split(separator: " ").joined(separator: " ")))
        for word in first { byFirst[Word(String(word)), default: []].append(number) }
    }

    /// The patterns that start with a word.
    func starting(with word: Word) -> [Int32] { byFirst[word] ?? [] }
}

/// What changes the meaning of the words behind it.
enum EventOperator: String, Sendable {
    /// Agreeing, promising, planning to do.
    case intend
    /// Threatening to do.
    case menace
    /// Refusing to do.
    case refuse
    /// Asking others to do.
    case ask
    /// No longer doing.
    case stop
    /// Thinking of doing.
    case weigh
    /// Ordering, announcing, beginning: what is done is what stands behind.
    case doing
    /// Speaking against, for, and against again what others do.
    case accusing, favouring, opposing
}
