import SituationModel

/// The keys of one mapping, taken out one by one; what is left over at the end is a mistake.
struct Fields {
    let place: Place
    /// What the mapping is, for messages: `an actor`.
    let what: String
    private let entries: [Tree.Entry]
    private var known: [String] = []

    init(_ entries: [Tree.Entry], place: Place, what: String) {
        self.entries = entries
        self.place = place
        self.what = what
    }

    /// The value under a key; `nil` where there is none, or nothing stands there.
    mutating func take(_ key: String) -> Tree? {
        if !known.contains(key) { known.append(key) }
        guard let entry = entries.last(where: { $0.key == key }), !entry.value.isAbsent else { return nil }
        return entry.value
    }

    /// The value under a key, whose absence is a mistake.
    mutating func require(_ key: String, _ problems: inout Problems) -> Tree? {
        let tree = take(key)
        if tree == nil { problems.add(place, "\(what) without “\(key)”; expected one") }
        return tree
    }

    /// Complains of the keys that nobody has asked for.
    func finish(_ problems: inout Problems) {
        for entry in entries where !known.contains(entry.key) {
            problems.add(
                entry.place, "\(what) has no “\(excerpt(entry.key).dropFirst().dropLast())”", expected: known,
                nearestTo: entry.key)
        }
    }
}

// MARK: - Values of one kind

extension Fields {
    /// A text under a key, exactly as it stands.
    mutating func text(_ key: String, _ problems: inout Problems) -> String? {
        take(key).flatMap { $0.text(of: key, &problems) }
    }

    /// A text under a key that must be there.
    mutating func requiredText(_ key: String, _ problems: inout Problems) -> String? {
        require(key, &problems).flatMap { $0.text(of: key, &problems) }
    }

    /// One of the words that a type knows, or `fallback` where there is none.
    mutating func word<Word: CaseIterable & RawRepresentable<String>>(
        _ key: String, or fallback: Word, _ problems: inout Problems
    ) -> Word {
        take(key).flatMap { $0.word(of: key, as: Word.self, &problems) } ?? fallback
    }

    /// One of the words that a type knows, under a key that must be there.
    mutating func requiredWord<Word: CaseIterable & RawRepresentable<String>>(
        _ key: String, as type: Word.Type, _ problems: inout Problems
    ) -> Word? {
        require(key, &problems).flatMap { $0.word(of: key, as: type, &problems) }
    }

    /// A date, perhaps vague.
    mutating func date(_ key: String, _ problems: inout Problems) -> DateExpression? {
        take(key).flatMap { tree in
            tree.value(
                of: key, "a date such as 2019, 2024-06, 2024-10-18, 2024-10-14/2024-10-20 or 2024-10~", &problems
            ) {
                DateExpression($0)
            }
        }
    }

    /// A moment.
    mutating func moment(_ key: String, _ problems: inout Problems) -> Instant? {
        take(key).flatMap { tree in
            tree.value(of: key, "a moment such as 2024-10-18T14:05:00Z", &problems) { Instant($0) }
        }
    }

    mutating func flag(_ key: String, _ problems: inout Problems) -> Bool {
        take(key).flatMap { tree in
            tree.value(of: key, "true or false", &problems) { ["true": true, "false": false][$0] }
        } ?? false
    }

    /// A whole number within bounds.
    mutating func integer(_ key: String, in bounds: ClosedRange<Int>, _ problems: inout Problems) -> Int? {
        take(key).flatMap { tree in
            tree.value(of: key, "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)", &problems) { text in
                Int(text).flatMap { bounds.contains($0) ? $0 : nil }
            }
        }
    }

    /// A number, with or without a fraction.
    mutating func number(_ key: String, _ problems: inout Problems) -> Double? {
        take(key).flatMap { tree in
            tree.value(of: key, "a number such as 1500 or 1.8", &problems) { text in
                Double(text).flatMap { $0.isFinite ? $0 : nil }
            }
        }
    }

    /// The credibility of a piece of information, 1 to 6.
    mutating func credibility(_ problems: inout Problems) -> InformationCredibility {
        take("credibility").flatMap { tree in
            tree.value(of: "credibility", "1 (confirmed by other sources) to 6 (truth cannot be judged)", &problems) {
                Int($0).flatMap(InformationCredibility.init(rawValue:))
            }
        } ?? .cannotBeJudged
    }

    /// A label of the Traffic Light Protocol.
    mutating func marking(_ problems: inout Problems) -> TrafficLight? {
        take("tlp").flatMap { tree in
            tree.value(of: "tlp", "CLEAR, GREEN, AMBER, AMBER+STRICT or RED", &problems) { TrafficLight(label: $0) }
        }
    }

    /// The trees of a list; a single value counts as a list of one.
    mutating func list(_ key: String) -> [Tree] {
        guard let tree = take(key) else { return [] }
        guard case .list(let trees) = tree.content else { return [tree] }
        return trees
    }
}

extension Tree {
    /// The text that stands here.
    func text(of key: String, _ problems: inout Problems) -> String? {
        guard case .text(let text, _) = content else {
            problems.add(place, "\(inWords) as “\(key)”; expected a text")
            return nil
        }
        return text
    }

    /// One of the words that a type knows.
    func word<Word: CaseIterable & RawRepresentable<String>>(
        of key: String, as type: Word.Type, _ problems: inout Problems
    ) -> Word? {
        guard let text = text(of: key, &problems) else { return nil }
        if let word = Word(rawValue: text) { return word }
        problems.add(
            place, "\(excerpt(text)) as “\(key)”", expected: Word.allCases.map(\.rawValue), nearestTo: text)
        return nil
    }

    /// A value that is made from the text here.
    func value<Value>(
        of key: String, _ expected: String, _ problems: inout Problems, from make: (String) -> Value?
    ) -> Value? {
        guard case .text(let text, _) = content, let value = make(text) else {
            problems.add(place, "\(inWords) as “\(key)”; expected \(expected)")
            return nil
        }
        return value
    }
}
