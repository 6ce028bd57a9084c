import SituationModel

/// When the records of a dossier became known, where the file does not say: told from when the documents that they
/// rest on came in.
struct KnownTimes {
    private let received: [DocumentID: Instant]
    /// When the first document came in.
    let earliest: Instant?

    init(_ documents: some Sequence<Document>) {
        received = Dictionary(documents.map { ($0.id, $0.received) }, uniquingKeysWith: { first, _ in first })
        earliest = received.values.min()
    }

    /// When the last of the documents came in; when the first of all did, where these anchors point to none.
    func last(of anchors: [Anchor]) -> Instant? {
        anchors.compactMap { received[$0.document] }.max() ?? earliest
    }

    private func first(of anchors: [Anchor]) -> Instant? {
        anchors.compactMap { received[$0.document] }.min() ?? earliest
    }

    /// When a record ordinarily became known.
    ///
    /// An actor and an event are known from the first voice on, and grow with the others; what says one thing only is
    /// known when all its evidence is. Ladders are there from the beginning: they are what is watched for.
    func ordinary(_ record: Record) -> Instant? {
        switch record {
        case .header, .source, .ladder: earliest
        case .document(let document): document.received
        case .actor(let actor): first(of: actor.evidence)
        case .relation(let relation): last(of: relation.evidence)
        case .quote(let quote): last(of: quote.content)
        case .event(let event): first(of: event.accounts.map(\.anchor))
        case .coupling(let coupling): last(of: coupling.evidence)
        case .judgement(let judgement): judgement.made
        case .hypotheses(let matrix): last(of: matrix.items.flatMap(\.evidence))
        }
    }

    /// The changes by which a record comes about: added as far as it could be known at first, then revised with every
    /// document that it also rests on.
    func changes(for record: Record, known: Instant?) -> [Dossier.Item] {
        guard let known = known ?? ordinary(record) else { return [Dossier.Item(.add(record: record), known: nil)] }
        var form = self.form(of: record, at: known)
        var items = [Dossier.Item(.add(record: form), known: known)]
        let later = Set(anchors(of: record).compactMap { received[$0.document] }.filter { $0 > known })
        for moment in later.sorted() {
            let next = self.form(of: record, at: moment)
            guard next != form else { continue }
            items.append(Dossier.Item(.revise(before: form, after: next), known: moment))
            form = next
        }
        return items
    }

    /// The anchors with which a record grows.
    private func anchors(of record: Record) -> [Anchor] {
        switch record {
        case .actor(let actor): actor.evidence
        case .event(let event): event.accounts.map(\.anchor)
        case .ladder(let ladder): ladder.rungs.flatMap(\.indicators).flatMap(\.evidence)
        default: []
        }
    }

    /// A record without what only later documents say.
    private func form(of record: Record, at moment: Instant) -> Record {
        let isHere = { (anchor: Anchor) in received[anchor.document].map { $0 <= moment } ?? true }
        switch record {
        case .actor(var actor):
            guard !actor.evidence.allSatisfy(isHere) else { return record }
            actor.evidence.removeAll { !isHere($0) }
            // Where an actor stands is what the latest evidence says.
            actor.standing = nil
            actor.trend = nil
            return .actor(actor)
        case .event(var event):
            event.accounts.removeAll { !isHere($0.anchor) }
            return .event(event)
        case .ladder(var ladder):
            for rung in ladder.rungs.indices {
                for index in ladder.rungs[rung].indicators.indices {
                    let evidence = ladder.rungs[rung].indicators[index].evidence
                    guard !evidence.allSatisfy(isHere) else { continue }
                    ladder.rungs[rung].indicators[index].evidence = evidence.filter(isHere)
                    if !evidence.contains(where: isHere) {
                        ladder.rungs[rung].indicators[index].state = .notCollected
                    }
                }
            }
            return .ladder(ladder)
        default:
            return record
        }
    }
}
