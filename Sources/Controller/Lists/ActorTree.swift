package import QueryLanguage
package import SituationModel

/// The actors as the board lists them: those who belong to somebody below them.
package struct ActorTree: Sendable {
    package struct Row: Hashable, Sendable {
        package let actor: Actor
        /// 0 for those who belong to nobody.
        package let depth: Int
        package let hasMembers: Bool
        package let isFolded: Bool
    }

    package let rows: [Row]

    /// The rows to show: all but the members of folded actors; with a query, what answers it and those whom that belongs
    /// to, folds notwithstanding.
    package init(_ situation: Situation, query: Query, isFolded: (ActorID) -> Bool) {
        let actors = situation.actors.inOrder.filter { !$0.isRejected }
        var members: [ActorID: [Actor]] = [:]
        var roots: [Actor] = []
        for actor in actors {
            // Somebody whose affiliation leads nowhere, or round to themselves, stands by themselves.
            if let owner = actor.affiliation, Self.leadsToRoot(actor, in: situation) {
                members[owner, default: []].append(actor)
            } else {
                roots.append(actor)
            }
        }
        var rows: [Row] = []
        // No field of an actor is a date.
        let unknown = Instant(milliseconds: 0)
        let predicate = QueryPredicate(query, in: QueryContext(situation, now: unknown))

        func visit(_ actor: Actor, depth: Int) -> Bool {
            let place = rows.count
            let own = members[actor.id] ?? []
            let folded = query == .everything && !own.isEmpty && isFolded(actor.id)
            rows.append(Row(actor: actor, depth: depth, hasMembers: !own.isEmpty, isFolded: folded))
            var isWanted = QuerySubject(.actor(actor), known: unknown).map(predicate.matches) ?? false
            if !folded {
                for member in own where visit(member, depth: depth + 1) { isWanted = true }
            }
            if !isWanted { rows.removeSubrange(place...) }
            return isWanted
        }

        for root in roots { _ = visit(root, depth: 0) }
        self.rows = rows
    }

    private static func leadsToRoot(_ actor: Actor, in situation: Situation) -> Bool {
        var seen: Set<ActorID> = [actor.id]
        var next = actor.affiliation
        while let id = next {
            guard let owner = situation.actors[id], seen.insert(id).inserted else { return false }
            next = owner.affiliation
        }
        return true
    }
}
