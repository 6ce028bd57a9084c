/// Where a situation stands at one moment: what the journal up to then adds up to.
package struct Situation: Hashable, Sendable {
    package let id: SituationID
    package var header: Header?
    package var sources = RecordTable<Source>()
    package var documents = RecordTable<Document>()
    package var actors = RecordTable<Actor>()
    package var relations = RecordTable<Relation>()
    package var quotes = RecordTable<Quote>()
    package var events = RecordTable<Event>()
    package var ladders = RecordTable<Ladder>()
    package var couplings = RecordTable<Coupling>()
    package var judgements = RecordTable<Judgement>()
    package var hypotheses = RecordTable<HypothesisMatrix>()
    /// Every judgement of every rung, oldest first.
    package var moves: [RungKey: [DatedMove]] = [:]
    /// What the machine reads of each indicator at last.
    package var readings: [IndicatorKey: DatedReading] = [:]
    /// What people wrote into the log, oldest first.
    package var notes: [Note] = []

    package init(id: SituationID) {
        self.id = id
    }

    /// A judgement of a rung, with its place in the journal.
    package struct DatedMove: Hashable, Sendable, Codable {
        package let order: JournalOrder
        package let move: RungMove

        package init(order: JournalOrder, move: RungMove) {
            self.order = order
            self.move = move
        }
    }

    /// A reading of an indicator, with its place in the journal.
    package struct DatedReading: Hashable, Sendable, Codable {
        package let order: JournalOrder
        package let reading: IndicatorReading

        package init(order: JournalOrder, reading: IndicatorReading) {
            self.order = order
            self.reading = reading
        }
    }

    /// A note in the log.
    package struct Note: Hashable, Sendable, Codable {
        package let order: JournalOrder
        package let author: Author
        package let text: String
        package let about: RecordKey?

        package init(order: JournalOrder, author: Author, text: String, about: RecordKey?) {
            self.order = order
            self.author = author
            self.text = text
            self.about = about
        }
    }
}

// MARK: - Records of any kind

extension Situation {
    /// The record of that name, whatever its kind.
    package subscript(key: RecordKey) -> Record? {
        switch key {
        case .header(let id): id == self.id ? header.map(Record.header) : nil
        case .source(let id): sources[id].map(Record.source)
        case .document(let id): documents[id].map(Record.document)
        case .actor(let id): actors[id].map(Record.actor)
        case .relation(let id): relations[id].map(Record.relation)
        case .quote(let id): quotes[id].map(Record.quote)
        case .event(let id): events[id].map(Record.event)
        case .ladder(let id): ladders[id].map(Record.ladder)
        case .coupling(let id): couplings[id].map(Record.coupling)
        case .judgement(let id): judgements[id].map(Record.judgement)
        case .hypotheses(let id): hypotheses[id].map(Record.hypotheses)
        }
    }

    /// Puts a record in, whole.
    package mutating func put(_ record: Record, at order: JournalOrder) {
        let name = record.key.text
        switch record {
        case .header(let value): if value.id == id { header = value }
        case .source(let value): sources.put(value, under: name, at: order)
        case .document(let value): documents.put(value, under: name, at: order)
        case .actor(let value): actors.put(value, under: name, at: order)
        case .relation(let value): relations.put(value, under: name, at: order)
        case .quote(let value): quotes.put(value, under: name, at: order)
        case .event(let value): events.put(value, under: name, at: order)
        case .ladder(let value): ladders.put(value, under: name, at: order)
        case .coupling(let value): couplings.put(value, under: name, at: order)
        case .judgement(let value): judgements.put(value, under: name, at: order)
        case .hypotheses(let value): hypotheses.put(value, under: name, at: order)
        }
    }

    mutating func remove(_ key: RecordKey) {
        switch key {
        case .header(let id): if id == self.id { header = nil }
        case .source(let id): sources.remove(id.text)
        case .document(let id): documents.remove(id.text)
        case .actor(let id): actors.remove(id.text)
        case .relation(let id): relations.remove(id.text)
        case .quote(let id): quotes.remove(id.text)
        case .event(let id): events.remove(id.text)
        case .ladder(let id): ladders.remove(id.text)
        case .coupling(let id): couplings.remove(id.text)
        case .judgement(let id): judgements.remove(id.text)
        case .hypotheses(let id): hypotheses.remove(id.text)
        }
    }
}

// MARK: - Where the rungs stand

extension Situation {
    /// The latest judgement of a rung by analysts or by the machine.
    package func reading(of rung: RungKey, by kind: Author.Kind) -> DatedMove? {
        moves[rung]?.last { $0.move.by.kind == kind }
    }

    /// Where a rung stands: as the analyst judged it last, else as the machine reads it, else not reached.
    package func state(of rung: RungKey) -> Rung.State {
        (reading(of: rung, by: .analyst) ?? reading(of: rung, by: .machine))?.move.state ?? .notReached
    }

    /// How an indicator stands: as the machine reads it where it has a rule, else as people say.
    package func state(of indicator: Indicator, _ rung: RungKey) -> Indicator.State {
        reading(of: indicator, rung)?.state ?? indicator.state
    }

    /// What the machine reads of an indicator; `nil` for one without a rule, and for one that has not been read yet.
    package func reading(of indicator: Indicator, _ rung: RungKey) -> IndicatorReading? {
        indicator.rule == nil ? nil : readings[IndicatorKey(rung, indicator.id)]?.reading
    }

    /// When a rung was first stood on: as people judged it, where they have judged it at all, else as the machine read it.
    package func firstReached(_ rung: RungKey) -> Instant? {
        let moves = moves[rung] ?? []
        let kind: Author.Kind = moves.contains { $0.move.by.kind == .analyst } ? .analyst : .machine
        return moves.first { $0.move.by.kind == kind && $0.move.state.isStoodOn }?.order.known
    }

    /// The rung that a ladder's actor stands on: the highest one under way or reached.
    package func presentRung(of ladder: Ladder) -> Rung? {
        ladder.rungs.last { state(of: RungKey(ladder.id, $0.id)).isStoodOn }
    }
}
