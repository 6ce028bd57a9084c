/// Names out of what stands for them in metadata and bylines.
enum AuthorNames {
    /// The names in some texts, each once: cut where several stand in one, without “By”, titles behind a comma, addresses, and
    /// without the site's own name.
    ///
    /// - Parameter sites: What the site and its publisher call themselves.
    static func clean(_ texts: [String], sites: [String]) -> [String] {
        var names: [String] = []
        let own = sites.map(Likeness.words)
        for text in texts where !own.contains(Likeness.words(text)) {
            for name in parts(of: Spacing.oneLine(text)) {
                let words = Likeness.words(name)
                guard !words.isEmpty, !own.contains(words), !names.contains(where: { Likeness.words($0) == words })
                else { continue }
                names.append(name)
            }
            if names.count >= most { break }
        }
        return names
    }

    /// No article has more authors, whatever its page says.
    private static let most = 40

    private static func parts(of text: String) -> [String] {
        guard !text.contains("://"), !text.hasPrefix("@"), text.utf8.count < 300 else { return [] }
        var rest = text[...]
        for word in ["written by", "reported by", "posted by", "by", "from", "author"]
        where rest.lowercased().hasPrefix(word) {
            let behind = rest.dropFirst(word.count)
            guard let mark = behind.first, !mark.isLetter else { continue }
            rest = behind.drop { !$0.isLetter }
            break
        }
        for mark in ["|", "•", "·", " - ", " – ", " — ", "(", "Published", "Updated", "Posted"] {
            if let place = rest.firstRange(of: mark) { rest = rest[..<place.lowerBound] }
        }
        let parts = rest.split { $0 == "," || $0 == ";" || $0 == "&" || $0 == "\n" }
            .flatMap { String($0).split(separator: " and ") }
            .map { $0.drop { !$0.isLetter } }
            .map { String(Spacing.oneLine(String($0))) }
            .filter(isName)
        // Behind the first name a comma may bring what its bearer does.
        return parts.prefix(1)
            + parts.dropFirst().filter { Set(Likeness.words($0).map(String.init)).isDisjoint(with: occupations) }
    }

    private static let occupations: Set<String> = [
        "officer", "editor", "reporter", "correspondent", "writer", "head", "president", "director", "producer",
        "chief",
        "vice", "senior", "contributor", "analyst", "professor", "columnist", "staff", "managing", "ceo", "cto",
        "founder",
        "journalist", "host", "author", "deputy", "associate", "press", "manager", "fellow", "phd", "news", "critic",
    ]

    private static func isName(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        guard (1...6).contains(words.count), text.count < 60, !text.contains("@"), !text.lowercased().hasSuffix(".com"),
            !text.contains(where: \.isNumber)
        else { return false }
        // A word alone in small letters is a label: “minutes”, “comments”.
        if words.count == 1, text.first?.isLowercase == true { return false }
        return !nobodies.contains(text.lowercased())
    }

    /// What stands where a name should and is nobody.
    private static let nobodies: Set<String> = [
        "admin", "administrator", "editor", "staff", "staff writer", "staff reporter", "news desk", "newsroom",
        "web desk",
        "editors", "the editors", "editorial staff", "editorial team", "guest", "unknown", "author", "null",
        "undefined",
        "senior editor", "senior writer", "contributor", "jr.", "sr.", "ph.d.", "m.d.", "associated press contributor",
    ]
}
