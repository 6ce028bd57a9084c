import SituationModel

extension Board {
    /// Makes changes of a form's fields; where something is wrong, says so beside the field and leaves the form open.
    mutating func save(_ form: Form) -> [Effect] {
        var form = form
        form.fields.indices.forEach { form.fields[$0].complaint = nil }
        if let index = form.fields.firstIndex(where: { $0.unfit != nil }) {
            form.fields[index].refuseUnfit()
            form.focus = index
            overlay = .form(form)
            return [.bell]
        }
        for field in form.fields where field.isRequired && field.value.trimmed.isEmpty {
            form.complain(field.name, "is needed")
            overlay = .form(form)
            return []
        }
        // Words are looked up in their document first: what cannot be found there cannot be quoted from it.
        if let words = form.text(.words), words != presentWords(of: form)?.exact || isMoved(form) {
            guard let document = form.text(.document) else {
                form.complain(.document, "which document do the words stand in?")
                overlay = .form(form)
                return []
            }
            form.awaitsAnchor = true
            overlay = .form(form)
            let near = isMoved(form) ? nil : presentWords(of: form)?.start
            return [.anchor(words: words, in: DocumentID(document), near: near)]
        }
        return finish(form, anchor: form.text(.words) == nil ? nil : presentWords(of: form))
    }

    /// Takes up a form whose words have been looked up.
    mutating func take(anchor: Anchor?) -> [Effect] {
        guard case .form(var form)? = overlay, form.awaitsAnchor else { return [] }
        form.awaitsAnchor = false
        guard let anchor else {
            form.complain(.words, "do not stand in that document, word for word")
            overlay = .form(form)
            return [.bell]
        }
        return finish(form, anchor: anchor)
    }

    /// The words that the record being edited rests on now.
    private func presentWords(of form: Form) -> Anchor? {
        switch form.purpose {
        case .editQuote(let quote): quote.content.first
        case .editRelation(let relation): relation.evidence.first
        case .editEvent(let event): event.accounts.first?.anchor
        case .editItem(let item, _): item.evidence.first
        case .addActor, .editActor, .addRelation, .addQuote, .addEvent, .moveRung, .judge, .addHypothesis,
            .editHypothesis, .editQuestion, .addItem:
            nil
        }
    }

    private func isMoved(_ form: Form) -> Bool { presentWords(of: form)?.document.text != form.text(.document) }

    private mutating func finish(_ form: Form, anchor: Anchor?) -> [Effect] {
        do throws(Complaint) {
            let effects = try changes(from: form, anchor: anchor)
            overlay = nil
            var unsaved = form
            unsaved.awaitsAnchor = false
            beingSaved = effects.isEmpty ? nil : .form(unsaved)
            if effects.isEmpty { message = Message("Nothing was changed") }
            return effects
        } catch {
            var form = form
            form.complain(error.field, error.text)
            overlay = .form(form)
            return []
        }
    }

    /// What is wrong with a field.
    struct Complaint: Error {
        let field: FormField.Name
        let text: String
    }

    private mutating func changes(from form: Form, anchor: Anchor?) throws(Complaint) -> [Effect] {
        switch form.purpose {
        case .addActor:
            let name = form.text(.name) ?? ""
            let id = ActorID.suggested(by: name, fallback: "actor").unless { situation.actors[$0] != nil }
            let actor = self.actor(from: form, onto: Actor(id: id, name: name, kind: .person))
            cursors[.actors] = .actor(id)
            return [.append([.add(record: .actor(actor))], said: "Added \(name)")]
        case .editActor(let before):
            let after = actor(from: form, onto: before)
            if let circle = circle(from: after) {
                throw Complaint(field: .affiliation, text: "\(circle) belongs to \(before.name)")
            }
            return revision(.actor(before), .actor(after), said: "Changed \(after.name)")
        case .addRelation:
            let id = RelationID.suggested(
                by: "\(form.text(.from) ?? "")-\(form.text(.kind) ?? "")-\(form.text(.to) ?? "")"
            ).unless { situation.relations[$0] != nil }
            let blank = Relation(id: id, from: "", kind: .supports, to: "")
            let relation = try self.relation(from: form, onto: blank, anchor: anchor)
            return [.append([.add(record: .relation(relation))], said: "Added the relation")]
        case .editRelation(let before):
            let after = try relation(from: form, onto: before, anchor: anchor)
            return revision(.relation(before), .relation(after), said: "Changed the relation")
        case .addQuote:
            let id = QuoteID.suggested(by: "\(form.text(.speaker) ?? "quote") \((form.text(.words) ?? "").prefix(40))")
            let quote = try self.quote(
                from: form, onto: Quote(id: id, kind: .direct, content: [], speaker: nil), anchor)
            cursors[.quotes] = .quote(id)
            return [.append([.add(record: .quote(quote))], said: "Added the quote")]
        case .editQuote(let before):
            let after = try quote(from: form, onto: before, anchor)
            return revision(.quote(before), .quote(after), said: "Changed the quote")
        case .addEvent:
            let words = form.text(.summary) ?? ""
            let id = EventID.suggested(by: String(words.prefix(48)), fallback: "event")
            let blank = Event(id: id, source: nil, category: .consult, target: nil, summary: words)
            let event = try self.event(from: form, onto: blank, anchor)
            cursors[.timeline] = .event(id)
            return [.append([.add(record: .event(event))], said: "Added the event")]
        case .editEvent(let before):
            let after = try event(from: form, onto: before, anchor)
            return revision(.event(before), .event(after), said: "Changed the event")
        case .moveRung(let key):
            let state = form.text(.state).flatMap(Rung.State.init) ?? .notReached
            let move = RungMove(
                state, by: Author(settings.reader), reason: form.text(.reason) ?? "",
                evidence: anchor.map { [$0] } ?? [])
            let title = situation.ladders[key.ladder]?.rung(key.rung)?.rung.title ?? key.description
            return [.append([.move(rung: key, move: move)], said: "\(title): \(state.rawValue)")]
        case .judge(let rung): return try judgement(from: form, of: rung)
        case .addHypothesis, .editHypothesis, .editQuestion, .addItem, .editItem:
            return matrixChange(from: form, anchor: anchor)
        }
    }

    /// The change from one form of a record to another; tells when somebody else has changed the same fields meanwhile.
    private mutating func revision(_ before: Record, _ after: Record, said: String) -> [Effect] {
        let fields = after.fieldsChanged(from: before)
        guard !fields.isEmpty else { return [] }
        let meanwhile = situation[before.key]?.fieldsChanged(from: before).filter(fields.contains) ?? []
        let told =
            meanwhile.isEmpty
            ? said : "\(said); somebody else has changed \(meanwhile.joined(separator: ", ")) too: see the log"
        return [.append([.revise(before: before, after: after)], said: told)]
    }

    // MARK: Records from fields

    private func actor(from form: Form, onto base: Actor) -> Actor {
        var actor = base
        actor.name = form.text(.name) ?? base.name
        actor.kind = form.text(.kind).flatMap(Actor.Kind.init) ?? base.kind
        actor.role = form.text(.role)
        actor.affiliation = form.text(.affiliation).map { ActorID($0) }
        actor.alignment = form.text(.alignment).flatMap(Actor.Alignment.init) ?? base.alignment
        if form.isChanged(.aliases) {
            // A name that stays keeps the language it was given with.
            actor.aliases = list(form.text(.aliases)).map { name in
                base.aliases.first { $0.text == name } ?? Actor.Alias(name)
            }
        }
        actor.standing = form.text(.standing)
        actor.trend = form.text(.trend).flatMap(Actor.Trend.init)
        actor.remarks = form.text(.remarks)
        return actor
    }

    /// The name of the one through whom an actor would come to belong to itself.
    private func circle(from actor: Actor) -> String? {
        var seen: Set<ActorID> = []
        var next = actor.affiliation
        var last: ActorID?
        while let id = next, seen.insert(id).inserted {
            if id == actor.id { return last.flatMap { situation.actors[$0]?.name } ?? actor.name }
            last = id
            next = situation.actors[id]?.affiliation
        }
        return nil
    }

    private func relation(from form: Form, onto base: Relation, anchor: Anchor?) throws(Complaint) -> Relation {
        var relation = base
        relation.from = form.text(.from).map { ActorID($0) } ?? base.from
        relation.kind = form.text(.kind).flatMap(Relation.Kind.init) ?? base.kind
        relation.to = form.text(.to).map { ActorID($0) } ?? base.to
        guard relation.from != relation.to else { throw Complaint(field: .to, text: "is the same actor") }
        relation.since = try date(.since, in: form)
        relation.until = try date(.until, in: form)
        relation.summary = form.text(.summary)
        relation.credibility = credibility(in: form) ?? base.credibility
        relation.evidence = (anchor.map { [$0] } ?? []) + base.evidence.dropFirst()
        return relation
    }

    private func quote(from form: Form, onto base: Quote, _ anchor: Anchor?) throws(Complaint) -> Quote {
        var quote = base
        quote.kind = form.text(.kind).flatMap(Quote.Kind.init) ?? base.kind
        quote.content = (anchor.map { [$0] } ?? []) + base.content.dropFirst()
        quote.speaker = form.text(.speaker).map { ActorID($0) }
        quote.cue = form.text(.cue)
        quote.venue = form.text(.venue)
        quote.said = try date(.said, in: form)
        if form.isChanged(.about) {
            var about: [ActorID] = []
            for name in list(form.text(.about)) { about.append(try actorID(named: name, in: .about)) }
            quote.about = about
        }
        quote.credibility = credibility(in: form) ?? base.credibility
        quote.remarks = form.text(.remarks)
        return quote
    }

    private func event(from form: Form, onto base: Event, _ anchor: Anchor?) throws(Complaint) -> Event {
        var event = base
        event.source = form.text(.who).map { ActorID($0) }
        event.target = form.text(.whom).map { ActorID($0) }
        guard event.source == nil || event.source != event.target else {
            throw Complaint(field: .whom, text: "is the same actor")
        }
        event.category = form.text(.category).flatMap(Event.Category.init) ?? base.category
        event.mode = form.text(.mode).flatMap(Event.Mode.init) ?? base.mode
        event.summary = form.text(.summary) ?? base.summary
        event.when = try date(.happened, in: form)
        event.place = form.text(.place)
        event.remarks = form.text(.remarks)
        if let anchor {
            var account = base.accounts.first ?? Event.Account(.reported, by: nil, anchor: anchor)
            account.anchor = anchor
            account.credibility = credibility(in: form) ?? account.credibility
            event.accounts = [account] + base.accounts.dropFirst()
        }
        return event
    }

    private func list(_ text: String?) -> [String] {
        (text ?? "").split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    private func actorID(named name: String, in field: FormField.Name) throws(Complaint) -> ActorID {
        let wanted = name.lowercased()
        let actor = situation.actors.inOrder.first { actor in
            actor.id.text == wanted || actor.name.lowercased() == wanted
                || actor.aliases.contains { $0.text.lowercased() == wanted }
        }
        guard let actor else { throw Complaint(field: field, text: "there is no actor “\(name)”") }
        return actor.id
    }

    private func date(_ name: FormField.Name, in form: Form) throws(Complaint) -> DateExpression? {
        guard let text = form.text(name) else { return nil }
        guard let date = DateExpression(text) else {
            throw Complaint(field: name, text: "is no date: 2024, 2024-06, 2024-10-18, with ~ for about")
        }
        return date
    }

    private func credibility(in form: Form) -> InformationCredibility? {
        form.text(.credibility).flatMap { Int($0) }.flatMap(InformationCredibility.init)
    }
}
