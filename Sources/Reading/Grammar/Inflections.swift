/// The forms of verbs and nouns: which word of a text belongs to which dictionary word.
///
/// Forms are made, not analysed: every word that the tables mention is inflected once when they are loaded, so that in a text
/// one look-up finds the dictionary word and no guess is needed.
struct Inflections: Sendable {
    /// What a written word may be a form of.
    struct Form: Sendable {
        var verb: Word = .none
        var noun: Word = .none
        var kinds: Kinds = []
    }

    /// The kinds of form a written word may be.
    struct Kinds: OptionSet, Sendable {
        let rawValue: UInt8
        static let base = Kinds(rawValue: 1)
        static let third = Kinds(rawValue: 2)
        static let past = Kinds(rawValue: 4)
        static let participle = Kinds(rawValue: 8)
        static let gerund = Kinds(rawValue: 16)
        static let singular = Kinds(rawValue: 32)
        static let plural = Kinds(rawValue: 64)
    }

    private var forms = WordTable<Form>()
    private var irregular: [String: (past: [String], participle: [String])] = [:]

    /// With the irregular verbs of a table: lines of base, past, participle.
    init(irregularVerbs lines: [Substring]) {
        for line in lines {
            let columns = line.split(separator: " ")
            guard columns.count == 3 else { continue }
            irregular[String(columns[0])] = (
                columns[1].split(separator: "|").map(String.init), columns[2].split(separator: "|").map(String.init)
            )
        }
        for verb in irregular.keys.sorted() { addVerb(verb) }
        // The forms of the two helpers that no rule makes.
        for form in ["is", "'s"] { add(form, verb: "be", .third) }
        for form in ["am", "are", "'re", "'m"] { add(form, verb: "be", .base) }
        add("has", verb: "have", .third)
        add("'ve", verb: "have", .base)
    }

    /// What a written word may be a form of, `nil` for words of no table.
    subscript(word: Word) -> Form? { forms[word] }

    mutating func addVerb(_ base: String) {
        let lemma = Word(base)
        add(base, verb: lemma, .base)
        add(Self.withS(base), verb: lemma, .third)
        for gerund in Self.withSuffix("ing", base) { add(gerund, verb: lemma, .gerund) }
        if let (past, participle) = irregular[base] {
            for form in past { add(form, verb: lemma, .past) }
            for form in participle { add(form, verb: lemma, .participle) }
        } else {
            for form in Self.withSuffix("ed", base) { add(form, verb: lemma, [.past, .participle]) }
        }
    }

    mutating func addNoun(_ singular: String) {
        let lemma = Word(singular)
        add(singular, noun: lemma, .singular)
        add(Self.plural(singular), noun: lemma, .plural)
    }

    private mutating func add(_ form: String, verb: Word, _ kinds: Kinds) {
        let word = Word(form)
        // The first to come stays: irregular verbs are added first ("found" is of "find", "saw" of "see").
        if let known = forms[word], known.verb != .none, known.verb != verb, known.verb != word { return }
        forms[word, default: Form()].verb = verb
        forms[word, default: Form()].kinds.formUnion(kinds)
    }

    private mutating func add(_ form: String, noun: Word, _ kinds: Kinds) {
        let word = Word(form)
        forms[word, default: Form()].noun = noun
        forms[word, default: Form()].kinds.formUnion(kinds)
    }
}

// MARK: Spelling

extension Inflections {
    private static let vowels = Set("aeiou")

    /// "says", "pushes", "denies".
    private static func withS(_ base: String) -> String {
        if base.hasSuffix("y"), let before = base.dropLast().last, !vowels.contains(before) {
            return base.dropLast() + "ies"
        }
        let hisses = ["s", "x", "z", "ch", "sh", "o"].contains { base.hasSuffix($0) }
        return base + (hisses ? "es" : "s")
    }

    private static func plural(_ singular: String) -> String {
        if singular.hasSuffix("man"), singular != "human" { return singular.dropLast(2) + "en" }
        if singular.hasSuffix("person") { return singular + "s" }
        return withS(singular)
    }

    /// The spellings of a base with "ed" or "ing"; two where the final consonant may be doubled.
    private static func withSuffix(_ suffix: String, _ base: String) -> [String] {
        if base.hasSuffix("ie"), suffix == "ing" { return [base.dropLast(2) + "ying"] }
        if base.hasSuffix("ee") || base.hasSuffix("oe") || base.hasSuffix("ye") {
            return [suffix == "ed" ? base + "d" : base + "ing"]
        }
        if base.hasSuffix("e") { return [base.dropLast() + suffix] }
        let letters = Array(base)
        if letters.count >= 2, letters[letters.count - 1] == "y", !vowels.contains(letters[letters.count - 2]) {
            return [suffix == "ed" ? base.dropLast() + "ied" : base + suffix]
        }
        guard letters.count >= 3, let last = letters.last, !vowels.contains(last), !"wxy".contains(last),
            vowels.contains(letters[letters.count - 2]), !vowels.contains(letters[letters.count - 3])
        else {
            if base.hasSuffix("c") { return [base + "k" + suffix] }
            return [base + suffix]
        }
        let syllables = zip(letters, letters.dropFirst()).count { vowels.contains($0) && !vowels.contains($1) }
        let doubled = base + String(last) + suffix
        return syllables == 1 ? [doubled] : [base + suffix, doubled]
    }
}
