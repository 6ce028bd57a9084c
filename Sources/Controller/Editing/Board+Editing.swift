import Commands
import Display
import SituationModel

extension Board {
    /// Runs a command that changes the record: opens the form or prompt it needs.
    mutating func edit(_ invocation: Invocation) -> [Effect] {
        switch invocation.action {
        case .add: return addHere()
        case .addActor: return open(actorForm(nil))
        case .addQuote: return openQuoteForm(nil)
        case .addEvent: return openEventForm(nil)
        case .addRelation, .relate: return openRelationForm()
        case .edit: return editHere()
        case .remove: return removeHere()
        case .state: return setStateHere()
        case .note:
            if let text = invocation.arguments.first { return writeNote(text) }
            overlay = .prompt(Prompt(.note))
            return []
        default: return []
        }
    }

    mutating func open(_ form: Form) -> [Effect] {
        overlay = .form(form)
        return []
    }

    /// What the cursor is on, in the lists or in the detail pane.
    var itemHere: Item? {
        guard focus == .detail else { return cursors[focus] }
        if case .item(let item)? = currentLink { return item }
        if case .item(let item)? = detail.subject { return item }
        return nil
    }

    private mutating func addHere() -> [Effect] {
        switch focus {
        case .actors:
            if case .record(.actor(let id))? = cursors[.actors] {
                // A newcomer is put beside the one the cursor is on.
                return open(actorForm(nil, affiliation: situation.actors[id]?.affiliation))
            }
            return open(actorForm(nil))
        case .quotes: return openQuoteForm(nil)
        case .timeline: return openEventForm(nil)
        case .log:
            overlay = .prompt(Prompt(.note))
            return []
        case .detail where detail.subject?.document != nil: return openQuoteForm(nil)
        case .ladders, .wire, .detail:
            message = Message(
                "Here nothing can be added by hand; :add-actor, :add-quote, :add-event, :add-relation and :note can",
                kind: .warning
            )
            return []
        }
    }

    private mutating func openQuoteForm(_ quote: Quote?) -> [Effect] {
        guard hasDocument("A quote") else { return [] }
        return open(quoteForm(quote))
    }

    private mutating func openEventForm(_ event: Event?) -> [Effect] {
        guard hasDocument("An event") else { return [] }
        return open(eventForm(event))
    }

    /// Whether there is a document that something can rest on; says so where there is none.
    private mutating func hasDocument(_ what: String) -> Bool {
        let hasOne = !documents.rows.isEmpty || detail.data?.document != nil
        if !hasOne {
            message = Message("\(what) needs the document it stands in, and there is none yet", kind: .warning)
        }
        return hasOne
    }

    private mutating func openRelationForm() -> [Effect] {
        guard situation.actors.count > 1 else {
            message = Message("A relation needs two actors; :add-actor adds one", kind: .warning)
            return []
        }
        var from: ActorID?
        if case .record(.actor(let id))? = itemHere { from = id }
        return open(relationForm(nil, from: from))
    }

    private mutating func editHere() -> [Effect] {
        if let matrix = openMatrix { return editHere(in: matrix) }
        switch itemHere {
        case .record(.actor(let id)):
            if let actor = situation.actors[id] { return open(actorForm(actor)) }
        case .record(.relation(let id)):
            if let relation = situation.relations[id] { return open(relationForm(relation)) }
        case .record(.quote(let id)):
            if let quote = quote(id)?.value { return openQuoteForm(quote) }
        case .record(.event(let id)):
            if let event = event(id)?.value { return openEventForm(event) }
        case .rung: return setStateHere()
        default: break
        }
        message = Message(
            "Actors, relations, quotes, events and the states of rungs are edited here; the rest in a dossier, by import",
            kind: .warning)
        return []
    }

    private mutating func setStateHere() -> [Effect] {
        let key: RungKey?
        switch itemHere {
        case .rung(let rung), .indicator(let rung, _): key = rung
        case .record(.ladder(let id)):
            key = situation.ladders[id].flatMap { ladder in
                situation.presentRung(of: ladder).map { RungKey(id, $0.id) }
            }
        default: key = nil
        }
        guard let key, let form = stateForm(key) else {
            message = Message("Put the cursor on a rung to say where it stands", kind: .warning)
            return []
        }
        return open(form)
    }

    private mutating func removeHere() -> [Effect] {
        if let matrix = openMatrix { return removeHere(in: matrix) }
        let confirmation: Confirmation?
        switch itemHere {
        case .entry(let id):
            guard let logged = log.rows.first(where: { $0.entry.id == id }) else { return [] }
            guard !logged.isTakenBack else {
                message = Message("This has been taken back already", kind: .warning)
                return []
            }
            var question = "Take back: \(logged.entry.change.inWords(in: situation).prefix(48))?"
            if case .batch(let summary, _) = logged.entry.change { question = "Take back all that was \(summary)?" }
            confirmation = Confirmation(
                question, effects: [.append([.undo(entry: id)], said: "Taken back")])
        case .record(.actor(let id)):
            confirmation = situation.actors[id].map { actor in
                removal(of: .actor(id), called: actor.name, note: dependents(on: id))
            }
        case .record(.relation(let id)):
            confirmation = situation.relations[id].map { relation in
                let names = [relation.from, relation.to].map { situation.actors[$0]?.name ?? $0.text }
                return removal(of: .relation(id), called: "\(names[0]) \(relation.kind.rawValue) \(names[1])")
            }
        case .record(.quote(let id)):
            confirmation = removal(of: .quote(id), called: "“\(quote(id)?.value.text.prefix(40) ?? "this quote")…”")
        case .record(.event(let id)):
            confirmation = removal(of: .event(id), called: event(id)?.value.summary ?? "this event")
        default: confirmation = nil
        }
        guard let confirmation else {
            message = Message(
                "Actors, relations, quotes, events and log entries can be removed, not this", kind: .warning)
            return []
        }
        overlay = .prompt(Prompt(.confirmation(confirmation)))
        return []
    }

    /// What would point at nobody if an actor were removed.
    private func dependents(on id: ActorID) -> String {
        let counts = [
            ("actor", situation.actors.inOrder.filter { $0.affiliation == id }.count),
            ("relation", situation.relations.inOrder.filter { $0.from == id || $0.to == id }.count),
            ("ladder", situation.ladders.inOrder.filter { $0.actors.contains(id) }.count),
        ]
        let told = counts.filter { $0.1 > 0 }.map { "\($0.1) \($0.0)\($0.1 == 1 ? "" : "s")" }
        return told.isEmpty ? "" : " \(told.joined(separator: ", ")) point there"
    }

    private func removal(of key: RecordKey, called name: String, note: String = "") -> Confirmation {
        Confirmation("Remove \(name)?\(note)", effects: [.append([.remove(key: key)], said: "Removed \(name)")])
    }

    mutating func writeNote(_ text: String) -> [Effect] {
        let words = text.trimmed
        guard !words.isEmpty else { return [] }
        var about: RecordKey?
        if focus == .log {
            // Whoever writes into the log wants to see it there.
            (cursors[.log], tops[.log]) = (nil, nil)
        } else {
            about = itemHere?.recordKey
        }
        return [.append([.note(text: words, about: about)], said: "Noted")]
    }

    // MARK: Keys in a form

    mutating func takeInForm(_ key: Key, _ form: Form) -> [Effect] {
        var form = form
        if case .matched(let invocation) = keymap.lookup([key], in: contexts) {
            // While the words are looked up the form can only be left.
            guard !form.awaitsAnchor || invocation.action == .cancel else { return [] }
            switch invocation.action {
            case .nextField: form.moveFocus(by: 1)
            case .previousField: form.moveFocus(by: -1)
            case .nextChoice: if !form.fields[form.focus].choose(1) { _ = form.fields[form.focus].take(key) }
            case .previousChoice: if !form.fields[form.focus].choose(-1) { _ = form.fields[form.focus].take(key) }
            case .accept:
                // Enter goes through the form and saves it behind the last field.
                guard form.focus == form.fields.count - 1 else {
                    form.moveFocus(by: 1)
                    break
                }
                return save(form)
            case .save: return save(form)
            case .cancel:
                overlay = nil
                message = Message("Left without saving")
                return []
            default: return perform(invocation)
            }
            overlay = .form(form)
            return []
        }
        guard !form.awaitsAnchor else { return [] }
        _ = form.fields[form.focus].take(key)
        overlay = .form(form)
        return []
    }
}
