import SituationModel
import Storage

extension Desk {
    /// The same addition under a name that no record has yet: the board knows only those at hand, and somebody else may
    /// have added one of the same name since.
    func freeOfOthers(_ change: Change, in situation: SituationID) throws(ArchiveError) -> Change {
        guard case .add(let record) = change else { return change }
        switch record {
        case .actor(let actor):
            let id = try free(actor.id, in: situation) { .actor($0) }
            return .add(record: .actor(actor.renamed(id)))
        case .relation(let relation):
            let id = try free(relation.id, in: situation) { .relation($0) }
            return .add(record: .relation(relation.renamed(id)))
        case .quote(let quote):
            let id = try free(quote.id, in: situation) { .quote($0) }
            return .add(record: .quote(quote.renamed(id)))
        case .event(let event):
            let id = try free(event.id, in: situation) { .event($0) }
            return .add(record: .event(event.renamed(id)))
        case .judgement(let judgement):
            let id = try free(judgement.id, in: situation) { .judgement($0) }
            return .add(record: .judgement(judgement.renamed(id)))
        case .hypotheses(let matrix):
            let id = try free(matrix.id, in: situation) { .hypotheses($0) }
            return .add(record: .hypotheses(matrix.renamed(id)))
        case .ladder(let ladder):
            let id = try free(ladder.id, in: situation) { .ladder($0) }
            return .add(record: .ladder(ladder.renamed(id)))
        case .header, .source, .document, .coupling: return change
        }
    }

    private func free<Subject>(
        _ id: Identifier<Subject>, in situation: SituationID, key: (Identifier<Subject>) -> RecordKey
    ) throws(ArchiveError) -> Identifier<Subject> {
        var candidate = id
        var number = 2
        while try archive.record(key(candidate), of: situation, asOf: nil) != nil {
            candidate = Identifier("\(id)-\(number)")
            number += 1
        }
        return candidate
    }
}

extension Quote {
    fileprivate func renamed(_ id: QuoteID) -> Quote {
        Quote(
            id: id, kind: kind, content: content, speaker: speaker, speakerDescription: speakerDescription, cue: cue,
            venue: venue, said: said, about: about, isNegated: isNegated, credibility: credibility, remarks: remarks,
            review: review)
    }
}

extension Actor {
    fileprivate func renamed(_ id: ActorID) -> Actor {
        Actor(
            id: id, name: name, kind: kind, role: role, affiliation: affiliation, alignment: alignment,
            aliases: aliases, standing: standing, trend: trend, remarks: remarks, evidence: evidence,
            review: review)
    }
}

extension Event {
    fileprivate func renamed(_ id: EventID) -> Event {
        Event(
            id: id, source: source, category: category, target: target, mode: mode, summary: summary, when: when,
            place: place, amounts: amounts, accounts: accounts, condition: condition, remarks: remarks, review: review)
    }
}

extension Judgement {
    fileprivate func renamed(_ id: JudgementID) -> Judgement {
        Judgement(
            id: id, analyst: analyst, rung: rung, horizonEnd: horizonEnd, likelihood: likelihood,
            confidence: confidence, made: made, reason: reason)
    }
}

extension HypothesisMatrix {
    fileprivate func renamed(_ id: HypothesesID) -> HypothesisMatrix {
        HypothesisMatrix(id: id, title: title, hypotheses: hypotheses, items: items, ratings: ratings)
    }
}

extension Relation {
    fileprivate func renamed(_ id: RelationID) -> Relation {
        Relation(
            id: id, from: from, kind: kind, to: to, since: since, until: until, summary: summary,
            credibility: credibility, evidence: evidence)
    }
}

extension Ladder {
    fileprivate func renamed(_ id: LadderID) -> Ladder {
        Ladder(id: id, title: title, subject: subject, actors: actors, rungs: rungs)
    }
}
