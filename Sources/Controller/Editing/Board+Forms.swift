import Commands
import SituationModel

extension Board {
    static let nobody = Candidate("", summary: "—")

    private var actorChoices: [Candidate] {
        situation.actors.inOrder.map { Candidate($0.id.text, summary: $0.name) }
    }

    var documentChoices: [Candidate] {
        var choices = documents.rows.map { Candidate($0.value.id.text, summary: $0.value.title) }
        // The document that is open may lie outside the rows at hand.
        if let open = detail.data?.document, !choices.contains(where: { $0.text == open.id.text }) {
            choices.insert(Candidate(open.id.text, summary: open.title), at: 0)
        }
        return choices
    }

    private static let credibilityChoices = InformationCredibility.allCases.reversed().map {
        Candidate(String($0.rawValue), summary: "\($0.rawValue) \($0.inWords)")
    }

    private static func choices<Value: RawRepresentable & CaseIterable>(of type: Value.Type) -> [Candidate]
    where Value.RawValue == String {
        type.allCases.map { Candidate($0.rawValue) }
    }

    func actorForm(_ actor: Actor?, affiliation: ActorID? = nil) -> Form {
        let others = actorChoices.filter { $0.text != actor?.id.text }
        let fields = [
            FormField(.name, text: actor?.name, hint: "as the board is to call them", isRequired: true),
            FormField(.kind, choices: Self.choices(of: Actor.Kind.self), chosen: (actor?.kind ?? .person).rawValue),
            FormField(.role, text: actor?.role, hint: "office or function"),
            FormField(
                .affiliation, choices: [Self.nobody] + others, chosen: (actor?.affiliation ?? affiliation)?.text ?? ""),
            FormField(
                .alignment, choices: Self.choices(of: Actor.Alignment.self),
                chosen: (actor?.alignment ?? .unknown).rawValue),
            FormField(
                .aliases, text: actor?.aliases.map(\.text).joined(separator: ", "),
                hint: "other names, with commas between"),
            FormField(.standing, text: actor?.standing, hint: "where they stand, in a few words"),
            FormField(
                .trend, choices: [Self.nobody] + Self.choices(of: Actor.Trend.self),
                chosen: actor?.trend?.rawValue ?? ""),
            FormField(.remarks, text: actor?.remarks),
        ]
        return Form(
            actor.map { .editActor($0) } ?? .addActor, title: actor.map { "Edit \($0.name)" } ?? "Add an actor",
            fields: fields)
    }

    func relationForm(_ relation: Relation?, from: ActorID? = nil) -> Form {
        let fields = [
            FormField(.from, choices: actorChoices, chosen: (relation?.from ?? from)?.text, isRequired: true),
            FormField(
                .kind, choices: Self.choices(of: Relation.Kind.self), chosen: (relation?.kind ?? .supports).rawValue),
            FormField(.to, choices: actorChoices, chosen: relation?.to.text, isRequired: true),
            FormField(.since, text: relation?.since?.description, hint: "2024, 2024-06, 2024-10-18, ~ for about"),
            FormField(.until, text: relation?.until?.description),
            FormField(.summary, text: relation?.summary, hint: "what it consists in"),
            FormField(
                .credibility, choices: Self.credibilityChoices,
                chosen: String((relation?.credibility ?? .cannotBeJudged).rawValue)),
            FormField(
                .document, choices: [Self.nobody] + documentChoices,
                chosen: relation?.evidence.first?.document.text ?? ""),
            FormField(
                .words, text: relation?.evidence.first?.exact, hint: "the words it rests on, as they stand there"),
        ]
        return Form(
            relation.map { .editRelation($0) } ?? .addRelation,
            title: relation == nil ? "Add a relation" : "Edit a relation", fields: fields)
    }

    func quoteForm(_ quote: Quote?) -> Form {
        let document = quote?.content.first?.document.text ?? detail.data?.document?.id.text ?? cursorDocument
        let fields = [
            FormField(.document, choices: documentChoices, chosen: document, isRequired: true),
            FormField(
                .words, text: quote?.content.first?.exact, hint: "verbatim, as they stand in the document",
                isRequired: true),
            FormField(.kind, choices: Self.choices(of: Quote.Kind.self), chosen: (quote?.kind ?? .direct).rawValue),
            FormField(.speaker, choices: [Self.nobody] + actorChoices, chosen: quote?.speaker?.text ?? ""),
            FormField(.cue, text: quote?.cue, hint: "said, stated, remarked"),
            FormField(.venue, text: quote?.venue),
            FormField(.said, text: quote?.said?.description, hint: "2024-10, 2024-10-18, ~ for about"),
            FormField(
                .about, text: quote?.about.map { situation.actors[$0]?.name ?? $0.text }.joined(separator: ", "),
                hint: "actors, with commas between"),
            FormField(
                .credibility, choices: Self.credibilityChoices,
                chosen: String((quote?.credibility ?? .cannotBeJudged).rawValue)),
            FormField(.remarks, text: quote?.remarks),
        ]
        return Form(
            quote.map { .editQuote($0) } ?? .addQuote, title: quote == nil ? "Add a quote" : "Edit a quote",
            fields: fields)
    }

    func eventForm(_ event: Event?) -> Form {
        let account = event?.accounts.first
        let document = account?.anchor.document.text ?? detail.data?.document?.id.text ?? cursorDocument
        let parties = [Self.nobody] + actorChoices
        let fields = [
            FormField(.who, choices: parties, chosen: event?.source?.text ?? ""),
            FormField(
                .category, choices: Self.choices(of: Event.Category.self),
                chosen: (event?.category ?? .consult).rawValue),
            FormField(.whom, choices: parties, chosen: event?.target?.text ?? ""),
            FormField(
                .mode, choices: Self.choices(of: Event.Mode.self), chosen: (event?.mode ?? .actual).rawValue),
            FormField(.summary, text: event?.summary, hint: "what happened, in one line", isRequired: true),
            FormField(.happened, text: event?.when?.description, hint: "2024-10, 2024-10-18, ~ for about"),
            FormField(.place, text: event?.place),
            FormField(.document, choices: documentChoices, chosen: document, isRequired: true),
            FormField(
                .words, text: account?.anchor.exact, hint: "verbatim, as they stand in the document",
                isRequired: true),
            FormField(
                .credibility, choices: Self.credibilityChoices,
                chosen: String((account?.credibility ?? .cannotBeJudged).rawValue)),
            FormField(.remarks, text: event?.remarks),
        ]
        return Form(
            event.map { .editEvent($0) } ?? .addEvent, title: event == nil ? "Add an event" : "Edit an event",
            fields: fields)
    }

    private var cursorDocument: String? {
        if case .record(.document(let id))? = cursors[.wire] { return id.text }
        return nil
    }

    func stateForm(_ key: RungKey) -> Form? {
        guard let ladder = situation.ladders[key.ladder], let (_, rung) = ladder.rung(key.rung) else { return nil }
        let fields = [
            FormField(.state, choices: Self.choices(of: Rung.State.self), chosen: situation.state(of: key).rawValue),
            FormField(.reason, text: nil, hint: "why: it stands in the journal beside your name", isRequired: true),
            FormField(.document, choices: [Self.nobody] + documentChoices, chosen: ""),
            FormField(.words, text: nil, hint: "the words it rests on, as they stand there"),
        ]
        return Form(.moveRung(key), title: "\(ladder.title): \(rung.title)", fields: fields)
    }
}
