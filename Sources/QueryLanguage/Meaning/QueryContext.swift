package import SituationModel

/// What a query needs to know besides the record it is asked of.
package struct QueryContext: Sendable {
    /// What “30d” and “yesterday” are reckoned from.
    package var now: Instant
    package var directory: ActorDirectory
    package var sources: [SourceID: Source]
    /// Where the rungs stand.
    package var states: [RungKey: Rung.State]

    package init(
        now: Instant, directory: ActorDirectory = ActorDirectory([]), sources: [SourceID: Source] = [:],
        states: [RungKey: Rung.State] = [:]
    ) {
        (self.now, self.directory, self.sources, self.states) = (now, directory, sources, states)
    }

    /// The context that a situation gives. Cost: linear in its actors, sources and rungs.
    package init(_ situation: Situation, now: Instant) {
        self.init(
            now: now, directory: ActorDirectory(situation.actors.inOrder),
            sources: Dictionary(situation.sources.inOrder.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
            states: Dictionary(
                situation.moves.keys.map { ($0, situation.state(of: $0)) }, uniquingKeysWith: { first, _ in first }))
    }
}

/// Whom a name in a query means.
package struct ActorDirectory: Sendable {
    private let actors: [ActorID: Actor]
    /// By identifier, name or alias, as words.
    private let called: [String: Set<ActorID>]
    private let members: [ActorID: [ActorID]]

    /// Cost: linear in the names.
    package init(_ actors: [Actor]) {
        self.actors = Dictionary(actors.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var called: [String: Set<ActorID>] = [:]
        var members: [ActorID: [ActorID]] = [:]
        for actor in actors {
            for name in Self.names(of: actor) { called[NameKey.of(name), default: []].insert(actor.id) }
            if let owner = actor.affiliation { members[owner, default: []].append(actor.id) }
        }
        (self.called, self.members) = (called, members)
    }

    private static func names(of actor: Actor) -> [String] { [actor.id.text, actor.name] + actor.aliases.map(\.text) }

    package func name(of id: ActorID) -> String? { actors[id]?.name }

    /// Those who are called just so; where nobody is, those in whose names these words stand. An identifier that nobody
    /// is known by stands for itself.
    package func called(_ name: String) -> Set<ActorID> {
        let literal: Set<ActorID> = [ActorID(name)]
        if let found = called[NameKey.of(name)] { return found.union(literal) }
        let words = SearchWords.of(name)
        guard !words.isEmpty else { return literal }
        let like = actors.values.filter { actor in
            Self.names(of: actor).contains { WordSequence(SearchWords.of($0)).contains(words, lastGoesOn: false) }
        }
        return literal.union(like.map(\.id))
    }

    /// These and all who belong to them, or to somebody who does.
    package func withMembers(_ ids: Set<ActorID>) -> Set<ActorID> {
        var result: Set<ActorID> = []
        var waiting = Array(ids)
        while let id = waiting.popLast() {
            if result.insert(id).inserted { waiting += members[id] ?? [] }
        }
        return result
    }
}

/// Names as they are compared: by their words; by all of their letters where they have none.
enum NameKey {
    static func of(_ name: String) -> String {
        let words = SearchWords.of(name)
        return words.isEmpty ? SearchWords.folded(name) : words.joined(separator: " ")
    }
}
