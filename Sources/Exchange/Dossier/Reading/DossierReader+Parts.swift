import SituationModel

/// The parts that records are made of.
extension DossierReader {
    mutating func fields(of tree: Tree, _ what: String) -> Fields? {
        guard case .map(let entries) = tree.content else {
            problems.add(tree.place, "\(tree.inWords) where \(what) must stand; expected keys with values")
            return nil
        }
        return Fields(entries, place: tree.place, what: what)
    }

    /// The `id` of a record, entered among the names of its kind.
    mutating func name<Subject>(_ kind: RecordKey.Kind, _ fields: inout Fields) -> Identifier<Subject>? {
        guard let tree = fields.require("id", &problems) else { return nil }
        guard let id: Identifier<Subject> = identifier(tree, of: "id") else {
            // Those who refer to what was meant need no complaint of their own.
            if case .text(let text, _) = tree.content {
                names.declareAbsent(RecordKey(kind, Identifier<Subject>.suggested(by: text).text))
            }
            return nil
        }
        names.declare(RecordKey(kind, id.text), at: tree.place, &problems)
        return id
    }

    /// A well-formed identifier.
    mutating func identifier<Subject>(_ tree: Tree, of key: String) -> Identifier<Subject>? {
        guard let text = tree.text(of: key, &problems) else { return nil }
        let id = Identifier<Subject>(text)
        guard id.isWellFormed else {
            problems.add(
                tree.place,
                "\(excerpt(text)) as “\(key)”; expected 1 to 96 lower-case letters, digits, “-”, “_” or “.”, such as "
                    + "“\(Identifier<Subject>.suggested(by: text))”")
            return nil
        }
        return id
    }

    // MARK: References

    /// The name of another record, which must be in the file.
    mutating func reference<Subject>(
        _ key: String, _ kind: RecordKey.Kind, _ fields: inout Fields
    ) -> Identifier<Subject>? {
        fields.take(key).flatMap { reference($0, kind, of: key) }
    }

    mutating func requiredReference<Subject>(
        _ key: String, _ kind: RecordKey.Kind, _ fields: inout Fields
    ) -> Identifier<Subject>? {
        fields.require(key, &problems).flatMap { reference($0, kind, of: key) }
    }

    mutating func references<Subject>(
        _ key: String, _ kind: RecordKey.Kind, _ fields: inout Fields
    ) -> [Identifier<Subject>] {
        fields.list(key).compactMap { reference($0, kind, of: key) }
    }

    private mutating func reference<Subject>(
        _ tree: Tree, _ kind: RecordKey.Kind, of key: String
    ) -> Identifier<Subject>? {
        guard let text = tree.text(of: key, &problems) else { return nil }
        names.refer(to: RecordKey(kind, text), at: tree.place)
        return Identifier(text)
    }

    mutating func rungReference(_ key: String, _ fields: inout Fields) -> RungKey? {
        guard let tree = fields.require(key, &problems), let rung = rungKey(tree, of: key) else { return nil }
        names.refer(to: rung, at: tree.place)
        return rung
    }

    mutating func rungKey(_ tree: Tree, of key: String) -> RungKey? {
        tree.value(of: key, "a ladder and a rung of it, such as seoul/defensive-weapons", &problems) { RungKey($0) }
    }

    /// What a note is about: a kind of record and a name.
    mutating func subject(_ fields: inout Fields) -> RecordKey? {
        guard let tree = fields.take("about") else { return nil }
        guard case .map(let entries) = tree.content, entries.count == 1, let entry = entries.first else {
            problems.add(
                tree.place, "\(tree.inWords) as “about”; expected a kind and a name, such as {actor: south-korea}")
            return nil
        }
        let kinds = RecordKey.Kind.allCases.map(\.inDossier)
        guard let kind = RecordKey.Kind.allCases.first(where: { $0.inDossier == entry.key }) else {
            problems.add(
                entry.place, "\(excerpt(entry.key)) as a kind of record", expected: kinds, nearestTo: entry.key)
            return nil
        }
        guard let text = entry.value.text(of: entry.key, &problems) else { return nil }
        let key = RecordKey(kind, text)
        names.refer(to: key, at: entry.value.place)
        return key
    }

    /// Who judged or wrote: `by`, and whether that is a machine.
    mutating func author(_ fields: inout Fields) -> Author? {
        let isMachine = fields.flag("machine", &problems)
        return fields.text("by", &problems).map { Author($0, kind: isMachine ? .machine : .analyst) }
    }

    /// How a source is collected: one address under the name of its kind, and how often.
    mutating func subscription(_ fields: inout Fields) -> Subscription? {
        guard let tree = fields.take("collect"), var fields = self.fields(of: tree, "a subscription") else {
            return nil
        }
        let kinds = Subscription.Kind.allCases
        var addresses: [(Subscription.Kind, Tree)] = []
        for kind in kinds { if let address = fields.take(kind.rawValue) { addresses.append((kind, address)) } }
        let every = fields.integer("every", in: 1...527_040, &problems)
        let completesStubs = fields.flag("complete stubs", &problems)
        let isLocal = fields.flag("local", &problems)
        let isPaused = fields.flag("paused", &problems)
        let frozenAfter = fields.integer("frozen after", in: 1...3_660, &problems)
        fields.finish(&problems)
        guard let (kind, place) = addresses.first, addresses.count == 1 else {
            let names = kinds.map(\.rawValue).joined(separator: ", ")
            problems.add(tree.place, "a subscription with \(addresses.count) addresses; expected one of \(names)")
            return nil
        }
        guard let address = place.text(of: kind.rawValue, &problems) else { return nil }
        guard Subscription.isAllowed(address, for: kind) else {
            let wanted = kind == .folder ? "an absolute path" : "an address that begins with http:// or https://"
            problems.add(
                place.place, "\(excerpt(address.withoutCredentials)) as “\(kind.rawValue)”; expected \(wanted)")
            return nil
        }
        return Subscription(
            kind, address, everyMinutes: every ?? Subscription.usualMinutes, completesStubs: completesStubs,
            isLocal: isLocal, isPaused: isPaused, frozenAfterDays: frozenAfter ?? Subscription.usualFrozenAfterDays)
    }

    /// How a record that was read by machine stands; `nil` for one that somebody made.
    mutating func review(_ fields: inout Fields) -> Review? {
        guard let tree = fields.take("review"), var fields = self.fields(of: tree, "a review") else { return nil }
        let rule = fields.requiredText("rule", &problems)
        let verdict = fields.word("verdict", or: Review.Verdict.unconfirmed, &problems)
        let by = fields.text("by", &problems)
        let at = fields.moment("at", &problems)
        if verdict != .unconfirmed, by == nil {
            problems.add(tree.place, "a review that is \(verdict.rawValue) by nobody; expected “by”")
        }
        fields.finish(&problems)
        return rule.map { Review(rule: $0, verdict: verdict, by: by, at: at) }
    }

    // MARK: Anchors

    mutating func anchors(_ key: String, _ fields: inout Fields) -> [Anchor] {
        fields.list(key).compactMap { anchor($0) }
    }

    /// The place in a document that words stand at: told by the words, or by the words and where they stood once.
    mutating func anchor(_ tree: Tree) -> Anchor? {
        guard var fields = fields(of: tree, "an anchor") else { return nil }
        let document: DocumentID? = requiredReference("document", .document, &fields)
        let words = fields.require("exact", &problems)
        let occurrence = fields.integer("occurrence", in: 1...1_000_000, &problems)
        let prefix = fields.text("prefix", &problems)
        let suffix = fields.text("suffix", &problems)
        let start = fields.integer("start", in: 0...Int(Int32.max), &problems)
        fields.finish(&problems)
        guard let document, let words, let exact = words.text(of: "exact", &problems) else { return nil }
        if let start {
            return Anchor(document: document, exact: exact, prefix: prefix ?? "", suffix: suffix ?? "", start: start)
        }
        guard let text = texts[document] else {
            if names.isAbsent(RecordKey(.document, document.text)) {
                problems.add(
                    tree.place, "an anchor in an absent document without “start”; expected where the words stood")
            }
            return nil
        }
        if let anchor = Anchor(exact, occurrence: occurrence ?? 1, in: text, document: document) { return anchor }
        problems.add(words.place, explanation(of: exact, occurrence, missingFrom: document, text))
        return nil
    }

    private func explanation(
        of words: String, _ occurrence: Int?, missingFrom document: DocumentID, _ text: String
    ) -> String {
        guard !words.isEmpty else { return "no words to look for; expected some that stand in the document" }
        let times = Occurrences.of(words, in: text).count
        if times > 0, let occurrence {
            return
                "\(excerpt(words)) stands \(times == 1 ? "once" : "\(times) times") in the document \(excerpt(document.text)); "
                + "expected an occurrence from 1 to \(times), not \(occurrence)"
        }
        let complaint = "\(excerpt(words)) does not stand in the document \(excerpt(document.text))"
        if let other = texts.filter({ !Occurrences.of(words, in: $0.value, atMost: 1).isEmpty }).keys.min() {
            return complaint + "; it stands in \(excerpt(other.text))"
        }
        if !Occurrences.of(Self.flattened(words), in: Self.flattened(text), atMost: 1).isEmpty {
            return complaint + "; it does with other spaces or line breaks, which have to be the same"
        }
        return complaint + "; expected words exactly as they stand there"
    }

    /// A text with each run of blanks as a single space, and straight quotation marks.
    private static func flattened(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension RecordKey.Kind {
    /// What a dossier calls a record of this kind.
    var inDossier: String { self == .header ? "situation" : rawValue }
}
