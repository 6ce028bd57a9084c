package import SituationModel

/// A ladder to start from, without an actor.
package struct LadderPattern: Hashable, Sendable {
    /// What it is asked for by: `kahn`.
    package let name: String
    package let title: String
    /// Its rungs, of nobody's yet, and nothing reached.
    package let ladder: Ladder

    package init(name: String, title: String, ladder: Ladder) {
        self.name = name
        self.title = title
        self.ladder = ladder
    }

    /// A ladder of these rungs for an actor, under another name.
    package func ladder(id: LadderID, for actor: Actor) -> Ladder {
        Ladder(id: id, title: actor.name, subject: title, actors: [actor.id], rungs: ladder.rungs)
    }
}
