import SituationModel

/// Ladders, their rungs and indicators, and where the rungs stand.
extension PartWriter {
    func block(_ ladder: Ladder, _ moves: (RungKey) -> [Block]) -> Block {
        var block = Block()
        block.put("id", ladder.id.text)
        block.put("title", ladder.title)
        block.put("subject", ladder.subject)
        block.put("actors", row: ladder.actors.map(\.text))
        block.put(
            "rungs",
            blocks: ladder.rungs.map { rung in
                var block = Block()
                block.put("id", rung.id.text)
                block.put("title", rung.title)
                block.put("remarks", rung.remarks)
                block.put("indicators", blocks: rung.indicators.map(indicator))
                block.put("moves", blocks: moves(RungKey(ladder.id, rung.id)))
                return block
            })
        return block
    }

    private func indicator(_ indicator: Indicator) -> Block {
        var block = Block()
        block.put("id", indicator.id.text)
        block.put("direction", indicator.direction.rawValue)
        block.put("summary", indicator.summary)
        block.put("families", word: indicator.requiredFamilies == 1 ? nil : String(indicator.requiredFamilies))
        if let rule = indicator.rule { put(rule, into: &block) }
        block.put("state", indicator.state == .notCollected ? nil : indicator.state.rawValue)
        block.put("evidence", blocks: indicator.evidence.map(anchor))
        return block
    }

    private func put(_ rule: IndicatorRule, into block: inout Block) {
        block.put("query", rule.query)
        block.put("count", word: rule.count == 1 ? nil : String(rule.count))
        block.put("amount", word: rule.amount.map(inFull))
        block.put("grade", word: rule.grade?.description)
        block.put("window", word: rule.windowDays.map(String.init))
        block.put("half-life", word: rule.halfLifeDays.map(String.init))
        block.put("argues for", rule.arguesFor?.rawValue)
    }

    func block(_ move: RungMove) -> Block {
        var block = Block()
        block.put("state", move.state.rawValue)
        put(move.by, into: &block)
        block.put("reason", move.reason.isEmpty ? nil : move.reason)
        block.put("evidence", blocks: move.evidence.map(anchor))
        return block
    }
}
