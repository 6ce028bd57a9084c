import SituationModel

extension FieldTable {
    // MARK: - Of documents

    static let ofDocuments = [
        QueryField(
            "title", ["name"], of: [.document, .actor, .source, .ladder, .rung], .text,
            "What it is called; of an actor, any of its names.", example: "title:\"special forces\"",
            reading: .derived({ subject, _ in subject.titles.map(FieldValue.text) })),
        QueryField(
            "language", ["lang"], of: [.document, .source], .name, "The language it is written in, as a BCP 47 tag.",
            example: "language:ko"
        ) { record in
            switch record {
            case .document(let document): document.language.map { [.name($0)] } ?? []
            case .source(let source): source.language.map { [.name($0)] } ?? []
            default: []
            }
        },
        QueryField(
            "published", of: [.document], .date, "When its source dates it.", example: "published:2024-10-18"
        ) { $0.document?.published.map { [.date($0)] } ?? [] },
        QueryField(
            "received", of: [.document], .date, "When it came in.", example: "received>=24h", isOrder: true
        ) { $0.document.map { [.moment($0.received)] } ?? [] },
        QueryField("link", ["url"], of: [.document, .source], .text, "Where it stands.", example: "link:example.org") {
            record in
            switch record {
            case .document(let document): document.link.map { [.text($0)] } ?? []
            case .source(let source): source.link.map { [.text($0)] } ?? []
            default: []
            }
        },
    ]

    // MARK: - Of actors

    static let ofActors = [
        QueryField("alias", of: [.actor], .text, "Another name.", example: "alias:남한") {
            $0.actor?.aliases.map { .text($0.text) } ?? []
        },
        QueryField("role", of: [.actor], .text, "What somebody is: an office, a function.", example: "role:president") {
            $0.actor?.role.map { [.text($0)] } ?? []
        },
        QueryField(
            "of", ["affiliation"], of: [.actor], .actor, "To whom an actor belongs.", example: "of:south-korea"
        ) { $0.actor?.affiliation.map { [.actor($0)] } ?? [] },
        QueryField(
            "alignment", ["side"], of: [.actor], .terms(of: Actor.Alignment.self),
            "How an actor stands to those who keep the watch.", example: "alignment:hostile"
        ) { $0.actor.map { [.term($0.alignment)] } ?? [] },
        QueryField(
            "trend", of: [.actor], .terms(of: Actor.Trend.self), "Which way an actor’s part is moving.",
            example: "trend:rising"
        ) { $0.actor?.trend.map { [.term($0)] } ?? [] },
        QueryField(
            "standing", of: [.actor], .text, "Where an actor stands, in words.", example: "standing:weighing"
        ) { $0.actor?.standing.map { [.text($0)] } ?? [] },
    ]

    // MARK: - Of ladders

    static let ofLadders = [
        QueryField(
            "ladder", of: [.ladder, .rung], .text, "The title or identifier of the ladder.", example: "ladder:seoul",
            reading: .derived({ subject, _ in
                subject.ladder.map { [.text($0.title), .text($0.id.text)] } ?? []
            })),
        QueryField(
            "rung", of: [.rung], .text, "The title or identifier of the rung.", example: "rung:weapons",
            reading: .ofRung { _, rung, _ in [.text(rung.title), .text(rung.id.text)] }),
        QueryField(
            "state", of: [.rung], .terms(of: Rung.State.self), "How far the rung has been taken.",
            example: "state:under-consideration",
            reading: .ofRung { ladder, rung, context in
                [.term(context.states[RungKey(ladder.id, rung.id)] ?? .notReached)]
            }),
        QueryField(
            "number", of: [.rung], .number, "The rung’s number, from 1 for the least severe.", example: "number>=3",
            reading: .ofRung { ladder, rung, _ in ladder.rung(rung.id).map { [.number(Double($0.number))] } ?? [] }),
    ]
}

extension Record {
    fileprivate var document: Document? { if case .document(let document) = self { document } else { nil } }
    fileprivate var actor: Actor? { if case .actor(let actor) = self { actor } else { nil } }
}
