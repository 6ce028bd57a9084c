import SituationModel

extension DossierReader {
    /// A ladder; the moves on its rungs are noted beside it.
    mutating func ladder(_ fields: inout Fields) -> Ladder? {
        let id: LadderID? = name(.ladder, &fields)
        let title = fields.requiredText("title", &problems)
        let subject = fields.text("subject", &problems)
        let actors: [ActorID] = references("actors", .actor, &fields)
        let rungs = fields.list("rungs").compactMap { rung($0, of: id ?? "") }
        guard let id, let title else { return nil }
        return Ladder(id: id, title: title, subject: subject, actors: actors, rungs: rungs)
    }

    private mutating func rung(_ tree: Tree, of ladder: LadderID) -> Rung? {
        guard var fields = fields(of: tree, "a rung") else { return nil }
        let name = fields.require("id", &problems)
        let id: RungID? = name.flatMap { identifier($0, of: "id") }
        if let name, let id { names.declare(RungKey(ladder, id), at: name.place, &problems) }
        let title = fields.requiredText("title", &problems)
        let remarks = fields.text("remarks", &problems)
        var taken: Set<IndicatorID> = []
        let indicators = fields.list("indicators").compactMap { indicator($0, besides: &taken) }
        for tree in fields.list("moves") {
            guard var move = self.fields(of: tree, "a move") else { continue }
            readMove(&move, of: RungKey(ladder, id ?? ""))
        }
        fields.finish(&problems)
        guard let id, let title else { return nil }
        return Rung(id: id, title: title, remarks: remarks, indicators: indicators)
    }

    private mutating func indicator(_ tree: Tree, besides taken: inout Set<IndicatorID>) -> Indicator? {
        guard var fields = fields(of: tree, "an indicator") else { return nil }
        let name = fields.require("id", &problems)
        let id: IndicatorID? = name.flatMap { identifier($0, of: "id") }
        if let name, let id, !taken.insert(id).inserted {
            problems.add(name.place, "a second indicator of this rung named \(excerpt(id.text)); expected another name")
        }
        let direction = fields.requiredWord("direction", as: Indicator.Direction.self, &problems)
        let summary = fields.requiredText("summary", &problems)
        let families = fields.integer("families", in: 1...1_000, &problems)
        let state = fields.word("state", or: Indicator.State.notCollected, &problems)
        let evidence = anchors("evidence", &fields)
        fields.finish(&problems)
        guard let id, let direction, let summary else { return nil }
        return Indicator(
            id: id, direction: direction, summary: summary, requiredFamilies: families ?? 1, state: state,
            evidence: evidence)
    }
}
