package import SituationModel

extension Board {
    /// What an item rests on, as far as the board holds it.
    package func anchors(of item: Item?) -> [Anchor] {
        switch item {
        case .record(.actor(let id)): situation.actors[id]?.evidence ?? []
        case .record(.relation(let id)): situation.relations[id]?.evidence ?? []
        case .record(.coupling(let id)), .incoming(let id): situation.couplings[id]?.evidence ?? []
        case .record(.quote(let id)): quote(id)?.value.content ?? []
        case .record(.event(let id)): event(id)?.value.accounts.map(\.anchor) ?? []
        case .record(.ladder(let id)):
            situation.ladders[id].flatMap { ladder in
                situation.presentRung(of: ladder).map { anchors(of: .rung(RungKey(id, $0.id))) }
            } ?? []
        case .rung(let rung): situation.moves[rung]?.reversed().flatMap(\.move.evidence) ?? []
        case .indicator(let rung, let id):
            indicator(rung, id).map { (situation.reading(of: $0, rung)?.evidence ?? []) + $0.evidence } ?? []
        case .record(.hypotheses(let id)): situation.hypotheses[id]?.items.flatMap(\.evidence) ?? []
        case .entry(let id): anchors(of: log.rows.first { $0.entry.id == id }?.entry.change)
        case .record(.header), .record(.source), .record(.document), .record(.judgement), nil: []
        }
    }

    /// What a change rests on.
    private func anchors(of change: Change?) -> [Anchor] {
        switch change {
        case .move(_, let move): move.evidence
        case .read(_, let reading): reading.evidence
        case .add(.quote(let quote)), .revise(_, .quote(let quote)): quote.content
        case .add(.event(let event)), .revise(_, .event(let event)): event.accounts.map(\.anchor)
        case .add(.relation(let relation)), .revise(_, .relation(let relation)): relation.evidence
        case .add(.actor(let actor)), .revise(_, .actor(let actor)): actor.evidence
        case .add, .revise, .remove, .note, .batch, .undo, nil: []
        }
    }

    /// A quote that is at hand: in the list, or open.
    package func quote(_ id: QuoteID) -> Listed<Quote>? {
        if let row = quotes.rows.first(where: { $0.value.id == id }) { return row }
        return detail.data?.quotes.first { $0.value.id == id }
    }

    package func event(_ id: EventID) -> Listed<Event>? {
        if let row = events.rows.first(where: { $0.value.id == id }) { return row }
        return detail.data?.events.first { $0.value.id == id }
    }

    package func indicator(_ rung: RungKey, _ id: IndicatorID) -> Indicator? {
        situation.ladders[rung.ladder]?.rung(rung.rung)?.rung.indicators.first { $0.id == id }
    }
}
