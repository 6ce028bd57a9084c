package import Reading
package import SituationModel

/// Who is known before a text is read: the actors of the situation, and those of a gazetteer.
///
/// An actor that both know counts once, under the situation's name for it. One that was read by machine and that nobody has
/// confirmed is not known, so that what is found in a text does not depend on what was taken in before it, nor one mistake
/// lead to the next.
package struct KnownActors: Sendable {
    /// Knows all of them.
    let gazetteer: Gazetteer
    /// The situation's actors by the identifiers under which the gazetteer finds them.
    private let actors: [String: ActorID]
    /// The situation's actors that count.
    private let own: [Actor]

    package init(_ situation: Situation, gazetteer: Gazetteer) {
        var gazetteer = gazetteer
        var actors: [String: ActorID] = [:]
        own = Self.own(situation)
        for actor in own {
            let names = ([actor.name] + actor.aliases.map(\.text)).filter(Self.isName)
            guard let first = names.first else { continue }
            let known =
                names.lazy.compactMap { gazetteer.entry(named: $0) }.first { Self.agree($0.kind, actor.kind) }
                ?? gazetteer.entry(id: actor.id.text)
            // What the gazetteer tells of it holds on; the situation's names come besides.
            let entry =
                known
                ?? Gazetteer.Entry(
                    id: actor.id.text, name: first, kind: ActorKind(actor.kind), home: actor.affiliation?.text,
                    office: actor.role)
            gazetteer.add(entry, names: names)
            actors[entry.id] = actor.id
        }
        self.gazetteer = gazetteer
        self.actors = actors
    }

    /// Whether a situation still knows the same actors.
    func isOf(_ situation: Situation) -> Bool { Self.own(situation) == own }

    private static func own(_ situation: Situation) -> [Actor] {
        situation.actors.inOrder.filter { !$0.isRejected && !$0.isUnconfirmed && $0.kind != .unnamed }
    }

    /// The situation's actor for one that reading found; `nil` where the situation has none.
    func actor(_ id: String) -> ActorID? { actors[id] }

    /// Descriptions such as "a senior official" are no names: they begin with a small letter.
    private static func isName(_ text: String) -> Bool {
        text.unicodeScalars.first.map { !$0.properties.isLowercase } ?? false
    }

    private static func agree(_ found: ActorKind, _ own: Actor.Kind) -> Bool {
        (found == .person) == (own == .person) && (found == .state) == (own == .state)
    }
}

extension ActorKind {
    init(_ kind: Actor.Kind) {
        switch kind {
        case .state: self = .state
        case .government, .ministry, .organization: self = .organisation
        case .service: self = .service
        case .force: self = .force
        case .group: self = .armedGroup
        case .media: self = .media
        case .person: self = .person
        case .unnamed: self = .group
        }
    }
}

extension Actor.Kind {
    /// `nil` for a place, which acts only in a manner of speaking.
    init?(_ kind: ActorKind) {
        switch kind {
        case .state: self = .state
        case .person: self = .person
        case .organisation, .alliance, .unknown: self = .organization
        case .force: self = .force
        case .service: self = .service
        case .armedGroup: self = .group
        case .media: self = .media
        case .group: self = .unnamed
        case .place: return nil
        }
    }
}
