import SituationModel

extension DossierReader {
    mutating func event(_ fields: inout Fields) -> Event? {
        let id: EventID? = name(.event, &fields)
        let source: ActorID? = reference("source", .actor, &fields)
        let category = fields.requiredWord("category", as: Event.Category.self, &problems)
        let target: ActorID? = reference("target", .actor, &fields)
        let mode = fields.word("mode", or: Event.Mode.actual, &problems)
        let summary = fields.requiredText("summary", &problems)
        let when = fields.date("when", &problems)
        let place = fields.text("place", &problems)
        let amounts = fields.list("amounts").compactMap { amount($0) }
        let accounts = fields.list("accounts").compactMap { account($0) }
        let condition = anchors("condition", &fields).first
        let remarks = fields.text("remarks", &problems)
        let review = review(&fields)
        guard let id, let category, let summary else { return nil }
        return Event(
            id: id, source: source, category: category, target: target, mode: mode, summary: summary, when: when,
            place: place, amounts: amounts, accounts: accounts, condition: condition, remarks: remarks, review: review)
    }

    private mutating func amount(_ tree: Tree) -> Event.Amount? {
        guard var fields = fields(of: tree, "an amount") else { return nil }
        let isThere = fields.require("value", &problems) != nil
        let value = isThere ? fields.number("value", &problems) : nil
        let unit = fields.requiredText("unit", &problems)
        let isApproximate = fields.flag("about", &problems)
        fields.finish(&problems)
        guard let value, let unit else { return nil }
        return Event.Amount(value, unit, isApproximate: isApproximate)
    }

    private mutating func account(_ tree: Tree) -> Event.Account? {
        guard var fields = fields(of: tree, "an account") else { return nil }
        let manner = fields.requiredWord("manner", as: Event.Account.Manner.self, &problems)
        let by: ActorID? = reference("by", .actor, &fields)
        let credibility = fields.credibility(&problems)
        let anchor = fields.require("evidence", &problems).flatMap { self.anchor($0) }
        fields.finish(&problems)
        guard let manner, let anchor else { return nil }
        return Event.Account(manner, by: by, credibility: credibility, anchor: anchor)
    }
}
