import QueryLanguage
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
        let rule = rule(&fields)
        let state = fields.word("state", or: Indicator.State.notCollected, &problems)
        let evidence = anchors("evidence", &fields)
        fields.finish(&problems)
        guard let id, let direction, let summary else { return nil }
        return Indicator(
            id: id, direction: direction, summary: summary, requiredFamilies: families ?? 1, rule: rule, state: state,
            evidence: evidence)
    }

    /// By what the machine tells whether an indicator is seen.
    private mutating func rule(_ fields: inout Fields) -> IndicatorRule? {
        let query = fields.take("query").flatMap { self.query(in: $0) }
        let parts = ["count", "amount", "grade", "window", "half-life", "argues for"].filter { fields.take($0) != nil }
        let count = fields.integer("count", in: 1...1_000_000, &problems)
        let amount = fields.number("amount", &problems)
        let grade = fields.take("grade").flatMap { tree in
            tree.value(of: "grade", "a grade such as B2, A to E and 1 to 5", &problems) { Grade(threshold: $0) }
        }
        let window = fields.integer("window", in: 1...36_500, &problems)
        let halfLife = fields.integer("half-life", in: 1...36_500, &problems)
        let outcome = fields.take("argues for").flatMap {
            $0.word(of: "argues for", as: Rung.State.self, &problems)
        }
        guard let query else {
            if let part = parts.first, fields.take("query") == nil {
                problems.add(fields.place, "“\(part)” without “query”; expected a query that says what counts")
            }
            return nil
        }
        return IndicatorRule(
            query: query, count: count ?? 1, amount: amount, grade: grade, windowDays: window, halfLifeDays: halfLife,
            arguesFor: outcome)
    }

    private mutating func query(in tree: Tree) -> String? {
        guard let text = tree.text(of: "query", &problems) else { return nil }
        do {
            _ = try Query(watching: text)
            return text
        } catch {
            problems.add(tree.place, "“query”: \(error)")
            return nil
        }
    }
}
