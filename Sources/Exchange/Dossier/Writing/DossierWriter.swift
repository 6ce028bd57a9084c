import SituationModel

/// Turns a situation into the keys and values of a dossier.
///
/// Every record has its keys in one order, and what can be told from the rest of the file is left out.
struct DossierWriter {
    private let situation: Situation
    private let times: KnownTimes
    private let parts: PartWriter

    init(_ situation: Situation) {
        self.situation = situation
        let documents = situation.documents.inOrder
        times = KnownTimes(documents)
        parts = PartWriter(
            texts: Dictionary(documents.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first }))
    }

    /// The whole dossier.
    var block: Block {
        var block = Block()
        block.put("watchfloor", word: String(Dossier.formatVersion))
        if let header = situation.header {
            block.put("situation", block: parts.block(.header(header)))
        } else {
            var name = Block()
            name.put("id", situation.id.text)
            block.put("situation", block: name)
        }
        block.put("absent", block: absent)
        block.put("sources", blocks: situation.sources.inOrder.map { record(.source($0)) })
        block.put("documents", blocks: situation.documents.inOrder.map { record(.document($0)) })
        block.put("actors", blocks: situation.actors.inOrder.map { record(.actor($0)) })
        block.put("relations", blocks: situation.relations.inOrder.map { record(.relation($0)) })
        block.put("ladders", blocks: situation.ladders.inOrder.map { record(.ladder($0)) })
        block.put("couplings", blocks: situation.couplings.inOrder.map { record(.coupling($0)) })
        block.put("quotes", blocks: situation.quotes.inOrder.map { record(.quote($0)) })
        block.put("events", blocks: situation.events.inOrder.map { record(.event($0)) })
        block.put("judgements", blocks: situation.judgements.inOrder.map { record(.judgement($0)) })
        block.put("hypotheses", blocks: situation.hypotheses.inOrder.map { record(.hypotheses($0)) })
        block.put("moves", blocks: strayMoves)
        block.put("notes", blocks: situation.notes.map(note))
        return block
    }

    private func record(_ record: Record) -> Block {
        var block = parts.block(record) { rung in (situation.moves[rung] ?? []).map(move) }
        let known = situation.added(record.key)?.known
        if known != times.ordinary(record) { block.put("known", word: known?.description) }
        return block
    }

    private func move(_ dated: Situation.DatedMove) -> Block {
        var block = parts.block(dated.move)
        if dated.order.known != times.last(of: dated.move.evidence) {
            block.put("at", word: dated.order.known.description)
        }
        return block
    }

    private func note(_ note: Situation.Note) -> Block {
        var block = parts.block(note: note.text, about: note.about, by: note.author)
        if note.order.known != times.earliest { block.put("at", word: note.order.known.description) }
        return block
    }

    // MARK: What is referred to, and not there

    private var rungs: Set<RungKey> {
        Set(situation.ladders.inOrder.flatMap { ladder in ladder.rungs.map { RungKey(ladder.id, $0.id) } })
    }

    /// Judgements of rungs that no ladder has any more.
    private var strayMoves: [Block] {
        let rungs = rungs
        return situation.moves.keys.filter { !rungs.contains($0) }.sorted().flatMap { rung in
            (situation.moves[rung] ?? []).map { dated in
                var block = Block()
                block.put("rung", rung.description)
                return block.followed(by: move(dated))
            }
        }
    }

    private var absent: Block {
        var references = References()
        references.add(situation)
        var block = Block()
        for kind in RecordKey.Kind.allCases {
            let names = references.records.filter { $0.kind == kind && situation[$0] == nil }.map(\.text)
            block.put(kind.section, row: names.sorted())
        }
        block.put("rungs", row: references.rungs.subtracting(rungs).map(\.description).sorted())
        return block
    }
}

extension Block {
    /// This block's entries and behind them another's.
    fileprivate func followed(by other: Block) -> Block {
        var block = self
        for (key, value) in other.entries { block.put(key, value) }
        return block
    }
}
