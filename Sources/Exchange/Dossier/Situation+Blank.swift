package import SituationModel

extension Situation {
    /// The situation as it is before anything has come in: what is watched, and nothing that has happened.
    ///
    /// Sources, the actors that people made or confirmed, ladders with the rules of their indicators, and couplings stay;
    /// evidence, and all that rests on it, goes.
    package var blank: Situation {
        var result = Situation(id: id)
        func put(_ record: Record) { if let added = added(record.key) { result.put(record, at: added) } }
        if var header {
            header.headline = ""
            result.header = header
        }
        sources.inOrder.forEach { put(.source($0)) }
        for var actor in actors.inOrder where !actor.isUnconfirmed && !actor.isRejected {
            (actor.evidence, actor.standing, actor.trend, actor.review) = ([], nil, nil, nil)
            put(.actor(actor))
        }
        for var ladder in ladders.inOrder {
            for rung in ladder.rungs.indices {
                for index in ladder.rungs[rung].indicators.indices {
                    ladder.rungs[rung].indicators[index].state = .notCollected
                    ladder.rungs[rung].indicators[index].evidence = []
                }
            }
            put(.ladder(ladder))
        }
        for var coupling in couplings.inOrder {
            coupling.evidence = []
            put(.coupling(coupling))
        }
        return result
    }
}
