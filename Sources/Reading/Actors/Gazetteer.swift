/// The actors that are known before a text is read, by all their names.
///
/// Comes with the states, leaders, organisations, armed groups and media of world news; users add their own.
package struct Gazetteer: Sendable {
    /// One known actor.
    package struct Entry: Sendable, Equatable {
        /// Stable, in lower case, with hyphens: "south-korea", "vladimir-putin".
        package var id: String
        /// The name to show.
        package var name: String
        /// What it is.
        package var kind: ActorKind
        /// The actor it belongs to, by identifier: a ministry's state, a leader's country.
        package var home: String?
        /// What a person holds or held: "president (2012–)".
        package var office: String?
        /// Whether a person is a woman; `nil` where it is not told.
        package var isFemale: Bool?

        package init(
            id: String, name: String, kind: ActorKind, home: String? = nil, office: String? = nil, isFemale: Bool? = nil
        ) {
            self.id = id
            self.name = name
            self.kind = kind
            self.home = home
            self.office = office
            self.isFemale = isFemale
        }
    }

    /// How a name stands for its actor.
    enum Usage: UInt8, Sendable {
        /// Its name, or another.
        case name
        /// Its people, or what is theirs: "Russian".
        case people
        /// Where its government sits: "Moscow".
        case seat
    }

    /// One name of one actor.
    struct Alias: Sendable {
        var entry: Int
        var usage: Usage
        /// Whether it counts only when written in capitals: "WHO", "US".
        var capitalsOnly: Bool
    }

    private(set) var entries: [Entry] = []
    private var aliases = WordTable<Alias>()
    private var beginnings = WordTable<Bool>()
    private var byID: [String: Int] = [:]
    private var lastNames = WordTable<Int>()

    package init() {}

    /// Adds an actor with its names; a name that stands for another actor already goes over to this one.
    package mutating func add(_ entry: Entry, names: [String], people: [String] = [], seats: [String] = []) {
        let number: Int
        if let known = byID[entry.id] {
            number = known
            entries[known] = entry
        } else {
            number = entries.count
            entries.append(entry)
            byID[entry.id] = number
        }
        for name in [entry.name] + names { add(name, of: number, as: .name) }
        for name in people { add(name, of: number, as: .people) }
        for name in seats { add(name, of: number, as: .seat) }
        if entry.kind == .person, let last = entry.name.split(separator: " ").last { addLastName(String(last), number) }
    }

    private mutating func add(_ name: String, of entry: Int, as usage: Usage) {
        let text = SourceText(name)
        let tokens = Tokenizer.tokens(of: text)
        guard let first = tokens.first else { return }
        var key = first.word
        for token in tokens.dropFirst() {
            beginnings[key] = true
            key = key.followed(by: token.word)
        }
        let letters = text.scalars.filter(\.properties.isAlphabetic)
        let capitalsOnly = tokens.count == 1 && letters.count <= 6 && letters.allSatisfy(\.properties.isUppercase)
        aliases[key] = Alias(entry: entry, usage: usage, capitalsOnly: capitalsOnly)
    }

    /// A last name that several known people bear, or that is also an everyday word, tells nobody by itself.
    private mutating func addLastName(_ name: String, _ entry: Int) {
        let word = Word(name)
        guard !CommonNames.everyday.contains(word) else { return }
        if let other = lastNames[word], other != entry {
            lastNames[word] = -1
        } else {
            lastNames[word] = entry
        }
    }

    /// The longest known name that starts at a token, with the first token behind it.
    func match(at start: Int, in tokens: [Token], upTo upper: Int) -> (alias: Alias, end: Int)? {
        var best: (alias: Alias, end: Int)?
        var key = tokens[start].word
        var place = start
        while true {
            if let alias = aliases[key], isWrittenAsName(start..<place + 1, alias, tokens) { best = (alias, place + 1) }
            guard beginnings.contains(key), place + 1 < upper else { return best }
            place += 1
            key = key.followed(by: tokens[place].word)
        }
    }

    private func isWrittenAsName(_ range: Range<Int>, _ alias: Alias, _ tokens: [Token]) -> Bool {
        let first = tokens[range.lowerBound]
        if alias.capitalsOnly { return first.shape == .upper || first.shape == .mixed && first.end - first.start > 2 }
        return first.isCapitalised
            || range.count > 1
                && (tokens[range.upperBound - 1].isCapitalised || tokens[range.lowerBound + 1].isCapitalised)
    }

    /// The one known person with a last name; `nil` where several bear it or it is an everyday word.
    func person(lastName word: Word) -> Int? { lastNames[word].flatMap { $0 >= 0 ? $0 : nil } }

    /// The number of the actor with an identifier.
    func index(of id: String) -> Int? { byID[id] }
}

/// Last names that are too common, or also words, to tell a known person by themselves.
enum CommonNames {
    static let everyday: WordSet = """
        brown may rice powell johnson harris miller burns sanders hunt graham carter bush ford clark major taylor wong lee kim park moon roh \
        singh khan ali hassan ahmed hu li ma lai lam power gates ryan reid cruz warren walker howard harper martin costa henry castro \
        fox santos moreno gandhi shah sharif sharma lula modi kirby miller sullivan wallace straw hague cooper cleverly johnson wilson roberts \
        rasmussen clinton andersson michel store francis khomeini cook baker king price wood young white black green gray grey west hill stone field bell cross \
        francis merz harris burns kelly murphy hall allen lewis scott adams turner phillips evans parker collins edwards stewart morris rogers
        """
}
