/// From the text’s table to findings.
extension ActorFinder {
    private func office(of actor: TextActor) -> String? {
        guard actor.isKnown, let index = gazetteer.index(of: actor.id) else { return nil }
        return gazetteer.entries[index].office
    }

    /// Everyone who is named, and those described who speak or act, in the order in which they come up.
    func findings() -> [ActorFinding] {
        var passages: [[Passage]] = Array(repeating: [], count: actors.count)
        var order: [Int] = []
        for mention in mentions.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            if passages[mention.actor].isEmpty { order.append(mention.actor) }
            passages[mention.actor].append(document.passage(mention.range))
        }
        return order.compactMap { number in
            let actor = actors[number]
            guard !actor.isDescription || actor.isUsed else { return nil }
            return ActorFinding(
                id: actor.id, isKnown: actor.isKnown, name: actor.name, kind: actor.kind,
                role: actor.role ?? office(of: actor), home: actor.home, isDescribed: actor.isDescription,
                mentions: passages[number])
        }
    }
}
