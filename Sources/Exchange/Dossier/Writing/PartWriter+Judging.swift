import SituationModel

/// What analysts hold: judgements of rungs, and hypotheses that compete.
extension PartWriter {
    func block(_ judgement: Judgement) -> Block {
        var block = Block()
        block.put("id", judgement.id.text)
        block.put("analyst", judgement.analyst)
        block.put("rung", judgement.rung.description)
        block.put("until", word: judgement.horizonEnd.description)
        block.put("likelihood", judgement.likelihood.description)
        block.put("confidence", judgement.confidence?.rawValue)
        block.put("made", word: judgement.made.description)
        block.put("reason", judgement.reason)
        return block
    }

    func block(_ matrix: HypothesisMatrix) -> Block {
        var block = Block()
        block.put("id", matrix.id.text)
        block.put("question", matrix.title)
        block.put(
            "hypotheses",
            blocks: matrix.hypotheses.map { hypothesis in
                var block = Block()
                block.put("id", hypothesis.id.text)
                block.put("title", hypothesis.title)
                return block
            })
        block.put("items", blocks: matrix.items.map(item))
        block.put(
            "ratings",
            blocks: matrix.ratings.map { rating in
                var block = Block()
                block.put("analyst", rating.analyst)
                block.put("item", rating.item.text)
                block.put("hypothesis", rating.hypothesis.text)
                block.put("consistency", rating.consistency.rawValue)
                return block
            })
        return block
    }

    private func item(_ item: EvidenceItem) -> Block {
        var block = Block()
        block.put("id", item.id.text)
        block.put("summary", item.summary)
        block.put("credibility", item.credibility == .medium ? nil : item.credibility.rawValue)
        block.put("relevance", item.relevance == .medium ? nil : item.relevance.rawValue)
        block.put("evidence", blocks: item.evidence.map(anchor))
        return block
    }
}
