import SituationModel

/// The names by which the records of a situation refer to one another.
struct References {
    private(set) var records: Set<RecordKey> = []
    private(set) var rungs: Set<RungKey> = []

    mutating func add(_ situation: Situation) {
        for document in situation.documents.inOrder {
            for source in document.sources { records.insert(.source(source)) }
        }
        for actor in situation.actors.inOrder {
            add(actor.affiliation)
            add(actor.evidence)
        }
        for relation in situation.relations.inOrder {
            add(relation.from)
            add(relation.to)
            add(relation.evidence)
        }
        for ladder in situation.ladders.inOrder {
            for actor in ladder.actors { add(actor) }
            for indicator in ladder.rungs.flatMap(\.indicators) { add(indicator.evidence) }
        }
        for coupling in situation.couplings.inOrder {
            rungs.formUnion([coupling.from, coupling.to])
            add(coupling.evidence)
        }
        for quote in situation.quotes.inOrder {
            add(quote.speaker)
            for actor in quote.about { add(actor) }
            add(quote.content)
        }
        for event in situation.events.inOrder {
            add(event.source)
            add(event.target)
            for account in event.accounts { add(account.by) }
            add(event.accounts.map(\.anchor) + [event.condition].compactMap { $0 })
        }
        for judgement in situation.judgements.inOrder { rungs.insert(judgement.rung) }
        for matrix in situation.hypotheses.inOrder { add(matrix.items.flatMap(\.evidence)) }
        for (rung, moves) in situation.moves {
            rungs.insert(rung)
            for dated in moves { add(dated.move.evidence) }
        }
        for note in situation.notes { if let about = note.about { records.insert(about) } }
    }

    private mutating func add(_ actor: ActorID?) {
        if let actor { records.insert(.actor(actor)) }
    }

    private mutating func add(_ anchors: [Anchor]) {
        for anchor in anchors { records.insert(.document(anchor.document)) }
    }
}
