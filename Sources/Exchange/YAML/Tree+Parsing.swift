import Yams

extension Tree {
    /// The largest file that is read, in bytes.
    static let sizeLimit = 16 << 20
    /// How deep mappings and lists may stand in one another.
    static let depthLimit = 32

    /// None, that of texts, and `!`, which says that something is one. As words, since making tags takes long.
    private static let tagsOfTexts = ["", Tag.Name.str.rawValue, Tag.Name.nonSpecific.rawValue]

    static let tooDeep =
        "mappings and lists in one another more than \(depthLimit) deep; a dossier needs fewer than ten"

    /// Reads a YAML text of one document.
    ///
    /// Aliases and keys that are more than a text are refused: a few hundred bytes of them can stand for gigabytes.
    init(parsing text: String) throws(Complaint) {
        let text = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        try Self.checkCharacters(text)
        let disguise = try Disguise(for: text)
        let node: Node?
        do {
            node = try Parser(yaml: disguise.covering(text), resolver: .basic, encoding: .utf8).singleRoot()
        } catch let error as YamlError {
            throw Complaint(error, in: text, under: disguise)
        } catch {
            throw Complaint(place: Place(line: 1, column: 1), message: "not YAML: \(error)")
        }
        guard let node else {
            throw Complaint(place: Place(line: 1, column: 1), message: "the file is empty; expected a dossier")
        }
        self = try Tree(node, under: disguise, depth: 0)
    }

    private init(_ node: Node, under disguise: Disguise, depth: Int) throws(Complaint) {
        let place = Place(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
        guard depth <= Self.depthLimit else {
            throw Complaint(place: place, message: Self.tooDeep)
        }
        self.place = place
        switch node {
        case .scalar(let scalar):
            guard Self.tagsOfTexts.contains(scalar.tag.description) else {
                throw Complaint(
                    place: place, message: "a tag; expected the text without “!” before it, or in quotation marks")
            }
            let isPlain = scalar.style == .plain
            if isPlain, let refusal = disguise.refusal(of: scalar.string) {
                throw Complaint(place: place, message: refusal)
            }
            let text = disguise.uncovering(scalar.string, isEscaped: scalar.style == .doubleQuoted)
            content = .text(text, isPlain: isPlain)
        case .sequence(let nodes):
            var list: [Tree] = []
            for node in nodes { list.append(try Tree(node, under: disguise, depth: depth + 1)) }
            content = .list(list)
        case .mapping(let pairs):
            var entries: [Entry] = []
            for (key, value) in pairs {
                let key = try Tree(key, under: disguise, depth: depth + 1)
                guard case .text(let name, _) = key.content else {
                    throw Complaint(place: key.place, message: "\(key.inWords) as a key; expected a word")
                }
                let value = try Tree(value, under: disguise, depth: depth + 1)
                entries.append(Entry(key: name, place: key.place, value: value))
            }
            content = .map(entries)
        case .alias:
            throw Complaint(place: place, message: "an alias; expected the text itself")
        }
    }

    private static func checkCharacters(_ text: String) throws(Complaint) {
        let size = text.utf8.count
        guard size <= sizeLimit else {
            throw Complaint(
                place: Place(line: 1, column: 1),
                message: "\(size >> 20) MB large; expected at most \(sizeLimit >> 20) MB")
        }
        var line = 1
        var column = 1
        for scalar in text.unicodeScalars {
            guard scalar.mayStandRaw else {
                throw Complaint(
                    place: Place(line: line, column: column),
                    message:
                        "the character \(scalar.codePoint) stands raw; expected \"\(scalar.escaped)\" in a text in "
                        + "double quotation marks")
            }
            column += 1
            if scalar == "\n" { (line, column) = (line + 1, 1) }
        }
    }
}

extension Complaint {
    /// What the parser found, in words that tell the author of a dossier what to do.
    fileprivate init(_ error: YamlError, in text: String, under disguise: Disguise) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            let hint = Disguise.hint(forLine: mark.line, of: text)
            self.init(
                place: Place(line: mark.line, column: mark.column), message: Self.explanation(of: problem) + hint)
        case .duplicatedKeysInMapping(let keys, let context):
            let names = keys.map { excerpt(disguise.uncovering($0, isEscaped: false)) }.joined(separator: ", ")
            self.init(
                place: Place(line: context.mark.line, column: context.mark.column),
                message: "the key \(names) stands more than once in one mapping; expected each key once")
        default:
            self.init(place: Place(line: 1, column: 1), message: "not YAML: \(error)")
        }
    }

    /// The parser's commonest complaints as advice.
    private static let explanations = [
        "mapping values are not allowed in this context":
            "a “:” that cannot begin a value here; expected a text with “: ” in it to stand in quotation marks, and the "
            + "keys of a mapping below one another",
        "found character that cannot start any token":
            "a character that cannot begin a text; expected a text that begins with @, ` or % in quotation marks",
        "found a tab character that violates indentation":
            "a tab at the beginning of a line; expected spaces",
        "did not find expected key":
            "no key where one must stand; expected “word: value” in line with the keys above, and every quotation mark "
            + "above to be closed",
        "could not find expected ':'":
            "a line without “:” among keys; expected “word: value”, or the text above to be indented or quoted",
        "found unexpected end of stream":
            "the file ends inside a text; expected the closing quotation mark",
        "but found another document":
            "a second YAML document; expected one dossier in a file",
    ]

    private static func explanation(of problem: String) -> String {
        if problem.hasPrefix("Maximum nesting level") { return Tree.tooDeep }
        return explanations[problem] ?? "not YAML: \(problem)"
    }
}
