import SituationModel

/// Reads the sections of a dossier, and notes everything that is wrong on the way.
struct DossierReader {
    /// What a dossier adds to the journal, with when it became known as far as the file says.
    private enum Finding {
        case record(Record, known: Instant?)
        case move(RungKey, RungMove, at: Instant?)
        case note(String, about: RecordKey?, by: Author?, at: Instant?)
    }

    var problems = Problems()
    /// The names that records refer to one another by.
    var names = Names()
    /// The texts that anchors point into.
    var texts: [DocumentID: String] = [:]
    private var findings: [Finding] = []

    mutating func dossier(in tree: Tree) -> Dossier {
        var id: SituationID = ""
        if case .map(let entries) = tree.content {
            var root = Fields(entries, place: tree.place, what: "a dossier")
            guard readVersion(&root) else { return Dossier(id: id, items: []) }
            id = readHeader(&root)
            readAbsent(&root)
            readSections(&root)
            root.finish(&problems)
            names.check(&problems)
        } else {
            problems.add(tree.place, "\(tree.inWords) at the top; expected a dossier, beginning with “watchfloor: 1”")
        }
        return Dossier(id: id, items: items())
    }

    // MARK: The sections

    private mutating func readVersion(_ root: inout Fields) -> Bool {
        let expected = "“watchfloor: \(Dossier.formatVersion)” at the head of a dossier"
        guard let tree = root.take("watchfloor") else {
            problems.add(root.place, "no version of the format; expected \(expected)")
            return false
        }
        guard case .text(String(Dossier.formatVersion), _) = tree.content else {
            problems.add(tree.place, "\(tree.inWords) as the version of the format; expected \(expected)")
            return false
        }
        return true
    }

    private mutating func readHeader(_ root: inout Fields) -> SituationID {
        guard let tree = root.require("situation", &problems),
            var fields = fields(of: tree, "a situation"), let id: SituationID = name(.header, &fields)
        else { return "" }
        if let header = header(id, &fields) { findings.append(.record(.header(header), known: nil)) }
        fields.finish(&problems)
        return id
    }

    /// The names of records that others refer to though the file does not have them.
    private mutating func readAbsent(_ root: inout Fields) {
        guard let tree = root.take("absent"), var fields = fields(of: tree, "the list of absent records") else {
            return
        }
        for kind in RecordKey.Kind.allCases {
            for tree in fields.list(kind.section) {
                guard let text = tree.text(of: kind.section, &problems) else { continue }
                names.declareAbsent(RecordKey(kind, text))
            }
        }
        for tree in fields.list("rungs") {
            if let key = rungKey(tree, of: "rungs") { names.declareAbsent(key) }
        }
        fields.finish(&problems)
    }

    private mutating func readSections(_ root: inout Fields) {
        readSection(.source, "a source", &root) { $0.source(&$1).map(Record.source) }
        readSection(.document, "a document", &root) { $0.document(&$1).map(Record.document) }
        readSection(.actor, "an actor", &root) { $0.actor(&$1).map(Record.actor) }
        readSection(.relation, "a relation", &root) { $0.relation(&$1).map(Record.relation) }
        readSection(.ladder, "a ladder", &root) { $0.ladder(&$1).map(Record.ladder) }
        readSection(.coupling, "a coupling", &root) { $0.coupling(&$1).map(Record.coupling) }
        readSection(.quote, "a quote", &root) { $0.quote(&$1).map(Record.quote) }
        readSection(.event, "an event", &root) { $0.event(&$1).map(Record.event) }
        readSection(.judgement, "a judgement", &root) { $0.judgement(&$1).map(Record.judgement) }
        readSection(.hypotheses, "a set of hypotheses", &root) { $0.hypotheses(&$1).map(Record.hypotheses) }
        for tree in root.list("moves") {
            guard var fields = fields(of: tree, "a move") else { continue }
            if let rung = rungReference("rung", &fields) { readMove(&fields, of: rung) }
        }
        for tree in root.list("notes") { readNote(tree) }
    }

    private mutating func readSection(
        _ kind: RecordKey.Kind, _ what: String, _ root: inout Fields,
        _ read: (inout DossierReader, inout Fields) -> Record?
    ) {
        for tree in root.list(kind.section) {
            guard var fields = fields(of: tree, what) else { continue }
            let record = read(&self, &fields)
            let known = fields.moment("known", &problems)
            fields.finish(&problems)
            if let record { findings.append(.record(record, known: known)) }
        }
    }

    /// A judgement of a rung.
    mutating func readMove(_ fields: inout Fields, of rung: RungKey) {
        let state = fields.requiredWord("state", as: Rung.State.self, &problems)
        let author = author(&fields)
        let reason = fields.text("reason", &problems) ?? ""
        let evidence = anchors("evidence", &fields)
        let moment = fields.moment("at", &problems)
        if author == nil { problems.add(fields.place, "a move without “by”; expected who judged so") }
        fields.finish(&problems)
        guard let state, let author else { return }
        findings.append(.move(rung, RungMove(state, by: author, reason: reason, evidence: evidence), at: moment))
    }

    private mutating func readNote(_ tree: Tree) {
        guard var fields = fields(of: tree, "a note") else { return }
        let text = fields.requiredText("text", &problems)
        let about = subject(&fields)
        let author = author(&fields)
        let moment = fields.moment("at", &problems)
        fields.finish(&problems)
        if let text { findings.append(.note(text, about: about, by: author, at: moment)) }
    }

    // MARK: The journal

    /// The findings as changes, each with when it became known.
    private func items() -> [Dossier.Item] {
        let times = KnownTimes(
            findings.compactMap { finding in
                if case .record(.document(let document), _) = finding { document } else { nil }
            })
        return findings.flatMap { finding in
            switch finding {
            case .record(let record, let known):
                times.changes(for: record, known: known)
            case .move(let rung, let move, let moment):
                [Dossier.Item(.move(rung: rung, move: move), known: moment ?? times.last(of: move.evidence))]
            case .note(let text, let about, let author, let moment):
                [Dossier.Item(.note(text: text, about: about), known: moment ?? times.earliest, author: author)]
            }
        }
    }
}

extension RecordKey.Kind {
    /// The key of a dossier under which the records of this kind stand.
    var section: String {
        switch self {
        case .header: "situation"
        case .hypotheses: rawValue
        default: rawValue + "s"
        }
    }
}
